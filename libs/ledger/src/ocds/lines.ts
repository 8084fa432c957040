import type { EventStore, JsonObject } from '@app/event-store';
import { MAX_LINE_LENGTH, MAX_TEXT_LENGTH } from '../entry/limits';
import type { Source } from '../journal/lines';
import type { RawLine } from '../journal/raw-line';
import { entryIdOf } from './ids';
import { contractsIn, ledgersOf, type Ledger } from './ledgers';
import { NotTakenCount, type NotTaken } from './not-taken';
import { readReleases, type Release } from './package';
import { spokenIn } from './processes';
import { changed, changesOf, newThing, saysTheSame, type Thing } from './recorded';
import { isFault, type Statement } from './statement';

/** What a package adds to the ledgers that it is about. */
export interface OcdsLines {
  readonly lines: readonly RawLine[];
  /** How much of it is recorded already. */
  readonly known: number;
  readonly notTaken: readonly NotTaken[];
  /** Ids of the relationships that it speaks of. */
  readonly relationships: readonly string[];
}

/**
 * The entries that an OCDS package adds to what is recorded: new ones, and corrections where a later release says
 * something else of the same thing.
 *
 * @param relationship takes every contract of the one process of the file; absent: each contract is a relationship
 * @throws Problem where the file is no package
 */
export async function ocdsLines(store: EventStore, source: Source, relationship?: string): Promise<OcdsLines> {
  const releases = await readReleases(source);
  const notTaken = new NotTakenCount();
  for (const { value } of releases) notTaken.look(value);
  const ledgers = await ledgersOf(store, contractsIn(releases), relationship);
  const ledgerOf = (ocid: string, contract: string): Ledger | undefined => ledgers.get(ocid)?.get(contract);
  const lines: Omit<RawLine, 'line'>[] = [];
  for (const spoken of spokenIn(releases, ledgerOf, notTaken.omit)) {
    if (isFault(spoken)) lines.push(spoken);
    else {
      const { release, contract, told } = spoken;
      const ledger = ledgerOf(release.ocid, contract);
      if (ledger === undefined) continue;
      const place = { ledger, release, contract, omit: notTaken.omit };
      for (const said of told) lines.push(...(isFault(said) ? [said] : lineOf(said, place)));
    }
  }
  const opened = [...new Set([...ledgers.values()].flatMap((byContract) => [...byContract.values()]))];
  const things = opened.flatMap((ledger) => [...ledger.things.values()]);
  return {
    lines: lines.map((line, index) => ({ line: index + 1, ...line })),
    known: things.reduce((sum, { repeated }) => sum + repeated.size, 0),
    notTaken: notTaken.list(),
    relationships: opened.map((ledger) => ledger.relationship),
  };
}

interface Place {
  readonly ledger: Ledger;
  readonly release: Release;
  readonly contract: string;
  readonly omit: NotTakenCount['omit'];
}

/** The line by which a statement becomes part of its ledger; none where it says nothing new. */
function lineOf(said: Statement, place: Place): readonly Omit<RawLine, 'line'>[] {
  const { ledger, release, contract } = place;
  const { ocid, written } = release;
  const id = entryIdOf(ocid, said.key, said.kind);
  const recorded = ledger.things.get(id);
  const statement = shortened(said, place);
  if (recorded === undefined && statement.content === null) return [];
  const thing = recorded ?? newThing(id);
  const { said: saidBefore } = thing;
  thing.said = statement.content ?? undefined;
  if (recorded !== undefined && isOld(recorded, statement, saidBefore, place)) return [];
  ledger.things.set(id, thing);
  const before = thing.versions.at(-1)?.content ?? null;
  const number = thing.versions.length + 1;
  const line = {
    id: number === 1 ? id : `${id}-${number}`,
    relationship: ledger.relationship,
    party: 'client',
    source: `OCDS ${ocid}, contract ${contract}, release ${release.id ?? written}`.slice(0, MAX_LINE_LENGTH),
  };
  const columns = columnsOf(statement, release);
  const add = (content: JsonObject | null, raw: object): readonly Omit<RawLine, 'line'>[] => {
    thing.versions.push({ content, released: release.instant });
    return [{ columns, raw: { ...line, ...raw } }];
  };
  if (statement.content === null) {
    const text = `No longer so in the release of ${written}.`;
    return add(null, { kind: 'entry.voided', answers: thing.target, text, data: { released: written } });
  }
  if (before !== null) {
    const changes = changesOf(statement, before, saidBefore);
    const text = `As the release of ${written} has it.`;
    const data = { ...changes, released: written };
    return add(changed(before, changes), { kind: 'entry.corrected', answers: thing.target, text, data });
  }
  thing.target = line.id;
  const { kind, factor = null } = statement;
  const content = changed({}, statement.content);
  const { effective, text = null, ...data } = content;
  const bearing = kind === 'note.logged' ? { factor, sign: '0' } : {};
  return add(content, { kind, effective, ...bearing, text, data: { ...data, released: written } });
}

/** Whether the ledger has it already, or something newer. */
function isOld(thing: Thing, statement: Statement, said: JsonObject | undefined, { release, omit }: Place): boolean {
  const { versions, recorded, repeated } = thing;
  const place = versions.length - 1;
  const last = versions[place];
  if (thing.isErased || last === undefined || saysTheSame(statement, last, said)) {
    if (place < recorded) repeated.add(place);
    return true;
  }
  // The file itself has gone on from what is recorded, in the order of its releases.
  if (place >= recorded) return false;
  const earlier = versions.findIndex((version) => saysTheSame(statement, version, said));
  if (release.instant > last.released || (release.instant === last.released && earlier === -1)) return false;
  if (earlier !== -1) repeated.add(earlier);
  else if (statement.content !== null) omit(statement.path, 'older than what is recorded');
  return true;
}

/** A text longer than one of the ledger is cut, and that is told. */
function shortened(statement: Statement, { omit }: Place): Statement {
  const { content, path } = statement;
  if (content === null) return statement;
  const cut = Object.entries(content).map(([name, value]) => {
    if (typeof value !== 'string' || value.length <= MAX_TEXT_LENGTH) return [name, value] as const;
    omit(path, `text beyond ${MAX_TEXT_LENGTH} characters`);
    // Half a surrogate pair is no text.
    return [name, `${value.slice(0, MAX_TEXT_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`] as const;
  });
  return { ...statement, content: Object.fromEntries(cut) };
}

/** What the file calls the fields of a line: the date has a place of its own, the others that of the item. */
function columnsOf({ content, path, datePath }: Statement, release: Release): Readonly<Record<string, string>> {
  const date = datePath ?? `${release.path}.date`;
  const columns: Record<string, string> = { text: path };
  for (const name of Object.keys(content ?? {})) columns[`data.${name}`] = path;
  return { ...columns, effective: date, 'data.effective': date };
}
