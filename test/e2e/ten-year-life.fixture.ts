import type { JsonObject } from '@app/event-store';
import { builtInFactorSet, type Evidence, type FactorSet, type Severity, type Sign } from '@app/ledger';

/**
 * The life of a fictional contract, ten years of highway services between Eastbrook Council and Marlow Roads, whose place
 * Hillway takes in the seventh year: a good beginning, a bad third and fourth year, a reset, a quiet end.
 */

export const RELATIONSHIP = {
  id: 'eastbrook-roads',
  title: 'Eastbrook road services',
  client: 'Eastbrook Council',
  provider: 'Marlow Roads',
  start: '2026-04-01',
  end: '2036-03-31',
  reference: 'EC/2026/014',
  sector: 'highways',
  form: 'nec-term-service',
  annualValue: { amount: '1250000.00', currency: 'GBP' },
  extensionOptions: 'Two years',
  calendar: 'england-and-wales',
};

/** Who speaks. After the novation Hillway does where Marlow did. */
export const SPEAKERS = {
  client: { role: 'member', member: 'm-1', party: 'client' },
  clientSponsor: { role: 'sponsor', member: 'm-3', party: 'client' },
  marlow: { role: 'member', member: 'm-2', party: 'provider' },
  marlowSponsor: { role: 'sponsor', member: 'm-4', party: 'provider' },
  hillway: { role: 'member', member: 'm-6', party: 'hillway' },
  hillwaySponsor: { role: 'sponsor', member: 'm-7', party: 'hillway' },
  auditor: { role: 'auditor', member: 'm-5' },
} as const;
export type Speaker = keyof typeof SPEAKERS;

/** Two that say something together: the first logs it, the others agree. */
const TOGETHER = {
  both: ['client', 'marlow'],
  all: ['client', 'marlow', 'hillway'],
  bothNow: ['client', 'hillway'],
} as const satisfies Readonly<Record<string, readonly Speaker[]>>;

export type Who = Speaker | keyof typeof TOGETHER;

export function speakersOf(who: Who): readonly Speaker[] {
  return who in TOGETHER ? TOGETHER[who as keyof typeof TOGETHER] : [who as Speaker];
}

export interface More {
  /** What later steps call it. */
  readonly as?: string;
  /** The step that it answers. */
  readonly to?: string;
  /** When it happened, where that was not on the day on which it is logged. */
  readonly on?: string;
  readonly party?: 'third-party';
  readonly factor?: number;
  readonly sign?: Sign;
  readonly severity?: Severity;
  readonly level?: number;
  readonly text?: string;
  readonly evidence?: readonly Evidence[];
}

/** When it is logged, by whom, what. A kind that answers names in `more.to` what it answers. */
export type Step = readonly [when: string, who: Who, kind: string, data?: JsonObject, more?: More];

/** A round: the levels from 0 to 4 that each side gives the factors in their order; `-` where it gives none. */
export interface Round {
  readonly opens: string;
  readonly closes: string;
  readonly sides: Readonly<Partial<Record<Speaker, string>>>;
}

const gbp = (amount: string): JsonObject => ({ amount, currency: 'GBP' });
const HASH = 'c0ffee'.padEnd(64, '0');

/** A new weight for trust and issues, from September 2030. */
export const SECOND_VERSION: FactorSet = {
  ...builtInFactorSet,
  version: 'eastbrook-2',
  factors: builtInFactorSet.factors.map((factor) =>
    factor.code === 609 || factor.code === 614 ? { ...factor, weight: 100 } : factor,
  ),
};

/** Once a year; in 2030 Marlow rates nothing, so that the round closes without it. */
export const ROUNDS: readonly Round[] = [
  { opens: '2027-03-01', closes: '2027-03-20', sides: { client: '3333322222221-22', marlow: '3223322222222-22' } },
  { opens: '2028-03-01', closes: '2028-03-20', sides: { client: '3333323233323223', marlow: '3333332233333323' } },
  { opens: '2029-03-01', closes: '2029-03-20', sides: { client: '2222221212222112', marlow: '3222222111222222' } },
  { opens: '2030-03-01', closes: '2030-03-20', sides: { client: '1121111112111111' } },
  { opens: '2031-03-03', closes: '2031-03-20', sides: { client: '2222222222222222', marlow: '2221222222222222' } },
  { opens: '2032-03-01', closes: '2032-03-20', sides: { client: '3323222232223233', marlow: '3333222232223333' } },
  { opens: '2033-03-01', closes: '2033-03-20', sides: { client: '3333333333333333', hillway: '3333333333323333' } },
  { opens: '2034-03-01', closes: '2034-03-20', sides: { client: '3333333333333334', hillway: '3333333343333334' } },
  { opens: '2035-03-01', closes: '2035-03-20', sides: { client: '4333333343343344', hillway: '4333333343333444' } },
  { opens: '2036-03-03', closes: '2036-03-20', sides: { client: '4433333343343344', hillway: '4433333343333444' } },
];

