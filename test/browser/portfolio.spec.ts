import { describeInBrowser, openDesk, typeDay, type Desk } from './browser.fixture';

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
      /from \d+\.\d in .* to \d+\.\d in 31\sMar\s2019/,
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

  it('says to who has no relationship yet how one begins, and leads to the sample', async () => {
    const { page, context, complaints, open, violations } = await desk.signIn(null);
    const token = await desk.server.token({ role: 'reporter', member: 'm-new', relationships: ['south-road'] });
    await context.request.post(`${desk.server.address}/api/v1/session`, { data: { token } });
    await open('/portfolio');
    await page.getByText('A relationship begins when an operator opens its ledger.').waitFor();
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
    await open('/');
    await page.getByRole('heading', { name: 'No relationship “south-road” for you' }).waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: 'All relationships' }).click();
    await page.getByRole('link', { name: 'Look at the sample contract' }).click();
    await page.getByText('Internal auditor, North Council').click();
    await page.getByTestId('score').waitFor();
  });

  it('says to an operator that nothing of it is for them', async () => {
    const { page, context, complaints, open } = await desk.signIn(null);
    const token = await desk.server.token({ role: 'operator', member: 'm-operator' });
    await context.request.post(`${desk.server.address}/api/v1/session`, { data: { token } });
    await open('/');
    await page.getByText('An operator runs the service').waitFor();
    expect(complaints).toEqual([]);
  });
});
