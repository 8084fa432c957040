import type { Benefit, BenefitRegister } from '@app/ledger';
import { registerText } from './register';
import { table } from './table';

type Money = NonNullable<Benefit['forecast']>;

/** The benefits on a terminal; what else is known of each, and the totals, `--json` says. */
export function benefitsText(register: BenefitRegister): string {
  const { benefits } = register;
  if (benefits.length === 0) return registerText(register, 'No benefit yet.');
  return registerText(
    register,
    table(
      [
        { title: 'Benefit' },
        { title: 'Title' },
        { title: 'Situation' },
        { title: 'To' },
        { title: 'Type' },
        { title: 'Cashability' },
        { title: 'From' },
        { title: 'Until' },
        { title: 'Forecast', align: 'right' },
        { title: 'Realised', align: 'right' },
        { title: 'Validated', align: 'right' },
        { title: 'Missed', align: 'right' },
        { title: 'Because of' },
        { title: 'Entries', align: 'right' },
      ],
      benefits.map((benefit) => [
        benefit.id,
        benefit.title ?? '–',
        benefit.situation,
        benefit.to ?? '–',
        benefit.type ?? '–',
        benefit.cashability ?? '–',
        benefit.from ?? '–',
        benefit.until ?? '–',
        moneyText(benefit.forecast === null ? [] : [benefit.forecast]),
        moneyText(benefit.realised),
        moneyText(benefit.validated),
        moneyText(benefit.missed),
        benefit.because ?? '–',
        String(benefit.entries.length),
      ]),
    ),
  );
}

function moneyText(sums: readonly Money[]): string {
  return sums.map(({ amount, currency }) => `${amount} ${currency}`).join(', ') || '–';
}
