import { setImmediate } from 'node:timers/promises';
import { sha256OfJson } from '@app/integrity';
import { builtInFactorSet } from '../catalogue/factor-set';
import { isAgreedLive, isWordOf } from '../entry/rules';
import { withoutProtocolIn } from '../frame/protocol.queries';
import { knownIn } from '../known-at';
import { clockParameter, dayParameter, type Clocks } from '../parameters';
import { Problem } from '../problems';
import { textIn, visibleIn, type Visible } from '../register';
import { endOfTerm } from '../relationship/term';
import { factsIn, scoreOf } from '../score/score.queries';
import { dayOf, formatInstant, parseDay, parseEffective } from '../scoring/days';
import { compareEntries, type EntryReading, type EntryStatus } from '../scoring/entry-reading';
import { relationshipStart } from '../scoring/history';
import { recordedTime } from '../scoring/knowledge';
import type { Views } from '../views';
import { contractYearsOf } from './contract-years';
import type { Sight } from './portfolio.queries';

/** Reports for research that are looked at in one relationship: each takes a whole extract. */
const MAX_AGREEMENTS = 20;

/** What research gets of one relationship: numbers and choices, no text, no id, no date, no name. */
export interface Extract {
  /** Of contract, as the catalogue lists them. */
  readonly form: string | null;
  readonly parties: number;
  /** Whole years from its start to its end; null where one is not known. */
  readonly termYears: number | null;
  /** At the end of each year of the contract that is over. */
  readonly years: readonly {
    readonly year: number;
    readonly score: number | null;
    readonly low: number;
    readonly high: number;
    readonly coverage: number;
    readonly confidence: number;
    readonly alignment: number | null;
  }[];
  /** On the day of the question; those of the built-in method alone, since others bear the words of the parties. */
  readonly factors: readonly {
    readonly code: number;
    readonly score: number | null;
    readonly status: string;
    readonly gap: number | null;
  }[];
  /** How many entries, by family of their kinds and by status; those that are voided and answers not counted. */
  readonly entries: Readonly<Record<string, Readonly<Partial<Record<EntryStatus, number>>>>>;
  /** Whether any was imported, and whether a protocol was agreed before the first live one. */
  readonly imported: boolean;
  readonly protocol: boolean;
}

/** What research would get, and by what the parties agree to it. */
export interface ExtractPreview {
  readonly relationship: string;
  readonly asOf: string;
  /** RFC 3339; where the question names none, when the last entry was recorded. */
  readonly knownAt: string;
  /** SHA-256 over its canonical JSON (RFC 8785). */
  readonly sha256: string;
  /** Id of the `report.published` for research that names these dates and this hash, and that all parties agree to. */
  readonly agreed: string | null;
  readonly extract: Extract;
}

/** What research may have. */
export interface Extracts {
  readonly extracts: readonly (Extract & { readonly sha256: string })[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function extractOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ExtractPreview> {
  const facts = await factsIn(views, relationship);
  if (clocks.clock !== undefined) {
    throw new Problem('invalid-parameter', 'clock: none here: research gets what its own dates come to', 'clock');
  }
  const clock = clockParameter(undefined);
  const last = facts.reduce((latest, fact) => Math.max(latest, recordedTime(fact, clock)), 0);
  const asOf = dayParameter(clocks.asOf, 'asOf', now);
  const asked = { asOf, knownAt: clocks.knownAt ?? formatInstant(last), clock };
  const { extract, knownAt } = await makeExtract(views, relationship, asked, now);
  const sha256 = sha256OfJson(extract);
  const agreement = (await agreements(views, relationship, now)).find(({ data }) => data['sha256'] === sha256);
  // Its own dates must come to it too: by them it is made for research.
  const made = agreement === undefined ? null : await madeBy(views, relationship, agreement, now);
  const agreed = made === null ? null : (agreement?.fact.id ?? null);
  return { relationship, asOf, knownAt, sha256, agreed, extract };
}

/**
 * What the parties of each relationship agreed to give to research, exactly as they agreed to it, and while they do: what
 * is known now decides, whatever dates were asked for once. The latest of each, in the order of their hashes, which says
 * nothing of whose they are. A fictional sample is no research.
 */
export async function extractsOf(views: Views, now: number, { visible }: Pick<Sight, 'visible'>): Promise<Extracts> {
  const extracts: (Extract & { readonly sha256: string })[] = [];
  for (const { id, sample } of await views.relationships()) {
    if (sample || !visible(id) || (await views.facts(id)) === null) continue;
    for (const agreement of await agreements(views, id, now)) {
      const made = await madeBy(views, id, agreement, now);
      if (made === null) continue;
      extracts.push(made);
      break;
    }
    // Whoever else waits has its turn.
    await setImmediate();
  }
  return { extracts: extracts.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)) };
}

