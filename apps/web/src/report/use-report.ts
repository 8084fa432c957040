import { useQueries, useQuery } from '@tanstack/react-query';
import { api, client, type Schemas } from '../api/client';
import { mayReadEntries, type Session } from '../api/session';
import { inOrder } from '../changed/ends';
import type { Clocks } from '../clocks/clocks';
import type { Answers, EntryAnswers } from './answers';
import { knownBy } from './known-at';
import { entriesListed } from './report-lists';
import { logStateOf, type LogState } from './report-search';

const MAX_TOP = '100';

/** Reads together: what they came to once all are there, or why one of them cannot be. */
export interface Reading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What a report is made of, by the server's clock: what is known now, or was then, where that is over. */
export function useMadeAt(given: string | undefined): Reading<string> {
  const read = useQuery({
    queryKey: ['made-at'],
    gcTime: 0,
    queryFn: async () => {
      const { response } = await client.GET('/api/v1/session');
      return new Date(response.headers.get('date') ?? Date.now()).toISOString();
    },
  });
  return { ...read, data: read.data === undefined ? undefined : knownBy(given, read.data) };
}

interface Asked {
  readonly relationship: string;
  readonly session: Session;
  readonly score: Schemas['ScoreAnswer'];
  readonly compare: string;
  readonly knownAt: string;
  /** As the address holds it. */
  readonly log: string | undefined;
}

/** Everything that a report is made from, at the clocks of its score. */
export function useAnswers({ relationship, session, score, compare, knownAt, log }: Asked): Reading<Answers> {
  const path = { relationship };
  const query = { asOf: score.asOf, knownAt };
  const params = { path, query };
  const known = { knownAt };
  const about = api.useQuery('get', '/api/v1/relationships/{relationship}', { params: { path } });
  const saidThen = api.useQuery('get', '/api/v1/relationships/{relationship}/score', {
    params: { path, query: { asOf: compare, knownAt: compare } },
  });
  const saidSince = api.useQuery('get', '/api/v1/relationships/{relationship}/score', {
    params: { path, query: { asOf: compare, ...known } },
  });
  const difference = api.useQuery('get', '/api/v1/relationships/{relationship}/score/difference', {
    params: { path, query: { ...inOrder(compare, score.asOf), ...known } },
  });
  const history = api.useQuery('get', '/api/v1/relationships/{relationship}/score/history', {
    params: { path, query: { to: score.asOf, ...known } },
  });
  const gaps = api.useQuery('get', '/api/v1/relationships/{relationship}/gaps', { params });
  const readiness = api.useQuery('get', '/api/v1/relationships/{relationship}/readiness', { params });
  const stages = api.useQuery('get', '/api/v1/relationships/{relationship}/stages', { params });
  const sensitivity = api.useQuery('get', '/api/v1/relationships/{relationship}/sensitivity', { params });
  const forecast = api.useQuery('get', '/api/v1/relationships/{relationship}/forecast', { params });
  const brought = api.useQuery('get', '/api/v1/relationships/{relationship}/brought', { params });
  const basis = api.useQuery('get', '/api/v1/relationships/{relationship}/basis', { params });
  const readsEntries = mayReadEntries(session);
  const entries = useEntryAnswers(relationship, query, compare, readsEntries);
  const reads = [
    ...[about, saidThen, saidSince, difference, history, gaps, readiness, stages, sensitivity, forecast, brought],
    ...(readsEntries ? [basis, entries] : [basis]),
  ];
  const failed = reads.find(({ error }) => error);
  return {
    data:
      about.data &&
      saidThen.data &&
      saidSince.data &&
      difference.data &&
      history.data &&
      gaps.data &&
      readiness.data &&
      stages.data &&
      sensitivity.data &&
      forecast.data &&
      brought.data &&
      basis.data &&
      (!readsEntries || entries.data)
        ? {
            relationship: about.data,
            score,
            saidThen: saidThen.data,
            saidSince: saidSince.data,
            difference: difference.data,
            points: history.data.points,
            gaps: gaps.data.gaps,
            readiness: readiness.data,
            stages: stages.data,
            sensitivity: sensitivity.data,
            forecast: forecast.data,
            brought: brought.data,
            basis: basis.data,
            entries: entries.data ?? null,
            log: logOf(log, basis.data),
          }
        : undefined,
    error: failed?.error ?? null,
    refetch: () => reads.forEach(({ error, refetch }) => error && void refetch()),
  };
}

/** What a report says of entries; not asked for by who may not read them. */
function useEntryAnswers(
  relationship: string,
  query: Clocks,
  compare: string,
  enabled: boolean,
): Reading<EntryAnswers> {
  const path = { relationship };
  const params = { path, query };
  const top = api.useQuery(
    'get',
    '/api/v1/relationships/{relationship}/top',
    { params: { path, query: { ...query, n: MAX_TOP } } },
    { enabled },
  );
  const due = api.useQuery('get', '/api/v1/relationships/{relationship}/due', { params }, { enabled });
  const waiting = api.useQuery('get', '/api/v1/relationships/{relationship}/in-reply-time', { params }, { enabled });
  const listed = top.data && due.data ? entriesListed(top.data.top, due.data.due, compare) : [];
  const each = useQueries({
    queries: listed.map((entry) =>
      api.queryOptions('get', '/api/v1/relationships/{relationship}/entries/{entry}', {
        params: { path: { relationship, entry }, query },
      }),
    ),
  });
  const reads = [top, due, waiting, ...each];
  const read = each.flatMap(({ data }) => data ?? []);
  return {
    data:
      top.data && due.data && waiting.data && read.length === listed.length
        ? {
            top: top.data.top,
            due: due.data,
            byId: new Map(read.map((entry) => [entry.id, entry])),
            inReplyTime: new Set(waiting.data.inReplyTime.map(({ entry }) => entry)),
          }
        : undefined,
    error: reads.find(({ error }) => error)?.error ?? null,
    refetch: () => reads.forEach(({ error, refetch }) => error && void refetch()),
  };
}

/** The log as the address names it; where it does not, as its last checkpoint has it, or how many entries there are. */
function logOf(log: string | undefined, { checkpoint, ledgerSize }: Schemas['BasisAnswer']): LogState {
  return logStateOf(log) ?? checkpoint ?? { size: ledgerSize, root: null };
}
