import type { Story } from './story';

/** Joint systems: processes (605), communications (606) and knowledge (607), and what the reset merged. */
export function tellJointSystems(story: Story): void {
  tellProcesses(story);
  tellCommunications(story);
  tellKnowledge(story);
}

function tellProcesses(story: Story): void {
  const adopted: readonly (readonly ['client' | 'provider', string, string, string, boolean])[] = [
    ['provider', '2016-07-05', 'Joint inspection', 'One inspector, one report, both logos.', true],
    ['client', '2021-07-01', 'Ordering calendar', 'What is ordered when, published for two years.', true],
    ['provider', '2022-02-10', 'Single works system', 'Both sides work in one system from today.', true],
    ['client', '2024-02-06', 'Drainage survey first', 'No drainage job without a survey.', false],
  ];
  for (const [party, effective, process, text, answered] of adopted) {
    const entry = story.tell(party, 'process.adopted', effective, text, { data: { process } });
    if (answered) entry.oftenAgreed();
  }
  story
    .tell('client', 'process.bypassed', '2019-06-20', 'Works at Mill Lane began without the joint inspection.', {
      data: {
        about: 'provider',
        process: 'Joint inspection',
        effect: 'Two reports that disagree',
        discussed: '2019-06-24',
      },
    })
    .disputed('The inspector was invited and did not come.')
    .supportedBy('Photographs of the site board (fictional)');
  story
    .tell('provider', 'process.bypassed', '2019-12-03', 'Orders reach crews by phone, past the ordering desk.', {
      data: { about: 'client', process: 'Works ordering', effect: 'Eleven jobs without a number' },
    })
    .agreed({ text: 'Four of the eleven; the rest had numbers.', data: { severity: 'minor' } });
  story
    .tell('client', 'process.bypassed', '2023-03-07', 'One crew skipped the survey and had to come back.', {
      severity: 'minor',
      data: { about: 'provider', process: 'Drainage survey first', effect: 'One repeat visit' },
    })
    .agreed({ text: 'We found it too. The supervisor has talked to the crew.' })
    .remedied('No repeat since.', { afterDays: 75 });
  story
    .tell('provider', 'payment.late', '2019-08-30', 'The July application was paid 31 days late.', {
      data: { about: 'client', due: '2019-07-30', amount: { amount: '1180000.00', currency: 'GBP' } },
    })
    .agreed({ text: 'A lost certificate. Interest was paid.' });
  story
    .tell('provider', 'payment.late', '2019-11-29', 'Again: October was paid three weeks late.', {
      severity: 'moderate',
      data: { about: 'client', due: '2019-11-08', amount: { amount: '960000.00', currency: 'GBP' } },
    })
    .disputed('It was paid within seven days of a correct application.');
  story
    .tell('client', 'systems.reviewed', '2021-04-22', 'Issue logs: two lists of the same issues in different words.', {
      data: { system: 'issue-resolution', decision: 'merge', reason: 'Nobody trusts the other list' },
    })
    .oftenAgreed();
  story
    .tell('client', 'systems.reviewed', '2021-04-22', 'Payroll and staffing systems have no reason to meet.', {
      data: { system: 'other', decision: 'keep-apart', reason: 'Employers’ own affair' },
    })
    .oftenAgreed();
  const merged: readonly (readonly [string, string, string])[] = [
    ['2021-08-02', 'issue-resolution', 'One issue log, open to every supervisor.'],
    ['2022-02-14', 'knowledge', 'Drawings and asset data in one place.'],
  ];
  for (const [effective, system, text] of merged) {
    story
      .tell('provider', 'systems.merged', effective, text, {
        data: { system, from: 'Two systems', to: 'One joint system' },
      })
      .oftenAgreed();
  }
}

