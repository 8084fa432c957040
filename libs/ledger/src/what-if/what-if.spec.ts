import { Ledger } from '../entry/ledger.fixture';
import { Problem } from '../problems';
import { facts, type Line } from '../scoring/journal.fixture';
import { score } from '../scoring/score';
import { event, journalOfV1, rating, v1 } from '../scoring/v1.fixture';
import { viewsOf } from '../views.fixture';
import { whatIfOf, type WhatIf, type WhatIfParameters } from './what-if.queries';

const NOW = Date.parse('2026-04-30T12:00:00Z');

function ask(parameters: WhatIfParameters, lines: readonly Line[] = journalOfV1): Promise<WhatIf> {
  return whatIfOf(viewsOf(facts(...lines)), 'road', { asOf: v1.asOf, ...parameters }, NOW);
}

async function code(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'answered';
}

describe('what if', () => {
  it('ratings were others: as if they had been given on that day (V3b)', async () => {
    const answer = await ask({ ratings: 'client:615:0, provider:615:0' });
    expect(answer).toMatchObject({ now: { score: 60.4753 }, then: { score: 58.5522, level: 'Initial' } });
    expect(answer.effect).toBe(-1.9231);
    expect(answer.whatIf).toMatchObject([{ factor: 615, score: 25, then: 0, weight: 100 }]);
    expect(answer.whatIf[0]?.entries).toHaveLength(2);
  });

  it('weights were others (V2)', async () => {
    const answer = await ask({ weights: '609:100,614:100,606:50' });
    expect(answer).toMatchObject({ then: { score: 60.0463 }, effect: -0.429 });
    expect(answer.whatIf.map(({ factor, weight }) => [factor, weight])).toEqual([
      [606, 50],
      [609, 100],
      [614, 100],
    ]);
  });

  it('something had happened (V3)', async () => {
    expect(await ask({ events: 'joint:615:minus:minor' })).toMatchObject({
      then: { score: 60.3621 },
      whatIf: [{ factor: 615, then: 23.5294 }],
    });
    expect(await ask({ events: 'client:615:minus:minor:agreed' })).toMatchObject({ then: { score: 60.3621 } });
    const asserted = score(facts(...journalOfV1, event(615, '-', 'minor', 0, 'client')), {
      ...{ relationship: 'road', asOf: v1.asOf },
    });
    expect(await ask({ events: 'client:615:minus:minor' })).toMatchObject({ then: { score: asserted.score } });
  });

  it('takes a joint level, and one without evidence', async () => {
    const unevidenced = [rating('client', 615, { level: 4, ageDays: 0, evidenced: false })];
    const expected = score(facts(...journalOfV1, ...unevidenced), { relationship: 'road', asOf: v1.asOf });
    expect(await ask({ ratings: 'client:615:4:unevidenced' })).toMatchObject({ then: { score: expected.score } });
    expect((await ask({ ratings: 'joint:615:4' })).whatIf).toMatchObject([{ factor: 615, then: 100 }]);
  });

  it('changes nothing for whoever asks next', async () => {
    const views = viewsOf(facts(...journalOfV1));
    const asked = { asOf: v1.asOf, ratings: 'joint:615:4' };
    const first = await whatIfOf(views, 'road', asked, NOW);
    expect(await whatIfOf(views, 'road', asked, NOW)).toEqual(first);
    expect(first.now.score).toBe(60.4753);
  });

  it.each([
    [{}, 'invalid-parameter'],
    [{ ratings: '' }, 'invalid-parameter'],
    [{ ratings: 'client:615' }, 'invalid-parameter'],
    [{ ratings: 'client:615:5' }, 'invalid-parameter'],
    [{ ratings: 'client:615:3:perhaps' }, 'invalid-parameter'],
    [{ ratings: 'client:600:3' }, 'unknown-factor'],
    [{ ratings: 'other:615:3' }, 'unknown-party'],
    [{ ratings: Array.from({ length: 51 }, () => 'client:615:3').join() }, 'invalid-parameter'],
    [{ weights: '615:0' }, 'invalid-parameter'],
    [{ weights: '615:1e9' }, 'invalid-parameter'],
    [{ weights: '999:10' }, 'unknown-factor'],
    [{ events: 'client:614:-:major' }, 'invalid-parameter'],
    [{ events: 'client:614:toString:major' }, 'invalid-parameter'],
    [{ events: 'client:614:minus:huge' }, 'invalid-parameter'],
  ])('refuses %j: %s', async (parameters, expected) => {
    expect(await code(ask(parameters))).toBe(expected);
  });

  it('answers nobody while a round is open, at whatever dates it is asked', async () => {
    const ledger = new Ledger();
    const asked = { ratings: 'client:603:3' };
    const at = (now: string, more: WhatIfParameters = {}) =>
      code(whatIfOf(ledger.views(), 'road', { ...asked, ...more }, Date.parse(now)));
    expect(await at('2026-01-05T12:00:00Z')).toBe('answered');
    ledger.logs('client', { kind: 'round.opened', data: { round: 'spring', factors: [603], closes: '2026-01-31' } });
    expect(await at('2026-01-05T12:00:00Z')).toBe('not-allowed-now');
    expect(await at('2026-01-05T12:00:00Z', { asOf: '2026-01-04' })).toBe('not-allowed-now');
    expect(await at('2026-01-05T12:00:00Z', { knownAt: '2026-01-05T09:30:00Z' })).toBe('not-allowed-now');
    // Its last day is over.
    expect(await at('2026-02-01T12:00:00Z')).toBe('answered');
    ledger.logs('client', { kind: 'round.closed', data: { round: 'spring' } });
    expect(await at('2026-01-05T12:00:00Z')).toBe('answered');
  });
});
