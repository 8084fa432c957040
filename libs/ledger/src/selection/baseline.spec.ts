import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { canonicalJson, envelopeHash } from '@app/integrity';
import type { Author } from '../entry/author';
import type { EntryBody } from '../entry/entry';
import { establishRelationship, logEntry } from '../entry/log-entry';
import { envelopeOf, streamOf } from '../entry/read';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import { Problem } from '../problems';
import { isSelection } from '../relationship/relationship.queries';
import { baselineOf, type Baseline } from './baseline.queries';

const NOW = Date.parse('2026-03-31T12:00:00Z');
const OPERATOR: Author = { role: 'operator', member: 'operator', party: null };
const ADA: Author = { role: 'member', member: 'ada', party: 'client' };
const FILE = { title: 'Better than Bolt', sha256: 'a'.repeat(64) };

describe('the baseline of a partner selection', () => {
  let directory: string;
  let store: EventStore;
  let keys: number;
  let asked: number[];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'selection-'));
    store = await openEventStore({ kind: 'sqlite', directory });
    keys = 0;
    asked = [];
    const data = { title: 'Tender', client: 'Council', provider: 'Not selected yet', start: '2026-01-01' };
    const request = { relationship: 'tender', author: OPERATOR, key: 'open', data };
    await establishRelationship(store, { ...request, isSelection: true }, NOW);
  });
  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  async function logs(body: EntryBody): Promise<string> {
    const effective = body.answers === undefined ? { effective: '2026-02-10' } : {};
    const request = { relationship: 'tender', author: ADA, key: `${++keys}`, body: { ...effective, ...body } };
    return (await logEntry(store, request, NOW)).id;
  }
  const rates = (candidate: string, factor: number, level: number, evidence: EntryBody['evidence'] = []) =>
    logs({
      ...{ kind: 'candidate.rated', factor, text: 'Quicker than Bolt', evidence },
      data: { candidate, level, proof: evidence.length === 0 ? 'claimed' : 'documented' },
    });

  function baseline(clocks: object = {}, relationship = 'tender'): Promise<Baseline> {
    const checkpointOf = (_: string, revision: number) => {
      asked.push(revision);
      return Promise.resolve({ size: revision + 1, root: 'root' });
    };
    return baselineOf({ views: logViews(store), store, checkpointOf }, relationship, clocks, NOW);
  }
  const refusal = (asking: Promise<unknown>): Promise<unknown> =>
    asking.then(
      () => 'taken',
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );

  async function hashOf(id: string): Promise<string> {
    for await (const event of store.read(streamOf('tender'))) {
      if (envelopeOf(event).id === id) return envelopeHash(canonicalJson(envelopeOf(event)));
    }
    return '';
  }

  it('has the last level of each factor of the chosen one, with hashes of what is proven', async () => {
    for (const candidate of ['acme', 'bolt'])
      await logs({ kind: 'candidate.considered', data: { candidate, name: candidate } });
    await rates('acme', 601, 1, [FILE]);
    const rated = await rates('acme', 601, 2, [FILE]);
    const claimed = await rates('acme', 603, 4);
    await rates('bolt', 602, 4, [FILE]);
    const corrected = await logs({ kind: 'entry.corrected', answers: rated, data: { level: 3 } });
    const selected = await logs({
      kind: 'candidate.selected',
      data: { candidate: 'acme', reason: 'Nearer than Bolt' },
    });
    await logs({ kind: 'note.logged', text: 'Bolt asked why' });

    const found = await baseline();
    const source = 'partner selection tender, checkpoint of 9 entries with root root';
    const title = 'Entry of the partner selection';
    expect(found).toMatchObject({ candidate: 'acme', selected, checkpoint: { size: 9, root: 'root' } });
    expect(found.baseline.map(({ entry, entries }) => [entry, entries])).toEqual([
      [
        {
          ...{ kind: 'rating.jmt-agreed', effective: '2026-02-10', factor: 601, level: 3, source },
          text: 'Baseline from the partner selection: level 3, as the client rated it (documented).',
          evidence: [
            { title, sha256: await hashOf(rated) },
            { title, sha256: await hashOf(corrected) },
          ],
        },
        [rated, corrected],
      ],
      [
        {
          ...{ kind: 'rating.jmt-agreed', effective: '2026-02-10', factor: 603, level: 4, source },
          text: 'Baseline from the partner selection: level 4, as the client rated it (claimed).',
        },
        [claimed],
      ],
    ]);
    // The checkpoint covers the selection, and all that the levels rest on.
    expect(asked).toEqual([8]);
    expect(JSON.stringify(found)).not.toMatch(/bolt/i);
  });

  it('is none before somebody is selected, nor once the selection is voided, at either clock', async () => {
    await logs({ kind: 'candidate.considered', data: { candidate: 'acme', name: 'Acme' } });
    expect(await refusal(baseline())).toBe('not-allowed-now');
    const selected = await logs({ kind: 'candidate.selected', data: { candidate: 'acme', reason: 'Alone' } });
    expect(await baseline()).toMatchObject({ candidate: 'acme', baseline: [] });
    expect(await refusal(baseline({ asOf: '2026-02-09' }))).toBe('not-allowed-now');
    expect(await refusal(baseline({ knownAt: '2026-03-30' }))).toBe('not-allowed-now');
    await logs({ kind: 'entry.voided', answers: selected });
    expect(await refusal(baseline())).toBe('not-allowed-now');
    expect(await refusal(baseline({}, 'nowhere'))).toBe('relationship-not-found');
  });

  it('is none of a relationship, whatever was imported into it, and its first entry alone makes a selection', async () => {
    const established = {
      kind: 'relationship.established',
      effective: '2026-01-01',
      data: { title: 'Old', party: 'client' },
    };
    const candidate = 'acme';
    const lines = [
      { kind: 'candidate.considered', effective: '2026-01-02', data: { candidate, name: 'Acme' } },
      { kind: 'candidate.selected', effective: '2026-01-03', data: { candidate, reason: 'Alone' } },
      established,
    ];
    const take = (relationship: string, taken: readonly object[]) =>
      importJournal(
        store,
        async function* () {
          yield Buffer.from(
            taken
              .map((line, at) => JSON.stringify({ id: `i-${at}`, relationship, party: 'client', ...line }))
              .join('\n'),
          );
        },
        { format: 'journal', nowMs: NOW },
      );
    await take('last', lines);
    await take('first', lines.toReversed());
    expect(await refusal(baseline({}, 'last'))).toBe('not-allowed-now');
    expect(await baseline({}, 'first')).toMatchObject({ candidate: 'acme' });
    expect([await isSelection(logViews(store), 'last'), await isSelection(logViews(store), 'first')]).toEqual([
      false,
      true,
    ]);
    expect(await isSelection(logViews(store), 'nowhere')).toBe(false);
    // Where one read model is behind, the other one tells.
    const behind = { ...logViews(store), facts: () => Promise.resolve(null) };
    expect(await isSelection(behind, 'tender')).toBe(true);
  });
});
