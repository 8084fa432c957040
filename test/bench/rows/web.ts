import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { issueToken } from '@app/access';
import { openEventStore } from '@app/event-store';
import type { Benchmark, Row } from '../benchmark';
import { startServer } from '../child';
import { importLedger, RELATIONSHIP } from '../ledgers';
import { median } from '../measure';
import { LEDGER } from '../servers';
import { ENTRIES_OF_TEN_YEARS } from './as-of-score';

/** Kilobytes (1,000 bytes) of JavaScript, as they are sent, that the start page may load. */
const FIRST_LOAD_KB = 350;
/** Milliseconds that a move of the slider may take to be seen. */
const SLIDER_MS = 100;
const SCROLL_FRAMES = 50;
const SLIDER_MOVES = 30;
const SCROLL_SECONDS = 3;
const STARTS = 5;
const BROWSER = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** The web application in a real browser, on ten years of entries: its baselines are what it must not pass. */
export const webRow: Benchmark = {
  name: 'web',
  leftOut: () => (existsSync(BROWSER) ? null : 'there is no chromium: apt-get install chromium'),
  async run({ directory, quick }) {
    const data = join(directory, 'ledger');
    await importLedger(data, quick ? 2_000 : ENTRIES_OF_TEN_YEARS);
    const token = await auditorToken(data);
    const server = await startServer(LEDGER, ['serve', '--data', data]);
    const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const address = `http://${server.host}:${server.port}`;
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      await context.request.post(`${address}/api/v1/session`, { data: { token } });
      const page = await context.newPage();
      const view = `${address}/r/${RELATIONSHIP}`;
      // The first answers of a server that has just started are made of nothing that is warm.
      await opened(page, view);
      return [
        ...(await firstLoad(page, address, view)),
        row('web-slider', await sliderMs(page), 'ms', SLIDER_MS, (value) => SLIDER_MS / value),
        row('web-scroll', await scrollFrames(page, view), 'frames/s', SCROLL_FRAMES, (value) => value / SCROLL_FRAMES),
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

function row(name: string, value: number, unit: string, baseline: number, ratio: (value: number) => number): Row {
  return { name, value, unit, baseline, ratio: ratio(value), target: 1 };
}

async function auditorToken(directory: string): Promise<string> {
  const store = await openEventStore({ kind: 'sqlite', directory });
  try {
    const bearer = { role: 'auditor' as const, member: 'm-1', relationships: [RELATIONSHIP] };
    return (await issueToken(store, bearer, Date.now())).token;
  } finally {
    await store.close();
  }
}

/** Milliseconds until the course can be moved through. */
async function opened(page: Page, view: string): Promise<number> {
  const startMs = performance.now();
  await page.goto(view);
  await page.waitForSelector('.time-slider');
  return performance.now() - startMs;
}

/** What the start page loads, and how long it takes to be of use, beside the bare read of the score. */
async function firstLoad(page: Page, address: string, view: string): Promise<Row[]> {
  const times: number[] = [];
  const reads: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    times.push(await opened(page, view));
    const startMs = performance.now();
    await page.goto(`${address}/api/v1/relationships/${RELATIONSHIP}/score`);
    reads.push(performance.now() - startMs);
  }
  await page.goto(view);
  await page.waitForSelector('canvas');
  const scripts = await page.evaluate<{ name: string; bytes: number }[]>(
    `performance.getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }))`,
  );
  const kilobytes = (of: (name: string) => boolean): number =>
    scripts.reduce((sum, { name, bytes }) => (of(name) ? sum + bytes : sum), 0) / 1_000;
  const withoutCharts = kilobytes((name) => !name.includes('drawn-chart'));
  const all = kilobytes(() => true);
  const [ms, readMs] = [median(times), median(reads)];
  return [
    row('web-first-load', withoutCharts, 'kB', FIRST_LOAD_KB, (value) => FIRST_LOAD_KB / value),
    // What comes behind it, once the first chart is to be seen, is reported.
    {
      name: 'web-with-charts',
      value: all,
      unit: 'kB',
      baseline: FIRST_LOAD_KB,
      ratio: FIRST_LOAD_KB / all,
      target: null,
    },
    { name: 'web-interactive', value: ms, unit: 'ms', baseline: readMs, ratio: readMs / ms, target: null },
  ];
}

/** From a move of the slider until the frame that shows it, in the middle of some moves. */
async function sliderMs(page: Page): Promise<number> {
  const moves = await page.evaluate<number[]>(`(async () => {
    const slider = document.querySelector('.time-slider');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const painted = () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const moves = [];
    for (let move = 1; move <= ${SLIDER_MOVES}; move += 1) {
      await painted();
      const start = performance.now();
      set.call(slider, String(Number(slider.max) - move));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await painted();
      moves.push(performance.now() - start);
    }
    return moves;
  })()`);
  return median(moves);
}

/** Frames a second while the ledger is scrolled through. */
async function scrollFrames(page: Page, view: string): Promise<number> {
  await page.goto(`${view}/ledger?order=oldest`);
  await page.waitForSelector('.ledger-scroll [role=row]');
  return page.evaluate<number>(`new Promise((resolve) => {
    const scroll = document.querySelector('.ledger-scroll');
    let frames = 0;
    const start = performance.now();
    const next = (now) => {
      if (now - start >= ${SCROLL_SECONDS * 1_000}) return resolve((frames * 1000) / (now - start));
      frames += 1;
      scroll.scrollTop += 60;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`);
}
