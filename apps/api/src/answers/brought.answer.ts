import { ApiProperty } from '@nestjs/swagger';
import { FigureAnswer } from './figures.answer';
import { MoneyAnswer, optionalMoney } from './money.answer';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class BroughtTotalAnswer {
  @ApiProperty({ type: String, example: 'GBP' })
  currency!: string;

  @ApiProperty({ type: FigureAnswer })
  forecast!: FigureAnswer;

  @ApiProperty({ type: FigureAnswer })
  realised!: FigureAnswer;

  @ApiProperty({ type: FigureAnswer, description: 'of the realised: money that can be spent elsewhere' })
  cashable!: FigureAnswer;

  @ApiProperty({
    type: FigureAnswer,
    description: 'of the realised: what finance teams or auditors stand behind, as its entries say and nobody disputes',
  })
  validated!: FigureAnswer;

  @ApiProperty({
    type: FigureAnswer,
    description: 'of the realised: what would have come without working together too, as its forecast says',
  })
  anyway!: FigureAnswer;

  @ApiProperty({ type: FigureAnswer })
  missed!: FigureAnswer;

  @ApiProperty({ type: FigureAnswer })
  disbenefit!: FigureAnswer;

  @ApiProperty({ type: FigureAnswer, description: 'of collaborating' })
  cost!: FigureAnswer;
}

export class BroughtPartyAnswer extends BroughtTotalAnswer {
  @ApiProperty({
    type: String,
    description: 'a party, `both` (split between none), `community`, `partner`, or `unstated`',
    example: 'both',
  })
  party!: string;
}

export class BroughtYearAnswer {
  @ApiProperty({ type: String, example: '2018/19' })
  year!: string;

  @ApiProperty({ type: String, example: '2018-04-01' })
  from!: string;

  @ApiProperty({ type: String, example: '2019-03-31' })
  to!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'headline at the end of the year, or on the day of the question in the year it lies in',
    example: 64.8,
  })
  score!: number | null;

  @ApiProperty(optionalText('Established'))
  level!: string | null;

  @ApiProperty(optionalText('2019-03-31', 'day of that score; null of a year that had not begun'))
  scoreOn!: string | null;

  @ApiProperty({ type: [BroughtTotalAnswer], description: 'of all, one for each currency' })
  totals!: BroughtTotalAnswer[];

  @ApiProperty({ type: [BroughtPartyAnswer], description: 'one for each party and currency' })
  parties!: BroughtPartyAnswer[];

  @ApiProperty({ ...entryIds('s-0221'), description: 'ids of the entries about value that name no amount' })
  withoutAmount!: string[];
}

/** What working together brought, with the score of the time. */
export class BroughtAnswer extends RegisterAnswer {
  @ApiProperty({
    type: String,
    example: 'The score and what was brought stand side by side; that is not proof of cause.',
  })
  note!: string;

  @ApiProperty({
    type: String,
    description: 'how amounts come into years and to parties',
    example: 'An amount counts whole in the year in which its period ends.',
  })
  attribution!: string;

  @ApiProperty(optionalText('2016-04-01', 'from which contract years are counted'))
  start!: string | null;

  @ApiProperty(optionalMoney('of the contract, as it was established with; shares are of it'))
  annualValue!: MoneyAnswer | null;

  @ApiProperty(optionalText('s-0001', 'id of the entry that says it'))
  annualValueEntry!: string | null;

  @ApiProperty({ type: [BroughtYearAnswer], description: 'April to March' })
  financialYears!: BroughtYearAnswer[];

  @ApiProperty({ type: [BroughtYearAnswer], description: 'from the day on which the relationship began' })
  contractYears!: BroughtYearAnswer[];
}