/** From this day on Hillway speaks for the provider's side. */
const NOVATION = '2032-04-02';
const REGULAR_YEARS = [2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035] as const;
const meeting = (when: string, body: string): Step => [
  when,
  when < NOVATION ? 'both' : 'bothNow',
  'meeting.held',
  { body, quorate: true, attended: 'Both sides' },
];
/** Defects a kilometre; two is the target. */
const DEFECTS: Readonly<Record<number, number>> = {
  2027: 1.8, 2028: 2, 2029: 2.9, 2031: 2.4, 2032: 2.6, 2033: 1.9, 2034: 1.7, 2035: 1.5,
}; // prettier-ignore
/** Openness out of ten; seven is the target. */
const OPENNESS: Readonly<Record<number, number>> = {
  2027: 7.5, 2028: 7, 2029: 5, 2030: 4, 2031: 6, 2032: 7, 2033: 8, 2034: 8, 2035: 8.5,
}; // prettier-ignore

/** What comes again and again: meetings, figures of the year before. Two were missed, and one figure came never. */
const REGULAR: readonly Step[] = [
  meeting('2026-10-15', 'jmt'),
  ...REGULAR_YEARS.flatMap((year) => [meeting(`${year}-04-15`, 'jmt'), meeting(`${year}-10-15`, 'jmt')]),
  ...REGULAR_YEARS.map((year) => meeting(`${year}-05-01`, 'board')),
  ...Object.entries(DEFECTS).map(([year, value]): Step => [
    `${Number(year) + 1}-01-10`,
    Number(year) < 2032 ? 'marlow' : 'hillway',
    'indicator.measured',
    { indicator: 'defects', value, from: `${year}-01-01`, until: `${year}-12-31` },
  ]),
  ...Object.entries(OPENNESS).map(([year, value]): Step => [
    `${Number(year) + 1}-01-12`,
    'client',
    'trust.measured',
    { indicator: 'openness', value, from: `${year}-01-01`, until: `${year}-12-31`, basis: 'survey', sample: 40 },
  ]),
].filter(([when, , , data]) => !(data?.['body'] === 'jmt' && (when === '2030-10-15' || when === '2028-10-15')));

const EXIT_PARTS = {
  ...{ disengagement: 'Within twelve months', continuity: 'Crews stay on', customerSupport: 'One desk throughout' },
  ...{ stakeholders: 'Told a year before', assets: 'The depot returns', financial: 'Open book to the end' },
  ...{ commercial: 'No lock-in', people: 'Staff transfer', conflicts: 'Data', conflictsAddressed: 'Shared copies' },
};
const LEADER = {
  ...{ role: 'Contract manager', capabilityAssessed: true, aptitudeAssessed: true, commitmentAssessed: true },
  ...{ developmentAgreed: true, behaviourAssessed: true, interactionAssessed: true, otherPartyConsulted: true },
};
const benefit = (id: string, to: string, amount: string, from: string, until: string): JsonObject => ({
  ...{ benefit: id, title: id, type: 'productivity', cashability: 'cashable', to, recurring: false },
  ...{ baseline: 'The year before', because: 'collaboration', amount: gbp(amount), from, until },
});

