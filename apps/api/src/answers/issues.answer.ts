import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

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

  @ApiProperty(entryIds('s-0622', 's-0625'))
  entries!: string[];
}

/** The register of issues. */
export class IssuesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [IssueAnswer] })
  issues!: IssueAnswer[];
}
