import type { Story } from './story';

/** The joint vision and the objectives (603): proposed, agreed, missed, put right, achieved. */
export function tellObjectives(story: Story): void {
  story.tell('joint', 'vision.agreed', '2016-06-30', 'Roads people trust, work both sides would take on again.', {
    data: {
      vision: 'Roads people trust, by two teams that work as one',
      addedValueClient: 'Fewer complaints, money that goes further',
      addedValueProvider: 'A steady programme, a reference contract',
      measure: 'Public satisfaction and plan adherence',
      nextReview: '2018-06-30',
    },
  });
  tellHoneymoon(story);
  tellDecline(story);
  tellRecovery(story);
}

function tellHoneymoon(story: Story): void {
  story
    .tell('client', 'objective.proposed', '2016-07-14', 'Repair every dangerous defect within a day, all year.', {
      data: {
        objective: 'obj-safety',
        title: 'Safe in a day',
        outcome: '98% of dangerous defects made safe within 24 hours',
        driversClient: 'Public safety, fewer claims',
        weightClient: 100,
        driversProvider: 'Fewer call-outs at night',
        weightProvider: 70,
        measure: 'Share made safe in time',
        due: '2018-03-31',
        nextReview: '2017-03-31',
      },
    })
    .noted('We want to see the night rota first.');
  story
    .tell('client', 'objective.agreed', '2016-09-08', 'Safe in a day is a joint objective.', {
      data: { objective: 'obj-safety' },
    })
    .oftenAgreed();
  story
    .tell(
      'provider',
      'objective.proposed',
      '2016-10-20',
      'Order resurfacing a year ahead, so that gangs and plant are booked.',
      {
        data: {
          objective: 'obj-programme',
          title: 'Programme a year ahead',
          outcome: 'Nine of ten resurfacing schemes ordered twelve months ahead',
          driversClient: 'Lower prices',
          weightClient: 80,
          driversProvider: 'Return on plant, steady work',
          weightProvider: 100,
          measure: 'Share of schemes ordered in time',
          due: '2019-03-31',
        },
      },
    )
    .oftenAgreed();
  story.tell('joint', 'objective.agreed', '2016-12-08', 'Programme a year ahead is a joint objective.', {
    data: { objective: 'obj-programme' },
  });
  const milestones: readonly (readonly [string, string, string, string])[] = [
    ['obj-safety', 'ms-rota', 'Night rota in both depots', '2017-03-31'],
    ['obj-programme', 'ms-first-list', 'First list a year ahead', '2018-03-31'],
    ['obj-programme', 'ms-second-list', 'Second list a year ahead', '2019-03-31'],
  ];
  for (const [objective, milestone, title, due] of milestones) {
    story.tell('client', 'milestone.set', '2017-01-12', `${title}, by ${due}.`, {
      data: { objective, milestone, title, due },
    });
  }
  story
    .tell('provider', 'milestone.met', '2017-03-24', 'Both depots run the night rota.', {
      data: { objective: 'obj-safety', milestone: 'ms-rota' },
    })
    .oftenAgreed();
  story
    .tell('client', 'milestone.met', '2018-03-28', 'The first list went out a year ahead.', {
      data: { objective: 'obj-programme', milestone: 'ms-first-list' },
    })
    .agreed({ text: 'Three days early, even.' });
  story
    .tell('client', 'objective.reviewed', '2017-04-20', 'On course; the night rota did more than expected.', {
      data: { objective: 'obj-safety', finding: 'On course', nextReview: '2018-04-20' },
    })
    .oftenAgreed();
  story
    .tell('provider', 'objective.amended', '2017-06-22', 'Ice is counted as a dangerous defect from now on.', {
      data: { objective: 'obj-safety', change: 'Ice reports count' },
    })
    .oftenAgreed();
  story
    .tell('client', 'objective.achieved', '2018-04-26', '98.4% over the year: achieved.', {
      data: { objective: 'obj-safety' },
    })
    .agreed({ text: 'The crews deserve this one.' })
    .supportedBy('Year-end defect report (fictional)');
}

function tellDecline(story: Story): void {
  story
    .tell('client', 'milestone.missed', '2019-03-31', 'No second list: the budget was decided in May.', {
      data: { objective: 'obj-programme', milestone: 'ms-second-list', reason: 'Late budget decision' },
    })
    .oftenAgreed();
  story
    .derive('milestone.unremedied', '2019-04-28', 'No remedial action followed within four weeks.', {
      objective: 'obj-programme',
      milestone: 'ms-second-list',
      due: '2019-04-28',
    })
    .disputed('We wrote to the council twice in that month.', { by: 'provider' });
  story.derive('objective.review-overdue', '2019-05-20', 'Nobody has reviewed the objectives since 2018.', {
    objective: 'obj-programme',
    due: '2019-05-20',
  });
  story
    .tell('client', 'objective.proposed', '2019-08-15', 'Halve the backlog of minor works by the summer.', {
      data: {
        objective: 'obj-backlog',
        title: 'Backlog',
        outcome: 'Half the backlog',
        measure: 'Jobs older than a year',
        driversClient: 'Complaints',
        driversProvider: 'None named',
      },
    })
    .disputed('An objective with nothing in it for us is an instruction.');
  story
    .tell('provider', 'note.logged', '2020-02', 'Objectives were not on the agenda of any meeting this winter.', {
      factor: 603,
      sign: '-',
      severity: 'major',
      data: { category: 'objective' },
    })
    .agreed({ text: 'True of both of us.', data: { severity: 'moderate' }, afterDays: 22 })
    .remedied('Objectives are the first item of every board since April 2021.', { afterDays: 460 });
}

