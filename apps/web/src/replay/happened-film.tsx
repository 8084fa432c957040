import { useMemo, useState } from 'react';
import { useSearch } from '@tanstack/react-router';
import { api, client, type Schemas } from '../api/client';
import { asItReads } from '../frame/as-it-reads';
import { ProblemNotice } from '../frame/problem-notice';
import { Shown } from '../frame/shown';
import { useTryAgain } from '../frame/use-try-again';
import { useView } from '../frame/use-view';
import { byDay, dayOf, PAGE_ENTRIES, pointOn, thinned } from './film';
import { Film, LAST_SHOWN } from './film-view';
import { ReadingFilm } from './reading-film';
import { useAllPages } from './use-all-pages';

const TRAIL = '/api/v1/relationships/{relationship}/trail';

/** The film in the order in which things happened, under both clocks: read page by page, and put in order. */
export function HappenedFilm() {
  const { params, clocks } = useView();
  const { path, query } = params;
  const { at: asked } = useSearch({ from: '/framed/r/$relationship/replay' });
  const [shown, setShown] = useState<number | null>(null);
  const course = api.useQuery('get', '/api/v1/relationships/{relationship}/score/history', {
    params: {
      path,
      query: {
        every: 'week',
        ...(clocks.asOf === undefined ? {} : { to: clocks.asOf }),
        ...(clocks.knownAt === undefined ? {} : { knownAt: clocks.knownAt }),
      },
    },
  });
  const { pages, isWhole, error } = useAllPages({
    queryKey: ['get', TRAIL, { params }],
    readPage: async (after, signal) => {
      const page = await client.GET(TRAIL, {
        params: { path, query: { ...query, ...after, limit: String(PAGE_ENTRIES) } },
        signal,
      });
      return page.data as Schemas['TrailAnswer'];
    },
  });
  const tryAgain = useTryAgain();
  const entries = useMemo(() => byDay((pages ?? []).flatMap((page) => page.entries.map(asItReads))), [pages]);
  const at = Math.min(shown ?? asked ?? Infinity, entries.length);
  const entryAt = entries[at - 1];
  const until = entryAt === undefined ? '' : dayOf(entryAt);
  const weeks = course.data?.points;
  const drawn = useMemo(() => thinned((weeks ?? []).filter(({ asOf }) => asOf <= until)), [weeks, until]);
  if (error !== null) return <ProblemNotice error={error} reset={tryAgain} />;
  if (!isWhole) return <ReadingFilm count={entries.length} />;
  return (
    <Shown read={course}>
      {({ points }) => {
        const dayAt = (position: number): string => {
          const entry = entries[position - 1];
          return entry === undefined ? '' : dayOf(entry);
        };
        return (
          <Film
            length={entries.length}
            points={drawn}
            pointAt={(position) => {
              const point = position === 0 ? undefined : pointOn(points, dayAt(position));
              return point && { ...point, asOf: dayAt(position) };
            }}
            last={entries.slice(Math.max(0, at - LAST_SHOWN), at)}
            onMove={setShown}
          />
        );
      }}
    </Shown>
  );
}
