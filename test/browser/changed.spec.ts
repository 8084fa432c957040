import { describeInBrowser, openDesk, typeDay, type Desk } from './browser.fixture';

describeInBrowser('what changed between two days', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('says it in a sentence, and splits it into parts that add up', async () => {
    const { page, complaints, open, screenshot } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/changed?from=2024-03-31&to=2026-03-31');
    expect(await page.getByTestId('change').textContent()).toMatch(
      /^From 31\sMar\s2024 to 31\sMar\s2026 the score rose by [\d.]+, from [\d.]+ to [\d.]+\. Chiefly from /,
    );
    const rows = await page.locator('tbody tr td:nth-child(2)').allTextContents();
    const sum = rows.reduce((total, effect) => total + Number(effect), 0);
    const whole = Number(await page.getByTestId('whole-change').textContent());
    // One decimal is shown of each.
    expect(Math.abs(sum - whole)).toBeLessThan(0.05 * (rows.length + 1));
    await screenshot('changed');
    expect(complaints).toEqual([]);
  });

  it('leads from a factor to the entries that changed it, and to why on both days', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/changed?from=2021-07-31&to=2022-03-31');
    await page.getByRole('link', { name: '609 Joint Issue Resolution Process' }).click();
    await page.waitForURL(/factor=609/);
    await settled();
    const address = page.url();
    await page.reload();
    await settled();
    expect(page.url()).toBe(address);
    const opened = page.locator('#opened');
    await opened.locator('a[href*="/ledger/"]').first().waitFor();
    await opened.getByRole('link', { name: '31 Jul 2021' }).click();
    await page.waitForURL(({ pathname, search }) => pathname.endsWith('/why') && search.includes('asOf=2021-07-31'));
    await page.goBack();
    await settled();
    await opened.locator('a[href*="/ledger/"]').first().click();
    await page.waitForURL(/\/ledger\/s-\d{4}/);
    expect(complaints).toEqual([]);
  });

  it('takes spans that people ask for, and the days that one types', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-reporter-1');
    await open('/r/north-road/changed');
    await page.getByRole('link', { name: 'Since the first score' }).click();
    await page.waitForURL(/from=2016-10-31/);
    await settled();
    await typeDay(page.getByLabel('To', { exact: true }), '2020-11-30');
    await page.waitForURL(/to=2020-11-30/);
    await settled();
    await page.getByRole('link', { name: /^Take the nearest day/ }).click();
    await settled();
    expect(await page.getByTestId('change').textContent()).toContain('the score fell by');
    await page.getByRole('switch', { name: 'Each end as it was known on its own day' }).focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/asKnown=true/);
    await settled();
    expect(complaints).toEqual([]);
  });
});