function tellRecovery(story: Story): void {
  story.tell('joint', 'vision.agreed', '2021-03-26', 'The vision rewritten in the workshop, in words of the crews.', {
    data: {
      vision: 'We fix it once, we say it straight, we leave it better',
      addedValueClient: 'Predictable cost and honest news',
      addedValueProvider: 'A fair return and an extension to earn',
      measure: 'The joint scorecard',
      nextReview: '2023-03-31',
    },
  });
  story.tell('joint', 'objective.retired', '2021-04-15', 'The old programme objective makes way for a smaller one.', {
    data: { objective: 'obj-programme', reason: 'Replaced by an ordering calendar' },
  });
  const joint: readonly (readonly [string, string, string, string, string, string])[] = [
    ['obj-calendar', 'Ordering calendar kept', '2021-04-15', '2022-03-31', 'Certainty of spend', 'Certainty of work'],
    ['obj-right-first', 'Right first time', '2021-04-15', '2023-03-31', 'Fewer repeat visits', 'Less rework'],
  ];
  for (const [objective, title, effective, due, driversClient, driversProvider] of joint) {
    story.tell('client', 'objective.proposed', effective, `${title}: worked out in a mixed group.`, {
      data: {
        objective,
        title,
        outcome: title,
        measure: title,
        driversClient,
        weightClient: 90,
        driversProvider,
        weightProvider: 90,
        due,
      },
    });
    story.tell('joint', 'objective.agreed', effective, `${title} is agreed.`, {
      data: { objective },
      loggedAfterDays: 8,
    });
  }
  const milestones: readonly (readonly [string, string, string, string, string | null])[] = [
    ['obj-calendar', 'ms-calendar-2', 'All orders of the year in time', '2022-02-28', '2022-02-25'],
    ['obj-right-first', 'ms-repeat-10', 'Repeat visits below 10%', '2022-06-30', null],
  ];
  for (const [objective, milestone, title, due, met] of milestones) {
    story.tell('provider', 'milestone.set', '2021-05-20', `${title}, by ${due}.`, {
      data: { objective, milestone, title, due },
    });
    if (met !== null)
      story.tell('provider', 'milestone.met', met, `${title}: done.`, { data: { objective, milestone } }).oftenAgreed();
  }
  story
    .tell('provider', 'milestone.missed', '2022-06-30', 'Repeat visits stand at 11%; drainage jobs come back.', {
      data: { objective: 'obj-right-first', milestone: 'ms-repeat-10', reason: 'Drainage jobs lacked a camera survey' },
    })
    .agreed({ text: 'Thank you for saying so on the day.' });
  story
    .tell('provider', 'remedial.taken', '2022-07-13', 'Camera survey before every drainage job.', {
      data: { objective: 'obj-right-first', milestone: 'ms-repeat-10', action: 'Camera survey first' },
    })
    .oftenAgreed();
  story.tell('joint', 'milestone.rescheduled', '2022-07-21', 'The ten per cent mark moves to the autumn.', {
    data: {
      objective: 'obj-right-first',
      milestone: 'ms-repeat-10',
      due: '2022-11-30',
      reason: 'Survey crew starts in August',
    },
  });
  story
    .tell('provider', 'milestone.met', '2022-11-11', 'Repeat visits at 9.1%.', {
      data: { objective: 'obj-right-first', milestone: 'ms-repeat-10' },
    })
    .oftenAgreed();
  const achieved: readonly (readonly [string, string, string])[] = [
    ['2022-04-07', 'obj-calendar', 'Every order of the year went out on its date.'],
    ['2023-04-13', 'obj-right-first', 'Repeat visits at 7.4% over the year.'],
  ];
  for (const [effective, objective, text] of achieved) {
    story.tell('client', 'objective.achieved', effective, text, { data: { objective } }).oftenAgreed();
  }
  const reviews: readonly (readonly [string, string, string])[] = [
    ['2023-10-12', 'Both objectives achieved; the next ones are about carbon.', '2024-10-10'],
    ['2025-10-09', 'New objectives for the extension are drafted.', '2026-10-08'],
  ];
  for (const [effective, finding, nextReview] of reviews) {
    story.tell('joint', 'objective.reviewed', effective, finding, { data: { finding, nextReview } });
  }
}
