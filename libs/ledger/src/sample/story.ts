import type { JsonObject } from '@app/event-store';
import { kindOf, type Severity, type Sign } from '../catalogue/catalogue';
import type { Evidence, JournalLine } from '../entry/entry';
import { SeededRandom } from './seeded-random';

export const SAMPLE_RELATIONSHIP = 'north-road';
/** Stands on every line, so that no part of the sample is ever taken for the record of a real contract. */
export const SAMPLE_SOURCE = 'Fictional sample';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SATURDAY = 6;
const SUNDAY = 0;
/** Logged in the week after it happened, answered within the four weeks that the method asks for. */
const LOGGED_AFTER_DAYS = { least: 0, most: 6 };
const ANSWERED_OF_100 = 35;
const ANSWERED_AFTER_DAYS = { least: 1, most: 24 };

export type SampleParty = 'client' | 'provider' | 'utilities' | 'joint' | 'third-party' | 'ledger';

/** What an entry may say beside its kind, date and text. */
export interface Details {
  readonly data?: JsonObject;
  readonly factor?: number;
  readonly sign?: Sign;
  readonly severity?: Severity;
  readonly level?: number;
  readonly evidenced?: boolean;
  readonly tags?: readonly string[];
  readonly evidence?: readonly Evidence[];
  /** An earlier entry that this one rests on. */
  readonly cites?: Told;
  /** Defaults to the party's contract manager or contract director. */
  readonly member?: string;
  /** Days between the effective day and the recorded one; defaults to some within a week. */
  readonly loggedAfterDays?: number;
}

export interface AnswerDetails {
  /** Defaults to the other of client and provider, for joint and third-party entries to the client. */
  readonly by?: SampleParty;
  /** Days after the entry or its answer before; defaults to some within four weeks. */
  readonly afterDays?: number;
  readonly text?: string;
  readonly data?: JsonObject;
  readonly evidence?: readonly Evidence[];
}

interface Line {
  readonly told: Told;
  readonly recordedMs: number;
  readonly answers: Told | null;
  readonly cites: Told | null;
  readonly body: Omit<JournalLine, 'id' | 'relationship' | 'recorded' | 'answers'>;
}

const MEMBERS: Readonly<Record<SampleParty, string | null>> = {
  client: 'm-client-1',
  provider: 'm-provider-1',
  utilities: 'm-utilities-1',
  joint: null,
  // The client's member keeps the letters of courts and inspectors.
  'third-party': 'm-client-1',
  ledger: null,
};

/** An entry of the story, and the answers that it got: each call adds the next answer, in order of time. */
export class Told {
  constructor(
    private readonly story: Story,
    private readonly kind: string,
    private readonly party: SampleParty,
    private answeredMs: number,
  ) {}

  /** Agreed by the other party, also as less severe: `data: { severity: 'minor' }`. */
  agreed(details: AnswerDetails = {}): this {
    return this.answer('entry.agreed', this.otherParty(), details);
  }

  /** Where all must agree they do; elsewhere silence is as common as an answer, as in any contract. */
  oftenAgreed(): this {
    const needsAll = kindOf(this.kind)?.needsAll === true;
    return needsAll || this.story.random.between(1, 100) <= ANSWERED_OF_100 ? this.agreed() : this;
  }

  noted(text: string, details: AnswerDetails = {}): this {
    return this.answer('entry.noted', this.otherParty(), { text, ...details });
  }

  disputed(text: string, details: AnswerDetails = {}): this {
    return this.answer('entry.disputed', this.otherParty(), { text, ...details });
  }

  /** Put right, as the party says that had complained. */
  remedied(action: string, details: AnswerDetails = {}): this {
    return this.answer('entry.remedied', this.party, { text: action, data: { action }, ...details });
  }

  /** Corrected by its own party: `data` holds what changes. */
  corrected(text: string, data: JsonObject, details: AnswerDetails = {}): this {
    return this.answer('entry.corrected', this.ownParty(), { text, data, ...details });
  }

  voided(text: string, details: AnswerDetails = {}): this {
    return this.answer('entry.voided', this.ownParty(), { text, ...details });
  }

  supportedBy(title: string, details: AnswerDetails = {}): this {
    return this.answer('evidence.added', this.ownParty(), { text: title, evidence: [{ title }], ...details });
  }

  private otherParty(): SampleParty {
    return this.party === 'client' ? 'provider' : 'client';
  }

  private ownParty(): SampleParty {
    return this.party === 'third-party' ? 'client' : this.party;
  }

  private answer(kind: string, party: SampleParty, details: AnswerDetails): this {
    this.answeredMs = this.story.answer(this, kind, details.by ?? party, this.answeredMs, details);
    return this;
  }
}

/**
 * Collects what was told, theme by theme, and hands it out in the order in which the two parties wrote it down. Its
 * only source of variety is the seed: no clock, no chance.
 */
