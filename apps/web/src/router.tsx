import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { isSignedOut } from './api/api-problem';
import { queryClient } from './api/query-client';
import { api } from './api/client';
import { changedSearchOf } from './changed/changed-search';
import { auditStateOf } from './audit/audit-state';
import { clocksOf } from './clocks/clocks';
import { entrySearchOf, ledgerSearchOf } from './ledger/ledger-search';
import { FailedPage } from './frame/failed-page';
import { Loading } from './frame/loading';
import { MissingPage } from './frame/missing-page';
import { PageFrame } from './frame/page-frame';
import { courseSearchOf } from './relationship/course-search';
import { portfolioSearchOf } from './portfolio/portfolio-search';
import { logSearchOf } from './log-entry/log-search';
import { broughtSearchOf } from './brought/brought-search';
import { dueSearchOf } from './due/due-search';
import { registerSearchOf } from './registers/register-search';
import { RelationshipScreen } from './relationship/relationship-screen';
import { reportSearchOf } from './report/report-search';
import { SignInScreen } from './sign-in/sign-in-screen';
import { signInSearchOf } from './sign-in/sign-in-search';
import { whySearchOf } from './why/why-search';
import { roundsSearchOf } from './rounds/rounds-search';
import { replaySearchOf } from './replay/replay-search';
import { whatIfSearchOf } from './what-if/what-if-search';

/** Milliseconds that a screen may take to come before it is said that it comes. */
const PENDING_MS = 300;

const rootRoute = createRootRoute({ notFoundComponent: MissingPage, errorComponent: FailedPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInScreen,
  validateSearch: (search: Record<string, unknown>) => signInSearchOf(search),
});

/** Everything but signing in needs a session; who has none comes back to the address that was asked for. */
const framed = createRoute({
  getParentRoute: () => rootRoute,
  id: 'framed',
  component: PageFrame,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.fetchQuery(api.queryOptions('get', '/api/v1/session'));
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: '/sign-in', search: { to: location.href }, replace: true });
    }
  },
});

/** Who works in one relationship starts in it. */
const startRoute = createRoute({
  getParentRoute: () => framed,
  path: '/',
  beforeLoad: async () => {
    const { relationships } = await queryClient.fetchQuery(api.queryOptions('get', '/api/v1/session'));
    const [only, ...others] = relationships;
    if (only === undefined || others.length > 0) throw redirect({ to: '/portfolio', replace: true });
    throw redirect({ to: '/r/$relationship', params: { relationship: only }, replace: true });
  },
});

const portfolioRoute = createRoute({
  getParentRoute: () => framed,
  path: '/portfolio',
  validateSearch: portfolioSearchOf,
  component: lazyRouteComponent(() => import('./portfolio/portfolio-screen'), 'PortfolioScreen'),
});

/** Both clocks stand in the address of every view of a relationship, and go along from one to the next. */
const relationshipRoute = createRoute({
  getParentRoute: () => framed,
  path: '/r/$relationship',
  validateSearch: (search: Record<string, unknown>) => clocksOf(search),
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt'])] },
});

const overviewRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/',
  validateSearch: courseSearchOf,
  component: RelationshipScreen,
});

const whyRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/why',
  validateSearch: whySearchOf,
  component: lazyRouteComponent(() => import('./why/why-screen'), 'WhyScreen'),
});

const changedRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/changed',
  validateSearch: changedSearchOf,
  component: lazyRouteComponent(() => import('./changed/changed-screen'), 'ChangedScreen'),
});

const gapsRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/gaps',
  component: lazyRouteComponent(() => import('./gaps/gaps-screen'), 'GapsScreen'),
});

const broughtRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/brought',
  validateSearch: broughtSearchOf,
  component: lazyRouteComponent(() => import('./brought/brought-screen'), 'BroughtScreen'),
});

const replayRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/replay',
  validateSearch: replaySearchOf,
  component: lazyRouteComponent(() => import('./replay/replay-screen'), 'ReplayScreen'),
});

const whatIfRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/what-if',
  validateSearch: whatIfSearchOf,
  component: lazyRouteComponent(() => import('./what-if/what-if-screen'), 'WhatIfScreen'),
});

const logEntryRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/log',
  validateSearch: (search: Record<string, unknown>) => logSearchOf(search),
  component: lazyRouteComponent(() => import('./log-entry/log-entry-screen'), 'LogEntryScreen'),
});

const sittingRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/sitting',
  component: lazyRouteComponent(() => import('./sitting/sitting-screen'), 'SittingScreen'),
});

const dueRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/due',
  validateSearch: dueSearchOf,
  component: lazyRouteComponent(() => import('./due/due-screen'), 'DueScreen'),
});

const roundsRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/rounds',
  validateSearch: roundsSearchOf,
  component: lazyRouteComponent(() => import('./rounds/rounds-screen'), 'RoundsScreen'),
});

const ledgerRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/ledger',
  validateSearch: (search: Record<string, unknown>) => ledgerSearchOf(search),
  component: lazyRouteComponent(() => import('./ledger/ledger-screen'), 'LedgerScreen'),
});

const entryRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/ledger/$entry',
  validateSearch: (search: Record<string, unknown>) => entrySearchOf(search),
  component: lazyRouteComponent(() => import('./ledger/entry-screen'), 'EntryScreen'),
});

const registersRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/registers',
  component: lazyRouteComponent(() => import('./registers/registers-screen'), 'RegistersScreen'),
});

const registerRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/registers/$register',
  validateSearch: registerSearchOf,
  component: lazyRouteComponent(() => import('./registers/register-screen'), 'RegisterScreen'),
});

const keysRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/keys',
  component: lazyRouteComponent(() => import('./keys/keys-screen'), 'KeysScreen'),
});

const auditRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/audit',
  validateSearch: auditStateOf,
  component: lazyRouteComponent(() => import('./audit/audit-screen'), 'AuditScreen'),
});

const reportRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/report',
  validateSearch: reportSearchOf,
  component: lazyRouteComponent(() => import('./report/report-screen'), 'ReportScreen'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  framed.addChildren([
    startRoute,
    portfolioRoute,
    relationshipRoute.addChildren([
      overviewRoute,
      whyRoute,
      changedRoute,
      gapsRoute,
      broughtRoute,
      replayRoute,
      whatIfRoute,
      logEntryRoute,
      sittingRoute,
      dueRoute,
      roundsRoute,
      ledgerRoute,
      entryRoute,
      registersRoute,
      registerRoute,
      auditRoute,
      keysRoute,
      reportRoute,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: Loading,
  defaultPendingMs: PENDING_MS,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
