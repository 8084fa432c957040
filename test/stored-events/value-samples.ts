import {
  invalid,
  noDate,
  notNow,
  LEDGER_ALONE,
  MONEY,
  NEXT,
  NO_FAULT,
  YESTERDAY,
  type LiveSample,
  type Told,
} from './sample';

const PERIOD = { from: '2026-04-01', until: '2026-05-31' };
const IDEA: Told = ['provider', 'idea.proposed', { data: { idea: 'warm-mix', title: 'Warm mix' } }];
const BENEFIT_DATA = {
  ...{ benefit: 'fuel', title: 'Less fuel', type: 'productivity', cashability: 'cashable', to: 'provider' },
  ...{ recurring: true, baseline: 'Fuel of 2025', because: 'collaboration', amount: MONEY, ...PERIOD },
};
const BENEFIT: Told = ['provider', 'benefit.forecast', { data: BENEFIT_DATA }];
const IMPROVEMENT: Told = ['client', 'improvement.identified', { data: { improvement: 'repeat', title: 'Repeat visits' } }]; // prettier-ignore
const TARGET_DATA = { improvement: 'repeat', measure: 'Visits', baseline: 100, target: 80, due: NEXT };
const TARGET: Told = ['client', 'target.set', { data: TARGET_DATA }];
const LESSON: Told = ['client', 'lesson.captured', { effective: '2026-05-01', data: { lesson: 'salt', learned: 'Order salt in June' } }]; // prettier-ignore
const INDICATOR_DATA = { indicator: 'defects', title: 'Defects', unit: 'per km', target: 2, direction: 'at-most', every: 'month' }; // prettier-ignore
const INDICATOR: Told = ['client', 'indicator.defined', { data: INDICATOR_DATA }];
const FIGURE: Told = ['provider', 'indicator.measured', { data: { indicator: 'defects', value: 3, ...PERIOD } }];
const TRUST_DATA = { indicator: 'openness', title: 'Openness', unit: 'of 10', target: 7, direction: 'at-least', every: 'year' }; // prettier-ignore
const TRUST: Told = ['client', 'trust.defined', { data: TRUST_DATA }];
const TRUST_FIGURE: Told = ['client', 'trust.measured', { data: { indicator: 'openness', value: 5, ...PERIOD } }];
const PRINCIPLE: Told = ['both', 'principle.agreed', { data: { principle: 'early-word', title: 'Early word' } }];
const EXIT_DATA = {
  ...{ version: '1', disengagement: 'In twelve months', continuity: 'Crews stay', customerSupport: 'One desk' },
  ...{ stakeholders: 'Told early', assets: 'Depot returns', financial: 'Open book', commercial: 'No lock-in' },
  ...{ people: 'Staff transfer', conflicts: 'Data', conflictsAddressed: 'Shared copy', nextReview: NEXT },
};
const EXIT: Told = ['client', 'exit.issued', { data: EXIT_DATA }];
const EXIT_AGREED: Told = ['both', 'exit.agreed', { data: { version: '1', nextReview: NEXT } }];
const TRIGGERED: Told = ['client', 'exit.triggered', { data: { reason: 'The term ends' } }];
const PLAN: Told = ['client', 'plan.issued', { data: { version: '1', nextReview: NEXT } }];

