import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describeInBrowser, LOOKS, openDesk, STEP_MS, WIDTHS, type Desk, type Seat } from './browser.fixture';
import { FURTHER_VIEWS, SCREENS, type View } from './screens.fixture';

const WEB = join(__dirname, '..', '..', 'apps', 'web', 'src');
const isLong = process.env['LOOKS'] === 'all';

const API = '**/api/v1/**';
/** What stays of a screen while its reads fail: who is signed in, and that something has happened. */
const OF_FRAME = /\/api\/v1\/(session|relationships\/[^/]+\/live)$/;
const NOT_NOW = 'the event store did not answer';
/** Milliseconds that a browser is put forward while one waits for what tries again by itself. */
const FORWARD_MS = 2_000;

/** How many controls one goes through by Tab each way: enough to see that none of them keeps the focus. */
const TABS = 12;
/** Days, months and years of a date are parts of one control. */
const MAX_PARTS = 4;
/** Of how many controls it is seen that they show their focus. */
const SEEN = 3;
const MARGIN_PX = 6;

describeInBrowser('every screen', () => {
  let desk: Desk;
  const seats = new Map<string, Seat>();

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  /** A place that a user keeps from screen to screen; of two uses they have two. */
  async function seatOf(member: string | null, use: 'quiet' | 'troubled'): Promise<Seat> {
    const key = `${member} ${use}`;
    let seat = seats.get(key);
    if (seat === undefined) {
      seat = await desk.signIn(member);
      seats.set(key, seat);
      if (use === 'troubled') await seat.page.clock.install();
    }
    seat.complaints.length = 0;
    return seat;
  }

  it('is in the table, with the view that a register has of its own', () => {
    const router = readFileSync(join(WEB, 'router.tsx'), 'utf8');
    const paths = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
    // The frame has none; the start page leads elsewhere.
    expect(paths.length).toBe([...router.matchAll(/\bcreateRoute\(/g)].length - 1);
    const routes = SCREENS.flatMap(({ route }) => route ?? []);
    expect(new Set(routes)).toEqual(new Set(paths.filter((path) => path !== '/')));
    const views = readFileSync(join(WEB, 'registers', 'own-views.ts'), 'utf8');
    const registers = [...views.matchAll(/^ {2}'?([a-z-]+)'?: \w+View,$/gm)].map(([, register]) => register);
    expect(registers.length).toBeGreaterThan(0);
    const addresses = SCREENS.map(({ address }) => address);
    expect(addresses).toEqual(
      expect.arrayContaining(registers.map((register) => `/r/north-road/registers/${register}`)),
    );
  });

  const tried = SCREENS.filter(({ isFurther }) => isLong || isFurther !== true);
  it.each(tried)(
    '$name: seen by all, by keyboard, come back to, with a network that is slow or fails',
    async (screen) => {
      const quiet = await seatOf(screen.member, 'quiet');
      const shown = await open(quiet, screen);
      const inQuiet = async (): Promise<void> => {
        await isSeen(quiet, screen);
        await comesBack(quiet, shown);
        await goesByKeyboard(quiet);
        expect(quiet.complaints).toEqual([]);
      };
      const inTrouble = async (): Promise<void> => {
        if (screen.readsNothing === true) return;
        const troubled = await seatOf(screen.member, 'troubled');
        await waits(troubled, desk.server.address + screen.address, shown);
        await triesAgain(troubled, desk.server.address + screen.address, shown);
      };
      // Side by side: most of either is waiting for the other’s process.
      const outcomes = await Promise.allSettled([inQuiet(), inTrouble()]);
      expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))).toEqual(
        [],
      );
    },
  );

  if (isLong) {
    it.each(FURTHER_VIEWS)('$name: seen by all', async (view) => {
      const seat = await seatOf(view.member, 'quiet');
      await open(seat, view);
      await isSeen(seat, view);
      expect(seat.complaints).toEqual([]);
    });
  }
});

/** Goes to a view; answers what its main part says once all of it is there. */
async function open(seat: Seat, { address, first }: View): Promise<string> {
  await seat.open(address);
  await first?.(seat);
  await seat.page.waitForLoadState('networkidle');
  await seat.settled();
  return seat.page.locator('main').innerText();
}

/** Waits until the main part says just this. */
async function says(page: Page, text: string): Promise<void> {
  const isSaid = page.waitForFunction((said) => document.querySelector('main')?.innerText === said, text);
  // What it says instead tells more than that the time is over.
  await isSaid.catch(async () => expect(await page.locator('main').innerText()).toBe(text));
}

async function isSeen(seat: Seat, { name }: View): Promise<void> {
  for (const [scheme, width] of LOOKS) {
    await seat.look(scheme, width);
    if (isLong) await seat.screenshot(`${name}-${scheme}-${width}`);
    await seat.fits();
    expect([scheme, width, await seat.violations()]).toEqual([scheme, width, []]);
  }
  await seat.look('light', WIDTHS.wall);
  await seat.fits();
  await seat.look('light', WIDTHS.desk);
}

/** Reload and back give the same; each step leads to the heading of where one has come, which is the title too. */
async function comesBack({ page }: Seat, shown: string): Promise<void> {
  const address = page.url();
  await page.reload();
  await says(page, shown);
  expect(page.url()).toBe(address);
  const away = page.locator(`nav a:not([href^="${new URL(address).pathname}"]), main a[href="/"]`).first();
  // Who is not signed in has nowhere to go.
  if ((await away.count()) === 0) return;
  await away.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname !== new URL(address).pathname);
  await hasArrived(page);
  const elsewhere = page.url();
  await page.goBack();
  await says(page, shown);
  expect(page.url()).toBe(address);
  await hasArrived(page);
  await page.goForward();
  await page.waitForURL(elsewhere);
  await hasArrived(page);
  await page.goBack();
  await says(page, shown);
}

