import type { JsonObject } from '@app/event-store';
import { SEVERITIES, kindOf, type Kind, type Severity, type Sign } from '../catalogue/catalogue';
import { dayOf, effectiveDay } from './days';
import type { Fact } from './fact';

export type EntryStatus = 'asserted' | 'agreed' | 'disputed' | 'voided';
/** The corroboration of an entry in the words of the domain: as `status`, and the two that only readers need. */
export type StatusWord = EntryStatus | 'noted' | 'remedied';
export type AnswerWord = 'agreed' | 'disputed' | 'noted';

/** What a party's latest answer says, since the last correction. */
export interface StandingAnswer {
  readonly party: string;
  readonly word: AnswerWord;
  /** Severity that an agreement names. */
  readonly severity: Severity | null;
  /** UTC day on which this word was first recorded; saying it again does not restart it. */
  readonly sinceDay: number;
}

/** An entry as its corrections and answers leave it ("Reading the entries", rules 5, 6 and 7). */
export interface EntryReading {
  readonly fact: Fact;
  /** Place among the entries as they were learned, from 0. */
  readonly index: number;
  readonly kind: Kind | undefined;
  /** Effective day, as corrected; of a coarse date capped by the entry's own recorded day. */
  readonly day: number;
  /** Effective date as corrected, as precise as it was given. */
  readonly effective: string | null;
  readonly factor: number | null;
  readonly sign: Sign | null;
  /** As it counts: the lowest of the author's and of the standing agreements'. Null without a sign + or -. */
  readonly severity: Severity | null;
  /** The author's own, as corrected. */
  readonly authorSeverity: Severity | null;
  readonly level: number | null;
  readonly evidenced: boolean | null;
  readonly data: JsonObject;
  readonly status: EntryStatus;
  readonly statusWord: StatusWord;
  /** Put right, and not corrected since; a later dispute does not end it. */
  readonly remedied: boolean;
  /** False only for kinds that need all parties, while they are not agreed (rule 7), and for voided entries. */
  readonly inEffect: boolean;
  /** UTC day from which the current agreement stands unbroken; null while it is not agreed. */
  readonly agreedSinceDay: number | null;
  /** UTC day of the youngest of the standing disputes; null without one. */
  readonly disputedSinceDay: number | null;
  /** Latest answer of each party since the last correction. */
  readonly answers: readonly StandingAnswer[];
  /** All entries that answer this one, by recorded time and place in the ledger. */
  readonly answerFacts: readonly Fact[];
  /** Their ids. */
  readonly answeredBy: readonly string[];
}

/** (effective day, recorded time, place in the ledger): reading rule 3. */
export function compareEntries(a: EntryReading, b: EntryReading): number {
  return a.day - b.day || a.fact.recorded - b.fact.recorded || a.fact.revision - b.fact.revision;
}

/**
 * As the record tells it, in which things follow from each other whatever dates they bear: by recorded time and place in
 * the ledger. An import may hold its lines in any order: those that claim the same time, or none, follow by their days.
 */
export function compareRecorded(a: EntryReading, b: EntryReading): number {
  const days = a.fact.imported && b.fact.imported ? a.day - b.day : 0;
  return a.fact.recorded - b.fact.recorded || days || a.fact.revision - b.fact.revision;
}

const NONE: readonly Fact[] = [];
const NO_ANSWERS: readonly StandingAnswer[] = [];
const ANSWER_WORDS: Readonly<Record<string, AnswerWord>> = {
  'entry.agreed': 'agreed',
  'entry.disputed': 'disputed',
  'entry.noted': 'noted',
};

/** The lower of two severities. */
function lowerSeverity(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(b) < SEVERITIES.indexOf(a) ? b : a;
}

/** Entries of `joint` and of `ledger` start agreed (rule 5). */
function startsAgreed(party: string): boolean {
  return party === 'joint' || party === 'ledger';
}

