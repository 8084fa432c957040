import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, optionalText } from './register.answer';

export class DueItemAnswer {
  @ApiProperty(
    optionalText(
      'issue.deadline-missed',
      'kind of the entry that the ledger writes unless it is done in time; null of a reminder',
    ),
  )
  kind!: string | null;

  @ApiProperty({
    type: String,
    description: 'title of that kind, or what a reminder asks for',
    example: 'Issue passed the time limit of its ladder level',
  })
  title!: string;

  @ApiProperty(
    optionalText(
      'issue.escalated',
      'kind of the entry by which the parties do it; null where several may, and none comes first',
    ),
  )
  doneBy!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'what it is about, as that entry holds it',
    example: { issue: 'iss-embankment', level: '2', due: '2026-04-02T22:59:59.999Z' },
  })
  data!: object;

  @ApiProperty({ type: String, description: 'it can be done until the end of this day', example: '2026-04-02' })
  due!: string;

  @ApiProperty({ type: String, description: 'the last millisecond of it', example: '2026-04-02T22:59:59.999Z' })
  until!: string;

  @ApiProperty({ type: Boolean, description: 'never of a reminder', example: false })
  overdue!: boolean;

  @ApiProperty({ type: [String], description: 'who has to do it on the day of the question', example: ['provider'] })
  parties!: string[];

  @ApiProperty({ type: String, description: 'id of the entry that it follows from', example: 's-0622' })
  entry!: string;

  @ApiProperty(optionalText(null, 'id of the entry that says it was missed'))
  missed!: string | null;
}

/** What is due. */
export class DueAnswer extends RegisterAnswer {
  @ApiProperty({ type: String, description: 'where its days begin and end', example: 'Europe/London' })
  zone!: string;

  @ApiProperty({ type: String, description: 'the last day that was looked at', example: '2026-06-29' })
  to!: string;

  @ApiProperty({
    type: Number,
    description: 'duties of the imported past that are left out: an import may not tell that they were done',
    example: 0,
  })
  leftOut!: number;

  @ApiProperty({ type: Number, description: 'how many come behind the last one that is named', example: 0 })
  notShown!: number;

  @ApiProperty({ type: [DueItemAnswer] })
  due!: DueItemAnswer[];
}
