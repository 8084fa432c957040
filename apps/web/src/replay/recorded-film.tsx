import { useMemo, useState } from 'react';
import { useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { PAGE_ENTRIES, pageOf, thinned } from './film';
import { Film, LAST_SHOWN } from './film-view';

/** The film in the order of the ledger: of the entries the pages are read on which it stands. */
export function RecordedFilm() {
  const { params } = useView();
  const { path } = params;
  const replay = api.useQuery('get', '/api/v1/relationships/{relationship}/replay', { params: { path } });
  const { at: asked } = useSearch({ from: '/framed/r/$relationship/replay' });
  const [shown, setShown] = useState<number | null>(null);
  const at = Math.min(shown ?? asked ?? Infinity, replay.data?.steps.length ?? 0);
  const steps = replay.data?.steps;
  const points = useMemo(() => thinned(steps?.slice(0, at) ?? []), [steps, at]);
  const last = usePage(pageOf(at));
  const before = usePage(pageOf(Math.max(0, at - LAST_SHOWN)));
  const entries = [...before, ...last].filter(
    ({ revision }, index, both) =>
      revision < at && revision >= at - LAST_SHOWN && both.findIndex((each) => each.revision === revision) === index,
  );
  return (
    <Shown read={replay}>
      {({ steps: all }) => (
        <Film
          length={all.length}
          points={points}
          pointAt={(position) => all[position - 1]}
          last={entries}
          onMove={setShown}
        />
      )}
    </Shown>
  );
}

function usePage(page: number) {
  const { params } = useView();
  const { path } = params;
  const query = { limit: String(PAGE_ENTRIES), ...(page === 0 ? {} : { after: String(page * PAGE_ENTRIES - 1) }) };
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/trail', { params: { path, query } });
  return data?.entries ?? [];
}
