import type { EventToAppend, JsonObject } from '@app/event-store';
import { partyKeyIdOf, sha256OfJson, signStatement, type KeyPair } from '@app/integrity';
import { AUDITOR } from '../catalogue/auditor';
import { Problem } from '../problems';
import { dutiesOf, isSettled, takenBack } from '../due/duties';
import { dutyLedger, isMissed, missedData } from '../due/duty';
import { roleAmong } from '../leadership/roles';
import { formatDay, parseInstant } from '../scoring/days';
import { ofClientAlone } from '../selection/selection';
import { checkBody } from './check';
import { signsOwed } from '../issues/reopened';
import { signedBodyOf } from '../keys/signed-words';
import { ledgerDecider, type LedgerCommand } from './decide';
import type { CheckpointSeen, EntryBody } from './entry';
import type { Views } from '../views';
import { entryOf, envelopeOf, factOf, streamOf } from './read';
import type { LedgerState } from './state';
import { commandIdOf } from './command-id';
import type { SignedBody } from './write';

const SALT = Buffer.alloc(32, 1).toString('base64url');
const START = parseInstant('2026-01-05T09:00:00Z') ?? 0;
const HOUR_MS = 3_600_000;

type Said = Partial<EntryBody> & { readonly kind: string };

/** What stands behind an entry, besides its party. */
export interface Behind {
  /** A sponsor of the party logs it. */
  readonly sponsor?: true;
  /** It is signed with this key … */
  readonly keys?: KeyPair;
  /** … by this id instead of its own. */
  readonly keyId?: string;
  /** This very signature is sent with it. */
  readonly signed?: SignedBody;
  readonly checkpointSeen?: CheckpointSeen;
}

/** Tells the life of one relationship to the pure decider, an hour between entries. */
export class Ledger {
  private state: LedgerState = ledgerDecider.initial(streamOf('road'));
  private now = START;
  readonly events: EventToAppend[] = [];

  /**
   * @param terms of the relationship, besides its title, parties and start
   * @param isSelection it is a partner selection, of the client alone
   */
  constructor(
    terms: JsonObject = {},
    private readonly isSelection = false,
  ) {
    const data = { title: 'Road', client: 'Council', provider: 'Contractor', start: '2026-01-01', ...terms };
    this.take({ kind: 'relationship.established', effective: '2026-01-01', data }, 'client', true);
  }

  /** The party, or the auditor, logs it; answers the entry's id. */
  logs(party: string, body: Said, behind: Behind = {}): string {
    const said = { ...(body.answers === undefined ? { effective: '2026-01-05' } : {}), ...body };
    return this.take(said, party, false, behind);
  }

  /** The next entry is recorded then: an instant, RFC 3339. */
  at(instant: string): this {
    this.now = parseInstant(instant) ?? NaN;
    return this;
  }

  /** The ledger itself records then what was missed, and takes back what was not; answers the ids of those entries. */
  strikes(instant: string): string[] {
    this.at(instant);
    const { reading, roles } = this.state;
    const ledger = dutyLedger(
      reading,
      Infinity,
      roleAmong((id) => roles.get(id)),
    );
    const duties = dutiesOf(ledger, this.now);
    const signs = signsOwed(this.state.reading);
    const voids = takenBack(ledger, duties).map(([{ fact }]) => fact.id);
    const missed = duties
      .filter((duty) => isMissed(duty, this.now) && !isSettled(ledger, duty))
      .map((duty) => {
        const { missed, dueDay } = duty;
        return this.take({ kind: missed ?? '', effective: formatDay(dueDay), data: missedData(duty) }, 'ledger', false);
      });
    return [
      ...missed,
      ...voids.map((answers) => this.take({ kind: 'entry.voided', answers, text: 'x' }, 'ledger', false)),
      ...signs.map(({ resolution, sign }) =>
        this.take({ kind: 'entry.corrected', answers: resolution.fact.id, text: 'x', data: { sign } }, 'ledger', false),
      ),
    ];
  }

  /** The code with which it is refused. */
  refuses(party: string, body: Said, behind: Behind = {}): string {
    try {
      this.logs(party, body, behind);
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
    return 'taken';
  }

  /** Both parties: one logs it, the other agrees. */
  agree(body: Said): string {
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

  private take(body: Partial<EntryBody>, party: string, establishes: boolean, behind: Behind = {}): string {
    const key = String(this.events.length);
    const id = commandIdOf('road', `m-${party}`, key);
    const { sponsor = false, checkpointSeen = null } = behind;
    const checked = checkBody(body, party === 'ledger' ? 'ledger' : 'live');
    const command: LedgerCommand = {
      id,
      hash: sha256OfJson({ party, key }),
      body: establishes && this.isSelection ? ofClientAlone(checked) : checked,
      author:
        party === 'third-party'
          ? { party, member: 'm-client', loggedBy: 'client', sponsor }
          : party === AUDITOR
            ? { party: 'third-party', member: 'm-auditor', loggedBy: AUDITOR }
            : { party, member: party === 'ledger' ? null : `m-${party}`, loggedBy: null, sponsor },
      now: this.now,
      salt: SALT,
      checkpointSeen,
      signed: behind.signed ?? signedBy(behind, body, { party, commandId: id }),
      establishes,
      byLedger: party === 'ledger',
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

/** As the client of a party makes it. */
function signedBy(
  { keys, keyId, checkpointSeen }: Behind,
  body: Partial<EntryBody>,
  { party, commandId }: { readonly party: string; readonly commandId: string },
): SignedBody | null {
  if (keys === undefined) return null;
  const key = keyId ?? partyKeyIdOf(keys.publicKey);
  const { signature, body: canonical } = signedBodyOf({ ...body }, { key, nonce: SALT, value: '' });
  const { kind = '', effective = null, answers = null } = body;
  const statement = { relationship: 'road', commandId, party, kind, effective, answers, body: signature.body };
  return {
    signature: { ...signature, value: signStatement({ ...statement, checkpointSeen: checkpointSeen ?? null }, keys) },
    body: canonical,
  };
}
