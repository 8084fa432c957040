import type { Json, JsonObject } from '@app/event-store';
import { catalogue, makersOf } from '../catalogue/catalogue';
import type { FactorSet } from '../catalogue/factor-set';
import { numberParameter, type Clocks } from '../parameters';
import { Problem } from '../problems';
import { idsOf, objectIn, proseOf, textIn, visibleIn, type DataOf, type RegisterDates } from '../register';
import { dateOf, dayOfDate, formatDay, parseEffective, type Precision } from '../scoring/days';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import { factorSetInForce } from '../scoring/factor-sets';
import type { Reading } from '../scoring/reading';
import { waitingFor } from '../unanswered/unanswered';
import type { Views } from '../views';
import { dateWords, daysWords } from './english';
import { MAX_SENTENCES, MAX_TITLE_CHARACTERS, MONTHS } from './limits';
import { SENTENCES, sentenceOf, type WordOf } from './sentences';

export interface StoryParameters extends Clocks {
  /** Months back, that of the day included, in digits. */
  readonly months?: string;
}

export interface StorySentence {
  /** `YYYY-MM`, by the effective day. */
  readonly month: string;
  /** Family of the kinds of its entries, as the catalogue has them. */
  readonly theme: string;
  readonly sentence: string;
  readonly status: StatusWord;
  /** Whether it rests on what one side says. */
  readonly oneSided: boolean;
  readonly entries: readonly string[];
}

export interface Story extends RegisterDates {
  /** `YYYY-MM-DD`: the first day told. */
  readonly from: string;
  /** Earlier sentences of that time that are left out: only the latest are told. */
  readonly leftOut: number;
  /** By month, in it by theme, in that by day. */
  readonly story: readonly StorySentence[];
}

/**
 * What happened, for somebody who was not there: sentences made of the titles of things, the names of parties and what the
 * entries hold besides prose. What is said of by one side alone says so. What was logged of the same in one month is told
 * once.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function storyOf(
  views: Views,
  relationship: string,
  parameters: StoryParameters,
  now: number,
): Promise<Story> {
  const months = numberParameter(parameters.months, 'months', MONTHS.max) ?? MONTHS.default;
  if (months === 0) throw new Problem('invalid-parameter', `months: expected 1 to ${MONTHS.max}`, 'months');
  const { dates, day, reading, entries } = await visibleIn(views, relationship, parameters, now);
  const first = firstOfMonths(day, months);
  const told = entries.filter((entry) => entry.day >= first);
  const makers = makersIn(entries);
  const named = told.flatMap((entry) => thingsOf(entry).flatMap(([field, id]) => makers(field, id) ?? []));
  const ofParties = entries.filter(({ fact }) => PARTY_KINDS.includes(fact.kind));
  const dataOf = await proseOf(views, relationship, [...new Set([...told, ...named, ...ofParties])]);
  const context: Context = {
    ...{ reading, day, set: factorSetInForce(reading, day), dataOf },
    nameOf: partyNames(ofParties, dataOf),
    titleOf: (field, id) => textIn(dataOf(makers(field, id))['title']),
  };
  const sentences = tellAll(told, context);
  return {
    ...{ ...dates, from: formatDay(first), leftOut: Math.max(0, sentences.length - MAX_SENTENCES) },
    story: sentences.slice(-MAX_SENTENCES),
  };
}

interface Context {
  readonly reading: Reading;
  readonly day: number;
  readonly set: FactorSet;
  readonly dataOf: DataOf;
  readonly nameOf: (party: string) => string;
  readonly titleOf: (field: string, id: string) => string | null;
}

const PARTY_KINDS: readonly string[] = ['relationship.established', 'party.joined'];
const FAMILIES: readonly string[] = [...new Set(catalogue.kinds.map(({ family }) => family))];
/** Nobody says of these that they are so: a party rates for itself, an auditor finds, a client considers. */
const OWN_WORD: readonly string[] = ['assessment', 'assurance', 'selection'];

function firstOfMonths(day: number, months: number): number {
  const { year, month } = dateOf(day);
  const index = year * 12 + month - months;
  return dayOfDate(Math.floor(index / 12), (index % 12) + 1, 1);
}

