import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '@app/event-store';
import { canonicalJson, envelopeHash, payloadCommitment } from '@app/integrity';
import { authorProblem, catalogue, entryOfEvent, envelopeOf, factOf, learnKeys, noKeys, score, signedWordsFault } from '@app/ledger';

/** One file a version of the stored shape, written when it shipped and never changed since. */
const events = readdirSync(__dirname)
  .filter((file) => file.endsWith('.ndjson'))
  .flatMap((file) => readFileSync(join(__dirname, file), 'utf8').trimEnd().split('\n'))
  .map((line, index) => ({ ...(JSON.parse(line) as RecordedEvent), position: String(index) }));

describe('entries as they were stored', () => {
  it('hold a sample of every kind', () => {
    const stored = new Set(events.map((event) => event.type));
    expect(catalogue.kinds.map(({ kind }) => `${kind}.v1`).filter((type) => !stored.has(type))).toEqual([]);
  });

  it.each(events.map((event) => [event.type, event] as const))('%s is read', (type, event) => {
    const entry = entryOfEvent(event);
    const fact = factOf(event);
    expect(type.startsWith(entry.kind)).toBe(true);
    expect(fact).toMatchObject({ id: entry.id, kind: entry.kind, revision: entry.revision, factor: entry.factor });
    expect(fact.recorded).toBe(Date.parse(entry.recorded));
    expect(entry.text).not.toBeNull();
  });

  it('keep their chain and their commitments', () => {
    let previous: string | null = null;
    for (const event of events) {
      const envelope = envelopeOf(event);
      expect(envelope.previous).toBe(previous);
      const { payload, salt } = event.metadata as unknown as { payload: unknown; salt: string };
      expect(payloadCommitment(canonicalJson(payload), salt)).toBe(envelope.commitment);
      previous = envelopeHash(canonicalJson(envelope));
    }
  });

  it('are signed where their party has a key, and say what was signed', () => {
    const keys = noKeys();
    for (const event of events) {
      const envelope = envelopeOf(event);
      expect([envelope.id, authorProblem(keys, envelope), signedWordsFault(envelope, event.metadata)]).toEqual([envelope.id, null, null]);
      learnKeys(keys, envelope);
    }
    expect(events.filter((event) => envelopeOf(event).signature !== undefined)).toHaveLength(1);
    expect([...keys.signing]).toEqual(['client']);
  });

  it('still score as they did', () => {
    const shown = score(events.map(factOf), { relationship: 'stored', asOf: '2026-04-01' });
    expect(shown).toMatchObject({ factorSet: 'mutuality@1.0-draft', coverage: 0.8644, low: 45.9488, high: 59.5081 });
  });
});
