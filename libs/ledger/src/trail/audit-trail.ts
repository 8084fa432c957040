import { correctedData, correctedEvidence, correctedTags, correctedText } from '../entry/corrected-data';
import type { Entry } from '../entry/entry';
import { kindOf, unknownKind } from '../catalogue/catalogue';
import { knownIn, type Known } from '../known-at';
import { choiceParameter, dayParameter, factorParameter, numberParameter, type Clocks } from '../parameters';
import { Problem } from '../problems';
import { wordsOf, type Worded } from '../register';
import { factsIn } from '../score/score.queries';
import { parseDay } from '../scoring/days';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import type { Fact } from '../scoring/fact';
import type { EntrySelection, Views } from '../views';

/** Entries of a page when none are asked for, and at most. */
export const PAGE_ENTRIES = 100;
export const MAX_PAGE_ENTRIES = 500;
/** Entries of a page of the trail, at most and where no limit is given: most ledgers are one page. */
export const MAX_TRAIL_ENTRIES = 10_000;

const ORDERS = ['asc', 'desc'] as const;
const STATUSES: readonly StatusWord[] = ['asserted', 'agreed', 'noted', 'disputed', 'remedied', 'voided'];

/** What corrections change of an entry, as it reads after all of them; its severity is still its author's own. */
export type EntryNow = Pick<
  Entry,
  'effective' | 'factor' | 'sign' | 'severity' | 'level' | 'evidenced' | 'text' | 'data' | 'evidence' | 'tags'
>;

/** An entry with its corroboration as both clocks show it. `status` is null on answers: they are not answered. */
export interface TrailEntry extends Entry {
  /** How it reads at both clocks; null where nothing was corrected by then. The entry itself is as it was logged. */
  readonly now: EntryNow | null;
  readonly status: StatusWord | null;
  /** Ids of the entries that answer it, oldest first. */
  readonly answeredBy: readonly string[];
}

export interface Trail {
  readonly relationship: string;
  readonly count: number;
  readonly entries: readonly TrailEntry[];
}

export interface TrailParameters extends Clocks {
  readonly kind?: string;
  readonly factor?: string;
  readonly party?: string;
  /** Words that all stand in the entry. */
  readonly text?: string;
}

export interface EntriesParameters extends TrailParameters {
  /** Cursor: `next` of the page before. */
  readonly after?: string;
  readonly limit?: string;
  readonly status?: string;
  /** `asc`, the default: in the order of the ledger; `desc`: the newest first. */
  readonly order?: string;
}

