import type { Json, JsonObject } from '@app/event-store';
import { endOfLocalDay } from '../calendar/working-days';
import { dutyLedger } from '../due/duty';
import { lastOf } from '../entry/rules';
import { rolesIn } from '../leadership/roles';
import type { Clocks } from '../parameters';
import { idsOf, proseOf, textIn, visibleIn, type DataOf, type RegisterDates } from '../register';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import { formatDay } from '../scoring/days';
import type { Views } from '../views';
import { documentSituation, type DocumentName, type DocumentSituation } from './documents';
import { exitReviews, planReviews } from './review-dates';

/** What an exit strategy is made of, in the order in which `exit.issued` asks for it. */
const PARTS = [
  'disengagement',
  'continuity',
  'customerSupport',
  'stakeholders',
  'assets',
  'financial',
  'commercial',
  'people',
  'conflicts',
  'conflictsAddressed',
] as const;

export interface DocumentReview {
  readonly entry: string;
  /** Effective date, as precise as it was given. */
  readonly effective: string | null;
  readonly by: string;
  readonly status: StatusWord;
  /** The changes because of which it was reviewed; of a plan's review none are asked for. */
  readonly changes: readonly string[];
  readonly effectOnRelationship: string | null;
  readonly finding: string | null;
  /** Of the plan as it was changed; a review of the exit strategy names none. */
  readonly version: string | null;
  /** Whether the document was changed; null where the review does not say. */
  readonly updated: boolean | null;
  /** False where it lies too close to another one to count as well. */
  readonly counted: boolean;
  readonly nextReview: string | null;
}

/** One version of the exit strategy or of the plan. */
export interface DocumentVersion {
  /** Null where its words are not there any more. */
  readonly version: string | null;
  /** `issued`: agreed by no more than some; `replaced`: another version was agreed since. */
  readonly situation: 'issued' | 'agreed' | 'replaced';
  /** Effective dates. */
  readonly issued: string | null;
  readonly issuedBy: string | null;
  readonly agreed: string | null;
  /** As the last entry about it says. */
  readonly nextReview: string | null;
  /** Of an exit strategy its parts, null where one is not said. */
  readonly parts?: Readonly<Record<(typeof PARTS)[number], string | null>>;
  /** Of a plan, how it is reviewed. */
  readonly howReviewed?: string | null;
  /** Reviews while it was the version that held, in the order of facts. */
  readonly reviews: readonly DocumentReview[];
  /** Ids of the entries behind it, its reviews included. */
  readonly entries: readonly string[];
}

interface DocumentState {
  readonly situation: DocumentSituation;
  /** `YYYY-MM-DD`: until the end of that day; null while nobody named one, and once the exit was triggered. */
  readonly nextReview: string | null;
  readonly overdue: boolean;
  /** Changes since it was last issued, agreed or reviewed: sponsors, leaders and amendments. */
  readonly unreviewed: readonly { readonly entry: string; readonly kind: string; readonly effective: string | null }[];
}

export interface ExitRegister extends RegisterDates, DocumentState {
  readonly exit: readonly DocumentVersion[];
  /** When an exit was triggered, of the whole contract or of a part, and when it ends. */
  readonly triggered: readonly {
    readonly entry: string;
    readonly effective: string | null;
    readonly reason: string | null;
    readonly ends: string | null;
  }[];
  readonly handedOver: readonly {
    readonly entry: string;
    readonly effective: string | null;
    readonly to: string | null;
  }[];
}

