import type { Story } from './story';

/** Improvements and their targets (611), lessons and the practice of others (612). */
export function tellImprovement(story: Story): void {
  const improvements: readonly (readonly [string, 'client' | 'provider', string, string, number, string, string])[] = [
    ['imp-carbon', 'client', 'Carbon per mile down a third', '2022-05-17', 6.4, '2025-03-31', '2025-04-01'],
    ['imp-enquiries', 'client', 'Enquiries answered in three days', '2024-02-20', 3, '2025-06-30', ''],
  ];
  for (const [improvement, party, title, effective, target, due, met] of improvements) {
    story
      .tell(party, 'improvement.identified', effective, `${title}: found by a mixed team.`, {
        data: { improvement, title, expectedBenefit: 'See target', effort: 'medium', owner: party },
      })
      .oftenAgreed();
    story
      .tell(party, 'target.set', effective, `${title} by ${due}.`, {
        data: { improvement, measure: title, target, due },
        loggedAfterDays: 9,
      })
      .oftenAgreed();
    if (met === '') continue;
    story.tell(party, 'target.met', met, `${title}: reached.`, { data: { improvement, result: target } }).oftenAgreed();
  }
  story
    .tell('client', 'target.missed', '2025-07-03', 'Enquiries take 3.4 days; two posts were empty.', {
      data: { improvement: 'imp-enquiries', result: 3.4 },
    })
    .noted('Close, and explained.');
  story
    .tell('client', 'improvement.identified', '2018-10-30', 'Patching quality measured by cores.', {
      data: { improvement: 'imp-cores', title: 'Cores of patches', effort: 'high', owner: 'provider' },
    })
    .oftenAgreed();
  story
    .tell('client', 'target.abandoned', '2019-08-06', 'Fieldway no longer takes cores.', {
      data: { improvement: 'imp-cores', about: 'provider', reason: 'Said to be too costly' },
    })
    .disputed('The council stopped paying for the laboratory.');
  tellLessons(story);
}

function tellLessons(story: Story): void {
  const captured: readonly (readonly ['client' | 'provider', string, string, string])[] = [
    ['provider', 'les-snow', '2018-03-22', 'Snow: call neighbours on day one, not on day three.'],
    ['client', 'les-bridge', '2019-01-17', 'A survey nobody opens is a survey nobody made.'],
    ['client', 'les-town', '2023-12-07', 'One traffic order for all works saves a month.'],
  ];
  for (const [party, lesson, effective, learned] of captured) {
    story.tell(party, 'lesson.captured', effective, learned, { data: { lesson, learned } }).oftenAgreed();
  }
  const applied: readonly (readonly ['client' | 'provider', string, string, string])[] = [
    ['provider', 'les-snow', '2021-02-09', 'Neighbours called on the first morning; main roads open by noon.'],
    ['client', 'les-bridge', '2022-01-25', 'Every survey goes to both sides on the day it arrives.'],
  ];
  for (const [party, lesson, effective, where] of applied) {
    story.tell(party, 'lesson.applied', effective, where, { data: { lesson, where } }).oftenAgreed();
  }
  story
    .tell(
      'client',
      'lesson.repeated',
      '2019-02-05',
      'Second snow in two years, and again neighbours were called late.',
      {
        data: { lesson: 'les-snow', effect: 'Two villages cut off for a day' },
      },
    )
    .agreed({ text: 'The new supervisor had not seen the note.', afterDays: 17 });
  story
    .tell('provider', 'practice.reviewed', '2018-05', 'How the coastal contract runs its call centre.', {
      factor: 612,
      data: { practice: 'Joint call centre', of: 'A coastal authority', decision: 'undecided' },
    })
    .oftenAgreed();
  story
    .tell('client', 'practice.reviewed', '2022-09-13', 'A hospital partnership: how it runs its reset days.', {
      factor: 614,
      data: { practice: 'Yearly reset day', of: 'A hospital partnership', decision: 'adopt' },
    })
    .oftenAgreed();
  story
    .tell('joint', 'practice.adopted', '2023-01-26', 'A reset day each January, run by somebody from outside.', {
      factor: 614,
      data: { practice: 'Yearly reset day', of: 'A hospital partnership' },
    })
    .supportedBy('Programme of the first reset day (fictional)', { by: 'provider' });
  story.tell('joint', 'practice.adopted', '2024-06-25', 'Crew-led safety walks, as the tram operator does them.', {
    factor: 612,
    data: { practice: 'Crew-led safety walks', of: 'A tram operator' },
  });
}
