import type { Story } from './story';

/** Issues on the ladder (609) and the disputes that some of them became. */
export function tellIssuesAndDisputes(story: Story): void {
  tellIssues(story);
  tellDisputes(story);
}

/** id, raised by, on, title, impact, resolved on and how (empty: another way out), whether the resolution was agreed. */
type Issue = readonly [
  string,
  'client' | 'provider',
  string,
  string,
  'low' | 'medium' | 'high',
  string,
  string,
  boolean,
];

const ISSUES: readonly Issue[] = [
  [
    'iss-keys',
    'provider',
    '2016-06-07',
    'Crews have no keys to two depots',
    'low',
    '2016-06-13',
    'Keys handed over',
    true,
  ],
  [
    'iss-signs',
    'client',
    '2017-02-06',
    'Diversion signs point into a ford',
    'medium',
    '2017-02-09',
    'New signing plan',
    true,
  ],
  [
    'iss-index',
    'provider',
    '2019-04-15',
    'Which index applies from April',
    'high',
    '2021-05-27',
    'Worked example signed',
    true,
  ],
  ['iss-patch', 'client', '2019-05-13', 'Patches fail within a year', 'high', '', '', false],
  [
    'iss-orders',
    'provider',
    '2019-06-10',
    'Orders without a purchase number',
    'medium',
    '2019-09-16',
    'Numbers issued',
    false,
  ],
  ['iss-records', 'client', '2019-09-02', 'Plant records not shown to the auditor', 'medium', '', '', false],
  [
    'iss-distance',
    'provider',
    '2020-04-06',
    'How crews keep their distance in cabs',
    'high',
    '2020-04-09',
    'One per cab, vans hired',
    true,
  ],
  [
    'iss-lining',
    'client',
    '2022-06-20',
    'White lining washed off in a week',
    'medium',
    '2022-06-29',
    'Relaid at no charge',
    true,
  ],
  [
    'iss-parking',
    'provider',
    '2023-07-03',
    'Parked cars block resurfacing',
    'medium',
    '2023-07-12',
    'Notices a week ahead',
    true,
  ],
  ['iss-embankment', 'client', '2026-02-16', 'Who pays for the slip monitoring', 'high', '', '', false],
];

function tellIssues(story: Story): void {
  for (const [issue, party, effective, title, impact, resolvedOn, resolution, answered] of ISSUES) {
    const other = party === 'client' ? 'provider' : 'client';
    story.tell(party, 'issue.raised', effective, `${title}.`, {
      data: { issue, title, impact, owner: other, ownerRole: 'Depot supervisor' },
      loggedAfterDays: story.random.between(0, 2),
    });
    if (resolvedOn === '') continue;
    const resolved = story.tell(other, 'issue.resolved', resolvedOn, `${resolution}.`, {
      data: { issue, resolution },
      // Two of them were settled long after the ladder's time was up.
      ...(issue === 'iss-index' || issue === 'iss-orders' ? { sign: '0' } : {}),
    });
    if (answered) resolved.oftenAgreed();
  }
  story.tell('client', 'issue.assigned', '2019-05-15', 'Patching goes to the surfacing manager.', {
    data: { issue: 'iss-patch', owner: 'provider', ownerRole: 'Surfacing manager' },
  });
  const escalated: readonly (readonly ['client' | 'provider', string, string, string, string])[] = [
    ['provider', 'iss-index', '2019-04-24', '2', 'The depot cannot decide on an index'],
    ['provider', 'iss-index', '2019-05-09', '3', 'No answer from the management team'],
    ['client', 'iss-patch', '2019-05-21', '2', 'Neither side accepts the other’s cores'],
    ['client', 'iss-patch', '2019-06-06', '3', 'The board did not meet'],
    ['client', 'iss-embankment', '2026-02-24', '2', 'A question for both budgets'],
  ];
  for (const [party, issue, effective, level, reason] of escalated) {
    story.tell(party, 'issue.escalated', effective, `Level ${level}: ${reason.toLowerCase()}.`, {
      data: { issue, level, reason },
    });
  }
  const missed: readonly (readonly [string, string, string, string])[] = [
    ['iss-index', '3', '2019-06-07', 'Senior representatives did not settle the index in time.'],
    ['iss-patch', '3', '2019-07-04', 'Senior representatives did not settle the patching in time.'],
    ['iss-records', '1', '2019-09-09', 'The plant records stayed at the depot’s level too long.'],
  ];
  for (const [issue, level, due, text] of missed) {
    story.derive('issue.deadline-missed', due, text, { issue, level, due: `${due}T17:00:00Z` });
  }
  story.tell('joint', 'issue.extended', '2022-06-24', 'Wait for dry weather before relining.', {
    data: { issue: 'iss-lining', due: '2022-07-08', reason: 'Rain all week' },
  });
  story.tell('client', 'issue.reopened', '2023-07-24', 'Cars again, in the next street.', {
    data: { issue: 'iss-parking', reason: 'Notices did not reach the new flats' },
  });
  story
    .tell('provider', 'issue.resolved', '2023-07-28', 'Notices go to the managing agent too.', {
      data: { issue: 'iss-parking', resolution: 'Managing agent on the list' },
    })
    .oftenAgreed();
  story.tell('client', 'issue.withdrawn', '2021-03-25', 'The plant records were found; our mistake.', {
    data: { issue: 'iss-records', reason: 'Filed under the old contract' },
  });
}

function tellDisputes(story: Story): void {
  story
    .tell('client', 'dispute.notified', '2019-08-19', 'Formal notice: defective patching on nineteen roads.', {
      data: {
        dispute: 'dis-patch',
        matter: 'Defective patching',
        issue: 'iss-patch',
        procedure: 'adjudication',
        contractNotice: 'N-31',
      },
    })
    .noted('We shall answer in the adjudication.');
  story.tell('third-party', 'dispute.adjudicated', '2019-11-22', 'Twelve roads to be redone by Fieldway, seven not.', {
    data: {
      dispute: 'dis-patch',
      by: 'adjudicator',
      decision: 'Twelve of nineteen roads redone at no charge',
      reference: 'ADJ-2019-7',
    },
  });
  story.tell('provider', 'dispute.notified', '2019-12-09', 'Formal notice: indexation from April 2019.', {
    data: { dispute: 'dis-index', matter: 'Indexation', issue: 'iss-index', procedure: 'mediation' },
  });
  story.tell('joint', 'dispute.mediated', '2020-02-27', 'A day of mediation; the past settled, the future not.', {
    data: { dispute: 'dis-index', outcome: 'part-settled' },
  });
  story
    .tell('client', 'dispute.settled', '2021-05-27', 'Indexation settled around one table, without lawyers.', {
      data: { dispute: 'dis-index', reference: 'CE-104' },
    })
    .agreed({ text: 'Settled, and framed on the wall of the depot.', afterDays: 3 });
  story
    .tell(
      'third-party',
      'note.logged',
      '2019-12-18',
      'The inspectorate of roads finds patching below its standard on the A-routes.',
      {
        factor: 613,
        sign: '-',
        severity: 'critical',
        data: { category: 'performance' },
        evidence: [{ title: 'Inspection report 2019 (fictional)' }],
      },
    )
    .agreed({ by: 'client', afterDays: 6 })
    .agreed({ by: 'provider', afterDays: 21, text: 'The finding stands.', data: { severity: 'major' } });
  story
    .tell('third-party', 'note.logged', '2023-11-14', 'The inspectorate finds the winter service well prepared.', {
      factor: 613,
      sign: '+',
      data: { category: 'performance' },
    })
    .agreed({ by: 'client' })
    .agreed({ by: 'provider' });
}