/** Reports for research that every party of today agrees to here, the latest first, and no more than are looked at. */
async function agreements(views: Views, relationship: string, now: number): Promise<readonly EntryReading[]> {
  const { reading } = knownIn(await factsIn(views, relationship), {});
  const parties = reading.parties(dayOf(now));
  if (reading.isSelection) return [];
  return reading.entries
    .filter(({ fact, data }) => fact.kind === 'report.published' && data['audience'] === 'research')
    .filter((entry) => isAgreedLive(entry) && entry.day <= dayOf(now))
    .filter((entry) => parties.every((party) => isWordOf(party, entry)))
    .sort((a, b) => compareEntries(b, a))
    .slice(0, MAX_AGREEMENTS);
}

/** Null where the hash is of another report. */
async function madeBy(
  views: Views,
  relationship: string,
  { data }: EntryReading,
  now: number,
): Promise<(Extract & { readonly sha256: string }) | null> {
  const [asOf, knownAt] = [textIn(data['asOf']), textIn(data['knownAt'])];
  if (asOf === null || knownAt === null || parseDay(asOf) === null) return null;
  const { extract } = await makeExtract(views, relationship, { asOf, knownAt }, now);
  const sha256 = sha256OfJson(extract);
  return sha256 === data['sha256'] ? { sha256, ...extract } : null;
}

async function makeExtract(
  views: Views,
  relationship: string,
  clocks: Clocks & { readonly knownAt: string },
  now: number,
): Promise<{ readonly extract: Extract; readonly knownAt: string }> {
  const visible = await visibleIn(views, relationship, clocks, now);
  const { day, reading, entries, dates } = visible;
  const established = entries.find(({ fact }) => fact.kind === 'relationship.established');
  const points = await contractYearsOf(views, relationship, clocks, now);
  const builtIn = new Set(builtInFactorSet.factors.map(({ code }) => code));
  const { factors } = await scoreOf(views, relationship, clocks, now);
  const extract = {
    form: textIn(established?.data['form']),
    parties: reading.parties(day).length,
    termYears: termYearsOf(visible),
    years: points.map(({ score, low, high, coverage, confidence, alignment }, index) => ({
      ...{ year: index + 1, score, low, high, coverage, confidence, alignment },
    })),
    factors: factors
      .filter(({ code }) => builtIn.has(code))
      .map(({ code, score, status, gap }) => ({ code, score, status, gap })),
    entries: countsOf(entries),
    imported: entries.some(({ fact }) => fact.imported),
    protocol: (await withoutProtocolIn(views, relationship, clocks)) === null,
  };
  return { extract, knownAt: dates.knownAt ?? clocks.knownAt };
}

const DAYS_PER_YEAR = 365.25;

function termYearsOf({ reading, entries }: Visible): number | null {
  const start = relationshipStart(reading);
  const end = endOfTerm(entries);
  const lastDay = end === null ? null : (parseEffective(end)?.lastDay ?? null);
  return start === null || lastDay === null ? null : Math.round((lastDay + 1 - start) / DAYS_PER_YEAR);
}

function countsOf(entries: readonly EntryReading[]): Extract['entries'] {
  const counts: Record<string, Partial<Record<EntryStatus, number>>> = {};
  for (const { kind, status } of entries) {
    const family = (counts[kind?.family ?? 'other'] ??= {});
    family[status] = (family[status] ?? 0) + 1;
  }
  return counts;
}
