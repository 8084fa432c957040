import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describeInBrowser, openDesk, type Desk } from './browser.fixture';

const LOG = '/r/north-road/log';
/** Steps of the keyboard to anything on the start page. */
const MAX_TABS = 100;

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

  it('goes from the start page to the record by the keyboard alone', async () => {
    const { page, complaints, open } = await desk.signIn('m-provider-2');
    await open('/');
    const isAt = (name: string): Promise<boolean> =>
      page.evaluate((text) => document.activeElement?.textContent === text, name);
    for (let tabs = 0; tabs < MAX_TABS && !(await isAt('Log an entry')); tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/log/);
    await page.getByRole('button', { name: /^Went well/ }).waitFor();
    await page.keyboard.press('1');
    await page.getByLabel('What happened').waitFor();
    await page.keyboard.type('The winter plan was ready in summer.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('It is logged').waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps what is typed for one thing away from another of its kind', async () => {
    const { page, complaints, open } = await desk.signIn('m-provider-1');
    const address = (issue: string) =>
      `${LOG}?kind=issue.escalated&data=${encodeURIComponent(JSON.stringify({ issue }))}`;
    await open(address('no-1'));
    await page.getByLabel('What happened').pressSequentially('The first is not settled.');
    await open(address('no-2'));
    expect(await page.getByLabel('What happened').inputValue()).toBe('');
    expect(
      await page
        .locator('select')
        .filter({ has: page.locator('option[value=no-2]') })
        .inputValue(),
    ).toBe('no-2');
    await open(LOG);
    await page.getByRole('link', { name: 'Go on: Issue escalated: “The first is not settled.”' }).click();
    expect(await page.getByLabel('What happened').inputValue()).toBe('The first is not settled.');
    expect(new URL(page.url()).searchParams.get('data')).toBe('{"issue":"no-1"}');
    await open(LOG);
    await page.getByRole('button', { name: /^Throw away: Issue escalated/ }).click();
    expect(await page.getByText('You began').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('leads to what was logged where the answer was lost and one has changed a word since', async () => {
    const { page, open } = await desk.signIn('m-client-2');
    await open(`${LOG}?tile=went-well&kind=note.logged`);
    await page.route(
      '**/entries',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByLabel('What happened').pressSequentially('The first words.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('What happened').fill('The second words.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('An earlier version is in the record').waitFor();
    const link = await page.getByRole('link', { name: 'See the entry' }).getAttribute('href');
    expect(await page.getByLabel('What happened').inputValue()).toBe('The second words.');
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText('It is logged').waitFor();
    await open(link ?? '');
    await page.getByText('The first words.').waitFor();
  });

  it('forgets a draft that is logged after one has left', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-2');
    await open(`${LOG}?tile=went-well&kind=note.logged`);
    const held = Promise.withResolvers<void>();
    await page.route('**/entries', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByLabel('What happened').pressSequentially('The answer takes its time.');
    const sent = page.waitForRequest('**/entries');
    await page.keyboard.press('Control+Enter');
    await sent;
    await page.getByRole('navigation').getByRole('link', { name: 'Ledger' }).click();
    await page.waitForURL(/\/ledger/);
    const answered = page.waitForResponse('**/entries');
    held.resolve();
    await answered;
    await page.waitForFunction(() => !JSON.stringify(localStorage).includes('takes its time'));
    expect(page.url()).toContain('/ledger');
    expect(complaints).toEqual([]);
  });

  it('waits for a file that is on its way', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-2');
    await open(`${LOG}?tile=went-well&kind=note.logged`);
    const held = Promise.withResolvers<void>();
    await page.route('**/files', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByLabel('What happened').pressSequentially('The minutes say it.');
    const buffer = Buffer.from('%PDF-1.7 what was said');
    await page.getByLabel('Choose files').setInputFiles({ name: 'Said.pdf', mimeType: 'application/pdf', buffer });
    await page.getByText('Said.pdf is being stored').waitFor();
    await page.getByLabel('What happened').press('Control+Enter');
    await page.getByText('A file is still being stored').waitFor();
    held.resolve();
    await page.getByText('stored, SHA-256').waitFor();
    await page.getByLabel('What happened').press('Control+Enter');
    await page.getByText('It is logged').waitFor();
    await page.getByRole('link', { name: 'See the entry' }).click();
    await page.getByText('Said.pdf').waitFor();
    await open(LOG);
    expect(await page.getByText('You began').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('takes entries where the browser keeps nothing, and says what nobody has to answer', async () => {
    const { page, context, complaints, open } = await desk.signIn('m-client-2');
    await context.addInitScript(() => {
      const forbid = (): never => {
        throw new DOMException('the user forbids it', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: forbid });
    });
    await open(LOG);
    await page.getByRole('button', { name: /^Went well/ }).click();
    await page.getByLabel('What happened').pressSequentially('Nothing is kept here.');
    await page.getByText('awaits no answer').waitFor();
    await page.getByLabel('What it bears on').selectOption('605');
    expect(await page.getByText('awaits no answer').count()).toBe(0);
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText('It is logged').waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes a year as it is typed, and digits for tiles only where those are chosen', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-2');
    await open(`${LOG}?tile=went-well&kind=note.logged`);
    await page.getByLabel('As precise as').selectOption('the year');
    await page.getByLabel('When it happened').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2019');
    expect(await page.getByLabel('When it happened').inputValue()).toBe('2019');
    expect(await page.getByLabel('As precise as').inputValue()).toBe('year');
    await page.getByRole('button', { name: 'Log it' }).focus();
    await page.keyboard.press('4');
    expect(new URL(page.url()).searchParams.get('kind')).toBe('note.logged');
    await page.getByRole('button', { name: /^Went well/ }).focus();
    await page.keyboard.press('4');
    await page.waitForURL(/kind=issue\.raised/);
    expect(complaints).toEqual([]);
  });

  it('says that it could not read what an entry may name, and tries again', async () => {
    const { page, open } = await desk.signIn('m-client-2');
    await page.route('**/trail?*', (route) => route.fulfill({ status: 500 }));
    await open(`${LOG}?kind=issue.escalated`);
    await page.getByText('What this could name could not be read.').waitFor();
    await page.unroute('**/trail?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('option', { name: 'Who pays for the slip monitoring' }).waitFor({ state: 'attached' });
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

  it('keeps what was typed where the ledger does not answer, and writes it once', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-1');
    await open(`${LOG}?tile=went-well&kind=note.logged`);
    await page.getByLabel('What happened').fill('The depot opened its doors an hour early.');
    const keys: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.push(request.headers()['idempotency-key'] ?? 'none');
    });
    await page.route('**/entries', (route) => route.abort());
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText('The ledger does not answer. What you typed is kept here').waitFor();
    expect(await page.getByLabel('What happened').inputValue()).toBe('The depot opened its doors an hour early.');
    await page.unroute('**/entries');
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByText('It is logged').waitFor();
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([]);
  });

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
});
