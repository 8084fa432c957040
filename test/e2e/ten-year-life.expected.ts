/** What must come of the life: days and sums worked out by hand from its steps and the rules, scores by the oracle. */

/** The ends of the third, the sixth and the last year. */
export const DATES = ['2029-03-31', '2032-03-31', '2036-03-31'] as const;
/** After all that was logged late. */
export const NOW = { asOf: '2036-04-30' };

/** The end of a day, as the recorded clock takes it. */
export function endOf(day: string): string {
  return `${day}T23:59:59.999Z`;
}

/** With all that is known now, and as it was known then. */
export const PAIRS: readonly { readonly asOf: string; readonly knownAt?: string }[] = DATES.flatMap((asOf) => [
  { asOf },
  { asOf, knownAt: endOf(asOf) },
]);

/** What members cannot tell through HTTP, and where it is tested. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'candidate.considered': 'partner selection has a ledger of its own: test/e2e/selection.spec.ts',
  'candidate.rated': 'partner selection has a ledger of its own: test/e2e/selection.spec.ts',
  'candidate.selected': 'partner selection has a ledger of its own: test/e2e/selection.spec.ts',
  'logkey.rotated': 'the operator rotates the key of the log: libs/ledger/src/log/rotate-key.spec.ts',
  'import.accepted': 'the operator imports, before anything is logged live: libs/ledger/src/imports/imports.spec.ts',
  'record.broken': 'the operator declares a break: libs/ledger/src/log/recover.spec.ts',
};

/** What nobody did in time, on the day on which it was missed, in the order in which the clock says so. */
export const MISSED: readonly string[] = [
  '2028-04-30 communication.review-overdue',
  '2028-08-14 leader.vacant', // six weeks
  '2028-09-14 benefit.unreported', // two weeks after its period
  '2028-09-30 objective.review-overdue',
  '2029-02-19 issue.deadline-missed', // five working days after Monday the 12th
  '2029-03-30 milestone.unremedied', // four weeks after the 2nd
  '2029-04-30 issue.deadline-missed', // as both extended it
  '2029-05-31 knowledge.review-overdue',
  '2029-06-01 issue.deadline-missed', // twenty working days after the 2nd of May, with two bank holidays
  '2029-06-04 issue.deadline-missed', // reopened on the Friday before a bank holiday
  '2030-04-05 idea.unanswered', // sixty days
  '2030-06-30 exit.review-overdue',
  '2030-06-30 plan.review-overdue',
  '2030-10-25 meeting.missed', // ten days of grace
  '2030-12-02 sponsor.vacant', // four weeks
  '2031-01-14 report.overdue',
  '2031-02-09 trust.unacted',
  '2032-02-07 indicator.unacted',
  '2032-02-09 trust.unacted',
  '2033-02-07 indicator.unacted',
  '2035-04-14 benefit.unreported',
  '2035-06-30 knowledge.review-overdue',
];

/** A good beginning that wore off, the reset, the quiet end: as the oracle of `test/oracle` gives them. */
export const SCORES: Readonly<Record<string, readonly [score: number, level: string]>> = {
  '2029-03-31': [43.9693, 'Developing'],
  '2032-03-31': [62.0649, 'Developing'],
  '2036-03-31': [83.8803, 'Established'],
};

/** What is due within ninety days, and what still is. */
export const DUE: Readonly<Record<string, readonly string[]>> = {
  '2029-03-31': [
    '2028-07-01 Review the whole-life cost assumption?',
    '2028-07-31 Review exit?',
    '2028-07-31 Review plan?',
    '2028-09-14 benefit.unreported, overdue',
    '2029-03-30 milestone.unremedied, overdue',
    '2029-04-25 meeting.missed',
    '2029-04-30 issue.deadline-missed',
    '2029-05-11 meeting.missed',
    '2029-05-31 knowledge.review-overdue',
  ],
  '2032-03-31': [
    '2028-07-01 Review the whole-life cost assumption?',
    '2028-09-14 benefit.unreported, overdue',
    '2030-12-02 Review exit?',
    '2030-12-02 Review plan?',
    '2031-01-14 report.overdue, overdue',
    '2031-02-09 trust.unacted, overdue',
    '2031-04-30 Review the case for collaborating?',
    '2032-02-07 indicator.unacted, overdue',
    '2032-02-09 trust.unacted, overdue',
    '2032-04-14 benefit.unreported',
    '2032-04-25 meeting.missed',
    '2032-05-11 meeting.missed',
  ],
  '2036-03-31': [
    '2028-07-01 Review the whole-life cost assumption?',
    '2028-09-14 benefit.unreported, overdue',
    '2031-01-14 report.overdue, overdue',
    '2031-02-09 trust.unacted, overdue',
    '2031-04-30 Review the case for collaborating?',
    '2032-02-07 indicator.unacted, overdue',
    '2032-02-09 trust.unacted, overdue',
    '2033-02-07 indicator.unacted, overdue',
    '2035-04-14 benefit.unreported, overdue',
    '2035-06-30 knowledge.review-overdue, overdue',
  ],
};

/** By financial year: forecast, realised, missed, dis-benefit and the cost of collaborating, in pounds. */
export const MONEY: readonly (readonly string[])[] = [
  ['2026/27', '0', '0', '0', '0', '8000.00'],
  ['2027/28', '60000.00', '48500.50', '0', '0', '0'],
  ['2028/29', '24000.00', '0', '0', '0', '0'],
  ['2029/30', '0', '0', '0', '7000.00', '0'],
  ['2031/32', '150000.00', '151000.25', '0', '0', '0'],
  ['2034/35', '42000.00', '0', '12000.00', '0', '0'],
];

/** Hillway takes the place of Marlow in April 2032. */
export const PARTIES: Readonly<Record<string, readonly string[]>> = {
  '2029-03-31': ['client party', 'provider party'],
  '2032-04-01': ['client party', 'provider party', 'hillway party'],
  '2036-03-31': ['client party', 'provider left', 'hillway party'],
};

export const RATED: readonly string[] = [
  'round-2027: 2 of 2 parties rated 15 of 16 factors; waiting: 1',
  'round-2028: 2 of 2 parties rated 16 of 16 factors; waiting: 0',
  'round-2029: 2 of 2 parties rated 16 of 16 factors; waiting: 0',
  'round-2030: 1 of 2 parties rated 0 of 16 factors; waiting: 16',
  'round-2031: 2 of 2 parties rated 16 of 16 factors; waiting: 0',
  'round-2032: 2 of 2 parties rated 16 of 16 factors; waiting: 0',
  'round-2033: 2 of 2 parties rated 16 of 16 factors; waiting: 0',
  'round-2034: 2 of 2 parties rated 16 of 16 factors; waiting: 0',
  'round-2035: 2 of 2 parties rated 16 of 16 factors; waiting: 0',
  'round-2036: 2 of 2 parties rated 16 of 16 factors; waiting: 0',
];

/** What `what-if` supposes: both sides find the exit strategy poor. */
export function supposedOn(asOf: string): string {
  const provider = asOf < '2032-04-02' ? 'provider' : 'hillway';
  return `client:615:1,${provider}:615:1`;
}