function thingsOf({ data }: EntryReading): [field: string, id: string][] {
  return Object.entries(data).flatMap(([field, id]): [string, string][] =>
    Object.hasOwn(catalogue.ids, field) && typeof id === 'string' ? [[field, id]] : [],
  );
}

/** The entry that made a thing. */
function makersIn(entries: readonly EntryReading[]): (field: string, id: string) => EntryReading | undefined {
  const made = new Map<string, EntryReading>();
  for (const entry of entries) {
    for (const [field, id] of thingsOf(entry)) {
      const key = `${field} ${id}`;
      if (makersOf(field).includes(entry.fact.kind) && !made.has(key)) made.set(key, entry);
    }
  }
  return (field, id) => made.get(`${field} ${id}`);
}

/** What the parties call themselves; of one that says nothing its id. */
function partyNames(entries: readonly EntryReading[], dataOf: DataOf): (party: string) => string {
  const names = new Map<string, string>();
  for (const entry of entries) {
    const { party: joined, name: joinedAs, client, provider } = dataOf(entry);
    const isJoining = entry.fact.kind === 'party.joined';
    for (const [party, name] of isJoining ? [[joined, joinedAs]] : Object.entries({ client, provider })) {
      if (typeof party === 'string' && typeof name === 'string') names.set(party, name);
    }
  }
  return (party) => names.get(party) ?? party;
}

/** What is told of one entry, but for the days. */
interface Told {
  readonly entry: EntryReading;
  readonly core: string;
  readonly remark: string;
  readonly oneSided: boolean;
  readonly precision: Precision | null;
}

function tellAll(entries: readonly EntryReading[], context: Context): StorySentence[] {
  const same = Map.groupBy(
    entries.map((entry) => tell(entry, context)),
    ({ entry, core, remark, precision }) => JSON.stringify([monthOf(entry), entry.fact.kind, core, remark, precision]),
  );
  return [...same.values()]
    .sort(([a], [b]) => compareTold(a, b))
    .flatMap((group): StorySentence[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { entry, core, remark, oneSided, precision } = first;
      const days = [...new Set(group.map((each) => each.entry.day))];
      const when = precision === 'year' || precision === 'month' ? coarseWords(entry) : daysWords(days);
      const count = group.length > days.length ? ` (${group.length} entries)` : '';
      return [
        {
          ...{ month: monthOf(entry), theme: entry.kind?.family ?? '' },
          sentence: `${when}, ${core}${count}${remark === '' ? '' : `; ${remark}`}.`,
          ...{ status: entry.statusWord, oneSided, entries: idsOf(group.map((each) => each.entry)) },
        },
      ];
    });
}

function compareTold(a: Told | undefined, b: Told | undefined): number {
  const [x, y] = [a?.entry, b?.entry];
  if (x === undefined || y === undefined) return 0;
  const [m, n] = [monthOf(x), monthOf(y)];
  if (m !== n) return m < n ? -1 : 1;
  return FAMILIES.indexOf(x.kind?.family ?? '') - FAMILIES.indexOf(y.kind?.family ?? '') || x.day - y.day;
}

function monthOf({ day }: EntryReading): string {
  return formatDay(day).slice(0, 'YYYY-MM'.length);
}

function coarseWords({ effective }: EntryReading): string {
  return `In ${dateWords(effective ?? '') ?? ''}`;
}

function tell(entry: EntryReading, context: Context): Told {
  const { kind, fact, effective } = entry;
  const wordOf = wordsOf(entry, context);
  const precision = effective === null ? null : (parseEffective(effective)?.precision ?? null);
  const choice = textIn(entry.data['exhibits']);
  const sentence = SENTENCES[`${fact.kind} ${choice ?? ''}`] ?? SENTENCES[fact.kind] ?? '';
  const core = (entry.inEffect ? sentenceOf(sentence, wordOf) : null) ?? logged(entry, wordOf);
  const isOwnWord = kind?.rating === true || OWN_WORD.includes(kind?.family ?? '');
  const oneSided = !isOwnWord && (entry.status === 'asserted' || entry.status === 'disputed');
  return {
    entry,
    core: core === '' ? fact.kind : core,
    remark: remarkOn(entry, context, oneSided),
    oneSided,
    precision,
  };
}

