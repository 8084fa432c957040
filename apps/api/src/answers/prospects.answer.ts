import { ApiProperty } from '@nestjs/swagger';
import { LevelAnswer } from './factor-sets.answer';
import { MoneyAnswer, optionalMoney } from './money.answer';
import { HeldOutcomeAnswer, nullableNumber, ScoreOutcomeAnswer } from './outcome.answer';
import { ScoreCaseAnswer, effect, FactorRowAnswer, ScoredAnswer, STATUSES } from './question.answer';
import { entryIds, optionalText } from './register.answer';

export class SensitiveFactorAnswer extends FactorRowAnswer {
  @ApiProperty(nullableNumber('its score if all that waits were agreed', 64.1))
  ifAgreed!: number | null;

  @ApiProperty(nullableNumber('its score if it were disputed', 61.9))
  ifDisputed!: number | null;

  @ApiProperty(nullableNumber('its score from ratings and agreed events alone', 62.5))
  agreedAlone!: number | null;

  @ApiProperty(entryIds('s-0610'))
  entries!: string[];
}

/** What answering could change. */
export class SensitivityAnswer extends ScoredAnswer {
  @ApiProperty({ type: ScoreOutcomeAnswer })
  now!: ScoreOutcomeAnswer;

  @ApiProperty({ type: ScoreCaseAnswer, description: 'if everyone agreed to what waits for an answer' })
  ifAgreed!: ScoreCaseAnswer;

  @ApiProperty({ type: ScoreCaseAnswer, description: 'if everyone disputed it' })
  ifDisputed!: ScoreCaseAnswer;

  @ApiProperty({ type: ScoreCaseAnswer, description: 'from ratings and agreed events alone' })
  agreedAlone!: ScoreCaseAnswer;

  @ApiProperty({ ...entryIds('s-0610'), description: 'ids of the events left out of that' })
  notAgreed!: string[];

  @ApiProperty({ type: [SensitiveFactorAnswer] })
  sensitivity!: SensitiveFactorAnswer[];
}

export class GoingStaleAnswer extends FactorRowAnswer {
  @ApiProperty({ enum: STATUSES, example: 'stale' })
  status!: string;

  @ApiProperty(entryIds('s-0488', 's-0489'))
  entries!: string[];
}

export class AheadAnswer extends ScoreCaseAnswer {
  @ApiProperty({ type: Number, example: 30 })
  days!: number;

  @ApiProperty({ type: String, example: '2026-04-30' })
  on!: string;

  @ApiProperty({ type: [GoingStaleAnswer], description: 'current now, stale or missing then' })
  goingStale!: GoingStaleAnswer[];

  @ApiProperty(entryIds('s-0488', 's-0489'))
  entries!: string[];
}

/** What becomes of the score if nothing more happens. */
export class ForecastAnswer extends ScoredAnswer {
  @ApiProperty({ type: ScoreOutcomeAnswer })
  now!: ScoreOutcomeAnswer;

  @ApiProperty({ type: [AheadAnswer] })
  forecast!: AheadAnswer[];
}

export class OpenImprovementAnswer {
  @ApiProperty({ type: String, description: 'id of the improvement', example: 'imp-permits' })
  improvement!: string;

  @ApiProperty(optionalText('One permit for both'))
  title!: string | null;

  @ApiProperty(optionalText('Fewer aborted visits'))
  expectedBenefit!: string | null;

  @ApiProperty(optionalMoney('that it is said to be worth'))
  amount!: MoneyAnswer | null;

  @ApiProperty({ enum: ['low', 'medium', 'high'], nullable: true, example: 'low' })
  effort!: string | null;

  @ApiProperty(optionalText('provider'))
  owner!: string | null;

  @ApiProperty(optionalText('2026-09-30', 'of its target'))
  due!: string | null;

  @ApiProperty(entryIds('s-0590'))
  entries!: string[];
}

export class OpportunityAnswer extends FactorRowAnswer {
  @ApiProperty({ enum: STATUSES, example: 'bilateral' })
  status!: string;

  @ApiProperty(nullableNumber('points up to 75, where Established lies', 12.5))
  distance!: number | null;

  @ApiProperty(nullableNumber('weight times distance', 1250))
  priority!: number | null;

  @ApiProperty({ type: [MoneyAnswer], description: 'of the open improvements, one for each currency' })
  worth!: MoneyAnswer[];

  @ApiProperty({ type: [OpenImprovementAnswer] })
  improvements!: OpenImprovementAnswer[];

  @ApiProperty(entryIds('s-0590'))
  entries!: string[];
}