function tellCommunications(story: Story): void {
  const plans: readonly (readonly [string, string, string])[] = [
    ['2016-09-01', 'Joint plan: one voice to residents and members.', '2018-09-01'],
    ['2021-07-15', 'New plan: say what is late before somebody asks.', '2023-07-15'],
    ['2023-07-13', 'Plan reviewed; ward members get a map of works.', '2025-07-13'],
  ];
  for (const [effective, plan, nextReview] of plans) {
    story.tell('client', 'communication.planned', effective, plan, { data: { plan, nextReview } }).oftenAgreed();
  }
  story.derive('communication.review-overdue', '2018-10-02', 'The communication plan was due for review.', {
    due: '2018-09-01',
  });
  const issued: readonly (readonly ['client' | 'provider', string, string, string])[] = [
    ['provider', '2016-11-10', 'Residents', 'Winter leaflet under both names.'],
    ['client', '2017-11-09', 'Residents', 'Which roads are salted and why, on one page.'],
    ['client', '2022-11', 'Residents', 'Resurfacing calendar to every household on the route.'],
    ['provider', '2025-11-06', 'Residents', 'Ten winters on: joint winter leaflet.'],
  ];
  for (const [party, effective, audience, text] of issued) {
    const entry = story.tell(party, 'communication.issued', effective, text, {
      data: { audience, channel: 'Print and web' },
    });
    entry.oftenAgreed();
  }
  story
    .tell(
      'client',
      'communication.contradicted',
      '2019-10-17',
      'Fieldway told the press that the council starves the roads.',
      {
        severity: 'major',
        data: { about: 'provider', audience: 'Regional press' },
      },
    )
    .disputed('A single sentence, out of an hour of interview.', { afterDays: 5 })
    .supportedBy('Cutting from the regional paper (fictional)', { afterDays: 3 })
    .agreed({ text: 'It should not have been said.', data: { severity: 'moderate' }, afterDays: 520 });
  story
    .tell(
      'provider',
      'communication.contradicted',
      '2019-12-12',
      'The scrutiny papers blame us for a list we never received.',
      {
        data: { about: 'client', audience: 'Scrutiny committee' },
      },
    )
    .disputed('The paper says what the minutes say.');
  story
    .tell(
      'provider',
      'note.logged',
      '2022-03-30',
      'Both press offices clear statements with each other within a day.',
      {
        factor: 606,
        sign: '+',
        severity: 'minor',
        data: { category: 'communication' },
      },
    )
    .oftenAgreed();
}

function tellKnowledge(story: Story): void {
  const plans: readonly (readonly [string, string, string])[] = [
    ['2017-03-02', 'Who knows what, and who learns it next.', '2019-03-02'],
    ['2022-03-03', 'Knowledge plan of the joint works system.', '2024-03-03'],
    ['2024-03-07', 'Reviewed: handover notes for every key post.', '2026-03-05'],
  ];
  for (const [effective, plan, nextReview] of plans) {
    story.tell('provider', 'knowledge.planned', effective, plan, { data: { plan, nextReview } }).oftenAgreed();
  }
  story.derive('knowledge.review-overdue', '2019-04-02', 'The knowledge plan was due for review.', {
    due: '2019-03-02',
  });
  const shared: readonly (readonly ['client' | 'provider', string, string, string])[] = [
    ['client', '2016-06-09', 'Drainage records of the last thirty years, scanned.', 'Drainage records'],
    ['client', '2021-09-21', 'Ten-year budget outlook, including the bad case.', 'Budget outlook'],
    ['provider', '2022-05-04', 'Failure data of all surfaces laid since 2016.', 'Surface failures'],
  ];
  for (const [party, effective, text, subject] of shared) {
    const about = party === 'client' ? 'provider' : 'client';
    story.tell(party, 'knowledge.shared', effective, text, { data: { subject, with: about } }).oftenAgreed();
  }
  story
    .tell('client', 'knowledge.withheld', '2019-09-10', 'The defect photographs stay on a server we cannot reach.', {
      data: {
        about: 'provider',
        subject: 'Defect photographs',
        effect: 'Claims could not be answered',
        discussed: '2019-09-12',
      },
    })
    .agreed({ text: 'A licence had lapsed and nobody renewed it.', afterDays: 30 })
    .remedied('Access restored, and now in the joint system.', { afterDays: 890 });
  story
    .tell('provider', 'knowledge.withheld', '2020-03', 'We learned of the budget cut from the newspaper.', {
      data: { about: 'client', subject: 'Budget cut', effect: 'Two crews hired and let go again' },
      loggedAfterDays: 37,
    })
    .noted('The figures were not public before the council met.');
}
