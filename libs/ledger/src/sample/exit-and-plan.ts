import type { Story } from './story';

/** The joint exit strategy (615) and the relationship management plan (616). */
export function tellExitAndPlan(story: Story): void {
  tellExit(story);
  tellPlan(story);
}

const strategy = (version: string, nextReview: string) => ({
  version,
  disengagement: 'Six months, in three steps, depot by depot',
  continuity: 'Winter service is never handed over between October and March',
  customerSupport: 'One telephone number throughout',
  stakeholders: 'Ward members and parishes hear first',
  assets: 'Depots return, plant is offered at book value',
  financial: 'Final account within a quarter',
  commercial: 'Subcontracts can be taken over',
  people: 'Transfer list kept up to date each spring',
  conflicts: 'Who owns the condition data',
  conflictsAddressed: 'Both do; a copy each, every quarter',
  nextReview,
});

function tellExit(story: Story): void {
  story
    .tell('client', 'exit.issued', '2017-03-16', 'A first exit strategy, more outline than plan.', {
      data: strategy('1', '2018-03-16'),
    })
    .noted('Read; we shall comment.');
  story.derive('exit.review-overdue', '2018-04-16', 'The exit strategy was due for review.', { due: '2018-03-16' });
  story.derive('exit.review-overdue', '2019-04-16', 'The exit strategy is still not reviewed.', { due: '2019-03-16' });
  story.tell('client', 'exit.triggered', '2020-03-19', 'Street lighting will leave the contract this summer.', {
    data: { reason: 'Street lighting taken back in house', ends: '2020-08-31' },
  });
  story
    .tell('client', 'exit.handed-over', '2020-09-01', 'Lighting handed over with all columns and records.', {
      data: { to: 'Lighting team, North Council' },
    })
    .agreed({ text: 'A fair parting; the teams still lunch together.' });
  story
    .tell('provider', 'exit.reviewed', '2021-05-13', 'What the lighting hand-over taught us goes into version 2.', {
      data: {
        change: ['organisation', 'people'],
        effectOnRelationship: 'Parting without anger is possible',
        finding: 'People and data were missing from version 1',
        updated: true,
        nextReview: '2022-05-13',
      },
    })
    .oftenAgreed();
  story
    .tell('client', 'exit.issued', '2021-07-29', 'Version 2, written together.', { data: strategy('2', '2022-07-29') })
    .oftenAgreed();
  story.tell('joint', 'exit.agreed', '2021-09-16', 'Exit strategy version 2 is agreed by both boards.', {
    data: { version: '2', nextReview: '2022-09-16' },
  });
  const reviews: readonly (readonly ['client' | 'provider', string, string, string, boolean])[] = [
    ['client', '2023-09-14', 'periodic', 'Tested at a table for a day; two gaps found.', true],
    ['client', '2025-09-11', 'periodic', 'Dates moved to the end of the extension.', true],
  ];
  for (const [party, effective, change, finding, updated] of reviews) {
    const nextReview = `${Number(effective.slice(0, 4)) + 1}${effective.slice(4)}`;
    story
      .tell(party, 'exit.reviewed', effective, finding, {
        data: { change: [change], effectOnRelationship: 'None that worries us', finding, updated, nextReview },
      })
      .oftenAgreed();
  }
  story.tell('joint', 'exit.agreed', '2025-12-04', 'Exit strategy version 4 covers the two further years.', {
    data: { version: '4', nextReview: '2026-12-04' },
  });
}

function tellPlan(story: Story): void {
  story
    .tell('provider', 'plan.issued', '2017-05-11', 'How we run the relationship, first edition.', {
      data: { version: '1', nextReview: '2018-05-11' },
    })
    .oftenAgreed();
  story
    .tell('client', 'plan.agreed', '2017-06-15', 'The relationship management plan is agreed.', {
      data: { version: '1', howReviewed: 'By the joint board, each May', nextReview: '2018-05-11' },
    })
    .oftenAgreed();
  story
    .tell('provider', 'plan.reviewed', '2018-05-17', 'Reviewed; the ladder got time limits.', {
      data: { version: '1.1', finding: 'Ladder without clocks', nextReview: '2019-05-16' },
    })
    .oftenAgreed();
  story.derive('plan.review-overdue', '2019-06-17', 'The relationship management plan was due for review.', {
    due: '2019-05-16',
  });
  story.tell('provider', 'plan.issued', '2021-06-10', 'A plan for after the reset.', {
    data: { version: '2', nextReview: '2022-06-09' },
  });
  story.tell('joint', 'plan.agreed', '2021-07-08', 'Plan version 2 is agreed.', {
    data: { version: '2', howReviewed: 'Facilitated, every year', nextReview: '2022-06-09' },
  });
  const reviews: readonly (readonly ['client' | 'provider', string, string, string])[] = [
    ['client', '2022-06-09', '2.1', 'Meetings halved, walks on site doubled.'],
    ['provider', '2023-06-08', '2.2', 'How a third party joins and leaves.'],
  ];
  for (const [party, effective, version, finding] of reviews) {
    const nextReview = `${Number(effective.slice(0, 4)) + 1}${effective.slice(4)}`;
    const reviewed = story.tell(party, 'plan.reviewed', effective, finding, { data: { version, finding, nextReview } });
    if (effective !== '2023-06-08') reviewed.oftenAgreed();
  }
  story
    .tell('client', 'note.logged', '2026-01-15', 'New starters on both sides get the plan on their first day.', {
      factor: 616,
      sign: '+',
      data: { category: 'plan' },
    })
    .oftenAgreed();
}
