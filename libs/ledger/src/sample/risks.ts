import type { Story } from './story';

/** Risks and early warnings (608). */
export function tellRisks(story: Story): void {
  const raised: readonly (readonly ['client' | 'provider', string, string, string, string, string, string])[] = [
    ['client', 'risk-winter', '2016-10-03', 'Salt runs short in a long winter', 'supply-chain', '3', '4'],
    ['provider', 'risk-skills', '2017-05-08', 'Qualified drivers leave for the ports', 'people-and-skills', '4', '3'],
    ['provider', 'risk-bridge', '2018-06-11', 'The weak bridge at Low Ford closes', 'operational', '2', '5'],
    [
      'client',
      'risk-resilience',
      '2019-09-03',
      'The provider’s parent is short of cash',
      'provider-resilience',
      '3',
      '5',
    ],
    ['provider', 'risk-bitumen', '2021-10-05', 'Bitumen prices rise beyond the index', 'financial', '4', '4'],
    [
      'provider',
      'risk-town-centre',
      '2023-04-12',
      'Three works at once in the town centre',
      'public-and-political',
      '4',
      '3',
    ],
  ];
  for (const [party, risk, effective, title, category, likelihood, impact] of raised) {
    story.tell(party, 'risk.raised', effective, `${title}.`, { data: { risk, title, category, likelihood, impact } });
  }
  const warnings: readonly (readonly ['client' | 'provider', string, string, string])[] = [
    ['provider', '2016-12-06', 'Sub-base on the ring road is softer than the survey says.', 'cost'],
    ['provider', '2023-10-18', 'The sweeper maker delays delivery by a quarter.', 'time'],
    ['client', '2025-01-14', 'Ground movement under the east embankment.', 'safety'],
  ];
  for (const [party, effective, matter, affects] of warnings) {
    const entry = story.tell(party, 'warning.given', effective, matter, { data: { matter, couldAffect: [affects] } });
    if (story.random.between(0, 1) === 1) entry.noted('Received; on the list for the next team meeting.');
  }
  const mitigated: readonly (readonly ['client' | 'provider', string, string, string])[] = [
    ['provider', 'risk-winter', '2017-10-16', 'Salt contract with two suppliers and a shared reserve.'],
    ['provider', 'risk-skills', '2018-04-09', 'Own driving school, eight new licences.'],
    ['client', 'risk-bitumen', '2022-01-20', 'Price share agreed: each bears half beyond the index.'],
  ];
  for (const [party, risk, effective, action] of mitigated) {
    story.tell(party, 'risk.mitigated', effective, action, { data: { risk, action } }).oftenAgreed();
  }
  story.tell('joint', 'risk.assessed', '2018-04-16', 'Drivers: lower since the driving school.', {
    data: { risk: 'risk-skills', likelihood: '2', impact: '3' },
  });
  story.tell('joint', 'risk.allocated', '2022-01-20', 'Bitumen: shared half and half beyond the index.', {
    data: { risk: 'risk-bitumen', shared: true, basis: 'Neither side can steer the oil price' },
  });
  story.tell('client', 'risk.materialised', '2018-12-17', 'The bridge at Low Ford is closed to lorries.', {
    data: { risk: 'risk-bridge', effect: 'A detour of nine miles', amount: { amount: '64000.00', currency: 'GBP' } },
  });
  story
    .tell(
      'client',
      'risk.disclosed-late',
      '2019-10-08',
      'The parent’s cash problem was known to Fieldway since spring.',
      {
        data: { risk: 'risk-resilience', about: 'provider', knownSince: '2019-04' },
      },
    )
    .disputed('Listed companies cannot tell one customer first.');
  story
    .tell('provider', 'risk.disclosed-late', '2018-12-20', 'The bridge survey lay in a drawer for half a year.', {
      data: { risk: 'risk-bridge', about: 'client', knownSince: '2018-06' },
    })
    .agreed({ text: 'It should have been sent at once.' })
    .remedied('All surveys are in the joint register now.', { afterDays: 980 });
  story.tell('client', 'risk.closed', '2021-11-16', 'The parent was refinanced; bonds are in place.', {
    data: { risk: 'risk-resilience', outcome: 'Did not happen' },
  });
}