/** The focus is at the heading, or where the screen itself takes it. */
async function hasArrived(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [main, heading] = [document.querySelector('main'), document.querySelector<HTMLElement>('main h1')];
    const isThere = main !== document.activeElement && main?.contains(document.activeElement) === true;
    return isThere && document.title === `${heading?.innerText} · Collaboration ledger`;
  });
}

async function goesByKeyboard({ page }: Seat): Promise<void> {
  const skip = page.locator('.skip-link');
  if ((await skip.count()) > 0) {
    await skip.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement === document.querySelector('main'));
  } else {
    await page.locator('main').evaluate((main) => ((main.tabIndex = -1), main.focus()));
  }
  const stops = await stopsBy(page, 'Tab');
  expect(stops).toBeGreaterThan(0);
  await page.locator('main').evaluate((main) => {
    const controls = main.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]');
    [...controls].findLast((control) => control.checkVisibility() && !control.matches(':disabled'))?.focus();
  });
  await stopsBy(page, 'Shift+Tab');
}

/** How many controls of the main part Tab leads to. None of them keeps the focus, hides it, or lies behind the head. */
async function stopsBy(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<number> {
  let [stops, parts] = [0, 0];
  let before = await page.evaluateHandle(() => document.activeElement);
  while (stops < TABS) {
    await page.keyboard.press(key);
    const focused = await page.evaluateHandle(() => document.activeElement);
    const step = await focused.evaluate(
      (element, last) => ({
        isIn: document.querySelector('main')?.contains(element) === true && element?.tagName !== 'MAIN',
        isSame: element === last,
        isBehind:
          element !== null &&
          element.getBoundingClientRect().bottom <=
            (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0),
        text: element?.outerHTML.slice(0, 200) ?? '',
      }),
      before,
    );
    if (!step.isIn) return stops;
    parts = step.isSame ? parts + 1 : 0;
    expect([step.text, parts < MAX_PARTS, step.isBehind]).toEqual([step.text, true, false]);
    if (!step.isSame) {
      stops += 1;
      if (key === 'Tab' && stops <= SEEN) expect([step.text, await showsFocus(page)]).toEqual([step.text, true]);
    }
    before = focused;
  }
  return stops;
}

/** Whether the page looks other around what has the focus than without it. */
async function showsFocus(page: Page): Promise<boolean> {
  const clip = await page.evaluate((margin) => {
    // Radios and switches are drawn by what stands around them.
    let element = document.activeElement;
    while (element?.parentElement && element.getBoundingClientRect().width < 2 * margin)
      element = element.parentElement;
    const { left, top, right, bottom } = (element ?? document.body).getBoundingClientRect();
    const [x, y] = [Math.max(0, left - margin), Math.max(0, top - margin)];
    const [width, height] = [Math.min(innerWidth, right + margin) - x, Math.min(innerHeight, bottom + margin) - y];
    return { x, y, width, height };
  }, MARGIN_PX);
  const focused = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const withFocus = await page.screenshot({ clip });
  await focused.evaluate((element) => element.blur());
  const without = await page.screenshot({ clip });
  await focused.evaluate((element) => element.focus({ preventScroll: true }));
  return !withFocus.equals(without);
}

/** While nothing comes it says that it is loading, and never that something is wrong; then it shows what it shows. */
async function waits({ page, complaints }: Seat, address: string, shown: string): Promise<void> {
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  const isSession = (route: Route): boolean => OF_FRAME.test(new URL(route.request().url()).pathname);
  let releaseSession = (): void => undefined;
  const isSessionReleased = new Promise<void>((resolve) => (releaseSession = resolve));
  await page.route(API, async (route) => {
    await (isSession(route) ? isSessionReleased : isReleased);
    await route.continue();
  });
  await page.goto(address);
  await page.getByRole('status').first().waitFor();
  releaseSession();
  await page.locator('main').getByRole('status').first().waitFor();
  expect([await page.getByRole('alert').count(), await page.locator('main h1').count()]).toEqual([0, 1]);
  release();
  await says(page, shown);
  await page.unroute(API);
  expect(complaints).toEqual([]);
}

/** While its reads fail it says what to do; once they do not, it shows what it shows at the first try. */
async function triesAgain({ page, complaints }: Seat, address: string, shown: string): Promise<void> {
  let isSilent = true;
  const body = JSON.stringify({ code: 'store-unavailable', title: 'Not now.', detail: NOT_NOW, status: 503 });
  await page.route(API, async (route) => {
    if (OF_FRAME.test(new URL(route.request().url()).pathname)) return route.continue();
    if (isSilent) return route.abort();
    return route.fulfill({ status: 503, contentType: 'application/problem+json', body });
  });
  await page.goto(address);
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' }).first();
  await forwardTo(page, page.getByText('The ledger does not answer.').first());
  expect(await page.locator('main h1').count()).toBe(1);
  isSilent = false;
  await again.click();
  await forwardTo(page, page.getByText(NOT_NOW).first());
  await page.unroute(API);
  await again.click();
  await says(page, shown);
  // The browser itself says so of what failed.
  expect(complaints.filter((complaint) => !/ERR_FAILED|503/.test(complaint))).toEqual([]);
}

/** Puts the clock of a page forward until something is there. */
async function forwardTo(page: Page, wanted: ReturnType<Page['locator']>): Promise<void> {
  const until = Date.now() + STEP_MS;
  while (!(await wanted.isVisible())) {
    if (Date.now() > until) throw new Error(`${page.url()} does not come to say what is wrong`);
    await page.clock.runFor(FORWARD_MS);
  }
}
