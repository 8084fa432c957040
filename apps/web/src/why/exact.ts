import { LOCALE } from '../texts/format';

const exact = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 });

/** A term of a score as exactly as the record gives it: with up to 4 decimals. */
export const formatExact = (value: number | null): string => (value === null ? '–' : exact.format(value));
