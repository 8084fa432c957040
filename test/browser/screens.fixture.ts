import type { Seat } from './browser.fixture';

/** What somebody looks at. */
export interface View {
  readonly name: string;
  readonly address: string;
  /** Null: nobody is signed in. */
  readonly member: string | null;
  /** What they do before. */
  readonly first?: (seat: Seat) => Promise<void>;
}

/** A screen of the web application. */
export interface Screen extends View {
  /** As `router.tsx` has it; null where it has none. */
  readonly route: string | null;
  /** Tried with `LOOKS=all` alone: another screen of the same route is tried always. */
  readonly isFurther?: true;
  /** It waits for nothing, and nothing of it can fail. */
  readonly readsNothing?: true;
}

const RECORD = '/r/north-road';
/** Reports say when they were made, where no address does. */
const CLOCKS = 'asOf=2026-03-31&knownAt=2026-04-30';

function register(name: string, isFurther: boolean): Screen {
  return {
    name: `register-${name}`,
    route: '/registers/$register',
    address: `${RECORD}/registers/${name}`,
    member: 'm-client-1',
    ...(isFurther && { isFurther }),
  };
}

/** Every screen there is, in one view each. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', route: '/sign-in', address: '/sign-in', member: null },
  { name: 'missing', route: null, address: '/nowhere', member: 'm-client-1', readsNothing: true },
  { name: 'portfolio', route: '/portfolio', address: '/portfolio', member: 'm-reporter-1' },
  { name: 'relationship', route: '/r/$relationship', address: RECORD, member: 'm-client-1' },
  { name: 'why-factor', route: '/why', address: `${RECORD}/why?factor=614`, member: 'm-auditor-1' },
  {
    name: 'changed',
    route: '/changed',
    address: `${RECORD}/changed?from=2021-07-31&to=2022-03-31&factor=609`,
    member: 'm-auditor-1',
  },
  { name: 'gaps', route: '/gaps', address: `${RECORD}/gaps`, member: 'm-client-1' },
  { name: 'brought', route: '/brought', address: `${RECORD}/brought`, member: 'm-client-1' },
  { name: 'replay', route: '/replay', address: `${RECORD}/replay?at=300`, member: 'm-client-1' },
  {
    name: 'what-if',
    route: '/what-if',
    address: `${RECORD}/what-if?ratings=client:606:4&weights=609:50&events=client:614:minus:major`,
    member: 'm-client-1',
  },
  {
    name: 'log-entry-form',
    route: '/log',
    address: `${RECORD}/log?tile=fell-short&kind=behaviour.observed`,
    member: 'm-client-1',
  },
  { name: 'sitting', route: '/sitting', address: `${RECORD}/sitting`, member: 'm-provider-1' },
  { name: 'due', route: '/due', address: `${RECORD}/due`, member: 'm-client-1' },
  { name: 'keys', route: '/keys', address: `${RECORD}/keys`, member: 'm-client-1' },
  { name: 'rounds', route: '/rounds', address: `${RECORD}/rounds`, member: 'm-client-1' },
  { name: 'ledger', route: '/ledger', address: `${RECORD}/ledger?factor=609`, member: 'm-client-1' },
  { name: 'entry', route: '/ledger/$entry', address: `${RECORD}/ledger/s-0258`, member: 'm-client-1' },
  {
    name: 'registers',
    route: '/registers',
    address: `${RECORD}/registers`,
    member: 'm-client-1',
    readsNothing: true,
  },
  register('issues', false),
  register('meetings', true),
  register('benefits', true),
  register('objectives', true),
  register('risks', true),
  register('exit', true),
  register('plan', true),
  register('indicators', true),
  register('trust-indicators', true),
  { name: 'audit', route: '/audit', address: `${RECORD}/audit?section=top`, member: 'm-auditor-1' },
  { name: 'report', route: '/report', address: `${RECORD}/report?${CLOCKS}`, member: 'm-client-1' },
];

/** Other views of them that look otherwise. */
export const FURTHER_VIEWS: readonly View[] = [
  { name: 'relationship-scores-alone', address: RECORD, member: 'm-reporter-1' },
  { name: 'relationship-without-headline', address: `${RECORD}?asOf=2020-06-30`, member: 'm-reporter-1' },
  { name: 'why', address: `${RECORD}/why`, member: 'm-auditor-1' },
  { name: 'why-without-headline', address: `${RECORD}/why?asOf=2020-06-30`, member: 'm-auditor-1' },
  { name: 'log-entry-tiles', address: `${RECORD}/log`, member: 'm-client-1' },
  { name: 'log-entry-money', address: `${RECORD}/log?tile=figure&kind=benefit.forecast`, member: 'm-client-1' },
  { name: 'log-entry-found', address: `${RECORD}/log?find=review`, member: 'm-client-1' },
  {
    name: 'sitting-answered',
    address: `${RECORD}/sitting`,
    member: 'm-provider-1',
    first: async ({ page }) => {
      await page.locator('[data-row="provider s-0013"]').focus();
      await page.keyboard.press('d');
    },
  },
  { name: 'rounds-open', address: `${RECORD}/rounds?open=true`, member: 'm-client-1' },
  { name: 'entry-dispute', address: `${RECORD}/ledger/s-0622?answer=dispute`, member: 'm-client-1' },
  { name: 'entry-correction', address: `${RECORD}/ledger/s-0258?answer=correction`, member: 'm-client-1' },
  { name: 'register-opened', address: `${RECORD}/registers/meetings?open=no-2`, member: 'm-client-1' },
  { name: 'register-not-for-you', address: `${RECORD}/registers/issues`, member: 'm-reporter-1' },
  ...[
    'sample&seed="20260331"&size=3',
    'completeness',
    'evidence&worst=unhashed',
    'late',
    'findings',
    'pack&from=2025-04-01&to=2026-03-31',
  ].map((section) => ({
    name: `audit-${section.replace(/\W.*/, '')}`,
    address: `${RECORD}/audit?section=${section}`,
    member: 'm-auditor-1',
  })),
  {
    name: 'audit-verified',
    address: `${RECORD}/audit`,
    member: 'm-auditor-1',
    first: async ({ page }) => {
      const kept = await page.request.get(
        `${new URL(page.url()).origin}/api/v1${RECORD.replace('/r/', '/relationships/')}/log/checkpoint`,
      );
      await page.getByLabel('The checkpoint that you kept').fill(await kept.text());
      await page.getByRole('button', { name: 'Verify the record' }).click();
      await page.getByTestId('verdict').waitFor();
    },
  },
  { name: 'report-scores-alone', address: `${RECORD}/report?${CLOCKS}`, member: 'm-reporter-1' },
];
