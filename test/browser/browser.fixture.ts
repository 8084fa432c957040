import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { source as axeSource, type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { startServer, type HttpServer } from '../e2e/http.fixture';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Milliseconds that a step of a browser may take on a machine that does much else. */
export const STEP_MS = 30_000;
const ROOT = resolve(__dirname, '..', '..');
// Several pages and many steps each, on machines that may do much else.
jest.setTimeout(4 * STEP_MS);

const SCREENS = join(ROOT, 'reports', 'screens');
/** Those that the README shows: `LOOKS=all WRITE_SCREENS=1 npx jest test/browser/screens` takes them anew. */
const IN_README = ['relationship-light-1280', 'why-light-1280', 'log-entry-form-light-1280', 'ledger-light-1280'];
const JPEG_QUALITY = 50;

export const WIDTHS = { phone: 360, desk: 1280, wall: 1920 } as const;

const HEIGHT = 900;

type Look = readonly [scheme: 'light' | 'dark', width: number];
const MAIN_LOOKS: readonly Look[] = [
  ['light', WIDTHS.desk],
  ['dark', WIDTHS.phone],
];
/** How each screen is looked at: two ways, or with `LOOKS=all` in both schemes at all widths. */
export const LOOKS: readonly Look[] =
  process.env['LOOKS'] === 'all'
    ? [...MAIN_LOOKS, ['dark', WIDTHS.desk], ['light', WIDTHS.phone], ['light', WIDTHS.wall]]
    : MAIN_LOOKS;

const found = [process.env['CHROMIUM'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));

/** A suite that needs a real browser; skipped where there is none. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (found === undefined)
    describe.skip(`${name} (skipped, because there is no chromium: apt-get install chromium)`, suite);
  else describe(name, suite);
}

export interface Desk {
  readonly server: HttpServer;
  /** Opens a page as a member of the sample contract, or as nobody, with what it complains about being noted. */
  signIn(member: string | null): Promise<Seat>;
  close(): Promise<void>;
}

/** A page that somebody sits at. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the console, exceptions, and requests that failed or went elsewhere. */
  readonly complaints: string[];
  /** What axe finds wrong with what is shown, by rule and element. */
  violations(): Promise<string[]>;
  /** Looks at the same page in another scheme or width. */
  look(scheme: 'light' | 'dark', width: number): Promise<void>;
  /** Waits until the page is no wider than the window: charts follow it in a moment. */
  fits(): Promise<void>;
  /** Written to `reports/screens`, for people to look at. */
  screenshot(name: string): Promise<void>;
  /** Goes to a view of the application and waits until it has read what it shows. */
  open(address: string): Promise<void>;
  settled(): Promise<void>;
}

/** Types a day by the keyboard into a field that has its parts one after the other, and takes it over by Enter. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await field.focus();
  await field.pressSequentially(month + date + year);
  await field.press('Enter');
}

/** A server with the sample contract, and a browser before it. */
export async function openDesk(): Promise<Desk> {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-browser-'));
  const server = await startServer({ demo: true, clock: Date.now, place: { directory, eventStoreUrl: null } });
  const browser = await chromium.launch({ executablePath: found as string, args: ARGUMENTS });
  return {
    server,
    signIn: async (member) => {
      const seat = await openSeat(browser, server);
      if (member !== null)
        await seat.context.request.post(`${server.address}/api/v1/demo/sign-in`, { data: { member } });
      return seat;
    },
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openSeat(browser: Browser, { address }: HttpServer): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width: WIDTHS.desk, height: HEIGHT },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('blob:') && !url.startsWith('data:'))
      complaints.push(`asked ${url}`);
  });
  const settled = async (): Promise<void> => {
    await page.waitForFunction(() => document.querySelectorAll('[role=status],.mantine-Skeleton-root').length === 0);
  };
  return {
    page,
    context,
    complaints,
    settled,
    open: async (path) => {
      await page.goto(address + path);
      await page.waitForSelector('main h1');
      await settled();
    },
    look: async (scheme, width) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: HEIGHT });
      await page.waitForSelector(`html[data-mantine-color-scheme=${scheme}]`);
      // Colours that pass into others are read while they do by nobody.
      await page.waitForFunction(() => document.getAnimations().every((each) => !(each instanceof CSSTransition)));
    },
    fits: async () => {
      await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
    },
    violations: async () => {
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
      const results = await page.evaluate<AxeResults>(
        `axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        })`,
      );
      return results.violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} ${failureSummary ?? ''}`),
      );
    },
    screenshot: async (name) => {
      mkdirSync(SCREENS, { recursive: true });
      await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage: true });
      if (process.env['WRITE_SCREENS'] !== '1' || !IN_README.includes(name)) return;
      await page.screenshot({
        path: join(ROOT, 'docs', 'screens', `${name}.jpg`),
        type: 'jpeg',
        quality: JPEG_QUALITY,
      });
    },
  };
}
