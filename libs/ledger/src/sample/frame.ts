import type { JsonObject } from '@app/event-store';
import { builtInFactorSet } from '../catalogue/factor-set';
import { SAMPLE_TAG } from '../catalogue/sample-tag';
import { sampleMembers } from './members';
import type { Story } from './story';

/** The weights that the parties gave the method after the reset of 2021; the rest of the set stays as it came. */
const NORTH_ROAD_WEIGHTS: Readonly<Record<number, number>> = { 606: 60, 607: 60, 609: 100, 614: 100 };

export const northRoadFactorSet = {
  ...builtInFactorSet,
  version: '1.1-north-road',
  source: 'Fictional sample: the built-in set with the weights that North Council and Fieldway agreed in 2022',
  factors: builtInFactorSet.factors.map((factor) => ({
    ...factor,
    weight: NORTH_ROAD_WEIGHTS[factor.code] ?? factor.weight,
  })),
} as unknown as JsonObject;

/** The frame: who, for how long, by which method, at which stage. */
export function tellFrame(story: Story): void {
  story.tell('client', 'relationship.established', '2016-04-01', 'The highways term service starts.', {
    loggedAfterDays: 3,
    tags: [SAMPLE_TAG],
    data: {
      title: 'North Road Services (fictional sample)',
      client: 'North Council',
      provider: 'Fieldway',
      start: '2016-04-01',
      end: '2026-03-31',
      reference: 'NRS-2016',
      sector: 'Highways maintenance',
      form: 'nec-term-service',
      annualValue: { amount: '14500000.00', currency: 'GBP' },
      extensionOptions: 'Up to two years, by notice before 2025-12-31',
      calendar: 'england-and-wales',
    },
  });
  for (const { member, party, role, post } of sampleMembers) {
    if (role === 'facilitator' || role === 'reporter') continue;
    const speaks = party === 'provider' ? 'provider' : 'client';
    story.tell(speaks, 'member.admitted', '2016-04-05', `${post}: may use this record.`, {
      data: { member, post, role, mayAgree: party !== null },
    });
  }
  story.tell('provider', 'member.admitted', '2016-04-06', 'The first account manager may log for Fieldway.', {
    data: { member: 'm-provider-3', post: 'Account manager, Fieldway', role: 'member', mayAgree: false },
  });
  story.tell('provider', 'member.withdrawn', '2018-11-30', 'The account manager post was closed.', {
    data: { member: 'm-provider-3' },
  });
  story.tell('joint', 'member.admitted', '2021-01-18', 'An independent facilitator for the reset.', {
    data: { member: 'm-facilitator-1', post: 'Independent facilitator', role: 'facilitator', mayAgree: false },
  });
  story
    .tell('client', 'protocol.agreed', '2016-05-12', 'How we use this record: log within a week, answer within four.', {
      data: {
        standing: 'A record for the partnership; it replaces no notice under the contract.',
        disclosure: 'Scores go to the scrutiny committee; entries stay between the parties.',
        retentionYears: 12,
        answerDays: 28,
      },
    })
    .agreed({ text: 'Agreed at the first joint board.' });

  tellStages(story);
  tellMethod(story);
  tellAmendments(story);
  tellUtilitiesYear(story);
  tellCosts(story);
}

function tellStages(story: Story): void {
  const stages: readonly (readonly [string, string, string])[] = [
    ['2016-04-01', 'working-together', 'Mobilisation done; both teams share the depot from day one.'],
    ['2018-04', 'value-creation', 'Year three opens with a joint programme of improvements.'],
    ['2021-05-01', 'working-together', 'After the reset we go back a stage and say so.'],
    ['2022-10-01', 'value-creation', 'The first shared benefits are being measured again.'],
    ['2024-04-01', 'staying-together', 'Exit and extension are planned side by side.'],
  ];
  for (const [effective, stage, text] of stages)
    story.tell('joint', 'stage.entered', effective, text, { data: { stage } });
}

function tellMethod(story: Story): void {
  story
    .tell(
      'client',
      'factorset.proposed',
      '2021-11-08',
      'Issue resolution and trust should weigh as much as governance.',
      {
        data: {
          factorSet: northRoadFactorSet,
          reason: 'The bad years were lost in issues and in trust, not in plans.',
        },
      },
    )
    .noted('We would go along, if communications and knowledge give way.');
  story
    .tell('client', 'factorset.agreed', '2022-01-01', 'Version 1.1 of the method, from the new year.', {
      data: { factorSet: northRoadFactorSet },
      loggedAfterDays: 11,
    })
    .agreed({ afterDays: 13, text: 'Agreed by the Fieldway board.' });
}

