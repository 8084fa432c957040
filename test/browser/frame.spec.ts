import { describeInBrowser, openDesk, WIDTHS, type Desk } from './browser.fixture';

const PATH = '/api/v1/relationships/north-road';

describeInBrowser('what stands around every screen', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('leads to signing in where the session is over, and back', async () => {
    const { page, context, open } = await desk.signIn('m-client-1');
    await open('/r/north-road');
    await context.clearCookies();
    await page.getByRole('link', { name: 'What changed' }).click();
    await page.waitForURL(
      (url) => url.pathname === '/sign-in' && url.searchParams.get('to') === '/r/north-road/changed',
    );
    await page.getByText('Internal auditor, North Council').click();
    await page.waitForURL('**/r/north-road/changed');
  });

  it('keeps what is typed where the session is over', async () => {
    const { page, context, open } = await desk.signIn('m-client-1');
    await open('/r/north-road/log?kind=note.logged');
    await page.getByLabel('What happened').fill('The gully was cleared.');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.getByRole('link', { name: 'Sign in again' }).first().waitFor();
    expect(await page.getByLabel('What happened').inputValue()).toBe('The gully was cleared.');
    await page.getByText('This was not done').waitFor();
  });

  it('tries again what could not be read at first', async () => {
    const { page } = await desk.signIn('m-client-1');
    await page.route('**/api/v1/session', (route) => route.abort());
    await page.goto(`${desk.server.address}/r/north-road`);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.unroute('**/api/v1/session');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByTestId('score').waitFor();
  });

  it('says in the title, and to a screen reader, where one is', async () => {
    const { page, open, settled, complaints } = await desk.signIn('m-auditor-1');
    await open('/r/north-road');
    expect(await page.title()).toMatch(/^\S.* · Collaboration ledger$/);
    const before = await page.title();
    await page.getByRole('link', { name: 'What changed' }).click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await settled();
    const heading = await page.locator('h1').innerText();
    expect(await page.title()).toBe(`${heading} · Collaboration ledger`);
    expect(await page.title()).not.toBe(before);
    expect(complaints).toEqual([]);
  });

  it('shows that a screen is on its way', async () => {
    const { page, open } = await desk.signIn('m-auditor-1');
    await open('/r/north-road');
    await page.route('**/assets/gaps-screen*', async () => undefined);
    await page.getByRole('link', { name: 'Gap board' }).click();
    await page.locator('main [role=status]').waitFor();
  });

  it('says since when the store of the ledger is away, and that it rests on an import', async () => {
    const { page, open } = await desk.signIn('m-auditor-1');
    await page.route(new RegExp(`${PATH}(?!/live)`), async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'ledger-stale-since': '2026-03-31T12:00:00Z' };
      const json = (await response.json()) as object;
      const restsOnImport = { imported: 2, acceptedBy: [], waitingFor: ['client'] };
      await route.fulfill({ response, headers, json: { ...json, restsOnImport } });
    });
    await open('/r/north-road');
    await page.getByText('These numbers rest on imported entries').waitFor();
    await page.getByText('has not answered since 31 Mar 2026').waitFor();
  });

  it('is opened by a button that says so, on a phone', async () => {
    const { page, open, look } = await desk.signIn('m-auditor-1');
    await open('/r/north-road');
    await look('light', WIDTHS.phone);
    await page.getByRole('button', { name: 'Menu', expanded: false }).click();
    await page.getByRole('button', { name: 'Menu', expanded: true }).waitFor();
  });

  it('lets nobody leave drafts behind without a word, and says where signing out failed', async () => {
    const { page, open } = await desk.signIn('m-client-1');
    await open('/r/north-road/log?kind=note.logged');
    await page.getByLabel('What happened').fill('Not yet finished.');
    await page.locator('header button').last().click();
    await page.getByText('Member · Client').waitFor();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText('One entry that you began to write').waitFor();
    await page.route('**/api/v1/session', (route) => route.abort());
    await page.getByRole('menuitem', { name: 'Sign out and remove them' }).click();
    await page.getByText('You are still signed in.').waitFor();
    await page.unroute('**/api/v1/session');
    await page.getByRole('menuitem', { name: 'Sign out and remove them' }).click();
    await page.waitForURL('**/sign-in');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('draft')))).toEqual([]);
  });

  it('writes over plain HTTP too, where browsers make no UUID', async () => {
    const { page, open } = await desk.signIn('m-client-1');
    await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'));
    await open('/r/north-road/ledger/s-0628?answer=agreement');
    await page.getByRole('button', { name: 'Put it in the record' }).click();
    await page.getByTestId('done').waitFor();
  });

  it('tells a reporter how many entries there are, not which', async () => {
    const { page, open } = await desk.signIn('m-reporter-1');
    await open('/r/north-road/changed');
    expect(await page.locator('main').innerText()).not.toMatch(/s-\d{4}/);
  });

  it('reads out the score when it changes, and not all that stands with it', async () => {
    const { page, open } = await desk.signIn('m-auditor-1');
    await open('/r/north-road');
    const told = page.locator('[aria-live=polite]', { has: page.getByTestId('score') });
    expect(await told.innerText()).not.toContain('Coverage');
  });
});
