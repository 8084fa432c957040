import { describeInBrowser, openDesk, type Desk } from './browser.fixture';

/** Several steps of a browser, each of which may take as long as it may. */
describeInBrowser('why a number is what it is', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('leads an auditor from the headline to the entry behind it in at most four clicks', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-auditor-1');
    await open('/r/north-road');
    const headline = await page.getByTestId('score').textContent();
    await page.getByTestId('score').click();
    await page.waitForURL('**/r/north-road/why');
    expect(await page.getByTestId('quotient').textContent()).toBe(headline);
    await page.getByRole('link', { name: '609 Joint Issue Resolution Process' }).click();
    await page.waitForURL('**/why?factor=609');
    await settled();
    await page.getByRole('region', { name: 'What happened' }).getByRole('link').first().click();
    await page.waitForURL(/\/r\/north-road\/ledger\/s-\d{4}$/);
    expect(complaints).toEqual([]);
  });

  it('puts the numbers of a day into the rule, and comes back by its address', async () => {
    const { page, complaints, open, settled, screenshot } = await desk.signIn('m-client-1');
    await open('/r/north-road/why?factor=609&asOf=2019-09-30');
    const formula = await page.getByTestId('formula').textContent();
    const [, k, a, r, n, f] =
      /^\(([\d.]+) × ([\d.]+) \+ 100 × ([\d.]+)\) ÷ \([\d.]+ \+ [\d.]+ \+ ([\d.]+)\) = ([\d.]+)$/.exec(formula ?? '') ??
      [];
    const [weight, joint, positive, negative] = [Number(k), Number(a), Number(r), Number(n)];
    expect((weight * joint + 100 * positive) / (weight + positive + negative)).toBeCloseTo(Number(f), 2);
    await screenshot('why-factor');
    const address = page.url();
    await page.reload();
    await settled();
    expect([page.url(), await page.getByTestId('formula').textContent()]).toEqual([address, formula]);
    expect(complaints).toEqual([]);
  });

  it('shows a reporter the sums, without what is behind them', async () => {
    const { page, complaints, open } = await desk.signIn('m-reporter-1');
    await open('/r/north-road/why?factor=602');
    expect(await page.getByTestId('formula').textContent()).toContain('÷');
    expect(await page.locator('a[href*="/ledger/"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says of a factor that there is not where to find those that there are', async () => {
    const { page, complaints, open } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/why?factor=999');
    await page.getByRole('link', { name: 'Back to the whole score' }).click();
    await page.waitForURL('**/r/north-road/why');
    expect(complaints).toEqual([]);
  });
});

describeInBrowser('the course of a relationship', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('moves both clocks, where each day is told as it was known then', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-auditor-1');
    await open('/r/north-road?asOf=2019-09-30');
    await page.getByText('As known then').click();
    await page.waitForURL(/knownAt=2019-09-30/);
    await settled();
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/asOf=2019-08-31.*knownAt=2019-08-31/);
    await settled();
    await page.getByText('Restated', { exact: true }).click();
    await page.waitForURL(({ search }) => !search.includes('knownAt') && search.includes('course=restated'));
    await settled();
    expect(await page.getByText('the method became mutuality@1.1-north-road').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('shows the course of each factor where there is no headline, to a reporter too', async () => {
    const { page, complaints, open } = await desk.signIn('m-reporter-1');
    await open('/r/north-road?asOf=2020-06-30');
    await page.getByRole('heading', { name: 'The course of each factor' }).waitFor();
    expect(await page.getByRole('img', { name: /^Joint Objectives: / }).count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});
