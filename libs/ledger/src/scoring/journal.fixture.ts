import type { Fact } from './fact';
import { parseInstant, parseKnownAt } from './days';
import { kindOf } from '../catalogue/catalogue';

/** What a specification says of an entry; the rest is as the catalogue has it. */
export type Line = Partial<Omit<Fact, 'recorded' | 'revision'>> & { readonly kind: string; readonly recorded?: string };

const RECORDED = '2019-06-20T10:00:00Z';

/** The facts of a journal in ledger order; ids are `e0`, `e1`, ... where none are given. */
export function facts(...lines: readonly Line[]): Fact[] {
  return lines.map((line, revision) => {
    const kind = kindOf(line.kind);
    const recorded = parseInstant(line.recorded ?? RECORDED) ?? parseKnownAt(line.recorded ?? RECORDED) ?? 0;
    const signed = kind?.answer !== true && kind?.rating !== true;
    return {
      id: `e${revision}`,
      party: 'client',
      ledgerRecorded: recorded,
      imported: true,
      effective: kind?.answer === true ? null : (line.recorded ?? RECORDED).slice(0, 10),
      factor: kind?.factor ?? null,
      sign: signed ? (kind?.sign ?? '0') : null,
      severity: signed ? (kind?.severity ?? null) : null,
      level: null,
      evidenced: null,
      answers: null,
      data: {},
      ...line,
      recorded,
      revision,
    };
  });
}
