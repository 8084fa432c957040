import type { Story } from './story';

const FIRST_YEAR = 2016;
const LAST_YEAR = 2025;
/** Joint board meetings that did not take place: nobody came in the worst year. */
const MISSED = new Set(['2019-04', '2019-10']);
const POSTPONED = new Map([
  ['2018-10', '2018-11-08'],
  ['2020-10', '2020-12-03'],
]);
const AGENDAS = [
  'works programme, defects, budget to year end',
  'winter review, safety statistics, open early warnings',
  'resurfacing list, member enquiries, apprentices',
  'objectives and their milestones, risk register',
  'claims, street works permits, depot lease',
  'customer survey, carbon figures, next half',
];

/** Governance (601), sponsorship (602) and the leaders of the work (604). */
export function tellGovernance(story: Story): void {
  story
    .tell('client', 'governance.established', '2016-04-18', 'A joint board, twice a year, chaired in turn.', {
      data: {
        body: 'joint-board',
        title: 'Joint board',
        terms: 'Direction, disputes at level 3, both budgets',
        meets: 'half-yearly',
        quorum: 'One sponsor of each side',
      },
    })
    .oftenAgreed();
  story
    .tell('provider', 'governance.established', '2016-05', 'A joint management team, every month, in the depot.', {
      data: { body: 'jmt', title: 'Joint management team', terms: 'Runs the service day by day', meets: 'monthly' },
    })
    .oftenAgreed();
  tellBoardMeetings(story);
  tellDecisions(story);
  tellSponsors(story);
  tellLeaders(story);
}

function tellBoardMeetings(story: Story): void {
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const month of ['04', '10']) {
      const half = `${year}-${month}`;
      const day = `${half}-${story.random.between(12, 22)}`;
      const newDate = POSTPONED.get(half);
      if (half < '2016-05') continue;
      if (MISSED.has(half)) {
        story.derive('meeting.missed', day, 'The joint board did not meet.', { body: 'joint-board', due: day });
      } else if (newDate !== undefined) {
        story.tell('client', 'meeting.postponed', day, 'The chair is not available; the date moves.', {
          data: { body: 'joint-board', newDate, reason: 'Election period and leave' },
        });
      } else {
        const agenda = AGENDAS[story.random.between(0, AGENDAS.length - 1)] ?? 'as usual';
        const attended = `${story.random.between(3, 5)} of North Council, ${story.random.between(3, 5)} of Fieldway`;
        const held = story.tell(
          year % 2 === 0 ? 'client' : 'provider',
          'meeting.held',
          day,
          `Joint board: ${agenda}.`,
          {
            data: { body: 'joint-board', quorate: true, attended, minutes: `JB-${half}` },
          },
        );
        held.oftenAgreed();
      }
    }
  }
}

function tellDecisions(story: Story): void {
  story
    .tell('joint', 'decision.recorded', '2017-01-19', 'Patrols of both sides share one rota from the spring.', {
      data: {
        decision: 'dec-rota',
        title: 'One inspection rota',
        body: 'joint-board',
        owner: 'provider',
        due: '2017-04-01',
      },
    })
    .supportedBy('Minutes JB-2017-01 (fictional)', { by: 'provider' });
  story.tell('provider', 'decision.closed', '2017-04-03', 'The rota runs; first week without a double visit.', {
    data: { decision: 'dec-rota', outcome: 'done' },
  });
  story.tell('client', 'decision.recorded', '2018-07-19', 'Resurfacing orders go out by the end of each November.', {
    data: {
      decision: 'dec-orders',
      title: 'Orders by November',
      body: 'joint-board',
      owner: 'client',
      due: '2018-11-30',
    },
  });
  story
    .tell(
      'provider',
      'decision.late',
      '2019-02-11',
      'The resurfacing orders came ten weeks late; two gangs stood idle.',
      {
        data: { about: 'client', what: 'instruction', due: '2018-11-30', effect: 'Two gangs stood down for six weeks' },
      },
    )
    .agreed({ text: 'Late, yes, though the gangs had other work.', data: { severity: 'minor' } })
    .remedied('Orders for 2020 issued in October.', { afterDays: 250 });
  story
    .tell('client', 'decision.late', '2019-11-05', 'No answer to the request for plant records since August.', {
      data: { about: 'provider', what: 'information', due: '2019-08-30', effect: 'The audit could not close' },
    })
    .disputed('The records were in the shared folder all along.');
  story.tell('client', 'decision.closed', '2021-05-20', 'Replaced by the ordering calendar of the reset.', {
    data: { decision: 'dec-orders', outcome: 'superseded' },
  });
  story
    .tell('client', 'arrangements.reviewed', '2017-09', 'The board works; the team below it wants clearer limits.', {
      factor: 601,
      data: { covers: 'governance', conducive: 'with-changes', finding: 'Authority limits are too low at the depot.' },
    })
    .oftenAgreed();
  story
    .tell('joint', 'arrangements.reviewed', '2021-03-09', 'Facilitated review: who decides what was no longer known.', {
      factor: 601,
      data: { covers: 'both', conducive: 'no', finding: 'Rebuild the board, name sponsors, publish limits.' },
    })
    .supportedBy('Facilitator’s report, March 2021 (fictional)', { by: 'client' });
  story
    .tell('provider', 'arrangements.reviewed', '2024-05-14', 'Sponsors meet crews twice a year and it shows.', {
      factor: 602,
      data: {
        covers: 'sponsorship',
        conducive: 'yes',
        finding: 'Direction is one.',
        understoodAtAllLevels: 'Yes, in four of five depots asked',
      },
    })
    .oftenAgreed();
  story.tell('joint', 'framework.set', '2021-06-15', 'The sponsors set systems, limits, roles and conduct anew.', {
    data: {
      systems: 'One works system, one risk register, one issue log',
      authorities: 'JMT decides up to £50,000 without asking',
      roles: 'Each post has its opposite number',
      behaviours: 'Say it early, say it in the room',
      nextReview: '2023-06-15',
    },
  });
}

