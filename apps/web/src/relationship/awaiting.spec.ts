import { ownFirst } from './awaiting';

it('puts first what one’s own side can still answer in time', () => {
  const given = [
    { party: 'provider', late: true, answerBy: '2016-02-01' },
    { party: 'client', late: true, answerBy: '2016-02-01' },
    { party: 'client', late: true, answerBy: '2026-11-01' },
    { party: 'provider', late: false, answerBy: '2026-12-01' },
    { party: 'client', late: false, answerBy: '2026-12-09' },
    { party: 'client', late: false, answerBy: '2026-12-02' },
  ];
  const shown = ownFirst(given, 'client').map(({ party, answerBy }) => `${party} ${answerBy}`);
  expect(shown).toEqual([
    'client 2026-12-02',
    'client 2026-12-09',
    'client 2026-11-01',
    'client 2016-02-01',
    'provider 2026-12-01',
    'provider 2016-02-01',
  ]);
});
