import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWitnesses } from '../../apps/witness/src/running.fixture';
import { HonestLedger } from './honest-ledger';
import { randomOf } from './tampering';

/** More with `HONEST_LEDGERS`; the same ones again with `HONEST_SEED`. */
const LEDGERS = Number(process.env['HONEST_LEDGERS'] ?? 20);
const SEED = Number(process.env['HONEST_SEED'] ?? 20261128);

/** What happens once in the life of a ledger, beside what happens in every one. */
const TURNS = ['keeps its key', 'has its key rotated', 'is restored from a backup', 'breaks off and goes on'] as const;
type Turn = (typeof TURNS)[number];

jest.setTimeout(30 * 60_000);
afterEach(endWitnesses);

async function live(ledger: HonestLedger, moments: number): Promise<void> {
  for (let moment = 0; moment < moments; moment += 1) {
    const what = ledger.below(10);
    if (what < 3) await ledger.importLines();
    else if (what < 7) await ledger.logEntries();
    else if (what < 9) await ledger.sign();
    else await ledger.restart();
  }
}

async function tell(ledger: HonestLedger, turn: Turn): Promise<void> {
  for (const relationship of ledger.relationships) await ledger.importLines(relationship);
  await ledger.sign();
  await live(ledger, ledger.below(6));
  if (turn === 'has its key rotated') await ledger.rotate();
  if (turn === 'is restored from a backup') {
    await ledger.sign();
    expect(await ledger.restore(await ledger.backUp())).toEqual([]);
  }
  if (turn === 'breaks off and goes on') {
    const backup = await ledger.backUp();
    await live(ledger, ledger.below(6));
    await ledger.importLines();
    await ledger.sign();
    for (const relationship of await ledger.restore(backup)) await ledger.declareBreak(relationship);
  }
  await ledger.check();
  await live(ledger, ledger.below(6));
  await ledger.sign();
  await ledger.check();
  await ledger.checkEveryEntry();
}

/** In a place of its own, which is taken away. */
async function withLedger(seed: number, use: (ledger: HonestLedger) => Promise<void>): Promise<void> {
  const random = randomOf(seed);
  const place = mkdtempSync(join(tmpdir(), 'ledger-honest-'));
  const ledger = new HonestLedger(place, ['north-road', 'south-road'].slice(0, random() < 0.5 ? 1 : 2), random);
  try {
    await ledger.open();
    await use(ledger);
  } finally {
    await ledger.close();
    await endWitnesses();
    rmSync(place, { recursive: true });
  }
}

describe(`${LEDGERS} ledgers that nobody tampers with (HONEST_SEED=${SEED})`, () => {
  it.each(TURNS)('raise no alarm where each %s', async (turn) => {
    for (let index = TURNS.indexOf(turn); index < LEDGERS; index += TURNS.length) {
      try {
        await withLedger(SEED + index * 1_000_003, (ledger) => tell(ledger, turn));
      } catch (error) {
        throw new Error(`ledger ${index} (HONEST_SEED=${SEED}) that ${turn}`, { cause: error });
      }
    }
  });

  it('raise no alarm where more is signed while they are verified', async () => {
    await withLedger(SEED, async (ledger) => {
      for (const relationship of ledger.relationships) await ledger.importLines(relationship);
      await ledger.sign();
      await ledger.checkWhileItGrows();
    });
  });
});
