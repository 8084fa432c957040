import { useParams, useSearch } from '@tanstack/react-router';
import type { Clocks } from '../clocks/clocks';

export interface View {
  readonly relationship: string;
  readonly clocks: Clocks;
  /** What every read of the API takes for this view. */
  readonly params: { readonly path: { readonly relationship: string }; readonly query: Clocks };
}

/** Which relationship is looked at, and as of when: as the address says. */
export function useView(): View {
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const { asOf, knownAt } = useSearch({ from: '/framed/r/$relationship' });
  const clocks = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
  return { relationship, clocks, params: { path: { relationship }, query: clocks } };
}
