import { SEVERITIES, kindOf, type Kind, type Severity } from '../catalogue/catalogue';
import type { Json, JsonObject } from '@app/event-store';
import { Problem } from '../problems';
import { isOwnCorrection, ownCorrectionFault } from '../issues/reopened';
import { MAY_BE_TAKEN_BACK } from '../keys/party-keys';
import type { EntryReading } from '../scoring/entry-reading';
import { checkBody, checkFields, type CheckedBody, type Origin } from './check';
import { checkCited, citesEvidence } from './evidence';
import { checkFactor, checkNotFuture } from './known';
import { resolveBearing } from './resolve';
import { notNow } from './rules';
import * as shape from './shape';
import type { LedgerState } from './state';

/** Parties that are no party of the relationship: they cannot answer. */
const NO_PARTY: ReadonlySet<string> = new Set(['third-party', 'ledger', 'joint']);

/** Top-level fields that a correction may change. */
export const CORRECTABLE = [
  'effective',
  'factor',
  'sign',
  'severity',
  'level',
  'evidenced',
  'text',
  'tags',
  'evidence',
] as const;
type Correctable = (typeof CORRECTABLE)[number];

/** Of these, those that a correction of such an entry changes: a field of that name in its data comes first. */
export function correctableOf({ fields }: Pick<Kind, 'fields'>): Correctable[] {
  return CORRECTABLE.filter((name) => !fields.some((field) => field.name === name));
}

export interface Answering {
  readonly body: CheckedBody;
  /** Who answers. */
  readonly author: { readonly party: string; readonly sponsor?: boolean };
  readonly origin: Origin;
}

/** Whether entries of this kind say which keys a party signs with. */
export function isOfKeys(kind: string): boolean {
  return kind === 'key.registered' || kind === 'key.revoked';
}

/**
 * Whether this entry may be answered so, by this party, now: scoring.md "Reading the entries" rules 5, 6 and 7.
 *
 * @returns the `data` of the answer as it is stored
 * @throws Problem `entry-not-found`, `invalid-answer`, `in-effect`, and of a correction whatever its result is refused for,
 * of one of the ledger's own `not-allowed-now`
 */
export function checkAnswer(state: LedgerState, answering: Answering): JsonObject {
  const { body, origin } = answering;
  const { party, sponsor = false } = answering.author;
  const target = targetOf(state, body);
  const kind = body.kind.kind;
  if (kind === 'evidence.added') {
    if (origin === 'live' && body.evidence.length === 0)
      throw shape.invalid('evidence', 'at least one piece of evidence');
    return body.data;
  }
  const author = authorOf(target);
  if (kind === 'entry.corrected' || kind === 'entry.voided' || kind === 'entry.remedied') {
    if (origin === 'live' && isOfKeys(target.fact.kind)) throw refuse('a key stays what it is; revoke it instead');
    if (isOwnCorrection({ kind, party })) {
      const correction = { answers: target.fact.id, imported: origin === 'import' };
      const fault = ownCorrectionFault(state.reading, correction, body.data);
      if (fault !== null) throw notNow(fault, 'answers');
    } else if (party !== 'joint' && author !== null && party !== author) {
      throw refuse('only the party that logged an entry may correct it, void it or accept that it was put right');
    }
    if (party === 'ledger' && kind === 'entry.voided' && target.fact.kind !== MAY_BE_TAKEN_BACK)
      throw refuse('the ledger takes back nothing but that a meeting was missed');
  } else {
    if (NO_PARTY.has(party)) throw refuse(`"${party}" cannot answer; client, provider or another party can`);
    if (party === target.fact.party && !(kind === 'entry.agreed' && target.fact.kind === 'key.registered')) {
      throw refuse('a party cannot answer its own entry; the other side does');
    }
    // It puts the key in effect and no more: no agreement of a party with itself is read.
    if (party === target.fact.party && origin === 'live' && !sponsor) {
      throw refuse('a sponsor of the party, and none of its other members, agrees to a key of its own');
    }
  }
  if (target.status === 'voided' && origin === 'live') throw refuse('the entry is voided and stays so');
  switch (kind) {
    case 'entry.agreed':
      // An import is checked when all of it is known: its lines may stand in any order.
      if (origin === 'live') checkSeverity(target, body.data['severity']);
      return body.data;
    case 'entry.disputed':
      if (origin === 'live') refuseInEffect(target, 'disputed');
      return body.data;
    case 'entry.remedied':
      if (origin === 'live') checkRemediable(target);
      return body.data;
    case 'entry.corrected':
      if (origin === 'live') refuseInEffect(target, 'corrected');
      return checkCorrection(state, target, body.data, origin);
    case 'entry.voided':
      if (origin === 'live') refuseInEffect(target, 'voided');
      return body.data;
    default:
      return body.data;
  }
}

function targetOf(state: LedgerState, body: CheckedBody): EntryReading {
  const id = body.answers ?? '';
  if (!state.revisions.has(id)) {
    throw new Problem('entry-not-found', `answers: this relationship has no entry "${id}" before this one`, 'answers');
  }
  const target = state.reading.entry(id);
  if (target === undefined) throw refuse('an answer cannot be answered; answer the entry that it is about');
  return target;
}

