import type { Page } from 'playwright-core';
import { describeInBrowser, openDesk, type Desk, type Seat } from './browser.fixture';

const PATH = '/api/v1/relationships/north-road';

describeInBrowser('what is shown while others write', () => {
  let desk: Desk;
  let keys = 0;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  /** Writes as the one who sits there, by the API. */
  async function write({ context }: Seat, path: string, data: object): Promise<void> {
    const written = await context.request.post(`${desk.server.address}${PATH}${path}`, {
      headers: { 'idempotency-key': `live-${(keys += 1)}`, origin: desk.server.address },
      data,
    });
    if (!written.ok()) throw new Error(await written.text());
  }
  const note = (seat: Seat, more: object = {}) =>
    write(seat, '/entries', { kind: 'note.logged', effective: '2026-03-30', text: 'A note.', ...more });

  it('does not show what was read before as current when one comes back to it', async () => {
    const provider = await desk.signIn('m-provider-1');
    const client = await desk.signIn('m-client-1');
    const { page, open, settled, complaints } = provider;
    const { context } = client;
    await note(client, { factor: 614, sign: '+' });
    const { entries } = (await (
      await context.request.get(`${desk.server.address}${PATH}/entries?limit=500&after=499`)
    ).json()) as {
      entries: { id: string; party: string; status: string }[];
    };
    const entry = entries.filter(({ party, status }) => party === 'client' && status === 'asserted').at(-1)?.id ?? '';
    await open(`/r/north-road/ledger/${entry}`);
    await page.getByTestId('status').getByText('Waits for an answer').waitFor();
    await page.getByRole('link', { name: 'All relationships' }).click();
    await page.waitForURL('**/portfolio');
    await settled();
    await write(provider, `/entries/${entry}/dispute`, { text: 'It was not so.' });
    await page.goBack();
    await page.getByTestId('status').getByText('Disputed').waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows who reads scores alone what became of them', async () => {
    const { page, open, complaints } = await desk.signIn('m-reporter-1');
    await open('/r/north-road/why?factor=614');
    const read = page.waitForResponse((response) => response.url().includes(`${PATH}/score`));
    await note(await desk.signIn('m-client-1'), { factor: 614, sign: '-', severity: 'critical' });
    await read;
    expect(complaints).toEqual([]);
  });

  it('asks for what covers the entry that it was told of', async () => {
    const { page, open } = await desk.signIn('m-auditor-1');
    await open('/r/north-road');
    const read = page.waitForRequest((request) => /\/score\?.*seen=/.test(request.url()));
    await note(await desk.signIn('m-client-1'));
    await read;
  });

  it('keeps what is being typed', async () => {
    const { page, open, complaints } = await desk.signIn('m-client-1');
    await open('/r/north-road/log?kind=note.logged');
    const text = page.getByLabel('What happened');
    await text.pressSequentially('The gully at number nine ');
    const read = page.waitForResponse((response) => response.url().includes('seen='));
    await note(await desk.signIn('m-provider-1'));
    await text.pressSequentially('was cleared ');
    await read;
    await text.pressSequentially('in the morning.');
    expect(await text.inputValue()).toBe('The gully at number nine was cleared in the morning.');
    expect(complaints).toEqual([]);
  });

  it('shows what one wrote oneself where no stream tells of it', async () => {
    const { page, open } = await desk.signIn('m-client-1');
    await page.route('**/live', (route) => route.abort());
    await open('/r/north-road/ledger/s-0628?answer=agreement');
    const read = page.waitForResponse((response) => response.url().includes(`${PATH}?seen=`));
    await page.getByRole('button', { name: 'Put it in the record' }).click();
    await read;
  });

  it('holds no connection behind other pages, and is current again before them', async () => {
    const first = await desk.signIn('m-auditor-1');
    await first.page.addInitScript(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => window.name === 'behind' });
    });
    await first.open('/r/north-road');
    const turn = (page: Page, name: string) =>
      page.evaluate((to) => {
        window.name = to;
        document.dispatchEvent(new Event('visibilitychange'));
      }, name);
    await turn(first.page, 'behind');
    for (let others = 0; others < 6; others += 1) {
      const page = await first.context.newPage();
      await page.addInitScript(() => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => window.name === 'behind' });
      });
      await page.goto(`${desk.server.address}/r/north-road`);
      await page.getByTestId('score').waitFor();
      await turn(page, 'behind');
    }
    const read = first.page.waitForResponse((response) => response.url().includes(`${PATH}/score`));
    await note(await desk.signIn('m-client-1'));
    await turn(first.page, '');
    await read;
    expect(first.complaints).toEqual([]);
  });

  it('asks again for a stream that was refused, and says meanwhile that nothing is heard', async () => {
    const { page, open } = await desk.signIn('m-auditor-1');
    await page.clock.install();
    await page.route('**/live', (route) => route.fulfill({ status: 503 }));
    await open('/r/north-road');
    await page.clock.fastForward(6_000);
    await page.getByText('The ledger cannot be heard at the moment').waitFor();
    const read = page.waitForResponse((response) => response.url().includes(`${PATH}/score`));
    await page.unroute('**/live');
    await page.clock.fastForward(20_000);
    await read;
    await page.getByText('The ledger cannot be heard at the moment').waitFor({ state: 'detached' });
  });

  it('reads anew when the day changes', async () => {
    const { page, open, complaints } = await desk.signIn('m-auditor-1');
    await page.clock.install({ time: new Date('2027-03-30T23:50:00Z') });
    await open('/r/north-road');
    const read = page.waitForResponse((response) => response.url().includes(`${PATH}/score`));
    await page.clock.fastForward('12:00');
    await read;
    expect(complaints).toEqual([]);
  });
});