/** From value to the plan. */
export const VALUE_SAMPLES: Readonly<Record<string, LiveSample>> = {
  'value.defined': { said: { data: { about: 'provider', means: 'Steady work' } }, refused: invalid('means') },
  'idea.proposed': { said: { data: { idea: 'warm-mix', title: 'Warm mix' } }, refused: invalid('title') },
  'idea.tested': {
    before: [IDEA],
    said: { data: { idea: 'warm-mix', result: 'It holds' } },
    refused: invalid('result'),
  },
  'idea.implemented': {
    before: [IDEA],
    said: { data: { idea: 'warm-mix' } },
    refused: notNow('data.idea', { data: { idea: 'other' } }),
  },
  'benefit.forecast': { said: { data: BENEFIT_DATA }, refused: invalid('amount') },
  'benefit.realised': {
    before: [BENEFIT],
    said: { data: { benefit: 'fuel', amount: MONEY, ...PERIOD, validatedBy: 'both-finance' } },
    refused: notNow('data.until', { data: { until: NEXT } }),
  },
  'benefit.missed': {
    before: [BENEFIT],
    said: { data: { benefit: 'fuel', reason: 'Prices fell' } },
    refused: NO_FAULT,
  },
  'disbenefit.recorded': {
    said: { data: { title: 'Noise', amount: MONEY, ...PERIOD, borneBy: 'community' } },
    refused: invalid('until', '2026-03-31'),
  },
  'cost.assumed': {
    said: { data: { assumption: 'Bitumen at 500', verdict: 'first-recorded', nextReview: NEXT } },
    refused: noDate('nextReview', 'next year'),
  },
  'benefit.unreported': LEDGER_ALONE,
  'cost.incurred': {
    said: { data: { what: 'facilitation', amount: MONEY, ...PERIOD, borneBy: 'both' } },
    refused: { said: { data: { amount: { amount: 12, currency: 'GBP' } } }, code: 'invalid-entry', field: 'data.amount.amount' }, // prettier-ignore
  },
  'reward.shared': {
    said: { data: { mechanism: 'gain-share', clientShare: MONEY, providerShare: MONEY, ...PERIOD } },
    refused: { said: { data: { clientShare: { amount: '1.00', currency: 'pounds' } } }, code: 'invalid-entry', field: 'data.clientShare.currency' }, // prettier-ignore
  },
  'idea.declined': {
    before: [IDEA],
    said: { data: { idea: 'warm-mix', reason: 'No plant' } },
    refused: NO_FAULT,
  },
  'idea.unanswered': LEDGER_ALONE,
  'improvement.identified': {
    said: { data: { improvement: 'repeat', title: 'Repeat visits', improvesFactor: 613, amount: MONEY } },
    refused: { said: { data: { improvesFactor: 5 } }, code: 'unknown-factor', field: 'data.improvesFactor' },
  },
  'target.set': {
    before: [IMPROVEMENT],
    said: { data: TARGET_DATA },
    refused: notNow('data.due', { data: { due: YESTERDAY } }),
  },
  'target.met': {
    before: [IMPROVEMENT, TARGET],
    said: { data: { improvement: 'repeat', result: 79 } },
    refused: notNow('data.result', { data: { result: 81 } }),
  },
  'target.missed': {
    before: [IMPROVEMENT, TARGET],
    said: { data: { improvement: 'repeat', result: 90 } },
    refused: NO_FAULT,
  },
  'target.abandoned': {
    before: [IMPROVEMENT, TARGET],
    said: { data: { improvement: 'repeat', about: 'provider', reason: 'Crews moved' } },
    refused: invalid('about', 'third-party'),
  },
  'lesson.captured': {
    said: { data: { lesson: 'salt', learned: 'Order salt in June' } },
    refused: invalid('learned', ''),
  },
  'lesson.applied': {
    before: [LESSON],
    said: { data: { lesson: 'salt', where: 'Depot' } },
    refused: notNow('data.lesson', { data: { lesson: 'other' } }),
  },
  'practice.reviewed': {
    said: { factor: 608, data: { practice: 'Open risk pot', of: 'Another council', decision: 'adapt' } },
    refused: { said: { factor: 600 }, code: 'unknown-factor', field: 'factor' },
  },
  'practice.adopted': { said: { data: { practice: 'Open risk pot' } }, refused: invalid('practice') },
  'lesson.repeated': {
    before: [LESSON],
    said: { data: { lesson: 'salt', effect: 'No salt in January' } },
    refused: notNow('effective', { effective: '2026-05-01' }),
  },
  'indicator.defined': { said: { data: INDICATOR_DATA }, refused: invalid('direction', 'up') },
  'indicator.measured': {
    before: [INDICATOR],
    said: { data: { indicator: 'defects', value: 1.5, ...PERIOD } },
    refused: { ...NO_FAULT, said: { sign: '-', data: { value: 3 } } },
  },
  'report.overdue': {
    before: [['client', 'indicator.defined', { effective: '2026-01-01', data: INDICATOR_DATA }]],
    said: { data: { indicator: 'defects', due: '2026-05-14' } },
    refused: notNow('data.due', { data: { due: NEXT } }),
  },
  'payment.made': {
    said: { data: { amount: MONEY, to: 'provider', due: YESTERDAY } },
    refused: invalid('amount', { amount: '-1.00', currency: 'GBP' }),
  },
  'indicator.acted-on': {
    before: [INDICATOR, FIGURE],
    said: { data: { indicator: 'defects', action: 'Another roller' } },
    refused: notNow('data.indicator', { data: { indicator: 'other' } }),
  },
  'indicator.unacted': LEDGER_ALONE,
  'payment.late': {
    said: { data: { about: 'client', due: YESTERDAY, amount: MONEY } },
    refused: notNow('data.due', { data: { due: NEXT } }),
  },
  'deduction.applied': {
    before: [INDICATOR],
    said: { data: { amount: MONEY, about: 'provider', reason: 'Defects', indicator: 'defects' } },
    refused: NO_FAULT,
  },
  'principle.agreed': {
    by: 'both',
    said: { data: { principle: 'early-word', title: 'Early word' } },
    refused: invalid('title'),
  },
  'behaviour.observed': {
    before: [PRINCIPLE],
    said: { data: { principle: 'early-word', about: 'provider', exhibits: 'breaches', effect: 'A day lost' } },
    refused: { said: { sign: '+' }, code: 'sign-contradicts-data', field: 'sign' },
  },
  'coaching.given': {
    before: [PRINCIPLE],
    said: { data: { principle: 'early-word', about: 'client' } },
    refused: notNow('data.principle', { data: { principle: 'other' } }),
  },
  'trust.defined': { said: { data: TRUST_DATA }, refused: invalid('every', 'week') },
  'trust.measured': {
    before: [TRUST],
    said: { data: { indicator: 'openness', value: 8, ...PERIOD, basis: 'survey', sample: 40 } },
    refused: invalid('sample', 0),
  },
  'trust.acted-on': {
    before: [TRUST, TRUST_FIGURE],
    said: { data: { indicator: 'openness', action: 'Joint breakfasts' } },
    refused: notNow('data.indicator', { data: { indicator: 'other' } }),
  },
  'trust.unacted': LEDGER_ALONE,
  'exit.issued': { said: { data: EXIT_DATA }, refused: invalid('conflictsAddressed') },
  'exit.reviewed': {
    before: [EXIT],
    said: {
      data: {
        ...{ change: ['people', 'market'], effectOnRelationship: 'None', finding: 'It holds', updated: false },
        nextReview: '2027-06-01',
      },
    },
    refused: { said: { data: { change: ['weather'] } }, code: 'invalid-entry', field: 'data.change[0]' },
  },
  'exit.review-overdue': LEDGER_ALONE,
  'exit.triggered': { said: { data: { reason: 'The term ends', ends: NEXT } }, refused: invalid('reason') },
  'exit.handed-over': {
    before: [EXIT, EXIT_AGREED, TRIGGERED],
    said: { data: { to: 'Hillway' } },
    refused: invalid('to'),
  },
  'exit.agreed': {
    before: [EXIT],
    by: 'both',
    said: { data: { version: '1', nextReview: NEXT } },
    refused: notNow('data.nextReview', { data: { nextReview: YESTERDAY } }),
  },
  'plan.issued': {
    said: { data: { version: '1', nextReview: NEXT } },
    refused: notNow('data.nextReview', { data: { nextReview: YESTERDAY } }),
  },
  'plan.agreed': {
    before: [PLAN],
    by: 'both',
    said: { data: { version: '1', howReviewed: 'Together', nextReview: NEXT } },
    refused: invalid('howReviewed'),
  },
  'plan.reviewed': {
    before: [PLAN],
    said: { data: { version: '1', finding: 'It holds', nextReview: '2027-06-01' } },
    refused: notNow('data.nextReview', { data: { nextReview: YESTERDAY } }),
  },
  'plan.review-overdue': LEDGER_ALONE,
};
