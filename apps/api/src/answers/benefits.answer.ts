import { ApiProperty } from '@nestjs/swagger';
import { FigureAnswer } from './figures.answer';
import { MoneyAnswer, optionalMoney } from './money.answer';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

const TYPES = [
  'productivity', 'shared-resource', 'new-revenue', 'innovation', 'value-for-money', 'avoided-re-procurement', 'social',
  'reputational', 'environmental', 'political',
]; // prettier-ignore
const CASHABILITIES = ['cashable', 'cost-avoided', 'non-cashable'];

export class BenefitReportAnswer {
  @ApiProperty({ type: String, example: 's-0132' })
  entry!: string;

  @ApiProperty({ enum: ['realised', 'missed'], example: 'realised' })
  says!: string;

  @ApiProperty(optionalText('2018-04-12'))
  effective!: string | null;

  @ApiProperty({ type: String, example: 'client' })
  by!: string;

  @ApiProperty({ enum: ['asserted', 'agreed', 'noted', 'disputed', 'remedied'], example: 'agreed' })
  status!: string;

  @ApiProperty(optionalText('2017-09-01'))
  from!: string | null;

  @ApiProperty(optionalText('2018-04-12'))
  until!: string | null;

  @ApiProperty(optionalMoney())
  amount!: MoneyAnswer | null;

  @ApiProperty(optionalText('Ledger against baseline'))
  measured!: string | null;

  @ApiProperty(optionalText('both-finance', 'as the entry says; null of a miss'))
  validatedBy!: string | null;

  @ApiProperty(optionalText(null, 'why it was missed'))
  reason!: string | null;
}

export class BenefitAnswer {
  @ApiProperty({ type: String, example: 'ben-night' })
  id!: string;

  @ApiProperty(optionalText('Fewer detours, faster gangs'))
  title!: string | null;

  @ApiProperty({
    enum: ['forecast', 'realised', 'missed', 'unreported'],
    description: '`unreported`: the time to report is over, and nobody did',
    example: 'realised',
  })
  situation!: string;

  @ApiProperty({ enum: TYPES, nullable: true, example: 'productivity' })
  type!: string | null;

  @ApiProperty({ enum: CASHABILITIES, nullable: true, example: 'cashable' })
  cashability!: string | null;

  @ApiProperty({ enum: ['client', 'provider', 'both', 'community', 'partner'], nullable: true, example: 'both' })
  to!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  recurring!: boolean | null;

  @ApiProperty(optionalText('2017-09-01', 'of the forecast'))
  from!: string | null;

  @ApiProperty(optionalText('2018-04-12', 'of the forecast'))
  until!: string | null;

  @ApiProperty(optionalMoney())
  forecast!: MoneyAnswer | null;

  @ApiProperty({ type: [MoneyAnswer], description: 'one sum for each currency' })
  realised!: MoneyAnswer[];

  @ApiProperty({ type: [MoneyAnswer], description: 'of the realised' })
  validated!: MoneyAnswer[];

  @ApiProperty({ type: [MoneyAnswer] })
  missed!: MoneyAnswer[];

  @ApiProperty(optionalText('The year before'))
  baseline!: string | null;

  @ApiProperty(optionalText(null, 'how it is measured where it is no money'))
  measure!: string | null;

  @ApiProperty({
    enum: ['collaboration', 'partly-collaboration', 'would-have-happened-anyway'],
    nullable: true,
    example: 'collaboration',
  })
  because!: string | null;

  @ApiProperty(optionalText('idea-night', 'id of what it came from'))
  cameFrom!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'code of the factor that helped most', example: 610 })
  helpedByFactor!: number | null;

  @ApiProperty(optionalText('2017-09-18'))
  forecastOn!: string | null;

  @ApiProperty(optionalText('provider'))
  forecastBy!: string | null;

  @ApiProperty({ type: [BenefitReportAnswer] })
  reports!: BenefitReportAnswer[];

  @ApiProperty(optionalText('2018-04-26', 'until the end of this day somebody reports what came of it'))
  reportDue!: string | null;

  @ApiProperty(optionalText(null, 'id of the entry that says that nobody did'))
  unreported!: string | null;

  @ApiProperty(entryIds('s-0117', 's-0132'))
  entries!: string[];
}

export class BenefitTotalAnswer {
  @ApiProperty({
    type: String,
    description: 'in which the period ends; of a miss the period that was forecast',
    example: '2018/19',
  })
  financialYear!: string;

  @ApiProperty(optionalText('Year 2', 'likewise'))
  contractYear!: string | null;

  @ApiProperty({ type: String, example: 'both' })
  to!: string;

  @ApiProperty({ enum: TYPES, nullable: true, example: 'productivity' })
  type!: string | null;

  @ApiProperty({ enum: CASHABILITIES, nullable: true, example: 'cashable' })
  cashability!: string | null;

  @ApiProperty({ type: String, example: 'GBP' })
  currency!: string;

  @ApiProperty({ type: FigureAnswer })
  forecast!: FigureAnswer;

  @ApiProperty({ type: FigureAnswer })
  realised!: FigureAnswer;

  @ApiProperty({ type: FigureAnswer })
  validated!: FigureAnswer;

  @ApiProperty({ type: FigureAnswer })
  missed!: FigureAnswer;
}

/** The register of benefits. */
export class BenefitsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [BenefitAnswer] })
  benefits!: BenefitAnswer[];

  @ApiProperty({
    type: [BenefitTotalAnswer],
    description: 'by both years, whom they come to, type, cashability and currency',
  })
  totals!: BenefitTotalAnswer[];
}
