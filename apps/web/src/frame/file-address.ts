import type { Clocks } from '../clocks/clocks';

/** Where what a relationship answers is a file, at both clocks. */
export function fileAddress(
  relationship: string,
  name: string,
  { asOf, knownAt }: Clocks,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...more,
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  }).toString();
  return `/api/v1/relationships/${encodeURIComponent(relationship)}/${name}${query === '' ? '' : `?${query}`}`;
}
