import { describeInBrowser, openDesk, type Desk } from './browser.fixture';

describeInBrowser('the gap board, what it brought and what is due', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('tells how each factor is seen, and leads to why', async () => {
    const { page, complaints, open } = await desk.signIn('m-provider-1');
    await open('/r/north-road/gaps?asOf=2019-12-31');
    expect(await page.locator('main a[href*="/why?"]').count()).toBe(16);
    const difference = page.getByRole('heading', { name: /^Seen differently \(\d+\)$/ });
    await difference.waitFor();
    await page.locator('main a[href*="/why?"]').first().click();
    await page.waitForURL(/\/why\?.*factor=6\d\d/);
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2019-12-31');
    expect(complaints).toEqual([]);
  });

  it('tells what each year brought with the score of the time, and never that one made the other', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/brought');
    await page.getByText('Side by side, not proof of cause.', { exact: true }).waitFor();
    await page.getByText('Contract years').click();
    await page.waitForURL(/years=contract/);
    await page.reload();
    await settled();
    expect(await page.locator('main tbody').first().textContent()).toContain('Year 3');
    await page.getByRole('cell', { name: '£151,500' }).first().getByRole('link').click();
    await page.waitForURL(/\/ledger\/s-\d+/);
    expect(complaints).toEqual([]);
  });

  it('tells what is due for a party, and leads to the form that does it', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-client-1');
    await open('/r/north-road/due');
    await page.getByLabel('For', { exact: true }).selectOption({ label: 'Fieldway' });
    await page.waitForURL(/party=provider/);
    await page.reload();
    await settled();
    expect(await page.getByText('Review the case for collaborating?').count()).toBe(0);
    const download = page.waitForEvent('download');
    await page.getByText('Calendar file').click();
    expect(new URL((await download).url()).pathname).toBe('/api/v1/relationships/north-road/due.ics');
    await page.getByRole('link', { name: 'Do it now: Review the joint vision?' }).click();
    await page.waitForURL(/\/log\?.*kind=vision\.agreed/);
    expect(complaints).toEqual([]);
  });
});
