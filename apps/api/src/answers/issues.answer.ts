import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class IssueDeadlineAnswer {
  @ApiProperty({ type: Number, description: 'that the ladder allows', example: 10 })
  workingDays!: number;

  @ApiProperty({ type: String, description: 'there is time until the end of that day', example: '2026-03-10' })
  due!: string;

  @ApiProperty({ type: String, description: 'the last millisecond of it', example: '2026-03-10T23:59:59.999Z' })
  until!: string;

  @ApiProperty(optionalText(null, 'the last day that the ladder allows, where all agreed to a later one'))
  extendedFrom!: string | null;

  @ApiProperty(optionalText(null, 'until then each party states its case, where the level asks for it'))
  statementDue!: string | null;

  @ApiProperty({ type: Boolean, example: false })
  overdue!: boolean;

  @ApiProperty(optionalText(null, 'id of the entry that says it was missed'))
  missed!: string | null;
}

export class IssueAnswer {
  @ApiProperty({ type: String, example: 'iss-embankment' })
  id!: string;

  @ApiProperty(optionalText('Who pays for the slip monitoring'))
  title!: string | null;

  @ApiProperty({ enum: ['open', 'resolved', 'withdrawn'], example: 'open' })
  situation!: string;

  @ApiProperty({ enum: ['low', 'medium', 'high'], nullable: true, example: 'high' })
  impact!: string | null;

  @ApiProperty({ type: Number, description: 'of the escalation ladder, from 1: where it is, or ended', example: 2 })
  level!: number;

  @ApiProperty(optionalText('Joint management team', 'of that level'))
  levelName!: string | null;

  @ApiProperty({
    type: IssueDeadlineAnswer,
    nullable: true,
    description: 'null where no clock runs: it is not open, it was imported, or its level has no limit',
  })
  deadline!: IssueDeadlineAnswer | null;

  @ApiProperty(optionalText('provider', 'party that has to deal with it while it is open'))
  owner!: string | null;

  @ApiProperty(optionalText('2026-02-16'))
  raised!: string | null;

  @ApiProperty(optionalText('client'))
  raisedBy!: string | null;

  @ApiProperty(optionalText(null, 'null unless it is resolved'))
  resolved!: string | null;

  @ApiProperty({ type: Number, description: 'how often', example: 0 })
  reopened!: number;

  @ApiProperty({ type: Number, description: 'how often the time of a level ran out', example: 0 })
  deadlinesMissed!: number;

  @ApiProperty(optionalText(null, 'id of the last formal dispute that it became'))
  dispute!: string | null;

  @ApiProperty(entryIds('s-0622', 's-0625'))
  entries!: string[];
}

/** The register of issues. */
export class IssuesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [IssueAnswer] })
  issues!: IssueAnswer[];
}
