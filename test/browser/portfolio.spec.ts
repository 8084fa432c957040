import { describeInBrowser, openDesk, typeDay, WIDTHS, type Desk } from './browser.fixture';

/** Milliseconds that a look at a whole page takes at most where much else runs: a picture of it, and axe. */
const LOOK_MS = 90_000;

describeInBrowser('the portfolio', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('shows relationships side by side, and leads to each at the same clocks', async () => {
    const { page, complaints, open, settled, screenshot } = await desk.signIn('m-reporter-1');
    await open('/portfolio');
    await typeDay(page.getByLabel('As of'), '2019-03-31');
    await page.waitForURL(/asOf=2019-03-31/);
    await typeDay(page.getByLabel('Known at'), '2019-04-30');
    await page.waitForURL(/knownAt=2019-04-30/);
    await settled();
    const row = page.getByRole('row', { name: /North Road Services/ });
    expect(await row.textContent()).toMatch(/\d+\.\d/);
    expect(await row.getByRole('img').getAttribute('aria-label')).toMatch(
      /from \d+\.\d in .* to \d+\.\d in 31 Mar 2019/,
    );
    await screenshot('portfolio');
    await row.getByRole('link').click();
    await page.waitForURL(/\/r\/north-road\?.*asOf=2019-03-31&knownAt=2019-04-30/);
    expect(complaints.filter((complaint) => !complaint.includes('403'))).toEqual([]);
  });

  it('finds by words that stand in its address', async () => {
    const { page, open } = await desk.signIn('m-auditor-1');
    await open('/portfolio?find=nowhere');
    await page.getByText('No relationship has these words').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('nowhere');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('link', { name: /North Road Services/ }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.getByText('A figure needs at least 5 relationships').waitFor();
  });

  it.each([
    ['light', WIDTHS.desk],
    ['dark', WIDTHS.desk],
    ['light', WIDTHS.phone],
  ] as const)(
    'can be read by all in %s at %d pixels',
    async (scheme, width) => {
      const { page, complaints, open, violations, screenshot } = await desk.signIn('m-reporter-1', {
        dark: scheme === 'dark',
        width,
      });
      await open('/portfolio');
      await screenshot(`portfolio-${scheme}-${width}`);
      expect(await violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      expect(complaints).toEqual([]);
    },
    LOOK_MS,
  );
});
