import { REGISTERS } from '../../libs/ledger/src/register-names';
import { describeInBrowser, openDesk, type Desk } from './browser.fixture';

describeInBrowser('the registers', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('are all there, and each is shown without a name that only programs know', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-1');
    await open('/r/north-road/registers');
    const links = await page.locator('main a[href*="/registers/"]').count();
    expect(links).toBe(Object.keys(REGISTERS).length - 1);
    // That every field has a name for people, the types say (`use-words.ts`); these have the most of them.
    for (const register of ['factor-sets', 'benefits', 'behaviours', 'candidates', 'rounds', 'exit', 'due']) {
      await open(`/r/north-road/registers/${register}?as=table&open=no-1`);
      const heads = await page.locator('main th[scope=col], main dt').allTextContents();
      expect([register, heads.filter((head) => /^[a-z]/.test(head))]).toEqual([register, []]);
    }
    expect(complaints).toEqual([]);
  }, 180_000);

  it('are narrowed down, sorted and opened by what their address says, and lead to the entries', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/registers/meetings');
    await page.getByLabel('Filter').fill('joint board held');
    await page.waitForURL(/q=joint/);
    await page.getByLabel('Sort by').selectOption('-planned');
    await page.waitForURL(/sort=-planned/);
    await page
      .getByRole('button', { name: /^All of it/ })
      .first()
      .press('Enter');
    await page.waitForURL(/open=/);
    const shown = await page.locator('main tbody').textContent();
    await page.reload();
    await settled();
    expect(await page.locator('main tbody').textContent()).toBe(shown);
    await page.locator('main tbody a[href*="/ledger/"]').first().click();
    await page.waitForURL(/\/ledger\/s-\d+/);
    expect(complaints).toEqual([]);
  });

  it('are files for spreadsheets, at both clocks', async () => {
    const { page, open } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/registers/issues?asOf=2019-12-31');
    const download = page.waitForEvent('download');
    await page.getByText('Download as CSV').click();
    const file = await download;
    expect([file.suggestedFilename(), new URL(file.url()).search]).toEqual([
      'north-road-issues.csv',
      '?format=csv&asOf=2019-12-31',
    ]);
  });

  it('lead from an issue to the form that takes it up the ladder', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-1');
    await open('/r/north-road/registers/issues');
    await page.getByRole('link', { name: 'Escalate: Who pays for the slip monitoring' }).click();
    await page.waitForURL(/\/log\?.*kind=issue\.escalated/);
    expect(complaints).toEqual([]);
  });

  it('ask for no entry for who reads scores alone', async () => {
    const { page, complaints, open } = await desk.signIn('m-reporter-1');
    await open('/r/north-road/registers/issues');
    await page.getByText('your role reads scores').waitFor();
    await open('/r/north-road/registers');
    await page.getByText('your role reads scores').waitFor();
    expect(complaints).toEqual([]);
  });
});
