import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { queryClient } from './api/query-client';
import { api } from './api/client';
import { clocksOf } from './clocks/clocks';
import { MissingPage } from './frame/missing-page';
import { PageFrame } from './frame/page-frame';
import { ProblemNotice } from './frame/problem-notice';
import { RelationshipScreen } from './relationship/relationship-screen';
import { roundsSearchOf } from './rounds/rounds-search';
import { replaySearchOf } from './replay/replay-search';
import { SignInScreen } from './sign-in/sign-in-screen';
import { whatIfSearchOf } from './what-if/what-if-search';

const rootRoute = createRootRoute({ notFoundComponent: MissingPage, errorComponent: ProblemNotice });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInScreen,
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' && /^\/(?!\/)/.test(search['to']) ? { to: search['to'] } : {},
});

/** Everything but signing in needs a session; who has none comes back to the address that was asked for. */
const framed = createRoute({
  getParentRoute: () => rootRoute,
  id: 'framed',
  component: PageFrame,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.fetchQuery(api.queryOptions('get', '/api/v1/session')).catch(() => null);
    if (session === null) throw redirect({ to: '/sign-in', search: { to: location.href }, replace: true });
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
  validateSearch: (search: Record<string, unknown>) => clocksOf(search),
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
  component: RelationshipScreen,
});

const whyRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/why',
  component: lazyRouteComponent(() => import('./why/why-screen'), 'WhyScreen'),
});

const changedRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/changed',
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
  component: lazyRouteComponent(() => import('./ledger/ledger-screen'), 'LedgerScreen'),
});

const entryRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/ledger/$entry',
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
  component: lazyRouteComponent(() => import('./registers/register-screen'), 'RegisterScreen'),
});

const auditRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit/audit-screen'), 'AuditScreen'),
});

const reportRoute = createRoute({
  getParentRoute: () => relationshipRoute,
  path: '/report',
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
      reportRoute,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
