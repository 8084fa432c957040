import { useNavigate, useSearch } from '@tanstack/react-router';
import { useView } from '../frame/use-view';
import type { Telling } from './course-search';

/** How the course is told, as the address says, and how to tell it otherwise. */
export function useTelling(): { readonly telling: Telling; readonly tell: (telling: Telling) => void } {
  const { course = 'reported' } = useSearch({ from: '/framed/r/$relationship/' });
  const { relationship, clocks } = useView();
  const navigate = useNavigate();
  const tell = (telling: Telling): void => {
    // As known then, what was known follows what had happened; otherwise it is what the clock says, or all.
    const knownAt = telling === 'as-known' ? clocks.asOf : course === 'as-known' ? undefined : clocks.knownAt;
    void navigate({
      to: '/r/$relationship',
      params: { relationship },
      resetScroll: false,
      search: {
        asOf: clocks.asOf,
        knownAt,
        ...(telling === 'reported' ? {} : { course: telling }),
      },
    });
  };
  return { telling: course, tell };
}