/** Whose entry it is: of a third party's, the party whose member logged it; null where an import does not say. */
function authorOf({ fact }: EntryReading): string | null {
  if (fact.party !== 'third-party') return fact.party;
  const loggedBy = fact.data['loggedBy'];
  return typeof loggedBy === 'string' ? loggedBy : null;
}

/** An agreement may name a lower severity than the author's, never a higher one. */
export function checkSeverity(target: EntryReading, named: unknown): void {
  if (named === undefined) return;
  const own = target.authorSeverity;
  if (own === null || SEVERITIES.indexOf(named as Severity) > SEVERITIES.indexOf(own)) {
    throw new Problem(
      'invalid-answer',
      `data.severity: an agreement may name a lower severity than ${own ?? 'none'}, never a higher one`,
      'data.severity',
    );
  }
}

/** Only an agreed entry with a minus can be put right. */
export function checkRemediable(target: EntryReading): void {
  if (target.status !== 'agreed' || target.sign !== '-')
    throw refuse('only an agreed entry with a minus can be put right');
}

function refuseInEffect(target: EntryReading, how: string): void {
  if (kindOf(target.fact.kind)?.needsAll === true && target.inEffect) {
    throw new Problem(
      'in-effect',
      `all parties agreed to this entry: it cannot be ${how}, a new entry can replace it`,
      'answers',
    );
  }
}

/** The entry as the correction leaves it must pass the checks that it passed itself. */
/** What an entry may be about before there is anything to name: a risk is warned of before it is in the register. */
const NAMED_LATER: Readonly<Record<string, string>> = { 'warning.given': 'risk', 'risk.disclosed-late': 'risk' };

function checkCorrection(state: LedgerState, target: EntryReading, changes: JsonObject, origin: Origin): JsonObject {
  const { kind, fact } = target;
  if (kind === undefined || Object.keys(changes).length === 0) throw shape.invalid('data', 'the fields that change');
  const isField = (name: string): boolean => kind.fields.some((field) => field.name === name);
  const correctable: readonly string[] = correctableOf(kind);
  const own: Record<string, unknown> = {
    effective: target.effective,
    factor: target.factor,
    ...(kind.rating === true
      ? { level: target.level, evidenced: target.evidenced }
      : { sign: target.sign, severity: target.authorSeverity }),
  };
  const data: Record<string, Json> = {};
  for (const [name, value] of Object.entries(changes)) {
    if (correctable.includes(name)) own[name] = value;
    else data[name] = value;
  }
  for (const name of ['effective', 'level']) {
    if (own[name] === null) throw shape.invalid(`data.${name}`, 'a value: it cannot be taken away');
  }
  for (const field of kind.fields) {
    const [given, known] = [data[field.name], target.data[field.name]];
    const isNamedLater = NAMED_LATER[kind.kind] === field.name && typeof given === 'string' && known === undefined;
    if (field.type === 'id' && given !== undefined && given !== known && !isNamedLater) {
      throw refuse(`what an entry is about (data.${field.name}) cannot be corrected; void it and log another`);
    }
  }
  if (origin === 'live') checkNotTaken(kind, data);
  checkFields(kind, Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)), origin);
  const merged = Object.fromEntries(Object.entries({ ...target.data, ...data }).filter(([, value]) => value !== null));
  const corrected = checkBody({ ...own, data: merged, kind: kind.kind }, 'import');
  if (origin === 'live') checkCited(state, corrected.evidence, fact.id);
  const place = { recorded: fact.recorded, order: fact.revision };
  const bearing = resolveBearing(corrected, origin, place, state.references);
  checkFactor(state, bearing.factor);
  checkNotFuture(kind, corrected.effective, fact.recorded);
  // What is taken away is resolved anew, and stored with the correction as it was with the entry.
  const resolved = Object.entries(changes).map(([name, value]) => {
    const taken = value === null && !isField(name) && (name === 'factor' || name === 'sign' || name === 'severity');
    return [name, taken ? bearing[name] : value] as const;
  });
  const evidenced = kind.rating === true && origin === 'live' ? evidencedAnew(corrected, changes) : undefined;
  return { ...Object.fromEntries(resolved), ...(evidenced !== undefined && { evidenced }) };
}

/** What a kind requires of whoever logs it cannot be taken away by a correction. */
function checkNotTaken(kind: Kind, changes: JsonObject): void {
  const taken = kind.fields.find(({ name, required }) => required === true && changes[name] === null);
  if (taken !== undefined) throw shape.invalid(`data.${taken.name}`, `a value: ${kind.kind} requires it`);
}

/** Live, a rating is evidenced where it cites evidence and not where its author says so; a correction changes no more. */
function evidencedAnew({ evidence }: CheckedBody, changes: JsonObject): boolean | undefined {
  if (changes['evidence'] !== undefined) return citesEvidence(evidence);
  if (changes['evidenced'] === true) {
    throw shape.invalid('data.evidenced', 'data.evidence with it (a file, a link or an entry) where it is true');
  }
  return undefined;
}

function refuse(why: string): Problem {
  return new Problem('invalid-answer', why, 'answers');
}
