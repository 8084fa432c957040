import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describeInBrowser, openDesk, WIDTHS, type Desk } from './browser.fixture';

const REPORT = '/r/north-road/report';

/** Milliseconds that a look at a whole page takes at most where much else runs: a picture of it, and axe. */
const LOOK_MS = 90_000;

describeInBrowser('the reporter’s day', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('compares two days, and keeps the comparison in its address', async () => {
    const { page, complaints, open, settled, screenshot } = await desk.signIn('m-reporter-1');
    await open(`${REPORT}?asOf=2026-03-31`);
    await page.getByLabel('Compared with').fill('2024-03-31');
    await page.waitForURL(/compare=2024-03-31/);
    await settled();
    await page.getByText(/From \d+\.\d on 31\sMar\s2024 to \d+\.\d on 31\sMar\s2026/).waitFor();
    await page.getByText('Entries and what is due are for who may read entries', { exact: false }).waitFor();
    expect(await page.getByTestId('report-footer').textContent()).toMatch(
      /Agreed by all\d+ of \d+ entries.*Checkpoint\d+ entries, root [A-Za-z0-9+/]{43}=/,
    );
    await screenshot('report');
    const shown = await page.locator('.report section').allTextContents();
    await page.reload();
    await settled();
    await page.getByTestId('score').waitFor();
    expect(await page.locator('.report section').allTextContents()).toEqual(shown);
    expect(complaints).toEqual([]);
  });

  it('makes it lasting: whoever opens the address later sees the same, and what it was made from', async () => {
    const { page, open, settled } = await desk.signIn('m-client-1');
    await open(`${REPORT}?asOf=2026-03-31`);
    await page.getByRole('button', { name: 'Make this lasting' }).click();
    await page.waitForURL(/log=/);
    const address = new URL(page.url());
    expect([...address.searchParams.keys()].toSorted()).toEqual(['asOf', 'compare', 'knownAt', 'log']);
    await settled();
    const report = await page.locator('.report').textContent();
    expect(report).toMatch(/Checkpoint\d+ entries, root [A-Za-z0-9+/]{43}=/);
    expect(report).toContain(address.searchParams.get('knownAt') ?? 'no knownAt');
    await logSecret(desk);
    await page.goto('about:blank');
    await open(address.pathname + address.search);
    await page.getByTestId('score').waitFor();
    expect(await page.locator('.report').textContent()).toBe(report);
  });

  it('prints one to three pages', async () => {
    const { page, open } = await desk.signIn('m-reporter-1', { dark: true });
    await open(REPORT);
    await page.getByTestId('score').waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(1);
    expect(pages.length).toBeLessThanOrEqual(3);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print / PDF' }).isVisible()).toBe(false);
    expect(await page.getByTestId('score').evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
  });

  it('saves one file that needs nothing else', async () => {
    const { page, context, complaints, open } = await desk.signIn('m-reporter-1');
    await open(REPORT);
    const score = await page.getByTestId('score').textContent();
    const html = (await saved(page, 'Save as one file')).toString('utf8');
    expect(html).not.toMatch(/<script|\bsrc=|\bhref=|https?:/);
    expect(html).toContain('Known at</dt><dd>20');
    const file = await context.newPage();
    const asked: string[] = [];
    file.on('request', (request) => asked.push(request.url()));
    await file.setContent(html);
    expect(await file.locator('.headline strong').textContent()).toBe(score);
    expect(await file.locator('svg.course .line').getAttribute('d')).toMatch(/^M/);
    expect(await file.locator('h2').count()).toBeGreaterThanOrEqual(9);
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('takes the tables along, as CSV and as a workbook', async () => {
    const { page, complaints, open } = await desk.signIn('m-reporter-1');
    await open(`${REPORT}?asOf=2026-03-31`);
    const csv = (await saved(page, 'Factors as CSV')).toString('utf8').split('\r\n');
    expect(csv[0]).toBe('\uFEFFCode,Factor,Weight,Score,Status,Client,Provider,Gap,Confidence');
    expect(csv[1]).toMatch(/^601,Joint Governance Structure,100,[\d.]+,bilateral,\d,\d,[\d.]+,[\d.]+$/);
    const book = unzipSync(await saved(page, 'All of them as a workbook (XLSX)'));
    expect(strFromU8(book['xl/workbook.xml'] ?? new Uint8Array())).toMatch(
      /About.*Factors.*Course.*Difference.*Brought/,
    );
    expect(strFromU8(book['xl/worksheets/sheet3.xml'] ?? new Uint8Array())).toMatch(
      /<c r="A2" s="2"><v>\d{5}<\/v><\/c>/,
    );
    expect(complaints).toEqual([]);
  });

  it('leaves out of the public edition what is marked, and says how many', async () => {
    await logSecret(desk);
    const { page, complaints, open } = await desk.signIn('m-client-1');
    await open(REPORT);
    await page.getByTestId('score').waitFor();
    expect(await page.locator('.report').textContent()).toContain('A matter between us');
    await open(`${REPORT}?edition=public`);
    await page.getByTestId('score').waitFor();
    const report = await page.locator('.report').textContent();
    expect(report).not.toContain('A matter between us');
    expect(report).toMatch(/left out: marked as not for the public [12]/);
    const trail = (await saved(page, 'Entries of the period as CSV')).toString('utf8');
    expect(trail).not.toContain('A matter between us');
    expect(trail).not.toContain('m-client');
    expect(trail).toMatch(/Left out of the public edition/);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['light', WIDTHS.desk, 'm-client-1'],
    ['dark', WIDTHS.desk, 'm-reporter-1'],
    ['light', WIDTHS.phone, 'm-reporter-1'],
  ] as const)(
    'can be read by all in %s at %d pixels',
    async (scheme, width, member) => {
      const { page, open, violations, screenshot } = await desk.signIn(member, { dark: scheme === 'dark', width });
      await open(REPORT);
      await page.getByTestId('score').waitFor();
      await screenshot(`report-${scheme}-${width}`);
      expect(await violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    },
    LOOK_MS,
  );
});

/** What a button saves. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

/** The client logs something that it marks as not for the public. */
async function logSecret({ server }: Desk): Promise<void> {
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> => {
    const response = await fetch(server.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const session = await post('/api/v1/demo/sign-in', { member: 'm-client-1' });
  const { token } = (await session.json()) as { token: string };
  const entry = {
    kind: 'note.logged',
    effective: new Date().toISOString().slice(0, 10),
    factor: 614,
    sign: '-',
    severity: 'major',
    text: 'A matter between us.',
    data: { category: 'behaviour' },
    tags: ['not-public'],
  };
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() };
  await post('/api/v1/relationships/north-road/entries', entry, headers);
}
