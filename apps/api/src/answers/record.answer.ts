import { ApiProperty } from '@nestjs/swagger';
import { nullableNumber } from './outcome.answer';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

export class PlannedAnswer {
  @ApiProperty({ enum: ['meetings', 'reports'], example: 'meetings' })
  of!: string;

  @ApiProperty({ type: String, description: 'of the body, or of the indicator', example: 'jmt' })
  id!: string;

  @ApiProperty(optionalText('Joint management team'))
  title!: string | null;

  @ApiProperty({ type: Number, description: 'meetings planned, or reports due', example: 120 })
  planned!: number;

  @ApiProperty({ type: Number, description: 'of those', example: 114 })
  logged!: number;

  @ApiProperty({ type: [String], description: 'days planned, or due', example: ['2020-04-01'] })
  missing!: string[];

  @ApiProperty(entryIds('s-0003'))
  entries!: string[];
}

/** What is missing from the record. */
export class CompletenessAnswer extends RegisterAnswer {
  @ApiProperty({
    type: [String],
    description: 'whole months in which nothing happened that anybody logged',
    example: ['2020-05'],
  })
  silentMonths!: string[];

  @ApiProperty({ type: Number, description: 'whole months looked at', example: 120 })
  months!: number;

  @ApiProperty({ type: [PlannedAnswer] })
  completeness!: PlannedAnswer[];
}

export class CheckedEvidenceAnswer {
  @ApiProperty(optionalText('Minutes'))
  title!: string | null;

  @ApiProperty(optionalText('https://example.org/minutes.pdf'))
  url!: string | null;

  @ApiProperty(optionalText(null, '64 hex digits'))
  sha256!: string | null;

  @ApiProperty(optionalText(null, 'id of an entry of the same relationship'))
  cites!: string | null;

  @ApiProperty({
    enum: ['hashed', 'matched', 'absent', 'entry', 'unhashed', 'dead'],
    description:
      'matched: a file of that content is stored here; hashed: it is not, and whoever has it can compare; absent on the command line alone, which looks through files',
    example: 'unhashed',
  })
  state!: string;

  @ApiProperty(optionalText(null, 'id of the entry that added it, where that is another'))
  addedBy!: string | null;
}

export class EntryEvidenceAnswer {
  @ApiProperty({ type: String, description: 'id of the entry', example: 's-0602' })
  entry!: string;

  @ApiProperty({ type: String, example: 'rating.given' })
  kind!: string;

  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty(optionalText('2026-03-12'))
  effective!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 603 })
  factor!: number | null;

  @ApiProperty({
    enum: ['dead', 'absent', 'unhashed', 'hashed', 'matched', 'entry', 'missing'],
    example: 'missing',
  })
  worst!: string;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'a rating that counts as resting on evidence, attached or not; null of all others',
    example: null,
  })
  evidenced!: boolean | null;

  @ApiProperty({ type: [CheckedEvidenceAnswer] })
  evidence!: CheckedEvidenceAnswer[];

  @ApiProperty(entryIds('s-0602'))
  entries!: string[];
}

/** What every entry rests on. */
export class EvidenceCheckAnswer extends RegisterAnswer {
  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    description: 'how many entries are worst so',
    example: { dead: 0, absent: 0, unhashed: 12, hashed: 40, matched: 0, entry: 3, missing: 71 },
  })
  counts!: Record<string, number>;

  @ApiProperty({ type: [EntryEvidenceAnswer] })
  evidenceCheck!: EntryEvidenceAnswer[];
}

export class DriverWeightAnswer {
  @ApiProperty({ enum: ['client', 'provider', 'joint'], example: 'client' })
  of!: string;

  @ApiProperty({ type: Number, example: 100 })
  weight!: number;

  @ApiProperty({ enum: ['H', 'M', 'L'], example: 'H' })
  alignment!: string;

  @ApiProperty({ type: String, description: 'id of the entry that says it', example: 's-0014' })
  entry!: string;

  @ApiProperty({ enum: STATUSES, example: 'agreed' })
  status!: string;
}

export class DriverAnswer {
  @ApiProperty({ type: String, example: 'Return on Investment' })
  driver!: string;

  @ApiProperty({ type: [DriverWeightAnswer], description: 'as each side last said or agreed' })
  weights!: DriverWeightAnswer[];

  @ApiProperty(nullableNumber('between the client’s and the provider’s weight', 30))
  gap!: number | null;

  @ApiProperty(entryIds('s-0014'))
  entries!: string[];
}

export class DriverAlignmentAnswer {
  @ApiProperty({ enum: ['client', 'provider', 'joint'], example: 'client' })
  of!: string;

  @ApiProperty(nullableNumber('0 to 100', 85.1852))
  alignment!: number | null;

  @ApiProperty(entryIds('s-0014'))
  entries!: string[];
}

/** How well the relationship serves each side's strategic drivers. */
export class DriversAnswer extends RegisterAnswer {
  @ApiProperty({ type: [DriverAlignmentAnswer] })
  alignment!: DriverAlignmentAnswer[];

  @ApiProperty(nullableNumber('mean gap over the drivers that both weighed', 12.5))
  meanGap!: number | null;

  @ApiProperty({ type: [DriverAnswer], description: 'the widest gap first' })
  drivers!: DriverAnswer[];
}
