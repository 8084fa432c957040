import { dayIn } from '../clocks/clocks';
import { factorIn } from '../why/why-search';

/** What an address says of the two days that are compared. */
export interface ChangedSearch {
  /** `YYYY-MM-DD`; absent: a year before the other. */
  readonly from?: string;
  /** `YYYY-MM-DD`; absent: the day that is looked at. */
  readonly to?: string;
  /** Code of the factor that is opened. */
  readonly factor?: number;
  /** Each end as it was known on its own day. */
  readonly asKnown?: true;
}

/** What is no day, and no factor, is as if it were not there. */
export function changedSearchOf(search: Readonly<Record<string, unknown>>): ChangedSearch {
  const [from, to, factor] = [dayIn(search['from']), dayIn(search['to']), factorIn(search['factor'])];
  const asKnown = search['asKnown'] === true || search['asKnown'] === 'true';
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(factor === undefined ? {} : { factor }),
    ...(asKnown ? { asKnown } : {}),
  };
}