/** Mutable behind the readonly face: one object per entry, settled anew whenever what is known of it changes. */
export class SettledEntry implements EntryReading {
  readonly kind: Kind | undefined;
  /** Those known, by (recorded time, place in the ledger). */
  answerFacts: readonly Fact[] = NONE;
  /** Waiting to be settled. */
  waiting = false;
  /** It reads differently from what its author wrote. */
  private corrected = false;

  day = 0;
  effective: string | null;
  factor: number | null;
  sign: Sign | null;
  severity: Severity | null = null;
  authorSeverity: Severity | null;
  level: number | null;
  evidenced: boolean | null;
  data: JsonObject;
  status: EntryStatus = 'asserted';
  remedied = false;
  agreedSinceDay: number | null = null;
  disputedSinceDay: number | null = null;
  answers: readonly StandingAnswer[] = NO_ANSWERS;

  constructor(
    readonly fact: Fact,
    readonly index: number,
  ) {
    this.kind = kindOf(fact.kind);
    this.effective = fact.effective;
    this.factor = fact.factor;
    this.sign = fact.sign;
    this.authorSeverity = fact.severity;
    this.level = fact.level;
    this.evidenced = fact.evidenced;
    this.data = fact.data;
    this.restore();
  }

  get inEffect(): boolean {
    return this.status !== 'voided' && (this.kind?.needsAll !== true || this.status === 'agreed');
  }

  get answeredBy(): readonly string[] {
    return this.answerFacts.map((answer) => answer.id);
  }

  get statusWord(): StatusWord {
    if (this.status === 'voided') return 'voided';
    if (this.remedied) return 'remedied';
    if (this.status !== 'asserted') return this.status;
    return this.answers.some((answer) => answer.word === 'noted') ? 'noted' : 'asserted';
  }

  /** Adds an answer in its place; the entry has to be settled afterwards. */
  answer(answer: Fact): void {
    let place = this.answerFacts.length;
    for (; place > 0; place -= 1) {
      const before = this.answerFacts[place - 1];
      if (before === undefined) break;
      if ((before.recorded - answer.recorded || before.revision - answer.revision) < 0) break;
    }
    if (this.answerFacts === NONE) this.answerFacts = [answer];
    else (this.answerFacts as Fact[]).splice(place, 0, answer);
  }

  /** Reads the entry and its answers anew. `partiesOn` gives the parties of an effective day. */
  settle(partiesOn: (day: number) => readonly string[]): void {
    if (this.answerFacts.length === 0) {
      this.status = startsAgreed(this.fact.party) ? 'agreed' : 'asserted';
      this.agreedSinceDay = this.status === 'agreed' ? dayOf(this.fact.recorded) : null;
      return;
    }
    if (this.corrected) this.restore();
    let answers: StandingAnswer[] = [];
    let startedAgreed = startsAgreed(this.fact.party);
    let voided = false;
    this.remedied = false;
    this.agreedSinceDay = startedAgreed ? dayOf(this.fact.recorded) : null;
    for (const answer of this.answerFacts) {
      const word = ANSWER_WORDS[answer.kind];
      if (word !== undefined) {
        if (answer.party !== this.fact.party) stand(answer, word, answers);
      } else if (answer.kind === 'entry.corrected') {
        this.correct(answer.data);
        answers = [];
        startedAgreed = answer.party === 'joint' || startsAgreed(this.fact.party);
        this.remedied = false;
        this.agreedSinceDay = null;
      } else if (answer.kind === 'entry.remedied') {
        this.remedied = true;
      } else if (answer.kind === 'entry.voided') {
        voided = true;
      }
      if (this.agreed(answers, startedAgreed, partiesOn)) {
        this.agreedSinceDay ??= dayOf(Math.max(answer.recorded, this.fact.recorded));
      } else {
        this.agreedSinceDay = null;
      }
    }
    this.answers = answers;
    this.disputedSinceDay = null;
    this.severity = this.ownSeverity();
    for (const { word, sinceDay, severity } of answers) {
      if (word === 'disputed') this.disputedSinceDay = Math.max(this.disputedSinceDay ?? sinceDay, sinceDay);
      if (word === 'agreed' && severity !== null && this.severity !== null) {
        this.severity = lowerSeverity(this.severity, severity);
      }
    }
    if (voided) this.status = 'voided';
    else if (this.disputedSinceDay !== null) this.status = 'disputed';
    else this.status = this.agreedSinceDay === null ? 'asserted' : 'agreed';
  }

