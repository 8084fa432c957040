import { describeInBrowser, openDesk, typeDay, type Desk } from './browser.fixture';

// The reporter’s day is that of report.spec.ts.
describeInBrowser('a day of', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('members: one logs, the other side answers, one escalates, both rate', async () => {
    const client = await desk.signIn('m-client-1');
    const provider = await desk.signIn('m-provider-1');
    const { page } = client;

    await client.open('/');
    await page.getByRole('main').getByRole('link', { name: 'Log an entry' }).click();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Went well/ })
      .click();
    await page.getByLabel('What happened').fill('Both depots shared their salt in the cold week.');
    await page.getByLabel('What it bears on').selectOption('605');
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText('It is logged').waitFor();
    const logged = new URL(page.url()).searchParams.get('logged') ?? '';

    await provider.open('/r/north-road/sitting');
    // Before what could be answered in time long ago.
    const row = provider.page
      .locator('[data-row]')
      .first()
      .and(provider.page.locator(`[data-row="provider ${logged}"]`));
    await row.focus();
    await provider.page.keyboard.press('a');
    await provider.page.getByRole('button', { name: 'Confirm one answer for Fieldway' }).click();
    await provider.page.getByTestId('outcomes').getByText('in the record').waitFor();
    await client.open(`/r/north-road/ledger/${logged}`);
    await page.getByTestId('status').getByText('Agreed').waitFor();

    await client.open('/r/north-road/registers/issues');
    await page.getByRole('link', { name: 'Escalate: Who pays for the slip monitoring' }).click();
    await page.getByLabel('Reason').fill('The two managers did not settle it in time.');
    await page.getByLabel(/^Level/).selectOption('3');
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText('It is logged').waitFor();

    await client.open('/r/north-road/rounds');
    await page.getByRole('link', { name: 'Open a round' }).click();
    await page.getByRole('button', { name: 'None' }).click();
    await page.getByLabel(/^609 /).check();
    await page.getByRole('button', { name: 'Open the round' }).click();
    await page.waitForURL(/round=round-/);
    for (const seat of [client, provider]) {
      await seat.open(page.url().slice(desk.server.address.length));
      await seat.page.getByRole('link', { name: /^609 / }).click();
      await seat.page.locator('section[aria-labelledby="rated-factor"]').focus();
      await seat.page.keyboard.press('3');
      await seat.page.getByRole('button', { name: 'Hand in, sealed' }).click();
    }
    await provider.page.getByRole('heading', { name: 'Seen alike' }).waitFor();
    expect([client.complaints, provider.complaints]).toEqual([[], []]);
  });

  it('an auditor: both clocks, from the headline to the entry, and whether it is the record', async () => {
    const { page, context, complaints, open, settled } = await desk.signIn('m-auditor-1');
    await open('/r/north-road');
    const now = await page.getByTestId('score').textContent();
    await page.getByRole('button', { name: 'Today, with all that is known' }).click();
    await typeDay(page.getByRole('textbox', { name: 'As of' }), '2020-01-31');
    await page.waitForURL(/asOf=2020-01-31/);
    await page.getByLabel('Known at').focus();
    await page.keyboard.type('06302021');
    // What is typed is taken over too where one goes on with the mouse.
    await page.mouse.click(226, 880);
    await page.waitForURL(/asOf=2020-01-31&knownAt=2021-06-30/);
    await settled();
    expect(await page.getByText('You see the record as of 31 Jan 2020').count()).toBe(1);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await settled();
    expect(await page.getByTestId('score').textContent()).toBe(now);
    await page.getByTestId('score').click();
    await page.getByRole('link', { name: '609 Joint Issue Resolution Process' }).click();
    await settled();
    await page.getByRole('region', { name: 'What happened' }).getByRole('link').first().click();
    await page.waitForURL(/\/ledger\/s-\d{4}$/);
    const kept = await context.request.get(`${desk.server.address}/api/v1/relationships/north-road/log/checkpoint`);
    await open('/r/north-road/audit');
    await page.getByLabel('The checkpoint that you kept').fill(await kept.text());
    await page.getByRole('button', { name: 'Verify the record' }).click();
    await page.getByTestId('verdict').getByText('Honest').waitFor();
    expect(complaints).toEqual([]);
  });
});
