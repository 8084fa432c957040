import { describeInBrowser, openDesk, type Desk } from './browser.fixture';

describeInBrowser('the page of a relationship', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('opens on the sample contract, with its score and what is not certain about it', async () => {
    const { page, complaints, open, screenshot } = await desk.signIn('m-client-1');
    await open('/');
    expect(new URL(page.url()).pathname).toBe('/r/north-road');
    expect(await page.getByTestId('score').textContent()).toMatch(/^\d+\.\d$/);
    await screenshot('relationship');
    expect(complaints).toEqual([]);
  });

  it('asks who one is before anything else, and leads to where one wanted to go', async () => {
    const { page, context, complaints } = await desk.signIn('m-client-1');
    await context.clearCookies();
    await page.goto(`${desk.server.address}/r/north-road?asOf=2020-03-31`);
    await page.getByText('Internal auditor, North Council').click();
    await page.waitForURL('**/r/north-road?asOf=2020-03-31');
    // The browser itself says so of the session that there is not.
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });

  it('says that a browser is offline, and shows what it shows once it is not', async () => {
    const { page, context, open } = await desk.signIn('m-client-1');
    await open('/r/north-road/gaps');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Today, with all that is known' }).click();
    await page.getByLabel('As of').fill('2020-03-31');
    await page.getByText('The ledger does not answer.').first().waitFor();
    await context.setOffline(false);
    await page.locator('main a[href*="/why?"]').first().waitFor();
  });

  it('moves as a whole with the slider, and comes back by its address', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-auditor-1');
    await open('/r/north-road');
    const now = await page.getByTestId('score').textContent();
    await page.getByRole('slider').focus();
    for (let month = 0; month < 24; month += 1) await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/asOf=/);
    await settled();
    const then = await page.getByTestId('score').textContent();
    expect(then).not.toBe(now);
    const address = page.url();
    await page.reload();
    await settled();
    expect([page.url(), await page.getByTestId('score').textContent()]).toEqual([address, then]);
    expect(complaints).toEqual([]);
  });
});
