/** What a choice of a tile says of the entry already: fields of `data`, and the sign where the kind asks for one. */
export interface Preset {
  readonly sign?: '+' | '-' | '0';
  readonly data?: Readonly<Record<string, string>>;
}

export interface KindOfTile extends Preset {
  readonly kind: string;
}

export const TILES = ['went-well', 'fell-short', 'we-agreed', 'worry', 'figure', 'came-or-went'] as const;
export type Tile = (typeof TILES)[number];

/** The kinds of each tile, what is logged most first; the form opens with that. Everything else is found by searching. */
export const KINDS_OF_TILES: Readonly<Record<Tile, readonly KindOfTile[]>> = {
  'went-well': [
    { kind: 'note.logged', sign: '+' },
    { kind: 'behaviour.observed', data: { exhibits: 'exhibits' } },
    { kind: 'milestone.met' },
    { kind: 'issue.resolved' },
    { kind: 'risk.mitigated' },
    { kind: 'idea.implemented' },
    { kind: 'lesson.applied' },
    { kind: 'knowledge.shared' },
  ],
  'fell-short': [
    { kind: 'note.logged', sign: '-' },
    { kind: 'behaviour.observed', data: { exhibits: 'breaches' } },
    { kind: 'decision.late' },
    { kind: 'process.bypassed' },
    { kind: 'knowledge.withheld' },
    { kind: 'milestone.missed' },
    { kind: 'meeting.missed' },
    { kind: 'payment.late' },
  ],
  'we-agreed': [
    { kind: 'decision.recorded' },
    { kind: 'meeting.held' },
    { kind: 'objective.proposed' },
    { kind: 'objective.agreed' },
    { kind: 'milestone.set' },
    { kind: 'principle.agreed' },
    { kind: 'issue.extended' },
    { kind: 'plan.agreed' },
  ],
  worry: [
    { kind: 'issue.raised' },
    { kind: 'warning.given' },
    { kind: 'risk.raised' },
    { kind: 'issue.escalated' },
    { kind: 'risk.assessed' },
    { kind: 'risk.materialised' },
    { kind: 'issue.reopened' },
    { kind: 'dispute.notified' },
  ],
  figure: [
    { kind: 'indicator.measured' },
    { kind: 'trust.measured' },
    { kind: 'benefit.realised' },
    { kind: 'benefit.forecast' },
    { kind: 'cost.incurred' },
    { kind: 'payment.made' },
    { kind: 'target.met' },
    { kind: 'deduction.applied' },
  ],
  'came-or-went': [
    { kind: 'leader.departed' },
    { kind: 'leader.appointed' },
    { kind: 'sponsor.changed' },
    { kind: 'sponsor.appointed' },
    { kind: 'member.admitted' },
    { kind: 'member.withdrawn' },
    { kind: 'party.joined' },
    { kind: 'party.left' },
  ],
};

/** All that an auditor may log. */
export const AUDITOR_KINDS: readonly KindOfTile[] = [
  { kind: 'finding.raised' },
  { kind: 'finding.closed' },
  { kind: 'audit.opened' },
];

/** What the tile says of an entry of that kind. */
export function presetOf(tile: Tile | undefined, kind: string): Preset {
  const found = tile === undefined ? undefined : KINDS_OF_TILES[tile].find((each) => each.kind === kind);
  return found ?? {};
}
