import { api } from '../api/client';

/** What people call a kind of entry; its own name until the catalogue is there. */
export function useKindTitles(): (kind: string) => string {
  const { data } = api.useQuery('get', '/api/v1/catalogue');
  return (kind) => data?.kinds.find((known) => known.kind === kind)?.title ?? kind;
}