const YEAR_1: readonly Step[] = [
  ['2026-04-01', 'clientSponsor', 'member.admitted', { member: 'm-1', post: 'Contract manager', role: 'member', mayAgree: true }],
  ['2026-04-01', 'marlowSponsor', 'member.admitted', { member: 'm-2', post: 'Contract manager', role: 'member', mayAgree: true }],
  ['2026-04-01', 'clientSponsor', 'member.admitted', { member: 'm-9', post: 'Clerk', role: 'member', mayAgree: false }],
  ['2026-04-02', 'both', 'protocol.agreed', { standing: 'No notice, admission or waiver', disclosure: 'Both parties', retentionYears: 12, answerDays: 28 }],
  ['2026-04-03', 'both', 'stage.entered', { stage: 'working-together' }],
  ['2026-04-03', 'client', 'case.recorded', { pressure: 'funding', position: 'Less money, the same roads', amount: gbp('400000.00'), nextReview: '2031-04-30' }],
  ['2026-04-03', 'marlow', 'case.recorded', { pressure: 'margin', position: 'Steady work beats claims' }],
  ['2026-04-07', 'both', 'vision.agreed', { vision: 'Roads that last', addedValueClient: 'Trust of residents', addedValueProvider: 'Steady margin', measure: 'Yearly survey' }],
  ['2026-04-07', 'both', 'competencies.agreed', { competencies: 'Listening, candour', coaching: 'Yearly', indicators: 'Openness' }],
  ['2026-04-08', 'both', 'principle.agreed', { principle: 'early-word', title: 'Early word' }],
  ['2026-04-08', 'both', 'framework.set', { systems: 'One desk', authorities: 'Up to 50,000', roles: 'Written down', behaviours: 'Six principles' }],
  ['2026-04-10', 'client', 'sponsor.appointed', { about: 'client', role: 'Director of place', handover: true }],
  ['2026-04-10', 'marlow', 'sponsor.appointed', { about: 'provider', role: 'Managing director' }],
  ['2026-04-10', 'client', 'leader.appointed', { about: 'client', ...LEADER }],
  ['2026-04-10', 'marlow', 'leader.appointed', { about: 'provider', ...LEADER, interactionAssessed: false }],
  ['2026-04-15', 'both', 'governance.established', { body: 'jmt', title: 'Joint management team', terms: 'Day to day', meets: 'half-yearly' }],
  ['2026-05-01', 'both', 'governance.established', { body: 'board', title: 'Board of sponsors', terms: 'Direction', meets: 'yearly' }],
  ['2026-05-04', 'client', 'value.defined', { about: 'client', means: 'Fewer closed lanes' }],
  ['2026-05-04', 'marlow', 'value.defined', { about: 'provider', means: 'Work that can be planned' }],
  ['2026-05-04', 'client', 'driver.weighted', { driver: 'Public safety', of: 'client', weight: 100, alignment: 'H' }],
  ['2026-05-04', 'marlow', 'driver.weighted', { driver: 'Public safety', of: 'provider', weight: 60, alignment: 'M' }],
  ['2026-05-05', 'both', 'factor.not-applicable', { reason: 'Nothing is learned yet', until: '2027-03-31' }, { factor: 612 }],
  ['2026-05-06', 'both', 'communication.planned', { plan: 'A letter each month', nextReview: '2028-04-30' }],
  ['2026-05-06', 'both', 'knowledge.planned', { plan: 'Asset data is shared', nextReview: '2029-05-31' }],
  ['2026-05-11', 'client', 'objective.proposed', { objective: 'reliable', title: 'Reliable lanes', outcome: 'Lanes open when promised', driversClient: 'Residents', weightClient: 90, driversProvider: 'Planned shifts', weightProvider: 60, measure: 'Lane hours', due: '2031-03-31', nextReview: '2028-09-30' }],
  ['2026-05-12', 'both', 'objective.agreed', { objective: 'reliable' }],
  ['2026-05-12', 'both', 'milestone.set', { objective: 'reliable', milestone: 'permits', title: 'One permit desk', due: '2027-03-31' }],
  ['2026-05-12', 'both', 'milestone.set', { objective: 'reliable', milestone: 'depots', title: 'Two depots in one', due: '2029-02-28' }],
  ['2026-05-18', 'client', 'risk.raised', { risk: 'flood', title: 'The brook floods', category: 'environment', likelihood: '3', impact: '4', owner: 'provider', nextReview: '2026-11-30' }],
  ['2026-05-18', 'both', 'risk.allocated', { risk: 'flood', shared: true, basis: 'Neither steers the rain' }],
  ['2026-05-20', 'client', 'indicator.defined', { indicator: 'defects', title: 'Defects', unit: 'per km', target: 2, direction: 'at-most', every: 'year' }],
  ['2026-05-20', 'both', 'trust.defined', { indicator: 'openness', title: 'Openness', unit: 'of 10', target: 7, direction: 'at-least', every: 'year' }],
  ['2026-06-01', 'both', 'plan.issued', { version: '1', nextReview: '2028-06-30' }],
  ['2026-06-15', 'both', 'plan.agreed', { version: '1', howReviewed: 'By the team, together', nextReview: '2028-06-30' }],
  ['2026-06-15', 'both', 'exit.issued', { version: '1', ...EXIT_PARTS, nextReview: '2028-06-30' }],
  ['2026-06-30', 'both', 'exit.agreed', { version: '1', nextReview: '2028-06-30' }],
  ['2026-07-01', 'client', 'cost.assumed', { assumption: 'Bitumen at 500 a tonne', verdict: 'first-recorded', amount: gbp('500.00'), nextReview: '2028-07-01' }],
  ['2026-07-01', 'client', 'stakeholder.assessed', { group: 'Residents', of: 'Night work', impact: 'negative', size: 'low', how: 'Noise' }],
  ['2026-07-06', 'marlow', 'key.registered', { keyId: 'b600306cfa76723f', publicKey: '197f6b23e16c8532c6abc838facd5ea789be0c76b2920334039bfa8b3d368d61', device: 'A telephone' }],
  ['2026-07-08', 'marlow', 'key.revoked', { keyId: 'b600306cfa76723f', reason: 'The telephone was lost before a sponsor agreed' }],
  ['2026-08-03', 'client', 'payment.made', { amount: gbp('104166.67'), to: 'provider', due: '2026-08-05' }],
  ['2026-09-01', 'both', 'systems.merged', { system: 'risk', from: 'Two registers', to: 'One' }],
  ['2026-09-01', 'both', 'systems.reviewed', { system: 'knowledge', decision: 'keep-apart', reason: 'Licences' }],
  ['2026-09-14', 'both', 'process.adopted', { process: 'Joint ordering' }],
  ['2026-10-01', 'marlow', 'benefit.forecast', benefit('night-shifts', 'both', '60000.00', '2027-04-01', '2028-03-31')],
  ['2026-10-02', 'client', 'cost.incurred', { what: 'facilitation', amount: gbp('8000.00'), from: '2026-04-01', until: '2026-06-30', borneBy: 'both' }],
  ['2026-11-02', 'client', 'development.planned', { about: 'client', development: 'Coaching of the manager' }],
  ['2026-12-01', 'both', 'factor.applicable', { reason: 'Lessons come in' }, { factor: 612 }],
  ['2027-01-05', 'clientSponsor', 'member.withdrawn', { member: 'm-9' }],
  ['2027-02-15', 'both', 'milestone.met', { objective: 'reliable', milestone: 'permits' }],
]; // prettier-ignore