  /** Rule 5: a standing dispute of any party breaks it, silence never makes it, one party alone neither. */
  private agreed(
    answers: readonly StandingAnswer[],
    startedAgreed: boolean,
    partiesOn: (day: number) => readonly string[],
  ): boolean {
    let agreements = 0;
    for (const { word } of answers) {
      if (word === 'disputed') return false;
      if (word === 'agreed') agreements += 1;
    }
    if (startedAgreed) return true;
    if (agreements === 0) return false;
    for (const party of partiesOn(this.day)) {
      if (party !== this.fact.party && answerOf(party, answers)?.word !== 'agreed') return false;
    }
    return true;
  }

  /** As the author wrote it, before any correction. */
  private restore(): void {
    const { fact } = this;
    this.effective = fact.effective;
    this.factor = fact.factor;
    this.sign = fact.sign;
    this.authorSeverity = fact.severity;
    this.level = fact.level;
    this.evidenced = fact.evidenced;
    this.data = fact.data;
    this.severity = this.ownSeverity();
    this.placeInTime();
    this.corrected = false;
  }

  private placeInTime(): void {
    const day = this.effective === null ? null : effectiveDay(this.effective, this.fact.recorded);
    this.day = day ?? dayOf(this.fact.recorded);
  }

  /** A sign + or - without severity counts moderate (rule 8); without such a sign nothing is weighed. */
  private ownSeverity(): Severity | null {
    return this.sign === '+' || this.sign === '-' ? (this.authorSeverity ?? 'moderate') : null;
  }

  /** Rule 6. What null takes away of factor, sign and severity falls back to the catalogue's default (rule 8). */
  private correct(changes: JsonObject): void {
    this.corrected = true;
    const data: Record<string, JsonObject[string]> = { ...this.data };
    for (const [name, value] of Object.entries(changes)) {
      const isField = this.kind?.fields.some((field) => field.name === name) === true;
      if (!isField && this.correctOwn(name, value)) continue;
      if (value === null) delete data[name];
      else data[name] = value;
    }
    this.data = data;
    this.placeInTime();
  }

  private correctOwn(name: string, value: JsonObject[string]): boolean {
    switch (name) {
      case 'effective':
        if (typeof value === 'string') this.effective = value;
        return true;
      case 'factor':
        this.factor = typeof value === 'number' ? value : (this.kind?.factor ?? null);
        return true;
      case 'sign':
        this.sign = value === '+' || value === '-' || value === '0' ? value : (this.kind?.sign ?? null);
        return true;
      case 'severity':
        this.authorSeverity = SEVERITIES.find((severity) => severity === value) ?? this.kind?.severity ?? null;
        return true;
      case 'level':
        this.level = typeof value === 'number' ? value : null;
        return true;
      case 'evidenced':
        this.evidenced = typeof value === 'boolean' ? value : null;
        return true;
      case 'text':
      case 'tags':
      case 'evidence':
        return true;
      default:
        return false;
    }
  }
}

// Loops instead of `find` and its like here: tens of thousands of answers are read when a ledger is first asked for.

function answerOf(party: string, answers: readonly StandingAnswer[]): StandingAnswer | undefined {
  for (const answer of answers) if (answer.party === party) return answer;
  return undefined;
}

/** Lets the answer stand in place of the same party's earlier one. */
function stand({ party, data, recorded }: Fact, word: AnswerWord, answers: StandingAnswer[]): void {
  const before = answerOf(party, answers);
  const given = data['severity'];
  const severity = given === undefined ? null : (SEVERITIES.find((known) => known === given) ?? null);
  const sinceDay = before?.word === word ? before.sinceDay : dayOf(recorded);
  const answer = { party, word, severity, sinceDay };
  if (before === undefined) answers.push(answer);
  else answers[answers.indexOf(before)] = answer;
}