/** A page of the trail; `count` is of the entries in it. */
export interface TrailPage extends Trail {
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

export interface EntriesPage {
  readonly entries: readonly TrailEntry[];
  /** Entries of the ledger when the page was read, whatever was asked for: revisions count from 0 to one less. */
  readonly ledgerSize: number;
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** What the two clocks let through of a relationship. */
interface Visible extends Known {
  /** Of the last entry whose corroboration is known; the entries are another read model and may be further. */
  readonly lastRevision: number;
  /** Null: no effective date is too late. */
  readonly asOf: number | null;
}

/**
 * The audit trail, in ledger order.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function trailOf(
  views: Views,
  relationship: string,
  parameters: TrailParameters,
  now: number,
): Promise<Trail> {
  const visible = visibleIn(await factsIn(views, relationship), parameters, now);
  const found = await views.entries(relationship, selectionOf(parameters));
  const entries = found.flatMap((entry) => seen(visible, entry));
  return { relationship, count: entries.length, entries: await asTheyRead(views, relationship, entries) };
}

/**
 * The audit trail a page at a time: as much of it as a page may hold where no limit is given.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function trailPageOf(
  views: Views,
  relationship: string,
  parameters: Omit<EntriesParameters, 'status' | 'order'>,
  now: number,
): Promise<TrailPage> {
  const { limit = String(MAX_TRAIL_ENTRIES) } = parameters;
  const asked = { ...parameters, limit };
  const { entries, next } = await entriesOf(views, relationship, asked, now, MAX_TRAIL_ENTRIES);
  return { relationship, count: entries.length, entries, next };
}

/**
 * A page of entries.
 *
 * @param maxLimit entries that a page may hold
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function entriesOf(
  views: Views,
  relationship: string,
  parameters: EntriesParameters,
  now: number,
  maxLimit = MAX_PAGE_ENTRIES,
): Promise<EntriesPage> {
  const limit = numberParameter(parameters.limit, 'limit', maxLimit) ?? PAGE_ENTRIES;
  if (limit === 0) throw new Problem('invalid-parameter', `limit: expected 1 to ${maxLimit}`, 'limit');
  const status = choiceParameter(parameters.status, 'status', STATUSES);
  const newestFirst = choiceParameter(parameters.order, 'order', ORDERS) === 'desc';
  const visible = visibleIn(await factsIn(views, relationship), parameters, now);
  const ledgerSize = visible.lastRevision + 1;
  const selection = selectionOf(parameters);
  let after = numberParameter(parameters.after, 'after', Number.MAX_SAFE_INTEGER);
  const entries: Seen[] = [];
  const page = async (next: string | null): Promise<EntriesPage> => ({
    entries: await asTheyRead(views, relationship, entries),
    ledgerSize,
    next,
  });
  for (;;) {
    const batch = await views.entries(relationship, {
      ...selection,
      newestFirst,
      ...(after === undefined ? {} : newestFirst ? { beforeRevision: after } : { afterRevision: after }),
      limit: MAX_PAGE_ENTRIES,
    });
    for (const entry of batch) {
      after = entry.revision;
      for (const shown of seen(visible, entry))
        if (status === undefined || statusOf(shown) === status) entries.push(shown);
      if (entries.length === limit) {
        const more = batch.at(-1) !== entry || batch.length === MAX_PAGE_ENTRIES;
        return page(more ? String(after) : null);
      }
    }
    if (batch.length < MAX_PAGE_ENTRIES) return page(null);
  }
}

/** One entry. @throws Problem `relationship-not-found`, `entry-not-found`, `invalid-parameter` */
export async function entryOf(
  views: Views,
  relationship: string,
  id: string,
  parameters: Clocks,
  now: number,
): Promise<TrailEntry> {
  const visible = visibleIn(await factsIn(views, relationship), parameters, now);
  const [entry] = await views.entries(relationship, { ids: [id] });
  const [shown] = await asTheyRead(views, relationship, entry === undefined ? [] : seen(visible, entry));
  if (shown === undefined)
    throw new Problem('entry-not-found', `this relationship has no entry "${id}" at these dates`);
  return shown;
}

function visibleIn(facts: readonly Fact[], clocks: Clocks, now: number): Visible {
  const { asOf } = clocks;
  return {
    ...knownIn(facts, clocks),
    lastRevision: facts.at(-1)?.revision ?? -1,
    asOf: asOf === undefined ? null : parseDay(dayParameter(asOf, 'asOf', now)),
  };
}

function selectionOf({ kind, factor, party, text }: TrailParameters): EntrySelection {
  if (kind !== undefined && kindOf(kind) === undefined) throw unknownKind(kind, JSON.stringify(kind));
  const code = factorParameter(factor);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(code === undefined ? {} : { factor: code }),
    ...(party === undefined ? {} : { party }),
    ...(text === undefined ? {} : { text }),
  };
}

/** An entry that both clocks show; an answer has no reading, it is not answered. */
interface Seen {
  readonly entry: Entry;
  readonly read: EntryReading | undefined;
}

/** The entry where both clocks show it, or nothing where they hide it. */
function seen({ reading, lastRevision, knownAt, clock, asOf }: Visible, entry: Entry): readonly Seen[] {
  if (entry.revision > lastRevision) return [];
  const recorded = Date.parse(clock === 'ledger' ? entry.ledgerRecorded : entry.recorded);
  if (knownAt !== null && recorded > knownAt) return [];
  const read: EntryReading | undefined = reading.entry(entry.id);
  return read !== undefined && asOf !== null && read.day > asOf ? [] : [{ entry, read }];
}

function statusOf({ read }: Seen): StatusWord | null {
  return read?.statusWord ?? null;
}

/** The words of corrections are read for those entries alone that have any. */
async function asTheyRead(views: Views, relationship: string, all: readonly Seen[]): Promise<TrailEntry[]> {
  const corrected = all.flatMap(({ read }) => (read !== undefined && isCorrected(read) ? [read] : []));
  const words = corrected.length === 0 ? null : await wordsOf(views, relationship, corrected);
  return all.map((shown) => {
    const { entry, read } = shown;
    const worded = read !== undefined && isCorrected(read) ? words?.(read) : undefined;
    const now = read === undefined || worded === undefined ? null : nowOf(read, worded);
    return { ...entry, now, status: statusOf(shown), answeredBy: read?.answeredBy ?? [] };
  });
}

function isCorrected({ answerFacts }: EntryReading): boolean {
  return answerFacts.some(({ kind }) => kind === 'entry.corrected');
}

function nowOf(
  { effective, factor, sign, authorSeverity, level, evidenced }: EntryReading,
  { entry, corrections }: Worded,
): EntryNow {
  return {
    ...{ effective, factor, sign, severity: authorSeverity, level, evidenced },
    text: correctedText(entry, corrections),
    data: correctedData(entry, corrections),
    evidence: correctedEvidence(entry, corrections),
    tags: correctedTags(entry, corrections),
  };
}
