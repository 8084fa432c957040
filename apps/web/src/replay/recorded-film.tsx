import { useMemo, useState } from 'react';
import { useSearch } from '@tanstack/react-router';
import { api, client, type Schemas } from '../api/client';
import { asItReads } from '../frame/as-it-reads';
import { ProblemNotice } from '../frame/problem-notice';
import { useTryAgain } from '../frame/use-try-again';
import { useView } from '../frame/use-view';
import { PAGE_ENTRIES, pageOf, thinned } from './film';
import { Film, LAST_SHOWN } from './film-view';
import { ReadingFilm } from './reading-film';
import { useAllPages } from './use-all-pages';

const REPLAY = '/api/v1/relationships/{relationship}/replay';
type Step = Schemas['StepAnswer'];

/** The film in the order of the ledger, under both clocks: of the entries the pages are read on which it stands. */
export function RecordedFilm() {
  const { params } = useView();
  const { path, query } = params;
  const { pages, isWhole, error } = useAllPages({
    queryKey: ['get', REPLAY, { params }],
    readPage: async (after, signal) => {
      const page = await client.GET(REPLAY, { params: { path, query: { ...query, ...after } }, signal });
      return page.data as Schemas['ReplayAnswer'];
    },
  });
  const tryAgain = useTryAgain();
  const steps = useMemo(() => (pages ?? []).flatMap((page) => page.steps), [pages]);
  if (error !== null) return <ProblemNotice error={error} reset={tryAgain} />;
  return isWhole ? <Steps steps={steps} /> : <ReadingFilm count={steps.length} />;
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const { at: asked } = useSearch({ from: '/framed/r/$relationship/replay' });
  const [shown, setShown] = useState<number | null>(null);
  const at = Math.min(shown ?? asked ?? Infinity, steps.length);
  const points = useMemo(() => thinned(steps.slice(0, at)), [steps, at]);
  const last = usePage(steps, pageOf(at));
  const before = usePage(steps, pageOf(Math.max(0, at - LAST_SHOWN)));
  const appeared = new Set(steps.slice(Math.max(0, at - LAST_SHOWN), at).map(({ id }) => id));
  const entries = (before === last ? last : [...before, ...last]).filter(({ id }) => appeared.has(id)).map(asItReads);
  return (
    <Film
      length={steps.length}
      points={points}
      pointAt={(position) => steps[position - 1]}
      last={entries}
      onMove={setShown}
    />
  );
}

const NONE: readonly never[] = [];

/** The entries of so many steps: the trail shows the same ones at the same clocks. */
function usePage(steps: readonly Step[], page: number): readonly Schemas['EntryAnswer'][] {
  const { params } = useView();
  const { path, query } = params;
  const before = steps[page * PAGE_ENTRIES - 1];
  const cursor = before === undefined ? {} : { after: String(before.revision) };
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/trail', {
    params: { path, query: { ...query, ...cursor, limit: String(PAGE_ENTRIES) } },
  });
  return data?.entries ?? NONE;
}
