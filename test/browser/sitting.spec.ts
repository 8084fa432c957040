import type { Page } from 'playwright-core';
import { describeInBrowser, openDesk, type Desk } from './browser.fixture';

describeInBrowser('a joint sitting', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  const row = (page: Page, party: string, entry: string) => page.locator(`[data-row="${party} ${entry}"]`);

  it('answers with one key each, and confirms once for each party', async () => {
    const { page, context, complaints, open, settled, screenshot } = await desk.signIn('m-client-1');
    await open('/r/north-road/sitting');
    const [own] = await page.locator('main h2').allInnerTexts();
    expect(own).toMatch(/^Waits for you, North Council: \d+ entries$/);
    await row(page, 'client', 's-0005').focus();
    await page.keyboard.press('a');
    await page.keyboard.press('n');
    await page.keyboard.press('d');
    // The keys are letters while one types.
    await page.keyboard.type('And an answer');
    await page.keyboard.press('Enter');
    await row(page, 'provider', 's-0006').focus();
    await page.keyboard.press('a');
    await screenshot('sitting');
    await page.reload();
    await settled();
    await page.getByText('North Council: 3 answers').waitFor();
    await page.getByText('They wait here until somebody of Fieldway signs in').waitFor();
    await page.getByRole('button', { name: 'Confirm 3 answers for North Council' }).click();
    const outcomes = page.getByTestId('outcomes');
    await outcomes.waitFor();
    expect((await outcomes.innerText()).match(/in the record/g)).toHaveLength(3);
    expect(await row(page, 'client', 's-0005').count()).toBe(0);

    await context.request.post(`${desk.server.address}/api/v1/demo/sign-in`, { data: { member: 'm-provider-1' } });
    await page.reload();
    await settled();
    await page.getByRole('button', { name: 'Confirm one answer for Fieldway' }).click();
    await outcomes.waitFor();
    expect(await outcomes.innerText()).toContain('in the record');
    await open('/r/north-road/ledger/s-0020');
    await settled();
    expect(await page.locator('main').innerText()).toContain('And an answer');
    expect(complaints).toEqual([]);
  });

  it('answers the entry that has the focus, wherever in its row that is', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-2');
    await open('/r/north-road/sitting');
    const rows = page.locator('.sitting-list').first().locator('.sitting-row');
    await rows.nth(3).getByRole('link').focus();
    await page.keyboard.press('a');
    const pressed = (index: number) => rows.nth(index).locator('[aria-pressed=true]').allInnerTexts();
    await rows.nth(3).locator('[aria-pressed=true]').waitFor();
    expect(await pressed(0)).toEqual([]);
    expect(await pressed(3)).toEqual(['✓ Agree']);
    expect(complaints).toEqual([]);
  });

  it('says of each answer what became of it, and keeps what was refused', async () => {
    const { page, context, open } = await desk.signIn('m-provider-1');
    await open('/r/north-road/sitting');
    await row(page, 'provider', 's-0087').focus();
    await page.keyboard.press('a');
    const path = `${desk.server.address}/api/v1/relationships/north-road/entries/s-0087/void`;
    const other = await desk.signIn('m-client-1');
    await page.route('**/answers', async (route) => {
      const voided = await other.context.request.post(path, {
        data: { text: 'Logged twice.' },
        headers: { 'idempotency-key': 'void-0087', origin: desk.server.address },
      });
      expect(voided.status()).toBeLessThan(300);
      await route.continue();
    });
    await page.getByRole('button', { name: 'Confirm one answer for Fieldway' }).click();
    await page.getByText('not written: the entry is voided and stays so').waitFor();
    expect(await page.getByText('Fieldway: one answer').count()).toBe(1);
    // Tried again, it is still one answer.
    const again = page.waitForResponse('**/answers');
    await page.getByRole('button', { name: 'Confirm one answer for Fieldway' }).click();
    await again;
    await page.getByRole('button', { name: 'Confirm one answer for Fieldway' }).and(page.locator(':enabled')).waitFor();
    expect(await page.getByTestId('outcomes').getByRole('listitem').count()).toBe(1);
    await context.close();
  });

  it('keeps every answer where the ledger does not answer, and says what to do', async () => {
    const { page, open } = await desk.signIn('m-provider-1');
    await open('/r/north-road/sitting');
    await row(page, 'provider', 's-0013').focus();
    await page.keyboard.press('a');
    await page.route('**/answers', (route) => route.abort());
    const confirm = page.getByRole('button', { name: 'Confirm one answer for Fieldway' });
    await confirm.click();
    await page.getByText('Check the connection and send it again').waitFor();
    expect(await page.getByText('Fieldway: one answer').count()).toBe(1);
    await page.unroute('**/answers');
    await confirm.click();
    await page.getByTestId('outcomes').getByText('in the record').waitFor();
  });

  it('lets a facilitator lead it, and an auditor read it', async () => {
    const facilitator = await desk.signIn('m-facilitator-1');
    await facilitator.open('/r/north-road/sitting');
    await row(facilitator.page, 'client', 's-0027').getByRole('button', { name: 'Agree' }).click();
    await facilitator.page.getByText('A member or a sponsor of North Council confirms them here.').waitFor();
    const auditor = await desk.signIn('m-auditor-1');
    await auditor.open('/r/north-road/sitting');
    expect(await auditor.page.getByRole('button', { name: 'Agree' }).count()).toBe(0);
    expect([...facilitator.complaints, ...auditor.complaints]).toEqual([]);
  });
});
