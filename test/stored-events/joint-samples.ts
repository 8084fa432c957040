import { builtInFactorSet } from '@app/ledger';
import {
  invalid,
  noDate,
  nobody,
  notNow,
  LEDGER_ALONE,
  MONEY,
  NEXT,
  NO_FAULT,
  YESTERDAY,
  type LiveSample,
  type Told,
} from './sample';

const BODY: Told = ['client', 'governance.established', { data: { body: 'board', title: 'Board', terms: 'All', meets: 'monthly' } }]; // prettier-ignore
const DECISION: Told = ['client', 'decision.recorded', { data: { decision: 'paint', title: 'Paint it' } }];
const OBJECTIVE_DATA = {
  ...{ objective: 'safe', title: 'Safe roads', outcome: 'No one hurt', driversClient: 'Public safety' },
  ...{ driversProvider: 'Fewer claims', measure: 'Claims in a year' },
};
const OBJECTIVE: Told = ['client', 'objective.proposed', { data: OBJECTIVE_DATA }];
const AGREED: Told = ['both', 'objective.agreed', { data: { objective: 'safe' } }];
const MILESTONE_DATA = { objective: 'safe', milestone: 'survey', title: 'Survey', due: '2026-07-01' };
const MILESTONE: Told = ['client', 'milestone.set', { data: MILESTONE_DATA }];
const MISSED: Told = ['client', 'milestone.missed', { data: { objective: 'safe', milestone: 'survey' } }];
const RISK_DATA = { risk: 'flood', title: 'Flood', category: 'environment', likelihood: '2', impact: '4' };
const RISK: Told = ['client', 'risk.raised', { data: RISK_DATA }];
const ISSUE: Told = ['client', 'issue.raised', { data: { issue: 'gully', title: 'Blocked gully', impact: 'low' } }];
const RESOLVED: Told = ['provider', 'issue.resolved', { data: { issue: 'gully', resolution: 'Cleared' } }];
const DISPUTE: Told = ['provider', 'dispute.notified', { data: { dispute: 'rates', matter: 'Rates' } }];
const ENTERED: Told = ['client', 'stage.entered', { data: { stage: 'working-together' } }];
const ADMITTED_DATA = { member: 'm-9', post: 'Clerk', role: 'member', mayAgree: false };
const PARTNER_DATA = { party: 'utilities', name: 'Utilities', role: 'partner' };
const PARTNER: Told = ['both', 'party.joined', { data: PARTNER_DATA }];
const VERSION = { ...builtInFactorSet, version: 'of the parties' };
const WITHOUT_EXIT = {
  ...VERSION,
  factors: VERSION.factors.filter(({ code }) => code !== 615),
};

