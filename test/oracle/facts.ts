import { kindOf, type Fact } from '@app/ledger';

/** Facts written briefly, with the catalogue's defaults where nothing is said; the place in the list is the revision. */
export type BriefFact = Pick<Fact, 'kind' | 'party'> & Partial<Omit<Fact, 'recorded'>> & { readonly recorded: string };

export function factsOf(briefs: readonly BriefFact[]): readonly Fact[] {
  return briefs.map((brief, revision) => {
    const kind = kindOf(brief.kind);
    const recorded = Date.parse(brief.recorded);
    const bears = kind?.answer !== true && kind?.rating !== true;
    return {
      revision,
      id: `e-${revision}`,
      effective: kind?.answer === true ? null : brief.recorded.slice(0, 10),
      factor: kind?.factor ?? null,
      sign: bears ? (kind?.sign ?? null) : null,
      severity: bears ? (kind?.severity ?? null) : null,
      level: null,
      evidenced: null,
      answers: null,
      data: {},
      ledgerRecorded: recorded,
      imported: true,
      ...brief,
      recorded,
    };
  });
}
