import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

const factorCodes = (description: string, example: number[] | null) => ({
  type: Number,
  isArray: true,
  nullable: true,
  description,
  example,
});

export class RoundPartyAnswer {
  @ApiProperty({ type: String, example: 'provider' })
  party!: string;

  @ApiProperty({ type: Number, description: 'commitments in the ledger, replaced ones included', example: 1 })
  commitments!: number;

  @ApiProperty(factorCodes('factors that it rated; null until all is revealed', [601, 602]))
  rated!: number[] | null;

  @ApiProperty(factorCodes('factors that it did not rate; null until all is revealed', [603]))
  waiting!: number[] | null;

  @ApiProperty({ type: [String], description: 'why not, in its own words', example: ['No exit was planned yet.'] })
  reasons!: string[];
}

export class RoundLevelAnswer {
  @ApiProperty({ type: Number, example: 601 })
  factor!: number;

  @ApiProperty({ type: String, example: 'provider' })
  party!: string;

  @ApiProperty({ type: Number, description: 'median of its members, halves allowed', example: 2.5 })
  level!: number;

  @ApiProperty({ type: Boolean, example: true })
  evidenced!: boolean;
}

export class RoundAnswer {
  @ApiProperty({ type: String, example: 'round-2026' })
  id!: string;

  @ApiProperty({ enum: ['open', 'closed', 'revealed'], example: 'revealed' })
  situation!: string;

  @ApiProperty({ type: [Number], description: 'what may be rated', example: [601, 602, 603] })
  factors!: number[];

  @ApiProperty(optionalText('2026-03-31', 'the last day on which it takes ratings'))
  closes!: string | null;

  @ApiProperty(optionalText('2026-03-02'))
  opened!: string | null;

  @ApiProperty({ type: [RoundPartyAnswer] })
  parties!: RoundPartyAnswer[];

  @ApiProperty(factorCodes('factors that every party rated; null until all is revealed', [601, 602]))
  ratedByAll!: number[] | null;

  @ApiProperty({ type: String, example: '2 of 2 parties rated 2 of 3 factors; waiting: 1' })
  summary!: string;

  @ApiProperty({ type: [RoundLevelAnswer], description: 'empty until all is revealed' })
  levels!: RoundLevelAnswer[];

  @ApiProperty(entryIds('e-0007', 'e-0008'))
  entries!: string[];
}

/** Assessment rounds. */
export class RoundsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [RoundAnswer] })
  rounds!: RoundAnswer[];
}