/** From the frame to disputes. */
export const JOINT_SAMPLES: Readonly<Record<string, LiveSample>> = {
  'relationship.established': {
    said: null,
    refused: notNow('kind', {
      data: { title: 'Road', client: 'North Council', provider: 'Fieldway', start: '2026-01-01' },
    }),
  },
  'party.joined': { by: 'both', said: { data: PARTNER_DATA }, refused: invalid('party', 'third-party') },
  'party.left': {
    before: [PARTNER],
    by: 'both',
    said: { data: { party: 'utilities', reason: 'Its works are done' } },
    refused: notNow('data.party', { data: { party: 'nobody' } }),
  },
  'stage.entered': {
    before: [ENTERED],
    said: { data: { stage: 'value-creation' } },
    refused: notNow('data.stage', { data: { stage: 'working-together' } }),
  },
  'contract.amended': {
    said: { data: { title: 'Bridges too', what: 'scope', value: MONEY, end: '2030-03-31' } },
    refused: invalid('end', '2025-12-31'),
  },
  'factorset.proposed': {
    said: { data: { factorSet: VERSION as never, reason: 'Ours' } },
    refused: { said: { data: { factorSet: WITHOUT_EXIT } }, code: 'invalid-entry', field: 'data.factorSet.factors' },
  },
  'factorset.agreed': {
    by: 'both',
    said: { data: { factorSet: VERSION as never } },
    refused: {
      said: { data: { factorSet: { ...VERSION, version: builtInFactorSet.version, groups: [] } } },
      code: 'invalid-entry',
      field: 'data.factorSet.groups',
    },
  },
  'protocol.agreed': {
    by: 'both',
    said: { data: { standing: 'No notice', disclosure: 'Both parties', retentionYears: 12, answerDays: 28 } },
    refused: invalid('retentionYears', 0),
  },
  'member.admitted': {
    said: { data: ADMITTED_DATA },
    refused: notNow('data.until', { data: { until: '2020' } }),
  },
  'member.withdrawn': {
    before: [['client', 'member.admitted', { data: ADMITTED_DATA }]],
    said: { data: { member: 'm-9' } },
    refused: notNow('data.member', { data: { member: 'm-8' } }),
  },
  'case.recorded': {
    said: { data: { pressure: 'funding', position: 'Less money, same roads', amount: MONEY, nextReview: NEXT } },
    refused: notNow('data.nextReview', { data: { nextReview: YESTERDAY } }),
  },
  'extension.decided': {
    said: { data: { option: 'Five more years', outcome: 'exercised', basis: 'Score', end: '2035-12-31' } },
    refused: invalid('end'),
  },
  'vision.agreed': {
    by: 'both',
    said: {
      data: { vision: 'Roads that last', addedValueClient: 'Trust', addedValueProvider: 'Margin', measure: 'Survey' },
    },
    refused: invalid('addedValueProvider'),
  },
  'competencies.agreed': {
    by: 'both',
    said: { data: { competencies: 'Listening', coaching: 'Yearly', indicators: 'Openness' } },
    refused: invalid('coaching', ' '),
  },
  'arrangements.reviewed': {
    said: { factor: 602, data: { covers: 'both', conducive: 'yes', finding: 'They fit' } },
    refused: { said: { factor: 603 }, code: 'invalid-entry', field: 'factor' },
  },
  'systems.merged': {
    said: { data: { system: 'risk', from: 'Two registers', to: 'One' } },
    refused: invalid('system', 'payroll'),
  },
  'systems.reviewed': {
    said: { data: { system: 'knowledge', decision: 'keep-apart', reason: 'Licences' } },
    refused: invalid('decision', 'perhaps'),
  },
  'governance.established': {
    said: { data: { body: 'board', title: 'Board', terms: 'All of it', meets: 'quarterly' } },
    refused: invalid('meets', 'sometimes'),
  },
  'meeting.held': {
    before: [BODY],
    said: { data: { body: 'board', quorate: true, attended: 'Both sponsors' } },
    refused: notNow('data.body', { data: { body: 'other' } }),
  },
  'meeting.missed': {
    before: [['client', 'governance.established', { effective: '2026-01-01', data: BODY[2].data ?? {} }]],
    said: { data: { body: 'board', due: '2026-05-01' } },
    refused: notNow('data.due', { data: { due: NEXT } }),
  },
  'decision.recorded': {
    said: { data: { decision: 'paint', title: 'Paint it', owner: 'provider', due: NEXT } },
    refused: notNow('data.due', { data: { due: YESTERDAY } }),
  },
  'meeting.postponed': {
    before: [BODY],
    said: { data: { body: 'board', newDate: '2026-07-08' } },
    refused: notNow('data.newDate', { data: { newDate: YESTERDAY } }),
  },
  'decision.closed': {
    before: [DECISION],
    said: { data: { decision: 'paint', outcome: 'done' } },
    refused: NO_FAULT,
  },
  'decision.late': {
    said: { data: { about: 'client', what: 'approval', due: YESTERDAY, effect: 'A week lost' } },
    refused: notNow('data.due', { data: { due: NEXT } }),
  },
  'sponsor.appointed': {
    said: { data: { about: 'client', role: 'Director', handover: true } },
    refused: invalid('handover', 'yes'),
  },
  'sponsor.changed': { said: { data: { about: 'client', role: 'Director' } }, refused: NO_FAULT },
  'sponsor.vacant': {
    before: [
      ['provider', 'sponsor.changed', { effective: '2026-03-01', data: { about: 'provider', role: 'Director' } }],
    ],
    said: { data: { about: 'provider', due: '2026-03-29' } },
    refused: notNow('data.due', { data: { due: NEXT } }),
  },
  'sponsor.engaged': {
    said: { data: { about: 'provider', occasion: 'Depot visit' } },
    refused: nobody('about'),
  },
  'framework.set': {
    by: 'both',
    said: { data: { systems: 'One desk', authorities: 'To 50k', roles: 'Written', behaviours: 'Six' } },
    refused: notNow('data.nextReview', { data: { nextReview: YESTERDAY } }),
  },
  'objective.proposed': { said: { data: OBJECTIVE_DATA }, refused: invalid('driversProvider') },
  'objective.agreed': {
    before: [OBJECTIVE],
    by: 'both',
    said: { data: { objective: 'safe' } },
    refused: notNow('data.objective', { data: { objective: 'other' } }),
  },
  'objective.amended': {
    before: [OBJECTIVE, AGREED],
    by: 'both',
    said: { data: { objective: 'safe', change: 'Footways too' } },
    refused: invalid('change'),
  },
  'milestone.set': { before: [OBJECTIVE], said: { data: MILESTONE_DATA }, refused: noDate('due', 'soon') },
  'milestone.met': {
    before: [OBJECTIVE, MILESTONE],
    said: { data: { objective: 'safe', milestone: 'survey' } },
    refused: notNow('data.milestone', { data: { milestone: 'other' } }),
  },
  'milestone.missed': {
    before: [OBJECTIVE, MILESTONE],
    said: { data: { objective: 'safe', milestone: 'survey' } },
    refused: notNow('data.milestone', { data: { milestone: 'other' } }),
  },
  'milestone.unremedied': LEDGER_ALONE,
  'remedial.taken': {
    before: [OBJECTIVE, MILESTONE, MISSED],
    said: { data: { objective: 'safe', milestone: 'survey', action: 'A second crew' } },
    refused: invalid('action'),
  },
  'objective.reviewed': {
    before: [OBJECTIVE],
    said: { data: { objective: 'safe', finding: 'It holds', nextReview: NEXT } },
    refused: notNow('data.objective', { data: { objective: 'other' } }),
  },
  'objective.achieved': {
    before: [OBJECTIVE, AGREED],
    said: { data: { objective: 'safe' } },
    refused: notNow('data.objective', { data: { objective: 'other' } }),
  },
  'objective.retired': {
    before: [OBJECTIVE],
    by: 'both',
    said: { data: { objective: 'safe', reason: 'Done elsewhere' } },
    refused: invalid('reason'),
  },
  'objective.review-overdue': LEDGER_ALONE,
  'milestone.rescheduled': {
    before: [OBJECTIVE, MILESTONE],
    by: 'both',
    said: { data: { objective: 'safe', milestone: 'survey', due: NEXT, reason: 'Permits' } },
    refused: NO_FAULT,
  },
  'leader.appointed': {
    said: {
      data: {
        ...{ about: 'provider', role: 'Contract manager', capabilityAssessed: true, aptitudeAssessed: true },
        ...{ commitmentAssessed: true, developmentAgreed: true, behaviourAssessed: true },
        ...{ interactionAssessed: false, otherPartyConsulted: true },
      },
    },
    refused: { said: { sign: '+' }, code: 'sign-contradicts-data', field: 'sign' },
  },
  'leader.departed': {
    said: { data: { about: 'provider', role: 'Contract manager', handover: 'partial' } },
    refused: invalid('handover', 'some'),
  },
  'development.planned': { said: { data: { about: 'client', development: 'Coaching' } }, refused: invalid('about') },
  'development.completed': { said: { data: { about: 'client', development: 'Coaching' } }, refused: nobody('about') },
  'leader.vacant': {
    said: { data: { about: 'client', role: 'Contract manager', due: YESTERDAY } },
    refused: notNow('data.due', { data: { due: NEXT } }),
  },
  'process.adopted': { said: { data: { process: 'Joint ordering' } }, refused: invalid('process', 7) },
  'communication.planned': {
    said: { data: { plan: 'Monthly letter', nextReview: NEXT } },
    refused: notNow('data.nextReview', { data: { nextReview: YESTERDAY } }),
  },
  'communication.issued': { said: { data: { audience: 'Residents' } }, refused: invalid('audience') },
  'communication.contradicted': {
    said: { data: { about: 'provider', audience: 'Press' } },
    refused: nobody('about'),
  },
  'knowledge.planned': { said: { data: { plan: 'Shared drive', nextReview: NEXT } }, refused: noDate('nextReview') },
  'knowledge.shared': {
    said: { data: { subject: 'Asset data', with: 'provider' } },
    refused: invalid('with', 'client'),
  },
  'process.bypassed': {
    said: { data: { about: 'client', process: 'Joint ordering', effect: 'Two orders', discussed: YESTERDAY } },
    refused: notNow('data.discussed', { data: { discussed: NEXT } }),
  },
  'knowledge.withheld': {
    said: { data: { about: 'provider', subject: 'Costs', effect: 'A wrong budget', discussed: YESTERDAY } },
    refused: notNow('data.discussed', { data: { discussed: NEXT } }),
  },
  'communication.review-overdue': LEDGER_ALONE,
  'knowledge.review-overdue': LEDGER_ALONE,
  'warning.given': {
    said: { data: { matter: 'Water rises', couldAffect: ['cost', 'time'] } },
    refused: { said: { data: { couldAffect: ['mood'] } }, code: 'invalid-entry', field: 'data.couldAffect[0]' },
  },
  'risk.raised': { said: { data: RISK_DATA }, refused: NO_FAULT },
  'risk.assessed': {
    before: [RISK],
    said: { data: { risk: 'flood', likelihood: '3', impact: '4' } },
    refused: invalid('likelihood', '6'),
  },
  'risk.mitigated': {
    before: [RISK],
    said: { data: { risk: 'flood', action: 'Sandbags' } },
    refused: notNow('data.risk', { data: { risk: 'other' } }),
  },
  'risk.closed': {
    before: [RISK],
    said: { data: { risk: 'flood', outcome: 'The bank is raised' } },
    refused: NO_FAULT,
  },
  'risk.disclosed-late': {
    before: [RISK],
    said: { data: { risk: 'flood', about: 'provider', knownSince: '2026-01-15' } },
    refused: invalid('about', 'joint'),
  },
  'risk.materialised': {
    before: [RISK],
    said: { data: { risk: 'flood', effect: 'A road closed', amount: MONEY } },
    refused: invalid('amount', { amount: '-1.00', currency: 'GBP' }),
  },
  'risk.allocated': {
    before: [RISK],
    said: { data: { risk: 'flood', shared: true } },
    refused: { said: { data: { shared: undefined } }, code: 'invalid-entry', field: 'data.owner' },
  },
  'issue.raised': {
    said: { data: { issue: 'gully', title: 'Blocked gully', impact: 'high', owner: 'provider' } },
    refused: NO_FAULT,
  },
  'issue.assigned': {
    before: [ISSUE],
    said: { data: { issue: 'gully', owner: 'provider', ownerRole: 'Crew lead' } },
    refused: nobody('owner'),
  },
  'issue.escalated': {
    before: [ISSUE],
    said: { data: { issue: 'gully', level: '2', reason: 'Flooding' } },
    refused: notNow('data.level', { data: { level: '1' } }),
  },
  'issue.resolved': {
    before: [ISSUE],
    by: 'provider',
    said: { data: { issue: 'gully', resolution: 'Cleared' } },
    refused: notNow('data.issue', { data: { issue: 'other' } }),
  },
  'issue.extended': {
    before: [ISSUE],
    by: 'both',
    said: { data: { issue: 'gully', due: '2026-07-31', reason: 'A pump is ordered' } },
    refused: notNow('data.due', { data: { due: '2026-06-02' } }),
  },
  'issue.reopened': {
    before: [ISSUE, RESOLVED],
    said: { data: { issue: 'gully', reason: 'Blocked again' } },
    refused: NO_FAULT,
  },
  'issue.deadline-missed': LEDGER_ALONE,
  'issue.withdrawn': {
    before: [ISSUE],
    said: { data: { issue: 'gully', reason: 'Not ours' } },
    refused: notNow('data.issue', {}, 'provider'),
  },
  'dispute.notified': {
    before: [ISSUE, ['client', 'issue.withdrawn', { data: { issue: 'gully', reason: 'Not ours' } }]],
    said: { data: { dispute: 'rates', matter: 'Rates', procedure: 'adjudication' } },
    refused: notNow('data.issue', { data: { issue: 'gully' } }),
  },
  'dispute.mediated': {
    before: [DISPUTE],
    said: { data: { dispute: 'rates', outcome: 'not-settled' } },
    refused: notNow('evidence', { evidence: [{ url: 'https://example.org/offer' }] }),
  },
  'dispute.adjudicated': {
    before: [DISPUTE],
    said: { party: 'third-party', data: { dispute: 'rates', by: 'adjudicator', decision: 'Half each' } },
    refused: invalid('by', 'umpire'),
  },
  'dispute.settled': {
    before: [DISPUTE],
    by: 'both',
    said: { data: { dispute: 'rates', reference: 'S-1' } },
    refused: notNow('data.dispute', { data: { dispute: 'other' } }),
  },
};