const YEAR_2: readonly Step[] = [
  ['2027-04-20', 'client', 'development.completed', { about: 'client', development: 'Coaching of the manager' }],
  ['2027-05-03', 'marlow', 'lesson.captured', { lesson: 'salt', learned: 'Order salt in June' }],
  ['2027-05-04', 'marlowSponsor', 'sponsor.engaged', { about: 'provider', occasion: 'A night at the depot' }, { as: 'depot-night' }],
  ['2027-05-05', 'client', 'entry.agreed', {}, { to: 'depot-night' }],
  ['2027-06-01', 'client', 'communication.issued', { audience: 'Residents', channel: 'Letter' }],
  ['2027-06-07', 'client', 'knowledge.shared', { subject: 'Asset data', with: 'provider' }],
  ['2027-06-14', 'marlow', 'idea.proposed', { idea: 'warm-mix', title: 'Warm asphalt' }],
  ['2027-07-12', 'both', 'idea.tested', { idea: 'warm-mix', result: 'It holds' }],
  ['2027-08-02', 'client', 'idea.implemented', { idea: 'warm-mix' }],
  ['2027-08-03', 'marlow', 'benefit.forecast', { ...benefit('warm-mix-fuel', 'provider', '24000.00', '2027-09-01', '2028-08-31'), cameFrom: 'warm-mix' }],
  ['2027-09-06', 'both', 'improvement.identified', { improvement: 'repeat-visits', title: 'Fewer repeat visits', improvesFactor: 613, effort: 'low' }],
  ['2027-09-06', 'both', 'target.set', { improvement: 'repeat-visits', measure: 'Visits a month', baseline: 100, target: 80, due: '2028-03-31' }],
  ['2027-10-04', 'client', 'behaviour.observed', { principle: 'early-word', about: 'provider', exhibits: 'exhibits', effect: 'A day was saved', discussed: '2027-10-04' }, { as: 'saved-day' }],
  ['2027-10-05', 'marlow', 'entry.agreed', {}, { to: 'saved-day' }],
  ['2027-11-01', 'marlow', 'warning.given', { risk: 'flood', matter: 'Water is high', couldAffect: ['safety', 'cost'] }],
  ['2027-11-03', 'both', 'risk.assessed', { risk: 'flood', likelihood: '4', impact: '4' }],
  ['2027-11-20', 'marlow', 'risk.materialised', { risk: 'flood', effect: 'Mill Lane was closed', amount: gbp('32000.00') }],
  ['2027-12-06', 'both', 'risk.mitigated', { risk: 'flood', action: 'A bund' }],
  ['2028-01-17', 'client', 'practice.reviewed', { practice: 'Open risk pot', of: 'Another council', decision: 'adapt' }, { factor: 608 }],
  ['2028-02-07', 'both', 'practice.adopted', { practice: 'Open risk pot', of: 'Another council' }],
  ['2028-03-27', 'both', 'target.met', { improvement: 'repeat-visits', result: 78 }],
]; // prettier-ignore

