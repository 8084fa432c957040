import type { ExplanationOnRecord } from '@app/ledger';
import { emphasis } from '../output';
import { idsText } from './ids';
import { oneDecimal } from './number';
import { independentText, knownText } from './score';
import { table } from './table';

/** Weights are small; one decimal would hide what separates them. */
const WEIGHT_DECIMALS = 3;

/** The score of a factor as a sum that can be checked by hand: the formula, then every term with the entry behind it. */
export function explanationText(explanation: ExplanationOnRecord): string {
  const { code, name, score, status, terms, asOf, knownAt, factorSet } = explanation;
  return [
    `${emphasis('bold', `${code} ${name}`)}, as of ${asOf}, ${knownText(knownAt)}, under ${factorSet}`,
    '',
    score === null
      ? `  ${emphasis('yellow', 'Insufficient evidence')}: the factor is ${status}.`
      : `  ${emphasis('bold', oneDecimal(score))}  ${status}${explanation.counted ? '' : ', not counted'}`,
    `  ${terms.formula}`,
    `  Gap between the parties' ratings: ${oneDecimal(terms.gap)}.`,
    `  The events weigh ${weight(terms.cap.weight)} after the limits, ${weight(terms.cap.weightBeforeLimits)} before.`,
    '',
    terms.ratings.length === 0
      ? 'No rating.'
      : table(
          [
            { title: 'Rating' },
            { title: 'Party' },
            { title: 'Level', align: 'right' },
            { title: 'Evidence' },
            { title: 'Effective' },
            { title: 'Age', align: 'right' },
            { title: 'Freshness', align: 'right' },
            { title: 'Weight', align: 'right' },
          ],
          terms.ratings.map((rating) => [
            idsText(rating.entries),
            rating.party,
            String(rating.level),
            rating.evidenced ? 'yes' : 'no',
            rating.effective ?? '–',
            `${rating.ageDays} d`,
            weight(rating.freshness),
            weight(rating.weight),
          ]),
        ),
    '',
    terms.events.length === 0
      ? 'No event.'
      : table(
          [
            { title: 'Event' },
            { title: 'Kind' },
            { title: 'Sign' },
            { title: 'Severity' },
            { title: 'Status' },
            { title: 'Effective' },
            { title: 'Age', align: 'right' },
            { title: 'Freshness', align: 'right' },
            { title: 'Weight', align: 'right' },
          ],
          terms.events.map((event) => [
            event.entry,
            event.kind,
            event.sign,
            event.severity,
            event.status,
            event.effective ?? '–',
            `${event.ageDays} d`,
            weight(event.freshness),
            weight(event.weight),
          ]),
        ),
    ...independentText(explanation.independent),
  ].join('\n');
}

function weight(value: number): string {
  return value.toFixed(WEIGHT_DECIMALS);
}
