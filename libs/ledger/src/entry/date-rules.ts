import { dayOf, formatDay } from '../scoring/days';
import { dateIn } from './plausible';
import { notNow, type Rule } from './rules';

/** A day of leave, as with every effective date: it is another day elsewhere. */
const LEAVE_DAYS = 1;

/**
 * What a field dates has happened: not all of it lies ahead.
 *
 * @param why said to whoever names what is still to come
 */
export function liesBehind(field: string, why = 'it has not come yet; name a day up to today'): Rule {
  return (_state, { data }, now) => {
    const date = dateIn(data[field]);
    if (date !== null && date.firstDay > dayOf(now) + LEAVE_DAYS)
      throw notNow(`data.${field}: ${why}`, `data.${field}`);
  };
}

/** What a field dates is over: nobody is late before. */
export function isOver(field: string): Rule {
  return (_state, { data, party }, now) => {
    const date = dateIn(data[field]);
    if (party !== 'ledger' && date !== null && date.lastDay >= dayOf(now))
      throw notNow(`data.${field}: there is time until the end of ${formatDay(date.lastDay)}`, `data.${field}`);
  };
}

/** What a field dates is still to come when the entry takes effect. */
export function liesAhead(field: string): Rule {
  return (_state, { data, effective }) => {
    const [date, from] = [dateIn(data[field]), dateIn(effective ?? undefined)];
    if (date !== null && from !== null && date.lastDay < from.firstDay)
      throw notNow(`data.${field}: name a day that is not before ${formatDay(from.firstDay)}`, `data.${field}`);
  };
}