const YEAR_3: readonly Step[] = [
  ['2028-04-10', 'marlow', 'benefit.realised', { benefit: 'night-shifts', amount: gbp('48500.50'), from: '2027-04-01', until: '2028-03-31', validatedBy: 'both-finance' }, { as: 'night-gain' }],
  ['2028-04-12', 'client', 'entry.agreed', {}, { to: 'night-gain' }],
  ['2028-05-22', 'both', 'communication.planned', { plan: 'A letter each quarter', nextReview: '2031-05-31' }],
  ['2028-06-05', 'both', 'plan.reviewed', { version: '1', finding: 'It holds', nextReview: '2030-06-30' }],
  ['2028-06-05', 'both', 'exit.reviewed', { change: ['periodic'], effectOnRelationship: 'None', finding: 'It holds', updated: false, nextReview: '2030-06-30' }],
  ['2028-06-12', 'marlow', 'lesson.applied', { lesson: 'salt', where: 'Both depots' }],
  ['2028-06-26', 'marlow', 'rating.given', {}, { factor: 609, level: 2, evidence: [{ title: 'Minutes of May', url: 'https://records.example/may' }] }],
  ['2028-07-03', 'client', 'leader.departed', { about: 'client', role: 'Contract manager', handover: 'partial' }],
  ['2028-09-11', 'marlow', 'decision.late', { about: 'client', what: 'approval', due: '2028-08-31', effect: 'A crew stood idle' }, { as: 'late-approval' }],
  ['2028-09-13', 'client', 'entry.agreed', { severity: 'minor' }, { to: 'late-approval' }],
  ['2028-09-20', 'marlow', 'entry.remedied', { action: 'A deputy may approve' }, { to: 'late-approval' }],
  ['2028-10-02', 'client', 'leader.appointed', { about: 'client', ...LEADER }],
  ['2028-10-10', 'client', 'meeting.postponed', { body: 'jmt', newDate: '2028-11-08', reason: 'Floods' }],
  ['2028-11-08', 'both', 'meeting.held', { body: 'jmt', quorate: true, attended: 'Both sides' }],
  ['2028-11-13', 'both', 'objective.reviewed', { objective: 'reliable', finding: 'On its way', nextReview: '2030-09-30' }],
  ['2028-12-04', 'client', 'process.bypassed', { about: 'client', process: 'Joint ordering', effect: 'Two orders', discussed: '2028-12-04' }],
  ['2028-12-05', 'client', 'decision.recorded', { decision: 'one-order', title: 'One order book', body: 'jmt', owner: 'client', due: '2029-01-31' }],
  ['2029-01-08', 'client', 'lesson.repeated', { lesson: 'salt', effect: 'No salt for two nights' }, { as: 'no-salt' }],
  ['2029-01-09', 'marlow', 'entry.noted', {}, { to: 'no-salt' }],
  ['2029-02-05', 'client', 'decision.closed', { decision: 'one-order', outcome: 'done' }],
  ['2029-02-12', 'client', 'issue.raised', { issue: 'index', title: 'Indexation', impact: 'high', owner: 'client' }],
  ['2029-02-26', 'marlow', 'issue.escalated', { issue: 'index', level: '2', reason: 'No answer' }],
  ['2029-03-02', 'marlow', 'milestone.missed', { objective: 'reliable', milestone: 'depots', reason: 'Planning refused' }],
  ['2029-03-05', 'both', 'issue.extended', { issue: 'index', due: '2029-04-30', reason: 'Figures are awaited' }],
]; // prettier-ignore

