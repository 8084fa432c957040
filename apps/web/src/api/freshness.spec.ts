import { createFreshness, type Freshness } from './freshness';

const GATHER_MS = 300;

describe('what was read of a ledger', () => {
  let readings: string[];
  let finish: () => void;
  let fresh: Freshness;

  beforeEach(() => {
    jest.useFakeTimers();
    readings = [];
    const readAgain = (relationship: string): Promise<void> => {
      readings.push(relationship);
      return new Promise((resolve) => (finish = resolve));
    };
    fresh = createFreshness(readAgain, GATHER_MS);
  });
  afterEach(() => jest.useRealTimers());

  it('holds while it covers all that was heard of', async () => {
    fresh.covers('north-road', '0005');
    fresh.heard('north-road', '0005');
    fresh.heard('south-road', '0009');
    await jest.advanceTimersByTimeAsync(10 * GATHER_MS);
    expect(readings).toEqual([]);
  });

  it('is read again once where the ledger has gone on, whichever is heard of first', async () => {
    fresh.covers('north-road', '0005');
    fresh.covers('north-road', '0004');
    fresh.heard('north-road', '0005');
    fresh.heard('south-road', '0009');
    fresh.covers('south-road', '0009');
    fresh.covers('south-road', '0008');
    await jest.advanceTimersByTimeAsync(10 * GATHER_MS);
    expect(readings).toEqual(['north-road', 'south-road']);
  });

  it('is read again while news do not stop, one reading after the other', async () => {
    fresh.covers('north-road', '0001');
    for (let position = 2; position < 40; position += 1) {
      fresh.heard('north-road', String(position).padStart(4, '0'));
      await jest.advanceTimersByTimeAsync(GATHER_MS / 3);
    }
    expect(readings).toHaveLength(1);
    fresh.covers('north-road', '0005');
    finish();
    await jest.advanceTimersByTimeAsync(GATHER_MS);
    expect(readings).toHaveLength(2);
    fresh.covers('north-road', '0039');
    finish();
    await jest.advanceTimersByTimeAsync(10 * GATHER_MS);
    expect(readings).toHaveLength(2);
  });

  it('asks for what covers all that was heard of, until the ledger turns out to be another', () => {
    expect(fresh.furthest()).toBeNull();
    fresh.heard('north-road', '0005');
    fresh.heard('south-road', '0009');
    fresh.heard('north-road', '0007');
    expect(fresh.furthest()).toBe('0009');
    fresh.forget();
    expect(fresh.furthest()).toBeNull();
  });
});
