import type { Clocks } from '../parameters';
import { measuredIn, type Indicator } from '../performance/indicators.queries';
import type { RegisterDates } from '../register';
import type { Views } from '../views';

export interface TrustIndicatorRegister extends RegisterDates {
  readonly trustIndicators: readonly Indicator[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function trustIndicatorsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<TrustIndicatorRegister> {
  const { dates, rows } = await measuredIn(views, relationship, 'trust', clocks, now);
  return { ...dates, trustIndicators: rows };
}