const YEAR_4: readonly Step[] = [
  ['2029-04-09', 'both', 'rating.jmt-agreed', {}, { factor: 610, level: 2 }],
  ['2029-04-23', 'client', 'contract.amended', { title: 'Bridges too', what: 'scope', value: gbp('90000.00') }],
  ['2029-05-02', 'marlow', 'issue.escalated', { issue: 'index', level: '3', reason: 'Still no answer' }],
  ['2029-05-14', 'client', 'issue.raised', { issue: 'gully', title: 'Gullies blocked', impact: 'low' }],
  ['2029-05-15', 'client', 'issue.assigned', { issue: 'gully', owner: 'provider', ownerRole: 'Crew lead' }],
  ['2029-05-17', 'marlow', 'issue.resolved', { issue: 'gully', resolution: 'Cleared' }, { as: 'cleared' }],
  ['2029-05-18', 'client', 'entry.agreed', {}, { to: 'cleared' }],
  ['2029-05-25', 'client', 'issue.reopened', { issue: 'gully', reason: 'Blocked again' }],
  ['2029-06-15', 'marlow', 'issue.resolved', { issue: 'gully', resolution: 'New grates' }],
  ['2029-06-18', 'client', 'issue.raised', { issue: 'signs', title: 'Signs turned', impact: 'low' }],
  ['2029-06-19', 'client', 'issue.withdrawn', { issue: 'signs', reason: 'It was the wind' }],
  ['2029-07-02', 'marlow', 'remedial.taken', { objective: 'reliable', milestone: 'depots', action: 'Another site' }],
  ['2029-07-03', 'both', 'milestone.rescheduled', { objective: 'reliable', milestone: 'depots', due: '2030-06-30', reason: 'Another site' }],
  ['2029-07-16', 'marlow', 'knowledge.planned', { plan: 'Asset and cost data are shared', nextReview: '2032-07-31' }],
  ['2029-08-06', 'client', 'knowledge.withheld', { about: 'provider', subject: 'Costs', effect: 'The budget was wrong', discussed: '2029-08-06' }, { as: 'hidden-costs' }],
  ['2029-08-08', 'marlow', 'entry.disputed', {}, { to: 'hidden-costs', text: 'They were on the drive' }],
  ['2029-09-03', 'client', 'communication.contradicted', { about: 'provider', audience: 'Press' }, { as: 'press' }],
  ['2029-09-10', 'client', 'entry.corrected', { severity: 'minor' }, { to: 'press', text: 'A local paper' }],
  ['2029-09-11', 'marlow', 'evidence.added', {}, { to: 'press', evidence: [{ title: 'The article', url: 'https://paper.example/roads' }] }],
  ['2029-09-24', 'marlow', 'dispute.notified', { dispute: 'index-dispute', matter: 'Indexation', issue: 'index', procedure: 'mediation' }],
  ['2029-09-24', 'marlow', 'issue.escalated', { issue: 'index', level: '4', reason: 'Formal procedure' }],
  ['2029-10-22', 'client', 'payment.late', { about: 'client', due: '2029-10-05', amount: gbp('104166.67') }],
  ['2029-11-05', 'both', 'dispute.mediated', { dispute: 'index-dispute', outcome: 'not-settled' }],
  ['2029-11-12', 'client', 'deduction.applied', { amount: gbp('5200.00'), about: 'provider', reason: 'Defects', indicator: 'defects' }],
  ['2029-12-03', 'client', 'risk.disclosed-late', { about: 'provider', knownSince: '2029-06-01' }],
  ['2030-01-28', 'marlow', 'indicator.acted-on', { indicator: 'defects', action: 'Another roller' }],
  ['2030-01-28', 'both', 'trust.acted-on', { indicator: 'openness', action: 'Breakfasts' }],
  ['2030-02-04', 'marlow', 'idea.proposed', { idea: 'lanes', title: 'Lane rental at cost' }],
  ['2030-02-11', 'client', 'note.logged', { category: 'behaviour' }, { as: 'shouting', factor: 614, sign: '-', severity: 'major', on: '2029-12-10', text: 'Shouting at the board' }],
  ['2030-02-12', 'marlow', 'disbenefit.recorded', { title: 'Diversions', amount: gbp('7000.00'), from: '2029-10-01', until: '2030-01-31', borneBy: 'community' }],
  ['2030-03-22', 'client', 'dispute.adjudicated', { dispute: 'index-dispute', by: 'adjudicator', decision: 'Half each' }, { party: 'third-party' }],
  ['2030-03-25', 'client', 'entry.voided', {}, { to: 'shouting', text: 'Said in anger' }],
]; // prettier-ignore

