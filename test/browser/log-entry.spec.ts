import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describeInBrowser, LOOKS, openDesk, type Desk } from './browser.fixture';

const LOG = '/r/north-road/log';

describeInBrowser('logging an entry', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('takes three clicks from the start page', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-client-1');
    await open('/');
    let clicks = 0;
    const click = async (name: string | RegExp, role: 'link' | 'button' = 'button'): Promise<void> => {
      clicks += 1;
      await page.getByRole('main').getByRole(role, { name }).click();
    };
    await click('Log an entry', 'link');
    await click(/^Went well/);
    await page.getByLabel('What happened').pressSequentially('The crews cleared the bridge a day early.');
    await click('Log it');
    await page.getByText('It is logged').waitFor();
    expect(clicks).toBe(3);
    const address = page.url();
    await page.reload();
    await page.getByText('It is logged').waitFor();
    expect(page.url()).toBe(address);
    const entry = new URL(address).searchParams.get('logged') ?? '';
    const answer = await page.request.get(`${desk.server.address}/api/v1/relationships/north-road/entries/${entry}`);
    expect(await answer.json()).toMatchObject({
      ...{ kind: 'note.logged', sign: '+', party: 'client', text: 'The crews cleared the bridge a day early.' },
    });
    await page.getByRole('link', { name: 'See the entry' }).click();
    await page.waitForURL(`**/ledger/${entry}*`);
    await settled();
    expect(complaints).toEqual([]);
  });

  it('goes by the keyboard alone', async () => {
    const { page, complaints, open } = await desk.signIn('m-provider-1');
    await open(LOG);
    await page.keyboard.press('4');
    await page.waitForURL(/kind=issue\.raised/);
    await page.getByLabel('What happened').waitFor();
    await page.keyboard.type('Two depots are locked at night.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    // What is missing is said where it is, and one goes on there.
    await page.getByText('2 fields still need something.').waitFor();
    expect(await page.getByLabel('Title').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Locked depots');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Low');
    await page.keyboard.press('Control+Enter');
    await page.getByText('It is logged').waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps a draft over a reload, and forgets it once it is logged', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-1');
    await open(`${LOG}?tile=worry&kind=warning.given`);
    await page.getByLabel('What happened').fill('The salt store may not last the winter.');
    await page.getByLabel('What it is about').fill('Salt store');
    await page.getByLabel('When it happened').fill('2026-01-05');
    expect(await page.getByText(/You log this \d+ days after it happened; that never costs anything/).count()).toBe(1);
    await page.reload();
    expect(await page.getByLabel('What it is about').inputValue()).toBe('Salt store');
    expect(await page.getByLabel('When it happened').inputValue()).toBe('2026-01-05');
    await open(LOG);
    await page.getByRole('link', { name: 'Go on: Early warning given' }).click();
    expect(await page.getByLabel('What happened').inputValue()).toBe('The salt store may not last the winter.');
    await page.getByLabel('What happened').press('Control+Enter');
    await page.getByText('It is logged').waitFor();
    await open(LOG);
    expect(await page.getByText('You began').count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 90_000);

  it('stores a file of evidence, cites it by its content, and gives it back', async () => {
    const { page, complaints, open } = await desk.signIn('m-provider-2');
    await open(`${LOG}?tile=went-well&kind=note.logged`);
    const choose = page.getByLabel('Choose files');
    await choose.setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<b>x</b>') });
    await page.getByText('page.html: files of this type are not taken').waitFor();
    const content = Buffer.from('%PDF-1.7 minutes of the board');
    await choose.setInputFiles({ name: 'Minutes.pdf', mimeType: 'application/pdf', buffer: content });
    const sha256 = createHash('sha256').update(content).digest('hex');
    await page.getByText(sha256.slice(0, 12)).waitFor();
    await page.getByLabel('What happened').fill('The board met on the day that was planned.');
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText('It is logged').waitFor();
    const record = `${desk.server.address}/api/v1/relationships/north-road`;
    const id = new URL(page.url()).searchParams.get('logged') ?? '';
    expect(await (await page.request.get(`${record}/entries/${id}`)).json()).toMatchObject({
      evidence: [{ title: 'Minutes.pdf', sha256 }],
    });
    await page.getByRole('link', { name: 'See the entry' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Minutes.pdf' }).click();
    expect((await saved).suggestedFilename()).toBe('Minutes.pdf');
    expect(readFileSync(await (await saved).path())).toEqual(content);
    await open('/r/north-road/audit?section=evidence&worst=matched');
    const again = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Minutes.pdf' }).click();
    expect(readFileSync(await (await again).path())).toEqual(content);
    expect(complaints).toEqual([]);
  });

  it('offers the role where a person is named', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-1');
    await open(`${LOG}?tile=went-well&kind=note.logged`);
    await page.getByLabel('What happened').fill('On Monday Jane Doe of Fieldway rang before it was asked about.');
    await page.getByText('The record names posts, never people').waitFor();
    await page.getByRole('button', { name: 'Say the role instead of “Jane Doe”' }).click();
    await page.getByRole('menuitem', { name: 'Contract director, Fieldway' }).click();
    expect(await page.getByLabel('What happened').inputValue()).toBe(
      'On Monday Contract director, Fieldway of Fieldway rang before it was asked about.',
    );
    expect(await page.getByText('never people: people change').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('asks the author of a minus to talk first, and says beside a field why it is refused', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-1');
    await open(`${LOG}?tile=fell-short&kind=behaviour.observed`);
    await page.getByLabel('Principle').first().selectOption({ index: 1 });
    await page.getByLabel('Whose duty or conduct').selectOption('Fieldway');
    await page.getByLabel('What it led to').fill('Two weeks were lost.');
    await page.getByLabel('When you talked about it').fill('2100-01-01');
    await page.getByRole('button', { name: 'Log it' }).click();
    await page
      .locator('.mantine-InputWrapper-error', { hasText: 'a talk that is still to come is none yet' })
      .waitFor();
    await page.getByLabel('When you talked about it').fill('');
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText('Talk first?').waitFor();
    await page.getByRole('button', { name: 'Log it all the same' }).click();
    await page.getByText('It is logged').waitFor();
    // The browser itself says so of what was refused.
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });

  it('tells who may not log what to do instead, and offers an auditor audits alone', async () => {
    const facilitator = await desk.signIn('m-facilitator-1');
    await facilitator.open(LOG);
    expect(await facilitator.page.getByText('A facilitator reads the record').count()).toBe(1);
    const auditor = await desk.signIn('m-auditor-1');
    await auditor.open(`${LOG}?find=audit`);
    expect(await auditor.page.getByRole('button', { name: /^A worry/ }).count()).toBe(0);
    expect(await auditor.page.getByRole('button', { name: 'Audit finding raised', exact: true }).count()).toBe(1);
    expect([...facilitator.complaints, ...auditor.complaints]).toEqual([]);
  });

  it.each(LOOKS)(
    'can be used by all in %s at %d pixels',
    async (scheme, width) => {
      const { page, open, violations, screenshot } = await desk.signIn('m-client-2', {
        dark: scheme === 'dark',
        width,
      });
      for (const [name, address] of [
        ['tiles', LOG],
        ['form', `${LOG}?tile=fell-short&kind=behaviour.observed`],
        ['money', `${LOG}?tile=figure&kind=benefit.forecast`],
        ['found', `${LOG}?find=review`],
      ] as const) {
        await open(address);
        await screenshot(`log-entry-${name}-${scheme}-${width}`);
        expect(await violations()).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      }
    },
    120_000,
  );
});
