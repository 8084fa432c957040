import type { Story } from './story';

const pounds = (amount: string) => ({ amount, currency: 'GBP' });

/** Value (610): what it means to each, ideas, benefits forecast and realised, gains shared. */
export function tellValue(story: Story): void {
  const defined: readonly (readonly ['client' | 'provider', string, string])[] = [
    ['client', '2016-07-07', 'Safe roads, fewer complaints, money that reaches the surface.'],
    ['provider', '2016-07-07', 'A fair margin, steady work, a contract to show to others.'],
  ];
  for (const [about, effective, means] of defined) {
    story.tell(about, 'value.defined', effective, means, { data: { about, means } }).oftenAgreed();
  }
  tellIdeas(story);
  tellBenefits(story);
  const rewards: readonly (readonly [string, string, string, string])[] = [
    ['2018-04-19', '42000.00', '42000.00', 'Gain share on night works.'],
  ];
  for (const [effective, client, provider, text] of rewards) {
    story
      .tell('provider', 'reward.shared', effective, text, {
        data: { mechanism: 'gain-share', clientShare: pounds(client), providerShare: pounds(provider) },
      })
      .oftenAgreed();
  }
}

function tellIdeas(story: Story): void {
  const ideas: readonly (readonly ['client' | 'provider', string, string, string, string, string])[] = [
    ['provider', 'idea-night', 'Resurface at night, no detours', '2016-11-15', '2017-03-14', '2017-09-04'],
    ['client', 'idea-verge', 'Mow verges later for the flowers', '2017-04-25', '2017-08-29', '2018-04-03'],
  ];
  for (const [party, idea, title, proposed, tested, implemented] of ideas) {
    story.tell(party, 'idea.proposed', proposed, `${title}.`, {
      data: { idea, title, expected: 'Less cost or less harm' },
    });
    story
      .tell('provider', 'idea.tested', tested, `${title}: tried on two roads, it works.`, {
        data: { idea, result: 'Works' },
      })
      .oftenAgreed();
    story
      .tell(party, 'idea.implemented', implemented, `${title}: now the normal way.`, { data: { idea } })
      .oftenAgreed();
  }
  story.tell('client', 'idea.proposed', '2018-05-29', 'Shared vans for all depots.', {
    data: { idea: 'idea-vans', title: 'Shared vans' },
  });
  story.tell('provider', 'idea.declined', '2018-06-26', 'Insurance would cost more than the vans.', {
    data: { idea: 'idea-vans', reason: 'Insurance' },
  });
  story.tell('provider', 'idea.proposed', '2019-05-07', 'Order small patching by area instead of by hole.', {
    data: { idea: 'idea-area', title: 'Patching by area' },
  });
  story.derive('idea.unanswered', '2019-07-06', 'The idea of patching by area had no answer for sixty days.', {
    idea: 'idea-area',
    about: 'client',
    due: '2019-07-06',
  });
}

function tellBenefits(story: Story): void {
  const cashable: readonly (readonly [string, string, string, string, string, string, string])[] = [
    ['ben-night', 'Fewer detours, faster gangs', 'productivity', '2017-09-18', '140000.00', '2018-04-12', '151500.00'],
    ['ben-repeat', 'Jobs not done twice', 'productivity', '2022-04-28', '180000.00', '2023-04-18', '129000.00'],
  ];
  for (const [benefit, title, type, forecastOn, expected, realisedOn, amount] of cashable) {
    const from = `${forecastOn.slice(0, 7)}-01`;
    story.tell('provider', 'benefit.forecast', forecastOn, `${title}: forecast for a year.`, {
      data: {
        benefit,
        title,
        type,
        cashability: 'cashable',
        to: 'both',
        recurring: true,
        baseline: 'The year before',
        because: 'collaboration',
        helpedByFactor: 610,
        amount: pounds(expected),
        from,
        until: realisedOn,
      },
    });
    story
      .tell('client', 'benefit.realised', realisedOn, `${title}: counted by both finance teams.`, {
        data: {
          benefit,
          amount: pounds(amount),
          measured: 'Ledger against baseline',
          from,
          until: realisedOn,
          validatedBy: 'both-finance',
        },
      })
      .oftenAgreed();
  }
  story.tell('client', 'benefit.forecast', '2018-09-25', 'Insects and flowers on forty miles of verge.', {
    data: {
      benefit: 'ben-verge',
      title: 'Verges in flower',
      type: 'environmental',
      cashability: 'non-cashable',
      to: 'community',
      recurring: true,
      baseline: 'Survey of 2017',
      because: 'partly-collaboration',
      cameFrom: 'idea-verge',
      measure: 'Species counted',
      from: '2018-10-01',
      until: '2019-09-30',
    },
  });
  story.derive('benefit.unreported', '2019-10-28', 'Nobody reported whether the verges brought what was forecast.', {
    benefit: 'ben-verge',
    due: '2019-09-30',
  });
  story
    .tell('client', 'benefit.realised', '2021', 'Nineteen species more than in 2017, as volunteers counted.', {
      data: {
        benefit: 'ben-verge',
        measured: '19 species more',
        from: '2018-10-01',
        until: '2021-09-30',
        validatedBy: 'not-validated',
      },
      loggedAfterDays: 46,
    })
    .noted('A kind count; a good one all the same.');
  story.tell('provider', 'benefit.missed', '2023-05-09', 'Repeat visits saved 51,000 less than we forecast.', {
    data: { benefit: 'ben-repeat', reason: 'Drainage jobs were slower to improve', amount: pounds('51000.00') },
  });
  story.tell('client', 'disbenefit.recorded', '2018-02-13', 'Night works bring noise to three streets.', {
    data: { title: 'Noise at night', borneBy: 'community', mitigation: 'Quiet breakers, letters before' },
  });
  story
    .tell('client', 'note.logged', '2024-12', 'Twelve apprentices of the joint workshop found work in the county.', {
      factor: 610,
      sign: '+',
      severity: 'major',
      data: { category: 'value' },
    })
    .agreed({ text: 'Ten of the twelve are ours to count.', data: { severity: 'moderate' } });
}
