import { ApiProperty } from '@nestjs/swagger';
import { RestsOnImportAnswer, WithoutProtocolAnswer, aboutImport, aboutProtocol } from './on-record.answer';
import { ScoreOutcomeAnswer } from './outcome.answer';
import { optionalText } from './optional-text';

const behind = {
  type: String,
  isArray: true,
  nullable: true,
  description: 'ids of the entries behind it; null for whoever may not read entries',
  example: ['s-0622', 's-0625'],
} as const;

export class CountedAnswer {
  @ApiProperty({ type: Number, example: 1 })
  count!: number;

  @ApiProperty(behind)
  entries!: readonly string[] | null;
}

export class CountedDueAnswer extends CountedAnswer {
  @ApiProperty({ type: Number, description: 'of them', example: 0 })
  overdue!: number;
}

export class PortfolioRowAnswer extends ScoreOutcomeAnswer {
  @ApiProperty({ type: String, example: 'north-road' })
  id!: string;

  @ApiProperty({ type: String, example: 'North road services' })
  title!: string;

  @ApiProperty(optionalText('2019-04-01', 'from which contract years are counted'))
  start!: string | null;

  @ApiProperty(optionalText('2029-03-31'))
  end!: string | null;

  @ApiProperty(optionalText('Year 7'))
  contractYear!: string | null;

  @ApiProperty({ type: String, description: 'the method that its score is of', example: 'mutuality@1.0-draft' })
  factorSet!: string;

  @ApiProperty(aboutImport)
  restsOnImport!: RestsOnImportAnswer | null;

  @ApiProperty({ type: CountedAnswer })
  openIssues!: CountedAnswer;

  @ApiProperty({ type: CountedDueAnswer, description: 'within 90 days' })
  due!: CountedDueAnswer;

  @ApiProperty(aboutProtocol)
  withoutProtocol!: WithoutProtocolAnswer | null;

  @ApiProperty({ type: Boolean, description: 'true: a fictional sample contract', example: false })
  sample!: boolean;
}

export class QuartilesAnswer {
  @ApiProperty({ type: Number, description: 'that stand behind it', example: 7 })
  relationships!: number;

  @ApiProperty({ type: Number, example: 52.4 })
  lowerQuartile!: number;

  @ApiProperty({ type: Number, example: 60.4753 })
  median!: number;

  @ApiProperty({ type: Number, example: 66.1 })
  upperQuartile!: number;
}

const figure = (description: string) => ({
  type: QuartilesAnswer,
  nullable: true,
  description: `${description}; null where too few relationships have one`,
});

export class BenchmarkYearAnswer {
  @ApiProperty({ type: String, description: 'of each contract, whenever that was', example: 'Year 3' })
  year!: string;

  @ApiProperty(figure('the headline at its end'))
  score!: QuartilesAnswer | null;

  @ApiProperty(figure('coverage, 0 to 1'))
  coverage!: QuartilesAnswer | null;

  @ApiProperty(figure('confidence, 0 to 1'))
  confidence!: QuartilesAnswer | null;

  @ApiProperty(figure('alignment'))
  alignment!: QuartilesAnswer | null;
}

export class BenchmarkAnswer {
  @ApiProperty({ type: String, description: 'what it is made of, and how', example: 'of the relationships in this …' })
  definition!: string;

  @ApiProperty({ type: Number, description: 'relationships that must stand behind a figure', example: 5 })
  atLeast!: number;

  @ApiProperty({ type: [BenchmarkYearAnswer], description: 'years of which there is a figure' })
  years!: readonly BenchmarkYearAnswer[];
}

/** Relationships side by side. */
export class PortfolioAnswer {
  @ApiProperty({ type: String, example: '2026-03-31' })
  asOf!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: all that is known now', example: null })
  knownAt!: string | null;

  @ApiProperty({ type: BenchmarkAnswer })
  benchmark!: BenchmarkAnswer;

  @ApiProperty({ type: [PortfolioRowAnswer], description: 'by title' })
  portfolio!: readonly PortfolioRowAnswer[];
}
