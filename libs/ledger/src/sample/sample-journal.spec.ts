import { sha256OfJson } from '@app/integrity';
import { catalogue, kindOf } from '../catalogue/catalogue';
import { contentOf } from '../entry/content';
import type { JournalLine } from '../entry/entry';
import { factOf } from '../entry/read';
import { emptyLedger, evolveLedger } from '../entry/evolve';
import { writeEntry } from '../entry/write';
import { checkLine } from '../journal/line';
import { checkRemediable } from '../entry/answers';
import { history } from '../scoring/history';
import type { Fact } from '../scoring/fact';
import { sampleMembers } from './members';
import { sampleJournal } from './sample-journal';
import { SAMPLE_SOURCE } from './story';

const END = Date.parse('2026-03-31T23:59:59Z');
const STREAM = 'relationship-north-road';
const SALT = 'A'.repeat(43);

const lines = sampleJournal();
const byId = new Map(lines.map((line) => [line.id, line]));

/** What an import makes of the lines, without a store. */
function imported(journal: readonly JournalLine[]): readonly Fact[] {
  const facts: Fact[] = [];
  let state = emptyLedger(STREAM);
  for (const line of journal) {
    const { id, party, member, recorded, body } = checkLine(line as unknown as Record<string, unknown>, END);
    const place = { recorded: recorded ?? END, order: state.revision + 1 };
    const content = contentOf(state, body, { party, member, loggedBy: null }, 'import', place);
    if (content.kind === 'entry.remedied') {
      const target = state.reading.entry(content.answers ?? '');
      if (target === undefined) throw new Error(`${id} remedies nothing`);
      checkRemediable(target);
    }
    const writing = { commandId: SALT, commandHash: SALT, salt: SALT, recorded: END, importedAs: { id, recorded } };
    const written = writeEntry(state, content, writing);
    const event = { ...written, stream: STREAM, revision: state.revision + 1, position: '0', recorded: '' };
    facts.push(factOf(event));
    state = evolveLedger(state, event);
  }
  return facts;
}

describe('the sample contract', () => {
  it('is the same on every machine', () => {
    expect(sha256OfJson(lines)).toBe('2f8d1922b985db1c7f739d9ddab6e9cbf449e941dbf1b9abe9c588de516d9785');
    expect(sampleJournal()).toEqual(lines);
  });

  it('has the size of ten years of a contract', () => {
    expect(lines.length).toBeGreaterThanOrEqual(550);
    expect(lines.length).toBeLessThanOrEqual(650);
  });

  it('shows every family, and every kind that a contract may meet', () => {
    const kinds = new Set(lines.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kindOf(kind) === undefined)).toEqual([]);
    const families = new Set([...kinds].map((kind) => kindOf(kind)?.family));
    expect([...new Set(catalogue.kinds.map(({ family }) => family))].filter((family) => !families.has(family))).toEqual(
      [],
    );
    // A key of the log, a broken log and an earlier record taken over have no place in a sample.
    expect(catalogue.kinds.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([
      'logkey.rotated',
      'import.accepted',
      'record.broken',
    ]);
  });

  it('passes every check of an import, and covers nothing but its ten years', () => {
    expect(imported(lines)).toHaveLength(lines.length);
  });

  it('stands in the order in which it was recorded, with answers after what they answer', () => {
    const recorded = lines.map((line) => line.recorded ?? '');
    expect(recorded.toSorted()).toEqual(recorded);
    for (const line of lines) {
      if (line.answers === undefined) continue;
      const target = byId.get(line.answers);
      expect(target?.answers).toBeUndefined();
      expect((target?.recorded ?? '') < (line.recorded ?? '')).toBe(true);
      if (/agreed|disputed|noted/.test(line.kind)) expect(line.party).not.toBe(target?.party);
    }
  });

  it('holds what its kinds require', () => {
    const lacking = lines.flatMap(({ id, kind, data = {} }) =>
      (kindOf(kind)?.fields ?? [])
        .filter(({ name, required }) => required === true && data[name] === undefined)
        .map(({ name }) => `${id} ${kind} ${name}`),
    );
    expect(lacking).toEqual([]);
  });

  it('names nothing that was not made before', () => {
    const made = new Set<string>();
    const unknown: string[] = [];
    for (const { id, kind, data = {} } of lines) {
      for (const field of kindOf(kind)?.fields ?? []) {
        const value = data[field.name];
        if (field.type !== 'id' || typeof value !== 'string') continue;
        const makers = [catalogue.ids[field.name] ?? []].flat();
        if (makers.includes(kind)) made.add(`${field.name} ${value}`);
        else if (makers.length > 0 && !made.has(`${field.name} ${value}`))
          unknown.push(`${id} ${kind} ${field.name} ${value}`);
      }
    }
    expect(unknown).toEqual([]);
  });

  it('says on every line that it is a sample', () => {
    expect(lines.filter(({ source }) => source !== SAMPLE_SOURCE)).toEqual([]);
  });

  it('has every sort of answer, entries that wait for one, late entries and coarse dates', () => {
    const answers = new Set(lines.filter(({ answers }) => answers !== undefined).map(({ kind }) => kind));
    expect(answers).toEqual(new Set(catalogue.kinds.filter(({ answer }) => answer === true).map(({ kind }) => kind)));
    const answered = new Set(lines.map((line) => line.answers));
    const waiting = lines.filter(
      ({ id, party, answers }) => answers === undefined && party !== 'joint' && !answered.has(id),
    );
    expect(waiting.length).toBeGreaterThan(20);
    expect(lines.some(({ effective }) => effective?.length === 4)).toBe(true);
    expect(lines.some(({ effective }) => effective?.length === 7)).toBe(true);
    expect(new Set(lines.map(({ party }) => party))).toEqual(
      new Set(['client', 'provider', 'utilities', 'joint', 'third-party', 'ledger']),
    );
  });

  it('has a course: up, down, no headline while ratings are stale, and up again', () => {
    const { points, restated } = history(imported(lines), {
      relationship: 'north-road',
      to: '2026-03-31',
      every: 'quarter',
    });
    const scores = new Map(points.map(({ asOf, score }) => [asOf, score]));
    const scoreAt = (asOf: string): number => scores.get(asOf) ?? Number.NaN;
    expect(scoreAt('2018-06-30')).toBeGreaterThan(scoreAt('2016-12-31') + 5);
    expect(scoreAt('2019-12-31')).toBeLessThan(scoreAt('2018-06-30') - 20);
    expect(points.filter(({ asOf, score }) => asOf.startsWith('2020') && score !== null)).toEqual([]);
    expect(scoreAt('2021-06-30')).toBeLessThan(scoreAt('2019-12-31'));
    expect(scoreAt('2023-03-31')).toBeGreaterThan(scoreAt('2022-03-31') + 5);
    expect(points.filter(({ asOf, score }) => asOf > '2021-03' && score === null)).toEqual([]);
    expect(points.map(({ factorSet }) => factorSet)).toContain('mutuality@1.0-draft');
    expect(restated.factorSet).toBe('mutuality@1.1-north-road');
    expect(restated.points.find(({ asOf }) => asOf === '2018-06-30')?.score).not.toBe(scoreAt('2018-06-30'));
  });

  it('lists members of both sides, and those who act for neither', () => {
    expect(sampleMembers.filter(({ party }) => party === 'client')).toHaveLength(2);
    expect(sampleMembers.filter(({ party }) => party === 'provider')).toHaveLength(2);
    expect(new Set(sampleMembers.map(({ role }) => role))).toEqual(
      new Set(['member', 'sponsor', 'facilitator', 'auditor', 'reporter']),
    );
  });
});
