import type { Replay } from '@app/ledger';
import { oneDecimal, percent } from './number';
import { table } from './table';

/** The history entry by entry, with the score as it stood after each. */
export function replayText({ steps }: Replay): string {
  return table(
    [
      { title: 'Revision', align: 'right' },
      { title: 'Entry' },
      { title: 'Kind' },
      { title: 'As of' },
      { title: 'Score', align: 'right' },
      { title: 'Level' },
      { title: 'Coverage', align: 'right' },
    ],
    steps.map(({ revision, id, kind, asOf, score, level, coverage }) => [
      String(revision),
      id,
      kind,
      asOf,
      oneDecimal(score),
      level ?? 'insufficient evidence',
      percent(coverage),
    ]),
  );
}
