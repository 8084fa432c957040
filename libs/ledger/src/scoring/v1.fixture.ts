import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Severity, Sign } from '../catalogue/catalogue';
import { formatDay, parseDay } from './days';
import type { Line } from './journal.fixture';

interface VectorRating {
  readonly level: number;
  readonly ageDays: number;
  readonly evidenced: boolean;
}
interface Vector {
  readonly asOf: string;
  readonly inputs: readonly {
    readonly factor: number;
    readonly client?: VectorRating;
    readonly provider?: VectorRating;
    readonly jmtAgreedLevel?: number;
    readonly events: readonly {
      readonly sign: number;
      readonly severity: Severity;
      readonly ageDays: number;
      readonly status: string;
    }[];
  }[];
  readonly expected: Readonly<Record<string, unknown>> & {
    readonly groups: Readonly<Record<string, number>>;
    readonly factors: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

const vectors = JSON.parse(readFileSync(join(__dirname, '../../../../test/oracle/vectors.json'), 'utf8')) as {
  readonly vectors: readonly [Vector];
};
export const [v1] = vectors.vectors;
const { asOf } = v1;
const today = parseDay(asOf) ?? 0;

/** Effective, and recorded, so many days before the day of the vector. */
export function ago(ageDays: number): { effective: string; recorded: string } {
  const day = formatDay(today - ageDays);
  return { effective: day, recorded: `${day}T12:00:00Z` };
}

export function rating(party: string, factor: number, { level, ageDays, evidenced }: VectorRating): Line {
  return { kind: 'rating.given', party, factor, level, evidenced, ...ago(ageDays) };
}

/** Agreed entries are the joint ones here: they need no answer. */
export function event(factor: number, sign: Sign, severity: Severity, ageDays = 0, party = 'joint'): Line {
  return { kind: 'note.logged', party, factor, sign, severity, ...ago(ageDays) };
}

/** What V1 of the scoring model says, entry by entry. */
export const journalOfV1: readonly Line[] = v1.inputs.flatMap((input) => [
  ...(input.client === undefined ? [] : [rating('client', input.factor, input.client)]),
  ...(input.provider === undefined ? [] : [rating('provider', input.factor, input.provider)]),
  ...(input.jmtAgreedLevel === undefined
    ? []
    : [
        {
          ...rating('joint', input.factor, { level: input.jmtAgreedLevel, ageDays: 0, evidenced: true }),
          kind: 'rating.jmt-agreed',
        },
      ]),
  ...input.events.flatMap(({ sign, severity, ageDays, status }, place): Line[] => {
    const id = `event-${input.factor}-${place}`;
    const logged = event(
      input.factor,
      sign > 0 ? '+' : '-',
      severity,
      ageDays,
      status === 'agreed' ? 'joint' : 'client',
    );
    const dispute = { kind: 'entry.disputed', party: 'provider', answers: id, recorded: `${asOf}T13:00:00Z` };
    return [{ ...logged, id }, ...(status === 'disputed' ? [dispute] : [])];
  }),
]);