const YEAR_5: readonly Step[] = [
  ['2030-04-08', 'both', 'dispute.settled', { dispute: 'index-dispute', reference: 'S-1' }],
  ['2030-04-09', 'both', 'issue.resolved', { issue: 'index', resolution: 'A new index' }],
  ['2030-05-06', 'both', 'arrangements.reviewed', { covers: 'both', conducive: 'with-changes', finding: 'Too few meetings' }, { factor: 602 }],
  ['2030-06-10', 'clientSponsor', 'factorset.proposed', { factorSet: SECOND_VERSION as unknown as JsonObject, reason: 'Trust weighs too little' }],
  ['2030-06-24', 'both', 'factorset.agreed', { factorSet: SECOND_VERSION as unknown as JsonObject }, { on: '2030-09-01' }],
  ['2030-06-25', 'both', 'coaching.given', { principle: 'early-word', about: 'provider' }],
  ['2030-06-28', 'both', 'milestone.met', { objective: 'reliable', milestone: 'depots' }],
  ['2030-08-05', 'client', 'idea.declined', { idea: 'lanes', reason: 'The law is not there yet' }],
  ['2030-08-12', 'both', 'exit.reviewed', { change: ['performance'], effectOnRelationship: 'A reset', finding: 'People changed', updated: true, nextReview: '2033-08-31' }],
  ['2030-09-02', 'both', 'plan.reviewed', { version: '1', finding: 'A reset', nextReview: '2033-08-31' }],
  ['2030-09-16', 'both', 'objective.reviewed', { objective: 'reliable', finding: 'Nearly there', nextReview: '2031-09-30' }],
  ['2030-11-04', 'marlow', 'sponsor.changed', { about: 'provider', role: 'Managing director' }],
  ['2031-01-20', 'marlow', 'benefit.forecast', benefit('one-depot', 'client', '150000.00', '2031-04-01', '2032-03-31')],
  ['2031-02-03', 'marlow', 'sponsor.appointed', { about: 'provider', role: 'Managing director', handover: false }],
  ['2031-02-17', 'both', 'reward.shared', { mechanism: 'gain-share', clientShare: gbp('10000.00'), providerShare: gbp('10000.00'), from: '2030-04-01', until: '2030-12-31' }],
]; // prettier-ignore

const YEAR_6: readonly Step[] = [
  ['2031-04-21', 'auditor', 'audit.opened', { audit: 'half-way', scope: 'All of the record', by: 'external-audit', asOf: '2031-03-31', sampleSeed: '7' }],
  ['2031-04-22', 'auditor', 'finding.raised', { finding: 'minutes', audit: 'half-way', title: 'Minutes are missing', grade: 'minor-nonconformity', due: '2031-06-30' }, { factor: 601 }],
  ['2031-05-05', 'client', 'finding.answered', { finding: 'minutes', action: 'A clerk', owner: 'client', due: '2031-09-30' }],
  ['2031-05-06', 'client', 'rating.independent', { level: 2, assessor: 'certification-body', reason: 'Seen in the minutes' }, { factor: 601 }],
  ['2031-05-19', 'both', 'objective.amended', { objective: 'reliable', change: 'Footways too' }],
  ['2031-05-26', 'both', 'communication.planned', { plan: 'A letter each quarter', nextReview: '2035-05-31' }],
  ['2031-09-15', 'both', 'objective.achieved', { objective: 'reliable' }],
  ['2031-09-22', 'auditor', 'finding.closed', { finding: 'minutes', verified: 'Minutes of six meetings' }],
  ['2031-10-06', 'client', 'objective.proposed', { objective: 'carbon', title: 'Half the carbon', outcome: 'Tonnes halved', driversClient: 'Climate pledge', driversProvider: 'Future bids', measure: 'Tonnes' }],
  ['2031-10-07', 'both', 'objective.agreed', { objective: 'carbon' }],
  ['2031-11-03', 'both', 'improvement.identified', { improvement: 'joints', title: 'Better joints', amount: gbp('20000.00') }],
  ['2031-11-03', 'both', 'target.set', { improvement: 'joints', measure: 'Failures', baseline: 50, target: 20, due: '2032-10-31' }],
  ['2032-02-02', 'client', 'erasure.refused', { entries: 'The shouting of 2029', ground: 'legal-claims' }],
]; // prettier-ignore