function tellSponsors(story: Story): void {
  const sponsors: readonly (readonly ['client' | 'provider', string, string, string, boolean])[] = [
    ['client', '2016-04-04', 'Director of place', 'The director of place sponsors the contract.', false],
    ['provider', '2016-04-04', 'Regional managing director', 'Our regional managing director is the sponsor.', false],
    ['provider', '2021-01-11', 'Regional managing director', 'A new regional managing director takes the seat.', false],
    ['client', '2021-02-01', 'Director of place', 'The new director of place sponsors the reset.', true],
  ];
  for (const [party, effective, role, text, handover] of sponsors) {
    story.tell(party, 'sponsor.appointed', effective, text, { data: { about: party, role, handover } }).oftenAgreed();
  }
  story.tell('provider', 'sponsor.changed', '2019-03-29', 'Our sponsor leaves the company; no successor yet.', {
    data: { about: 'provider', role: 'Regional managing director', interim: 'None named' },
  });
  story.derive('sponsor.vacant', '2019-04-26', 'Fieldway has had no sponsor for four weeks.', {
    about: 'provider',
    due: '2019-04-26',
  });
  story
    .tell('client', 'sponsor.vacant', '2019-10-01', 'Half a year without a sponsor opposite ours.', {
      severity: 'major',
      data: { about: 'provider', due: '2019-04-26' },
    })
    .agreed({ text: 'It is so; recruitment failed twice.', data: { severity: 'moderate' }, afterDays: 40 })
    .remedied('A sponsor is in post and came to the depot in week one.', { afterDays: 440 });
  story.tell('client', 'sponsor.changed', '2020-10-30', 'The director of place retires.', {
    data: { about: 'client', role: 'Director of place', interim: 'Head of highways' },
  });
  const engaged: readonly (readonly ['client' | 'provider', string, string, boolean])[] = [
    ['client', '2016-06-22', 'Both sponsors open the joint depot.', true],
    ['client', '2018-02-28', 'The sponsors answer questions of crews during the snow week.', true],
    ['client', '2021-03-23', 'Both sponsors sit through all four days of the reset.', true],
    ['client', '2025-10-08', 'Sponsors brief every depot on the two further years.', true],
  ];
  for (const [about, effective, occasion, answered] of engaged) {
    const entry = story.tell(about, 'sponsor.engaged', effective, occasion, {
      member: about === 'client' ? 'm-client-2' : 'm-provider-2',
      data: { about, occasion },
    });
    if (answered) entry.oftenAgreed();
  }
}

function tellLeaders(story: Story): void {
  const assessed = (all: boolean) => ({
    capabilityAssessed: true,
    aptitudeAssessed: all,
    commitmentAssessed: true,
    developmentAgreed: all,
    behaviourAssessed: all,
    interactionAssessed: all,
    otherPartyConsulted: all,
  });
  story
    .tell('provider', 'leader.appointed', '2016-04', 'A contract director with ten years of rural networks.', {
      data: { about: 'provider', role: 'Contract director', ...assessed(true) },
    })
    .oftenAgreed();
  story
    .tell('client', 'leader.appointed', '2016-04', 'The highways contract manager moves over from design.', {
      data: { about: 'client', role: 'Contract manager', ...assessed(true) },
    })
    .oftenAgreed();
  story.tell('provider', 'leader.departed', '2019-05-31', 'The contract director goes to another contract.', {
    data: { about: 'provider', role: 'Contract director', handover: 'none' },
  });
  story.derive('leader.vacant', '2019-07-12', 'The post of contract director is vacant beyond six weeks.', {
    about: 'provider',
    role: 'Contract director',
    due: '2019-07-12',
  });
  story
    .tell('provider', 'leader.appointed', '2019-11-18', 'An interim contract director, from the claims team.', {
      data: { about: 'provider', role: 'Contract director', ...assessed(false) },
    })
    .noted('Nobody asked us; we will see.');
  story
    .tell(
      'provider',
      'leader.appointed',
      '2021-02-15',
      'The new contract director was chosen with the client at the table.',
      {
        data: { about: 'provider', role: 'Contract director', ...assessed(true) },
      },
    )
    .agreed({ text: 'We sat on the panel.' });
  story.tell('client', 'development.planned', '2017-02', 'Contract managers of both sides take one course.', {
    data: { about: 'client', development: 'Collaborative contract management' },
  });
  story
    .tell('client', 'development.completed', '2017-11-24', 'Course completed by nine of ten.', {
      data: { about: 'client', development: 'Collaborative contract management' },
    })
    .oftenAgreed();
  story.tell('provider', 'development.planned', '2021-05', 'Coaching for supervisors in difficult conversations.', {
    data: { about: 'provider', development: 'Difficult conversations' },
  });
  story
    .tell('provider', 'development.completed', '2021-12-10', 'All eighteen supervisors coached.', {
      data: { about: 'provider', development: 'Difficult conversations' },
    })
    .oftenAgreed()
    .supportedBy('Attendance list (fictional)');
  story
    .tell('client', 'note.logged', '2024-09', 'Deputies of both leaders now run every second team meeting.', {
      factor: 604,
      sign: '+',
      data: { category: 'leadership' },
    })
    .oftenAgreed();
}