export class Story {
  readonly random: SeededRandom;
  private readonly lines: Line[] = [];

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
  }

  /** `effective` as in a journal: a year, a month, a day or an instant. */
  tell(party: SampleParty, kind: string, effective: string, text: string, details: Details = {}): Told {
    const { loggedAfterDays, cites, member = MEMBERS[party], ...said } = details;
    const afterDays = loggedAfterDays ?? this.random.between(LOGGED_AFTER_DAYS.least, LOGGED_AFTER_DAYS.most);
    const recordedMs = this.officeHours(lastDayMs(effective) + afterDays * DAY_MS);
    const told = new Told(this, kind, party, recordedMs);
    const body = {
      kind,
      effective,
      party,
      ...(member === null ? {} : { member }),
      text,
      ...said,
      source: SAMPLE_SOURCE,
    };
    this.lines.push({ told, recordedMs, answers: null, cites: cites ?? null, body });
    return told;
  }

  /** What the clock of the ledger wrote by itself, in the first minutes of the day after it fell due. */
  derive(kind: string, due: string, text: string, data: JsonObject): Told {
    const recordedMs = lastDayMs(due) + DAY_MS + this.random.between(1, 9) * 60_000;
    const told = new Told(this, kind, 'ledger', recordedMs);
    const body = { kind, effective: due, party: 'ledger', text, data, source: SAMPLE_SOURCE };
    this.lines.push({ told, recordedMs, answers: null, cites: null, body });
    return told;
  }

  /** Answers when the answer was recorded, in milliseconds. */
  answer(told: Told, kind: string, party: SampleParty, earliestMs: number, details: AnswerDetails): number {
    const days = details.afterDays ?? this.random.between(ANSWERED_AFTER_DAYS.least, ANSWERED_AFTER_DAYS.most);
    const recordedMs = Math.max(this.officeHours(earliestMs + days * DAY_MS), earliestMs + HOUR_MS / 2);
    const { text, data, evidence } = details;
    const member = MEMBERS[party];
    const body = {
      kind,
      party,
      ...(member === null ? {} : { member }),
      ...(text === undefined ? {} : { text }),
      ...(data === undefined ? {} : { data }),
      ...(evidence === undefined ? {} : { evidence }),
      source: SAMPLE_SOURCE,
    };
    this.lines.push({ told, recordedMs, answers: told, cites: null, body });
    return recordedMs;
  }

  /** Oldest first by recorded time; ids number the lines in that order. */
  journal(): JournalLine[] {
    const ordered = this.lines.toSorted((one, other) => one.recordedMs - other.recordedMs);
    const ids = new Map<Told, string>();
    return ordered.map(({ told, recordedMs, answers, cites, body }, index) => {
      const id = `s-${String(index + 1).padStart(4, '0')}`;
      if (answers === null) ids.set(told, id);
      const { kind, effective, party, member, text, data, evidence = [], source, ...rest } = body;
      const rests = cites === null ? evidence : [...evidence, { entry: idOf(cites, ids) }];
      return {
        id,
        relationship: SAMPLE_RELATIONSHIP,
        kind,
        ...(effective === undefined ? {} : { effective }),
        recorded: new Date(recordedMs).toISOString().replace('.000Z', 'Z'),
        party,
        ...(member === undefined ? {} : { member }),
        ...rest,
        ...(text === undefined ? {} : { text }),
        ...(data === undefined ? {} : { data }),
        ...(rests.length === 0 ? {} : { evidence: rests }),
        ...(answers === null ? {} : { answers: idOf(answers, ids) }),
        ...(source === undefined ? {} : { source }),
      };
    });
  }

  /** Some minute of a working day, on that day or on the Monday after. */
  private officeHours(aroundMs: number): number {
    const day = new Date(aroundMs - (aroundMs % DAY_MS)).getUTCDay();
    const shiftDays = day === SATURDAY ? 2 : day === SUNDAY ? 1 : 0;
    const minutes = this.random.between(0, 8 * 60 - 1);
    return aroundMs - (aroundMs % DAY_MS) + shiftDays * DAY_MS + 9 * HOUR_MS + minutes * 60_000;
  }
}

function idOf(told: Told, ids: ReadonlyMap<Told, string>): string {
  const id = ids.get(told);
  if (id === undefined)
    throw new Error('The sample cites an entry that was recorded later than the one that cites it.');
  return id;
}

/** Midnight (UTC) of the last day that a date of any precision covers, in milliseconds. */
function lastDayMs(effective: string): number {
  const [year = 0, month = 12] = effective.split('-').map(Number);
  if (effective.length <= 'YYYY-MM'.length) return Date.UTC(year, month, 0);
  const atMs = Date.parse(effective);
  return atMs - (((atMs % DAY_MS) + DAY_MS) % DAY_MS);
}