export interface PlanRegister extends RegisterDates, DocumentState {
  readonly plan: readonly DocumentVersion[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function exitOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<ExitRegister> {
  const { dates, state, versions, entries, dataOf } = await documentOf('exit', views, relationship, clocks, now);
  const of = (kind: string): EntryReading[] => entries.filter(({ fact }) => fact.kind === kind);
  return {
    ...dates,
    ...state,
    exit: versions,
    triggered: of('exit.triggered').map((entry) => ({
      entry: entry.fact.id,
      effective: entry.effective,
      reason: textIn(dataOf(entry)['reason']),
      ends: textIn(entry.data['ends']),
    })),
    handedOver: of('exit.handed-over').map((entry) => ({
      entry: entry.fact.id,
      effective: entry.effective,
      to: textIn(dataOf(entry)['to']),
    })),
  };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function planOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<PlanRegister> {
  const { dates, state, versions } = await documentOf('plan', views, relationship, clocks, now);
  return { ...dates, ...state, plan: versions };
}

interface Document {
  readonly dates: RegisterDates;
  readonly state: DocumentState;
  readonly versions: readonly DocumentVersion[];
  readonly entries: readonly EntryReading[];
  readonly dataOf: DataOf;
}

async function documentOf(
  name: DocumentName,
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<Document> {
  const { dates, day, reading, entries: visible } = await visibleIn(views, relationship, clocks, now);
  const entries = visible.filter(({ fact }) => fact.kind.startsWith(`${name}.`));
  const dataOf = await proseOf(views, relationship, entries);
  // The same that `due` rests on, so that both say the same.
  const duties = name === 'exit' ? exitReviews : planReviews;
  const ledger = dutyLedger(reading, day, await rolesIn(views, relationship, reading.entries));
  const open = duties(ledger, endOfLocalDay(day)).filter(({ doneBy }) => doneBy === null);
  const review = open.find(({ missed }) => missed !== null);
  const state: DocumentState = {
    situation: documentSituation(name, visible),
    nextReview: review === undefined ? null : formatDay(review.dueDay),
    overdue: review !== undefined && review.dueDay < day,
    unreviewed: open
      .filter(({ missed }) => missed === null)
      .map(({ setBy }) => ({ entry: setBy.fact.id, kind: setBy.fact.kind, effective: setBy.effective })),
  };
  return { dates, state, versions: versionsOf(name, entries, dataOf), entries, dataOf };
}

/** Versions in the order in which they first appear. A review is of the version that held when it was made. */
function versionsOf(name: DocumentName, entries: readonly EntryReading[], dataOf: DataOf): DocumentVersion[] {
  const byVersion = new Map<string, EntryReading[]>();
  let holds: EntryReading[] | null = null;
  let latest: EntryReading[] | null = null;
  for (const entry of entries) {
    const { kind, id } = entry.fact;
    if (kind === `${name}.issued` || kind === `${name}.agreed`) {
      // Words that were erased tell no two versions apart: each entry then stands for itself.
      const version = textIn(dataOf(entry)['version']) ?? `entry ${id}`;
      latest = byVersion.get(version) ?? [];
      byVersion.set(version, latest);
      latest.push(entry);
      if (kind === `${name}.agreed` && entry.inEffect) holds = latest;
    } else if (kind === `${name}.reviewed`) {
      latest ??= [];
      if (byVersion.size === 0) byVersion.set('', latest);
      (holds ?? latest).push(entry);
    }
  }
  return [...byVersion.values()].map((of) => versionRow(name, of, of === holds, dataOf));
}

function versionRow(
  name: DocumentName,
  entries: readonly EntryReading[],
  holds: boolean,
  dataOf: DataOf,
): DocumentVersion {
  const issued = lastOf(entries, `${name}.issued`);
  const agreed = lastOf(entries, `${name}.agreed`);
  const words = dataOf(issued);
  return {
    version: textIn(dataOf(issued ?? entries[0])['version']),
    situation: holds ? 'agreed' : agreed === undefined ? 'issued' : 'replaced',
    issued: issued?.effective ?? null,
    issuedBy: issued?.fact.party ?? null,
    agreed: agreed?.effective ?? null,
    nextReview: textIn(entries.findLast((entry) => entry.inEffect)?.data['nextReview']),
    ...(name === 'exit' ? { parts: partsOf(words) } : { howReviewed: textIn(dataOf(agreed)['howReviewed']) }),
    reviews: entries.filter(({ fact }) => fact.kind === `${name}.reviewed`).map((entry) => reviewRow(entry, dataOf)),
    entries: idsOf(entries),
  };
}

function partsOf(words: JsonObject): NonNullable<DocumentVersion['parts']> {
  const parts: Record<string, string | null> = Object.fromEntries(PARTS.map((part) => [part, textIn(words[part])]));
  return parts as NonNullable<DocumentVersion['parts']>;
}

function reviewRow(entry: EntryReading, dataOf: DataOf): DocumentReview {
  const { version, change, effectOnRelationship, finding, updated, nextReview } = dataOf(entry);
  return {
    entry: entry.fact.id,
    effective: entry.effective,
    by: entry.fact.party,
    status: entry.statusWord,
    changes: choicesOf(change),
    effectOnRelationship: textIn(effectOnRelationship),
    finding: textIn(finding),
    version: textIn(version),
    updated: typeof updated === 'boolean' ? updated : null,
    counted: entry.sign !== '0',
    nextReview: textIn(nextReview),
  };
}

function choicesOf(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' ? [value] : [];
}