/** Where better collaboration would pay. */
export class OpportunitiesAnswer extends ScoredAnswer {
  @ApiProperty({ type: [OpportunityAnswer], description: 'the most pressing first; without a score last' })
  opportunities!: OpportunityAnswer[];
}

export class SupposedAnswer {
  @ApiProperty({ type: [String], example: ['client:603:3'] })
  ratings!: string[];

  @ApiProperty({ type: [String], example: ['603:50'] })
  weights!: string[];

  @ApiProperty({ type: [String], example: ['client:614:minus:major'] })
  events!: string[];
}

export class WhatIfFactorAnswer extends FactorRowAnswer {
  @ApiProperty(nullableNumber('its score then', 70))
  then!: number | null;

  @ApiProperty(entryIds('s-0601'))
  entries!: string[];
}

/** The score if some things were others. Nothing is written. */
export class WhatIfAnswer extends ScoredAnswer {
  @ApiProperty({ type: SupposedAnswer })
  supposed!: SupposedAnswer;

  @ApiProperty({ type: HeldOutcomeAnswer })
  now!: HeldOutcomeAnswer;

  @ApiProperty({ type: HeldOutcomeAnswer })
  then!: HeldOutcomeAnswer;

  @ApiProperty(effect('by how much the score would be higher'))
  effect!: number | null;

  @ApiProperty({ type: [WhatIfFactorAnswer], description: 'factors whose score or weight would be another' })
  whatIf!: WhatIfFactorAnswer[];
}

export class TopEntryAnswer {
  @ApiProperty({ type: String, description: 'id of the entry', example: 's-0588' })
  entry!: string;

  @ApiProperty({ type: String, example: 'rating.given' })
  kind!: string;

  @ApiProperty({ type: String, description: 'of that kind', example: 'Factor rated openly' })
  title!: string;

  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty(optionalText('2026-03-12'))
  effective!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 614 })
  factor!: number | null;

  @ApiProperty({ enum: ['+', '-', '0'], nullable: true, example: null })
  sign!: string | null;

  @ApiProperty({ enum: ['asserted', 'agreed', 'noted', 'disputed', 'remedied'], example: 'asserted' })
  status!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'by how much the score is higher with it than without; null: without it there would be none',
    example: -2.1,
  })
  effect!: number | null;

  @ApiProperty(entryIds('s-0588'))
  entries!: string[];
}

/** The entries that do most to the score. */
export class TopAnswer extends ScoredAnswer {
  @ApiProperty(nullableNumber('what the evidence there is comes to', 60.4753))
  view!: number | null;

  @ApiProperty({ type: [TopEntryAnswer], description: 'the largest effect first' })
  top!: TopEntryAnswer[];
}

export class LevelBeforeAnswer {
  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty({ type: Number, description: '0 to 4; halves where it is the median of several', example: 3 })
  level!: number;

  @ApiProperty({ type: Boolean, example: true })
  evidenced!: boolean;

  @ApiProperty({ type: String, description: 'YYYY-MM-DD', example: '2025-10-12' })
  rated!: string;

  @ApiProperty({ ...entryIds('s-0195'), description: 'ids of the ratings' })
  ratings!: string[];

  @ApiProperty({ ...entryIds('s-0610'), description: 'ids of what was logged on the factor since, the latest first' })
  since!: string[];
}

export class FactorToRateAnswer extends FactorRowAnswer {
  @ApiProperty(optionalText('Settled at the lowest level in time; raising is safe; few go formal.', 'what it is after'))
  aim!: string | null;

  @ApiProperty({ enum: STATUSES, example: 'bilateral' })
  status!: string;

  @ApiProperty({ type: Boolean, description: 'one of those that the default plan has for this quarter', example: true })
  planned!: boolean;

  @ApiProperty({ type: [String], description: 'parties that have not rated it in this quarter', example: ['client'] })
  waitingFor!: string[];

  @ApiProperty({ type: [LevelBeforeAnswer], description: 'what each party said last' })
  levels!: LevelBeforeAnswer[];

  @ApiProperty(entryIds('s-0195', 's-0610'))
  entries!: string[];
}

/** Which factors to rate next: four in each quarter of the calendar, the oldest ratings first. */
export class ToRateAnswer extends ScoredAnswer {
  @ApiProperty({ type: String, example: '2026-Q1' })
  quarter!: string;

  @ApiProperty({ type: [LevelAnswer], description: 'what the levels mean' })
  scale!: readonly LevelAnswer[];

  @ApiProperty({ type: [FactorToRateAnswer] })
  toRate!: FactorToRateAnswer[];
}
