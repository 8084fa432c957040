import type { ToRate } from '@app/ledger';
import { plain } from './plain';
import { questionText } from './question';

/** What to rate next, on a terminal, with what each factor is after: too long for a table. */
export function toRateText(answer: ToRate): string {
  const aims = answer.toRate.flatMap(({ factor, aim }) => (aim === null ? [] : [`  ${factor}  ${plain(aim)}`]));
  return [
    questionText('to-rate', answer),
    ...(aims.length === 0 ? [] : [['What they are after:', ...aims].join('\n')]),
  ].join('\n\n');
}