/** Of what has no effect yet, and of what has lost its words. */
function logged(entry: EntryReading, wordOf: WordOf): string {
  const title = entry.kind?.title ?? entry.fact.kind;
  const thing = thingsOf(entry).map(([field]) => wordOf(field))[0] ?? wordOf('title');
  const what = `${title.charAt(0).toLowerCase()}${title.slice(1)}${thing === null ? '' : `, ${thing}`}`;
  const how = entry.inEffect ? 'logged' : 'put forward for all to agree';
  return sentenceOf(`{by} ${how}: `, wordOf) + what;
}

/** Whose word it is, while not all agree. */
function remarkOn(entry: EntryReading, { reading, day, nameOf }: Context, oneSided: boolean): string {
  const remarks: string[] = [];
  const named = (parties: readonly string[]): string => parties.map(nameOf).join(', ');
  if (oneSided) {
    const said = (word: string): string[] =>
      entry.answers.filter((answer) => answer.word === word).map((answer) => answer.party);
    remarks.push(`said by ${authorOf(entry, nameOf)}`);
    const [agreed, noted, disputed] = [said('agreed'), said('noted'), said('disputed')];
    const waiting = waitingFor(entry, reading, day);
    if (agreed.length > 0) remarks.push(`agreed by ${named(agreed)}`);
    if (noted.length > 0) remarks.push(`noted by ${named(noted)}`);
    if (disputed.length > 0) remarks.push(`seen differently by ${named(disputed)}`);
    if (waiting.length > 0) remarks.push(`not yet answered by ${named(waiting)}`);
  }
  if (entry.remedied) remarks.push('put right since');
  return remarks.join(', ');
}

function authorOf({ fact: { party } }: EntryReading, nameOf: (party: string) => string): string {
  switch (party) {
    case 'joint':
      return 'the parties';
    case 'ledger':
      return 'the ledger';
    case 'third-party':
      return 'a third party';
    default:
      return nameOf(party);
  }
}

function wordsOf(entry: EntryReading, { set, dataOf, nameOf, titleOf }: Context): WordOf {
  const data: JsonObject = { ...entry.data, ...dataOf(entry) };
  return (name) => {
    if (name === 'by') return authorOf(entry, nameOf);
    if (name === 'factor') return factorWords(entry.factor, set);
    if (name === 'level' && entry.level !== null) return String(entry.level);
    const value = data[name];
    if (name === 'title') return typeof value === 'string' ? quoted(value) : null;
    if (value === undefined || value === null) return null;
    const type = entry.kind?.fields.find((field) => field.name === name)?.type;
    if (type === 'id') return typeof value === 'string' ? quoted(titleOf(name, value) ?? value) : null;
    if (type === 'party' || name === 'party') return typeof value === 'string' ? nameOf(value) : null;
    return plainWords(value, type);
  };
}

/** Null of prose, which is nobody's to retell. */
function plainWords(value: Json, type: string | undefined): string | null {
  if (type === 'money') {
    const { amount, currency } = objectIn(value);
    return typeof amount === 'string' && typeof currency === 'string' ? `${amount} ${currency}` : null;
  }
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  if (type === 'date') return dateWords(String(value));
  if (type === 'choice') return String(value).replaceAll('-', ' ');
  return type === 'number' || type === 'level' ? String(value) : null;
}

function factorWords(code: number | null, { factors }: FactorSet): string | null {
  if (code === null) return null;
  const name = factors.find((factor) => factor.code === code)?.name;
  return name === undefined ? `factor ${code}` : `factor ${code} (${name})`;
}

function quoted(title: string): string {
  const characters = [...title];
  const isLong = characters.length > MAX_TITLE_CHARACTERS;
  return `“${isLong ? `${characters.slice(0, MAX_TITLE_CHARACTERS - 1).join('')}…` : title}”`;
}
