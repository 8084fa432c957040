import type { Story } from './story';

/** Principles, what was seen of them, coaching, action on trust indicators (614). */
export function tellBehaviour(story: Story): void {
  tellPrinciples(story);
  tellObservations(story);
}

function tellPrinciples(story: Story): void {
  const principles: readonly (readonly [string, string, string])[] = [
    ['early-word', 'Bad news travels first', '2016-09-15'],
    ['open-book', 'Open books on cost', '2016-09-15'],
    ['one-team', 'One team towards the public', '2016-09-15'],
    ['in-the-room', 'Say it in the room', '2021-03-26'],
    ['own-it', 'Own the mistake, mend it, move on', '2021-03-26'],
  ];
  for (const [principle, title, effective] of principles) {
    const early = effective < '2021';
    const agreed = story.tell(early ? 'client' : 'joint', 'principle.agreed', effective, `${title}.`, {
      data: { principle, title },
    });
    if (early) agreed.oftenAgreed();
  }
  story.tell('joint', 'competencies.agreed', '2021-05-06', 'What we want to see, how we coach it, how we notice.', {
    data: {
      competencies: 'Listening, candour, keeping promises',
      coaching: 'Pairs across the two firms',
      indicators: 'The candour survey, every spring',
    },
  });
}

/** Principle, who observes whom, when, exhibits or breaches, what was seen, the answer. */
type Observation = readonly [
  string,
  'client' | 'provider',
  'client' | 'provider',
  string,
  'exhibits' | 'breaches',
  string,
  'agreed' | 'less' | 'disputed' | 'none',
];

const OBSERVATIONS: readonly Observation[] = [
  [
    'early-word',
    'client',
    'provider',
    '2017-01-10',
    'exhibits',
    'They rang about the broken gritter before we noticed.',
    'agreed',
  ],
  [
    'open-book',
    'client',
    'provider',
    '2017-07-13',
    'exhibits',
    'The whole price of the night works on one sheet.',
    'agreed',
  ],
  [
    'early-word',
    'client',
    'provider',
    '2018-11-14',
    'breaches',
    'The leak in the salt barn was known for weeks.',
    'less',
  ],
  ['one-team', 'provider', 'client', '2019-06-27', 'breaches', 'Our foreman was named in a public meeting.', 'agreed'],
  ['early-word', 'provider', 'client', '2019-09-26', 'breaches', 'The cut of the grant was known in July.', 'disputed'],
  ['open-book', 'client', 'provider', '2020-01-30', 'breaches', 'Claims arrive with every invoice.', 'disputed'],
  [
    'in-the-room',
    'client',
    'provider',
    '2021-06-03',
    'exhibits',
    'The new director brought the bad figures along in person.',
    'agreed',
  ],
  [
    'in-the-room',
    'provider',
    'client',
    '2022-06-16',
    'breaches',
    'A complaint went to our board before it came to us.',
    'agreed',
  ],
  [
    'own-it',
    'client',
    'provider',
    '2022-07-07',
    'exhibits',
    'The washed-off lines were relaid before we had written.',
    'agreed',
  ],
  [
    'early-word',
    'client',
    'provider',
    '2023-10-19',
    'exhibits',
    'The late sweepers were announced with a plan.',
    'none',
  ],
  [
    'in-the-room',
    'client',
    'provider',
    '2025-11-27',
    'exhibits',
    'They told the whole board what the merger rumours mean.',
    'agreed',
  ],
  [
    'early-word',
    'provider',
    'client',
    '2026-03-05',
    'exhibits',
    'The first news of the slip came to us on the hour.',
    'none',
  ],
];

function tellObservations(story: Story): void {
  for (const [principle, party, about, effective, exhibits, text, answer] of OBSERVATIONS) {
    const observed = story.tell(party, 'behaviour.observed', effective, text, {
      data: { principle, about, exhibits, effect: text },
    });
    if (answer === 'agreed') observed.agreed();
    if (answer === 'less') observed.agreed({ text: 'Known, but not for weeks.', data: { severity: 'minor' } });
    if (answer === 'disputed') observed.disputed('That is not how it was.');
    if (exhibits === 'breaches' && effective === '2022-06-16') {
      observed.remedied('The councillor’s office now calls the depot first.', { afterDays: 60 });
    }
  }
  story.derive('trust.unacted', '2020-04-28', 'No action on the fallen candour figure within four weeks.', {
    indicator: 'tru-candour',
    due: '2020-04-28',
  });
  story.tell('joint', 'trust.acted-on', '2021-04-12', 'Coffee at seven, both sides of the yard, every Monday.', {
    data: { indicator: 'tru-candour', action: 'Monday coffee' },
  });
  const coached: readonly (readonly [string, 'client' | 'provider', string])[] = [
    ['2021-06-24', 'provider', 'Supervisors in pairs: first round of coaching.'],
  ];
  for (const [effective, about, text] of coached) {
    story.tell(about, 'coaching.given', effective, text, { data: { principle: 'in-the-room', about } }).oftenAgreed();
  }
}
