import type { Page } from 'playwright-core';
import { describeInBrowser, openDesk, type Desk } from './browser.fixture';

describeInBrowser('the ledger', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  const rows = (page: Page) => page.locator('.ledger-scroll [role=row]');

  it('draws what is seen of it, and reads on to its end as one scrolls', async () => {
    const { page, complaints, open } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/ledger?order=oldest');
    expect(await rows(page).count()).toBeLessThan(100);
    const first = await rows(page).first().innerText();
    expect(first).toContain('Relationship established');
    await page.waitForFunction(() => {
      const scroll = document.querySelector('.ledger-scroll') as HTMLElement;
      scroll.scrollTop = scroll.scrollHeight;
      const [last] = [...document.querySelectorAll('.ledger-scroll [role=row]')].slice(-1);
      return (
        last?.getAttribute('aria-rowindex') === document.querySelector('[role=table]')?.getAttribute('aria-rowcount')
      );
    });
    expect(await rows(page).count()).toBeLessThan(100);
    expect(complaints).toEqual([]);
  });

  it('is gone through by keyboard, from entry to entry and into one', async () => {
    const { page, complaints, open } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/ledger?order=oldest');
    await rows(page).first().getByRole('link').focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.waitForFunction(
      () => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex') === '2',
    );
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      () => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex') === '3',
    );
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ledger/s-0002?order=oldest');
    expect(complaints).toEqual([]);
  });

  it('finds entries by what one looks for, and comes back by its address', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-client-1');
    await open('/r/north-road/ledger');
    await page.getByLabel('Words in it').pressSequentially('gullies');
    await page.waitForURL(/text=gullies/);
    await page.getByLabel('What became of it').selectOption('agreed');
    await page.waitForURL(/status=agreed/);
    await rows(page).first().waitFor();
    await settled();
    const found = await rows(page).allInnerTexts();
    expect(found.join()).toContain('gullies');
    await page.reload();
    await rows(page).first().waitFor();
    await settled();
    expect(await rows(page).allInnerTexts()).toEqual(found);
    expect(await page.getByLabel('Words in it').inputValue()).toBe('gullies');
    await page.getByLabel('Words in it').fill('nobody ever wrote this');
    await page.getByRole('button', { name: 'Show every entry' }).click();
    await page.getByText(/^\d{3} entries$/).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows an entry whole: its answers, what a correction changed, and its receipt', async () => {
    const { page, complaints, open, settled, screenshot } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/ledger/s-0258');
    await settled();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Entry disputed, with a reason');
    expect(text).toContain('Eight gullies reported clean are full.');
    expect(text).toContain('Members and sponsors of the parties answer entries; you read them.');
    expect(await page.locator('.entry-receipt').textContent()).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('s-0258.tlog-proof');
    await screenshot('entry');
    expect(complaints).toEqual([]);
  });

  it('is answered by the other side, and corrected by the party that logged it', async () => {
    const other = await desk.signIn('m-client-1');
    await other.open('/r/north-road/ledger/s-0628');
    await other.page.getByRole('button', { name: 'It happened' }).click();
    await other.page.waitForURL(/answer=agreement/);
    await other.page.getByLabel('but minor').check();
    await other.page.getByRole('button', { name: 'Put it in the record' }).click();
    await other.page.getByTestId('done').waitFor();
    expect(await other.page.getByTestId('status').innerText()).toContain('Agreed');
    expect(await other.page.locator('main').innerText()).toContain('as minor');

    const author = await desk.signIn('m-provider-1');
    await author.open('/r/north-road/ledger/s-0628?answer=correction');
    await author.page.getByLabel('Text', { exact: true }).fill('The first news of the slip came within the hour.');
    await author.page.getByLabel('Why').fill('The call log says 09:50.');
    await author.page.getByRole('button', { name: 'Put it in the record' }).click();
    await author.page.getByTestId('done').waitFor();
    await author.page.getByRole('heading', { name: 'Corrections' }).waitFor();
    expect(await author.page.locator('main').innerText()).toContain('The first news of the slip came within the hour.');
    expect([...other.complaints, ...author.complaints]).toEqual([]);
  });

  it('keeps the words of an answer until it is written, and goes on from there', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-client-1');
    await open('/r/north-road/ledger/s-0629?answer=note');
    await page.getByRole('textbox').last().pressSequentially('Seen by the board.');
    await page.reload();
    await settled();
    expect(await page.getByRole('textbox').last().inputValue()).toBe('Seen by the board.');
    await page.goto(page.url().replace('=note', '=agreement'));
    await settled();
    expect(await page.getByRole('textbox').last().inputValue()).toBe('');
    await page.goBack();
    await settled();
    expect(await page.getByRole('textbox').last().inputValue()).toBe('Seen by the board.');
    await page.getByRole('button', { name: 'Put it in the record' }).click();
    await page.getByTestId('done').waitFor();
    expect(await page.getByTestId('done').evaluate((notice) => notice === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Seen by the board.');
    expect(complaints).toEqual([]);
  });

  it('gives the corrected words in its rows, and marks through what was voided', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-provider-1');
    await open('/r/north-road/ledger/s-0628');
    const row = page.getByRole('row').filter({ has: page.locator('a[href*="s-0628"]') });
    await open('/r/north-road/ledger?text=slip');
    await settled();
    await row.first().getByText('The first news of the slip came within the hour.').waitFor();
    await open('/r/north-road/ledger/s-0628?answer=void');
    await page.getByLabel('Why').fill('It was logged twice.');
    await page.getByRole('button', { name: 'Put it in the record' }).click();
    await page.getByText('This entry was voided').waitFor();
    expect(await page.locator('.is-voided').count()).toBe(1);
    await open('/r/north-road/ledger?text=slip');
    await settled();
    expect(await row.first().locator('s').innerText()).toBe('The first news of the slip came within the hour.');
    expect(complaints).toEqual([]);
  });

  it('takes back what it showed where an answer is not written, says why, and keeps what was typed', async () => {
    const { page, open } = await desk.signIn('m-provider-1');
    await open('/r/north-road/ledger/s-0627?answer=dispute');
    await page.getByRole('button', { name: 'Put it in the record' }).click();
    await page.getByText('Say why, in a sentence.').waitFor();
    await page.getByLabel('Why').fill('We counted it in another way.');
    await page.route('**/answers', (route) => route.abort());
    await page.getByRole('button', { name: 'Put it in the record' }).click();
    await page.getByText('Check the connection and send it again').waitFor();
    expect(await page.getByTestId('status').innerText()).toContain('Waits for an answer');
    expect(await page.getByLabel('Why').inputValue()).toBe('We counted it in another way.');
    await page.unroute('**/answers');
    await page.getByRole('button', { name: 'Put it in the record' }).click();
    await page.getByTestId('done').waitFor();
    expect(await page.getByTestId('status').innerText()).toContain('Disputed');
  });
});