const YEAR_7: readonly Step[] = [
  ['2032-04-01', 'both', 'party.joined', { party: 'hillway', name: 'Hillway', role: 'provider', replaces: 'provider' }],
  ['2032-04-02', 'all', 'party.left', { party: 'provider', reason: 'Marlow sold its road works' }],
  ['2032-04-05', 'hillway', 'sponsor.appointed', { about: 'hillway', role: 'Chief executive', handover: true }],
  ['2032-04-05', 'hillway', 'leader.appointed', { about: 'hillway', ...LEADER }],
  ['2032-04-06', 'hillwaySponsor', 'member.admitted', { member: 'm-6', post: 'Contract manager', role: 'member', mayAgree: true }],
  ['2032-04-12', 'hillway', 'benefit.realised', { benefit: 'one-depot', amount: gbp('151000.25'), from: '2031-04-01', until: '2032-03-31', validatedBy: 'client-finance' }, { as: 'depot-gain' }],
  ['2032-04-13', 'client', 'entry.agreed', {}, { to: 'depot-gain' }],
  ['2032-06-07', 'bothNow', 'knowledge.planned', { plan: 'As before', nextReview: '2035-06-30' }],
  ['2032-11-08', 'hillway', 'target.missed', { improvement: 'joints', result: 28 }],
  ['2032-11-09', 'bothNow', 'target.set', { improvement: 'joints', measure: 'Failures', baseline: 28, target: 15, due: '2033-10-31' }],
]; // prettier-ignore

const YEAR_8: readonly Step[] = [
  ['2033-04-18', 'client', 'data.erased', { entries: 'Names of the clerk', ground: 'no-longer-needed' }],
  ['2033-05-16', 'client', 'report.published', { audience: 'joint-board', asOf: '2033-03-31', knownAt: '2033-05-16T08:00:00Z', factorSet: 'mutuality@eastbrook-2', sha256: HASH }],
  ['2033-07-04', 'hillway', 'target.abandoned', { improvement: 'joints', about: 'hillway', reason: 'The machine was sold' }, { as: 'no-machine' }],
  ['2033-08-08', 'bothNow', 'plan.reviewed', { version: '1', finding: 'It holds', nextReview: '2036-03-31' }],
  ['2033-08-09', 'bothNow', 'exit.reviewed', { change: ['organisation'], effectOnRelationship: 'A new partner', finding: 'It holds', updated: true, nextReview: '2035-08-31' }],
  ['2033-10-03', 'bothNow', 'extension.decided', { option: 'Two years', outcome: 'declined', basis: 'The road law changes' }],
  ['2034-02-06', 'hillway', 'benefit.forecast', benefit('carbon-credit', 'provider', '30000.00', '2034-04-01', '2035-03-31')],
]; // prettier-ignore

const YEAR_9: readonly Step[] = [
  ['2034-06-05', 'client', 'benefit.forecast', benefit('joint-fleet', 'client', '12000.00', '2034-07-01', '2034-12-31')],
  ['2035-01-08', 'client', 'benefit.missed', { benefit: 'joint-fleet', reason: 'The fleet was sold', amount: gbp('12000.00') }],
  ['2035-02-05', 'bothNow', 'objective.retired', { objective: 'carbon', reason: 'It goes to the next contract' }],
]; // prettier-ignore

const YEAR_10: readonly Step[] = [
  ['2035-04-02', 'client', 'exit.triggered', { reason: 'The term ends', ends: '2036-03-31' }],
  ['2035-04-02', 'client', 'stage.entered', { stage: 'exit-strategy-activation' }],
  ['2035-05-14', 'bothNow', 'communication.planned', { plan: 'The last letters' }],
  ['2035-11-05', 'bothNow', 'risk.closed', { risk: 'flood', outcome: 'The bund holds' }],
  ['2036-03-31', 'bothNow', 'exit.handed-over', { to: 'Eastbrook Council' }],
  ['2036-04-14', 'client', 'behaviour.observed', { principle: 'early-word', about: 'hillway', exhibits: 'exhibits', effect: 'A clean end' }, { as: 'clean-end', on: '2036-02-15' }],
  ['2036-04-15', 'hillway', 'entry.agreed', {}, { to: 'clean-end' }],
]; // prettier-ignore

/** In the order in which they are logged. */
export const LIFE: readonly Step[] = [
  ...[YEAR_1, YEAR_2, YEAR_3, YEAR_4, YEAR_5, YEAR_6, YEAR_7, YEAR_8, YEAR_9, YEAR_10].flat(),
  ...REGULAR,
].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
