import type { JsonObject } from '@app/event-store';
import type { Severity, Sign } from '../catalogue/catalogue';

/** A place in the order of what was recorded: scoring.md "Reading the entries" rule 3. */
export interface RecordedPlace {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly recorded: number;
  /** Order in the ledger among entries of the same recorded time. */
  readonly order: number;
}

interface Noted extends RecordedPlace {
  readonly kind: string;
  readonly data: JsonObject;
}

function inOrder(a: RecordedPlace, b: RecordedPlace): number {
  return a.recorded - b.recorded || a.order - b.order;
}

/** Kinds that later entries look back to, and the field that both name. */
const LOOKED_UP: Readonly<Record<string, string>> = {
  'indicator.defined': 'indicator',
  'trust.defined': 'indicator',
  'issue.raised': 'issue',
  'issue.reopened': 'issue',
  'issue.deadline-missed': 'issue',
  'dispute.adjudicated': 'dispute',
};

/** What an entry's sign and severity may follow from, besides its own data: targets, impacts, missed deadlines. */
export class References {
  private readonly noted = new Map<string, Noted[]>();

  static isLookedUp(kind: string): boolean {
    return kind in LOOKED_UP;
  }

  note(kind: string, data: JsonObject, place: RecordedPlace): void {
    const field = LOOKED_UP[kind];
    if (field === undefined) return;
    const key = `${field}:${JSON.stringify(data[field])}`;
    const list = this.noted.get(key);
    const noted = { kind, data, recorded: place.recorded, order: place.order };
    if (list === undefined) this.noted.set(key, [noted]);
    else list.push(noted);
  }

  /** What either of two knows; both go on being added to. */
  static joining(first: KnownReferences, second: KnownReferences): KnownReferences {
    return {
      before: (field, id, place) =>
        [...first.before(field, id, place), ...second.before(field, id, place)].sort(inOrder),
    };
  }

  /** Those about one thing that stand before a place, oldest first. */
  before(field: string, id: unknown, place: RecordedPlace): readonly Noted[] {
    return (this.noted.get(`${field}:${JSON.stringify(id)}`) ?? [])
      .filter(
        (noted) => noted.recorded < place.recorded || (noted.recorded === place.recorded && noted.order < place.order),
      )
      .sort(inOrder);
  }
}

/** References that can be asked. */
export type KnownReferences = Pick<References, 'before'>;

/** Six of the assessments of a leader; whether the other party was consulted is not one of them. */
const LEADER_ASSESSMENTS = [
  'capabilityAssessed', 'aptitudeAssessed', 'commitmentAssessed', 'developmentAgreed', 'behaviourAssessed',
  'interactionAssessed',
] as const; // prettier-ignore

const SEVERITY_OF_IMPACT: Readonly<Record<string, Severity>> = { low: 'minor', medium: 'moderate', high: 'major' };

/**
 * The sign that follows from the data of a `signFrom` kind (scoring.md "Reading the entries" rule 9), or null where the
 * data does not say.
 */
export function signFromData(
  kind: string,
  data: JsonObject,
  place: RecordedPlace,
  references: KnownReferences,
): Sign | null {
  switch (kind) {
    case 'behaviour.observed':
      return data['exhibits'] === 'exhibits' ? '+' : data['exhibits'] === 'breaches' ? '-' : null;
    case 'indicator.measured':
    case 'trust.measured': {
      const defined = references.before('indicator', data['indicator'], place).at(-1);
      const value = data['value'];
      const target = defined?.data['target'];
      if (typeof value !== 'number' || typeof target !== 'number') return null;
      const met = defined?.data['direction'] === 'at-most' ? value <= target : value >= target;
      return met ? '+' : '0';
    }
    case 'leader.appointed': {
      const given = LEADER_ASSESSMENTS.filter((name) => data[name] !== undefined);
      if (given.length === 0) return null;
      return LEADER_ASSESSMENTS.every((name) => data[name] === true) ? '+' : '0';
    }
    case 'issue.resolved': {
      let late = false;
      for (const noted of references.before('issue', data['issue'], place)) {
        late = noted.kind === 'issue.deadline-missed' || (noted.kind !== 'issue.reopened' && late);
      }
      return late ? '0' : null;
    }
    case 'dispute.settled': {
      const decided = references.before('dispute', data['dispute'], place).length > 0;
      return decided ? '0' : null;
    }
    case 'reward.shared':
      return data['mechanism'] === 'pain-share' ? '0' : null;
    default:
      return null;
  }
}

/** The severity that follows from the data of a `severityFrom` kind, or null where it does not say. */
export function severityFromData(
  kind: string,
  data: JsonObject,
  place: RecordedPlace,
  references: KnownReferences,
): Severity | null {
  if (kind !== 'issue.resolved') return null;
  const raised = references.before('issue', data['issue'], place).findLast((noted) => noted.kind === 'issue.raised');
  const impact = raised?.data['impact'];
  return typeof impact === 'string' ? (SEVERITY_OF_IMPACT[impact] ?? null) : null;
}