function tellAmendments(story: Story): void {
  story
    .tell('client', 'contract.amended', '2017-07-01', 'Gully cleansing of the market towns joins the scope.', {
      data: {
        title: 'Gully cleansing added',
        what: 'scope',
        reference: 'CE-014',
        value: { amount: '310000.00', currency: 'GBP' },
      },
    })
    .oftenAgreed();
  story
    .tell(
      'client',
      'contract.amended',
      '2019-04-01',
      'Price lists reset after the second indexation clause was read twice.',
      {
        data: { title: 'Indexation', what: 'price', reference: 'CE-061' },
      },
    )
    .disputed('The index in the amendment is not the one that was tendered.');
  story.tell('joint', 'contract.amended', '2020-09-01', 'Street lighting goes back to the council.', {
    data: { title: 'Street lighting leaves the contract', what: 'scope', reference: 'CE-097' },
  });
  story.tell('joint', 'contract.amended', '2021-06-01', 'One index, one worked example, both signatures.', {
    data: { title: 'Indexation settled', what: 'price', reference: 'CE-104' },
  });
  story
    .tell('client', 'case.recorded', '2019-02', 'The grant for 2019 is a tenth lower; both sides will feel it.', {
      data: { pressure: 'funding', position: 'Protect safety work, slow resurfacing.', nextReview: '2020-02-01' },
    })
    .oftenAgreed();
  story.tell('provider', 'case.recorded', '2019-09', 'Margin on patching is gone at present volumes.', {
    data: {
      pressure: 'margin',
      position: 'Volumes below the tendered band.',
      amount: { amount: '420000.00', currency: 'GBP' },
    },
  });
  story
    .tell('client', 'extension.decided', '2025-06-18', 'Two more years, on the evidence of the last four.', {
      data: {
        option: 'Two-year extension',
        outcome: 'exercised',
        basis: 'Measured benefits, the agreed plan and a tested exit strategy.',
        end: '2028-03-31',
        reprocurementAvoided: { amount: '680000.00', currency: 'GBP' },
      },
    })
    .agreed({ text: 'Accepted, with thanks to both teams.' })
    .supportedBy('Cabinet minute, June 2025 (fictional)');
}

/** For seven months of 2023 a utilities partner shares the works programme. */
function tellUtilitiesYear(story: Story): void {
  story.tell('joint', 'party.joined', '2023-05-02', 'Vale Utilities joins for the town centre scheme.', {
    data: { party: 'utilities', name: 'Vale Utilities', role: 'partner' },
  });
  story
    .tell('utilities', 'knowledge.shared', '2023-06-14', 'As-built drawings of all mains under the town centre.', {
      data: { subject: 'As-built drawings', with: 'provider' },
    })
    .agreed({ by: 'client' })
    .agreed({ by: 'provider' });
  story
    .tell('provider', 'risk.mitigated', '2023-08-21', 'One dig instead of three: reinstatement by one crew.', {
      data: { risk: 'risk-town-centre', action: 'Joint works programme, one traffic order' },
    })
    .agreed({ by: 'client' })
    .agreed({ by: 'utilities' });
  story.tell(
    'joint',
    'party.left',
    '2023-11-30',
    'The town centre scheme is complete; Vale Utilities leaves as planned.',
    {
      data: { party: 'utilities', reason: 'Scheme complete' },
    },
  );
}

function tellCosts(story: Story): void {
  const spent: readonly (readonly [string, string, string, string, string])[] = [
    ['2022-12-31', 'systems', '56500.00', '2022-02-01', 'One works system instead of two.'],
  ];
  for (const [until, what, amount, from, text] of spent) {
    story
      .tell('client', 'cost.incurred', until, text, {
        data: { what, amount: { amount, currency: 'GBP' }, from, until, borneBy: 'both' },
      })
      .oftenAgreed();
  }
  story.tell('client', 'cost.assumed', '2016-06', 'Whole-life cost of a mile of carriageway: the tender figure.', {
    data: { assumption: 'Surface life of 14 years', verdict: 'first-recorded', nextReview: '2019-06' },
  });
  story
    .tell('client', 'cost.assumed', '2022-06', 'Surfaces of 2016 last longer than assumed where drains were cleared.', {
      data: { assumption: 'Surface life of 14 years', verdict: 'changed', nextReview: '2025-06' },
    })
    .oftenAgreed();
}
