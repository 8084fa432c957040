import { ApiProperty } from '@nestjs/swagger';
import { MoneyAnswer, optionalMoney } from './money.answer';
import { EntryStepAnswer, OneEntryAnswer } from './one-entry.answer';
import { RegisterAnswer, entryIds, optionalNumber, optionalText } from './register.answer';

export class MeasurementAnswer extends EntryStepAnswer {
  @ApiProperty(optionalNumber(97.2))
  value!: number | null;

  @ApiProperty(optionalText('2016-04-01'))
  from!: string | null;

  @ApiProperty(optionalText('2017-03-31'))
  until!: string | null;

  @ApiProperty({ type: Boolean, description: 'by the target that held when it was recorded', example: true })
  onTarget!: boolean;

  @ApiProperty(optionalText(null, 'of performance alone'))
  reason!: string | null;

  @ApiProperty({
    enum: ['survey', 'record', 'joint-judgement'],
    nullable: true,
    description: 'of trust alone',
    example: null,
  })
  basis!: string | null;

  @ApiProperty(optionalNumber(null, 'how many were asked; of trust alone'))
  sample!: number | null;
}

export class IndicatorActAnswer extends EntryStepAnswer {
  @ApiProperty(optionalText('Joint look-ahead'))
  action!: string | null;
}

export class UndoneAnswer {
  @ApiProperty({ type: String, description: 'id of the entry that says so', example: 's-0260' })
  entry!: string;

  @ApiProperty(optionalText('2020-04-28', 'the day by which it was due'))
  due!: string | null;
}

export class IndicatorAnswer {
  @ApiProperty({ type: String, example: 'ind-programme' })
  id!: string;

  @ApiProperty(optionalText('Planned works done in their month'))
  title!: string | null;

  @ApiProperty({
    enum: ['on-target', 'off-target', 'not-measured'],
    description: 'of the figure of the latest period',
    example: 'on-target',
  })
  situation!: string;

  @ApiProperty(optionalText('%'))
  unit!: string | null;

  @ApiProperty(optionalNumber(90))
  target!: number | null;

  @ApiProperty({ enum: ['at-least', 'at-most'], nullable: true, example: 'at-least' })
  direction!: string | null;

  @ApiProperty({ enum: ['month', 'quarter', 'year'], nullable: true, example: 'year' })
  every!: string | null;

  @ApiProperty(optionalText('2016-06-02'))
  defined!: string | null;

  @ApiProperty(optionalText('client'))
  definedBy!: string | null;

  @ApiProperty(optionalNumber(93, 'of the latest period'))
  value!: number | null;

  @ApiProperty(optionalText('2025-04-01', 'that period'))
  from!: string | null;

  @ApiProperty(optionalText('2026-03-31'))
  until!: string | null;

  @ApiProperty(optionalText(null, 'until the end of this day the next figure is given; null: none is awaited'))
  figureDue!: string | null;

  @ApiProperty(optionalText(null, 'until the end of this day somebody acts on the miss; null: none waits'))
  actDue!: string | null;

  @ApiProperty({ type: [MeasurementAnswer], description: 'oldest first' })
  measurements!: MeasurementAnswer[];

  @ApiProperty({ type: [IndicatorActAnswer] })
  acts!: IndicatorActAnswer[];

  @ApiProperty({ type: [UndoneAnswer], description: 'misses on which nobody acted in time' })
  unacted!: UndoneAnswer[];

  @ApiProperty({ type: [UndoneAnswer], description: 'reports that were not given in time; of performance alone' })
  overdue!: UndoneAnswer[];

  @ApiProperty({ type: [String], description: 'ids of the deductions that name it; of performance alone', example: [] })
  deductions!: string[];

  @ApiProperty(entryIds('s-0020', 's-0115', 's-0260'))
  entries!: string[];
}

/** The register of performance indicators. */
export class IndicatorsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [IndicatorAnswer] })
  indicators!: IndicatorAnswer[];
}

/** The register of trust indicators. */
export class TrustIndicatorsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [IndicatorAnswer] })
  trustIndicators!: IndicatorAnswer[];
}

class TotalAnswer {
  @ApiProperty({ type: String, description: 'of the effective day', example: '2019/20' })
  financialYear!: string;

  @ApiProperty({ type: String, example: 'GBP' })
  currency!: string;

  @ApiProperty({ type: String, description: 'exact', example: '57000.00' })
  amount!: string;

  @ApiProperty({ type: String, description: 'how much of it all agree to', example: '0' })
  agreed!: string;

  @ApiProperty({ type: String, description: 'how much of it somebody disputes', example: '0' })
  disputed!: string;

  @ApiProperty(entryIds('s-0244'))
  entries!: string[];
}

const PAYMENT_SITUATIONS = ['made', 'late'];

export class PaymentAnswer extends OneEntryAnswer {
  @ApiProperty({ enum: PAYMENT_SITUATIONS, example: 'made' })
  situation!: string;

  @ApiProperty(optionalMoney())
  amount!: MoneyAnswer | null;

  @ApiProperty(optionalText(null, 'party that had to pay what is late'))
  about!: string | null;

  @ApiProperty(optionalText('provider', 'party that was paid'))
  to!: string | null;

  @ApiProperty(optionalText('2018-03-29'))
  due!: string | null;

  @ApiProperty(optionalNumber(0, '0 in time; null where nobody says when it was due'))
  daysLate!: number | null;
}

export class PaymentTotalAnswer extends TotalAnswer {
  @ApiProperty({ enum: PAYMENT_SITUATIONS, example: 'made' })
  situation!: string;
}

/** The register of payments, and of what was not paid when it was due. */
export class PaymentsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [PaymentAnswer] })
  payments!: PaymentAnswer[];

  @ApiProperty({ type: [PaymentTotalAnswer], description: 'by year, currency, and whether it was made or is late' })
  totals!: PaymentTotalAnswer[];
}

export class DeductionAnswer extends OneEntryAnswer {
  @ApiProperty(optionalMoney())
  amount!: MoneyAnswer | null;

  @ApiProperty(optionalText('provider', 'party whose performance it was'))
  about!: string | null;

  @ApiProperty(optionalText('Adjudicator’s decision'))
  reason!: string | null;

  @ApiProperty(optionalText('ind-safety', 'id of the indicator that it rests on'))
  indicator!: string | null;
}

export class DeductionTotalAnswer extends TotalAnswer {
  @ApiProperty({ type: String, example: 'provider' })
  about!: string;
}

/** The register of deductions. */
export class DeductionsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [DeductionAnswer] })
  deductions!: DeductionAnswer[];

  @ApiProperty({ type: [DeductionTotalAnswer], description: 'by year, currency and party' })
  totals!: DeductionTotalAnswer[];
}
