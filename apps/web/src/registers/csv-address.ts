import type { Clocks } from '../clocks/clocks';

/** Where a register is a file for spreadsheets, at both clocks. */
export function csvAddress(relationship: string, register: string, { asOf, knownAt }: Clocks): string {
  const query = new URLSearchParams({
    format: 'csv',
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  });
  return `/api/v1/relationships/${encodeURIComponent(relationship)}/${register}?${query.toString()}`;
}
