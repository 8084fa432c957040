import { ZONE } from '../texts/format';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** `YYYY-MM-DD` where the contract is, some days later. */
export function dayAfter(now: Date, days = 0): string {
  const today = new Date(`${day.format(now)}T00:00:00Z`);
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
