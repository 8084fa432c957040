// Writes the bank holidays that the ledger counts by, from a kept package. A file of the project instead of the package
// itself: what is due must not move because a library was brought up to date, unless somebody reads the difference.
import { readFileSync, writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';

const FILE = new URL('../libs/ledger/src/calendar/bank-holidays.json', import.meta.url);
const DIVISIONS = { 'england-and-wales': 'ENG', scotland: 'SCT', 'northern-ireland': 'NIR' };
const [FIRST_YEAR, LAST_YEAR] = [2018, 2060];

/** By calendar the days off, weekends left out. */
const bankHolidays = Object.fromEntries(
  Object.entries(DIVISIONS).map(([calendar, region]) => {
    const holidays = new Holidays('GB', region, { types: ['public', 'bank'] });
    const days = new Set();
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
      for (const { date } of holidays.getHolidays(year)) days.add(date.slice(0, 10));
    }
    const isWeekday = (day) => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
    return [calendar, [...days].filter(isWeekday).sort()];
  }),
);

const text = `${JSON.stringify(bankHolidays, null, 2)}\n`;
if (process.argv[2] !== '--check') writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write(
    'bank-holidays.json is not what the package says: run scripts/bank-holidays.mjs and read what differs\n',
  );
  process.exitCode = 1;
}
