import type { EventToAppend } from '@app/event-store';
import { sha256OfJson } from '@app/integrity';
import { Problem } from '../problems';
import { parseInstant } from '../scoring/days';
import { checkBody } from './check';
import { ledgerDecider, type LedgerCommand } from './decide';
import type { EntryBody } from './entry';
import type { Views } from '../views';
import { entryOf, envelopeOf, factOf, streamOf } from './read';
import type { LedgerState } from './state';
import { commandIdOf } from './write';

const SALT = Buffer.alloc(32, 1).toString('base64url');
const START = parseInstant('2026-01-05T09:00:00Z') ?? 0;
const HOUR_MS = 3_600_000;

/** Tells the life of one relationship to the pure decider, an hour between entries. */
export class Ledger {
  private state: LedgerState = ledgerDecider.initial(streamOf('road'));
  private now = START;
  readonly events: EventToAppend[] = [];

  constructor() {
    const data = { title: 'Road', client: 'Council', provider: 'Contractor', start: '2026-01-01' };
    this.take({ kind: 'relationship.established', effective: '2026-01-01', data }, 'client', true);
  }

  /** The party logs it; answers the entry's id. */
  logs(party: string, body: Partial<EntryBody> & { readonly kind: string }): string {
    return this.take({ ...(body.answers === undefined ? { effective: '2026-01-05' } : {}), ...body }, party, false);
  }

  /** The code with which it is refused. */
  refuses(party: string, body: Partial<EntryBody> & { readonly kind: string }): string {
    try {
      this.logs(party, body);
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
    return 'taken';
  }

  /** Both parties: one logs it, the other agrees. */
  agree(body: Partial<EntryBody> & { readonly kind: string }): string {
    const id = this.logs('client', body);
    this.logs('provider', { kind: 'entry.agreed', answers: id });
    return id;
  }

  status(id: string): string | undefined {
    return this.state.reading.entry(id)?.statusWord;
  }

  /** What was logged so far, for queries to read. */
  views(): Views {
    const recorded = this.events.map((event, revision) => ({
      ...event,
      stream: streamOf('road'),
      revision,
      position: String(revision).padStart(16, '0'),
    }));
    const entries = recorded.map(entryOf);
    return {
      relationships: () => Promise.resolve([]),
      relationship: () => Promise.resolve(null),
      facts: (relationship) => Promise.resolve(relationship === 'road' ? recorded.map(factOf) : null),
      entries: (_, { ids }) => Promise.resolve(entries.filter(({ id }) => ids?.includes(id) ?? true)),
    };
  }

  /** What the last entry's envelope says. */
  last(): ReturnType<typeof envelopeOf> {
    const event = this.events.at(-1);
    if (event === undefined) throw new Error('nothing is logged yet');
    return envelopeOf(event);
  }

  private take(body: Partial<EntryBody>, party: string, establishes: boolean): string {
    const key = String(this.events.length);
    const command: LedgerCommand = {
      id: commandIdOf('road', `m-${party}`, key),
      hash: sha256OfJson({ party, key }),
      body: checkBody(body, 'live'),
      author:
        party === 'third-party'
          ? { party, member: 'm-client', loggedBy: 'client' }
          : { party, member: `m-${party}`, loggedBy: null },
      now: this.now,
      salt: SALT,
      establishes,
    };
    const events = ledgerDecider.decide(command, this.state);
    for (const event of events) {
      const revision = this.state.revision + 1;
      this.state = ledgerDecider.evolve(this.state, { ...event, stream: streamOf('road'), revision });
    }
    this.events.push(...events);
    this.now += HOUR_MS;
    return this.last().id;
  }
}
