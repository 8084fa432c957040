import type { JsonObject } from '@app/event-store';
import { bundleOfEntries, StoredHandWritten, verifiedInStore } from '../bundle/bundle.fixture';
import { verifyBundle } from '../verifier';
import { ratingCommitment } from './committed-ratings';

const LEVEL_3 = [{ factor: 605, level: 3, evidenced: false }];
const LEVEL_4 = [{ factor: 605, level: 4, evidenced: false }];
const SALT = 'ab'.repeat(32);

/** What one member of a party rates in a round. */
function rated(ratings: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { round: 'spring', of: 'client', member: 'm-1', salt: SALT, ratings, ...more };
}

/** A ledger with an open round. */
class Rounds extends StoredHandWritten {
  constructor() {
    super();
    this.log({
      kind: 'round.opened',
      party: 'client',
      facts: { round: 'spring', factors: [605], closes: '2026-02-01' },
    });
  }

  commits(content: JsonObject, party = 'client', imported = false): string {
    const facts = { round: content['round'] ?? null, commitment: ratingCommitment(content) };
    return this.log({ kind: 'rating.committed', party, facts, imported });
  }

  reveals(
    content: JsonObject,
    scored = content['ratings'],
    more: { imported?: boolean; erased?: string } = {},
  ): string {
    const { round = null, of = null } = content;
    const facts = { round, of, ratings: scored ?? null };
    const { imported = false, ...beside } = more;
    return this.log({ kind: 'rating.revealed', party: 'ledger', facts, imported }, { data: content, ...beside });
  }
}

/** What the verifier of bundles and that of ledgers say. */
async function verdicts(ledger: Rounds) {
  const { code, firstBad, caveats } = verifyBundle(await bundleOfEntries(ledger));
  const live = await verifiedInStore(ledger);
  const [first, again] = [firstBad, live.firstBad].map((bad) => bad && [bad.revision, bad.reason]);
  return { code, first, again, caveats };
}

describe('the ratings that a ledger reveals', () => {
  it('are those that a member committed to, maybe not at first', async () => {
    const ledger = new Rounds();
    ledger.commits(rated(LEVEL_3));
    ledger.commits(rated(LEVEL_4));
    ledger.commits(rated(LEVEL_3, { of: 'provider', member: 'm-2' }), 'provider');
    ledger.reveals(rated(LEVEL_4));
    ledger.reveals(rated(LEVEL_3, { of: 'provider', member: 'm-2' }));
    expect(await verdicts(ledger)).toEqual({ code: 0, first: null, again: null, caveats: [] });
  });

  it('rest on nothing where they were imported: what they were sealed with is elsewhere', async () => {
    const ledger = new Rounds();
    ledger.reveals(rated(LEVEL_3), LEVEL_3, { imported: true });
    expect(await verdicts(ledger)).toEqual({ code: 0, first: null, again: null, caveats: [] });
  });

  it.each<[string, number, string, (ledger: Rounds) => void]>([
    ['nobody committed to', 2, 'who committed to none', (ledger) => ledger.reveals(rated(LEVEL_3))],
    ['are committed to afterwards', 2, 'who committed to none', (ledger) => {
      ledger.reveals(rated(LEVEL_3));
      ledger.commits(rated(LEVEL_3));
    }],
    ['another party committed to', 3, 'ratings of client, who committed to none', (ledger) => {
      ledger.commits(rated(LEVEL_3), 'provider');
      ledger.reveals(rated(LEVEL_3));
    }],
    ['an import committed to', 3, 'who committed to none', (ledger) => {
      ledger.commits(rated(LEVEL_3), 'client', true);
      ledger.reveals(rated(LEVEL_3));
    }],
    ['were withdrawn', 4, 'who committed to none', (ledger) => {
      const answers = ledger.commits(rated(LEVEL_3));
      ledger.log({ kind: 'entry.voided', party: 'client', answers });
      ledger.reveals(rated(LEVEL_3));
    }],
    ['are of another round', 3, 'who committed to none', (ledger) => {
      ledger.commits(rated(LEVEL_3));
      ledger.reveals(rated(LEVEL_3, { round: 'autumn' }));
    }],
    ['have another level', 3, 'not those that client committed to', (ledger) => {
      ledger.commits(rated(LEVEL_3));
      ledger.reveals(rated(LEVEL_4));
    }],
    ['are scored with another level', 3, 'not those that client committed to', (ledger) => {
      ledger.commits(rated(LEVEL_3));
      ledger.reveals(rated(LEVEL_3), LEVEL_4);
    }],
    ['are said to be another member’s', 3, 'not those that client committed to', (ledger) => {
      ledger.commits(rated(LEVEL_3));
      ledger.reveals(rated(LEVEL_3, { member: 'm-3' }));
    }],
  ])('are found by every verifier where they %s', async (_name, revision, said, tell) => {
    const ledger = new Rounds();
    tell(ledger);
    const found = [revision, expect.stringContaining(said)];
    expect(await verdicts(ledger)).toMatchObject({ code: 40, first: found, again: found });
  }); // prettier-ignore

  it('are said not to be held against anything where their words are gone', async () => {
    const ledger = new Rounds();
    ledger.commits(rated(LEVEL_3));
    ledger.reveals(rated(LEVEL_4), LEVEL_4, { erased: '2026-02-01' });
    const { code, caveats } = verifyBundle(await bundleOfEntries(ledger));
    expect([code, caveats.join()]).toEqual([
      0,
      expect.stringContaining('entry 3 reveals ratings, which nothing holds'),
    ]);
  });
});
