import { isObject, type OcdsObject } from './fields';
import { MAX_FIELDS_TOLD } from './limits';

/** What of a file is not taken over. */
export interface NotTaken {
  /** Without the places in lists: `tender.documents`. */
  readonly field: string;
  /** Of a list, how many items. */
  readonly count: number;
  /** Null of a field that the ledger has no place for. */
  readonly why: string | null;
}

/** Fields that are taken over; true of one that is taken whole. */
interface Taken {
  readonly [field: string]: true | Taken;
}

const PERIOD: Taken = { startDate: true, endDate: true };
const TERM: Taken = { ...PERIOD, maxExtentDate: true };
const VALUE: Taken = { amount: true, currency: true };
const IDENTIFIER: Taken = { scheme: true, id: true, legalName: true };
const ORGANISATION: Taken = { id: true, name: true, identifier: IDENTIFIER };
const OBSERVATION: Taken = { id: true, notes: true, period: PERIOD, measure: true, value: VALUE, unit: { name: true } };
const METRIC: Taken = { id: true, title: true, observations: OBSERVATION };
const AMENDMENT: Taken = { id: true, date: true, rationale: true, description: true, changes: { property: true } };
const MILESTONE: Taken = {
  id: true,
  title: true,
  description: true,
  dueDate: true,
  dateMet: true,
  dateModified: true,
  status: true,
};
const TRANSACTION: Taken = {
  id: true,
  date: true,
  value: VALUE,
  amount: VALUE,
  payer: ORGANISATION,
  payee: ORGANISATION,
  providerOrganization: IDENTIFIER,
  receiverOrganization: IDENTIFIER,
};
const FAILURE: Taken = {
  id: true,
  category: true,
  events: true,
  period: PERIOD,
  penaltyContracted: true,
  penaltyImposed: true,
  penaltyPaid: true,
};
const RELEASE: Taken = {
  ocid: true,
  id: true,
  date: true,
  tag: true,
  buyer: ORGANISATION,
  parties: { ...ORGANISATION, roles: true },
  tender: { title: true, procuringEntity: ORGANISATION },
  awards: { id: true, title: true, suppliers: ORGANISATION, contractPeriod: TERM },
  contracts: {
    id: true,
    awardID: true,
    title: true,
    status: true,
    statusDetails: true,
    dateSigned: true,
    period: TERM,
    renewal: { description: true },
    value: VALUE,
    suppliers: ORGANISATION,
    signatories: ORGANISATION,
    amendment: AMENDMENT,
    amendments: AMENDMENT,
    milestones: MILESTONE,
    riskAllocation: { id: true, category: true, description: true, allocation: true, mitigation: true, notes: true },
    agreedMetrics: { ...METRIC, description: true },
    implementation: {
      milestones: MILESTONE,
      transactions: TRANSACTION,
      performanceFailures: FAILURE,
      metrics: METRIC,
    },
  },
};
/** Told by their fields; of any other field that has no place the name of the whole is enough. */
const SECTIONS: ReadonlySet<string> = new Set(['planning', 'bids']);

/** Counts what of releases is not taken over. */
export class NotTakenCount {
  private readonly counts = new Map<string, { field: string; count: number; why: string | null }>();
  private beyond = 0;

  /** Every field of a release that has no place in the ledger. */
  look(release: OcdsObject): void {
    this.lookInto(release, RELEASE, '');
  }

  /** @param path as it stands in the file: `releases[0].contracts[1].status` */
  readonly omit = (path: string, why: string): void => {
    const field = path.replace(/\[\d+\]/g, '').replace(/^(releases|records(\.releases|\.compiledRelease)?)\./, '');
    this.add(field, 1, why);
  };

  /** The most frequent first. */
  list(): readonly NotTaken[] {
    const listed = [...this.counts.values()].sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
    return this.beyond === 0 ? listed : [...listed, { field: 'other fields', count: this.beyond, why: null }];
  }

  private lookInto(value: unknown, taken: Taken, path: string): void {
    if (Array.isArray(value)) for (const item of value) this.lookInto(item, taken, path);
    else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        const place = Object.hasOwn(taken, name) ? taken[name] : SECTIONS.has(name) && path === '' ? {} : undefined;
        const field = path === '' ? name : `${path}.${name}`;
        if (typeof place === 'object') this.lookInto(inner, place, field);
        else if (place === undefined && inner !== null) this.add(field, Array.isArray(inner) ? inner.length : 1, null);
      }
    }
  }

  private add(field: string, count: number, why: string | null): void {
    const key = `${field}\n${why ?? ''}`;
    const found = this.counts.get(key);
    if (found !== undefined) found.count += count;
    else if (this.counts.size < MAX_FIELDS_TOLD) this.counts.set(key, { field, count, why });
    else this.beyond += count;
  }
}
