import { describeInBrowser, openDesk, type Desk, type Seat } from './browser.fixture';

const KEYS = '/r/north-road/keys';
const LOG = `${KEYS.replace('keys', 'log')}?tile=went-well&kind=note.logged`;

interface Signed {
  readonly kind: string;
  readonly party: string;
  readonly signature?: { readonly key: string };
  readonly checkpointSeen?: { readonly size: number } | null;
}

describeInBrowser('a party that signs in the browser', () => {
  let desk: Desk;
  let member: Seat;
  let sponsor: Seat;
  let keyId = '';
  let checkpoint = '';

  beforeAll(async () => {
    desk = await openDesk();
    member = await desk.signIn('m-client-1');
    sponsor = await desk.signIn('m-client-2');
  }, 120_000);
  afterAll(() => desk.close());

  /** The last entry of a kind, as it is stored. */
  const last = async (kind: string): Promise<Signed> => {
    let found: Signed | undefined;
    for await (const { data } of desk.server.api.store.read('relationship-north-road')) {
      const entry = data as unknown as Signed;
      if (entry.kind === kind) found = entry;
    }
    if (found === undefined) throw new Error(`there is no ${kind}`);
    return found;
  };

  const writeNote = async ({ page, open }: Seat, text: string): Promise<void> => {
    await open(LOG);
    await page.getByLabel('What happened').fill(text);
    await page.getByRole('button', { name: 'Log it' }).click();
  };

  const checkpointNow = async (): Promise<string> => {
    const answer = await member.context.request.get(
      `${desk.server.address}/api/v1/relationships/north-road/log/checkpoint`,
    );
    return answer.text();
  };

  it('makes a key that never leaves the browser, and registers it', async () => {
    const { page, open, violations, screenshot } = member;
    await open(KEYS);
    await page.getByText('No party signs yet.').waitFor();
    await page.getByLabel('Name of the device').first().fill('Tablet of the site office');
    await page.getByRole('button', { name: 'Make a key and register it' }).click();
    await page.getByText('The key waits for a sponsor of your party').waitFor();
    await page.getByRole('cell', { name: 'Tablet of the site office' }).waitFor();
    keyId = (await page.locator('tbody code').first().innerText()).trim();
    expect(keyId).toMatch(/^[0-9a-f]{16}$/);
    await screenshot('keys');
    expect(await violations()).toEqual([]);
  });

  it('signs nothing before a sponsor agrees, and everything from then on', async () => {
    await writeNote(member, 'Before the key holds.');
    await member.page.getByText('It is logged').waitFor();
    expect((await last('note.logged')).signature).toBeUndefined();

    await sponsor.open(KEYS);
    await sponsor.page
      .getByRole('row', { name: /Tablet of the site office/ })
      .getByRole('link')
      .first()
      .click();
    await sponsor.page.getByRole('button', { name: 'It happened' }).first().click();
    await sponsor.page.getByRole('button', { name: 'Put it in the record' }).click();
    await member.open(KEYS);
    await member.page.getByText('What you log and answer here is signed with it.').waitFor();

    checkpoint = await checkpointNow();
    await writeNote(member, 'From now on it is signed.');
    await member.page.getByText('It is logged').waitFor();
    expect(await last('note.logged')).toMatchObject({
      party: 'client',
      signature: { key: keyId },
      checkpointSeen: { size: expect.any(Number) as number },
    });
    expect(member.complaints).toEqual([]);
  });

  it('signs the answers of a sitting, one by one', async () => {
    const { page, open } = member;
    await open('/r/north-road/sitting');
    await page.locator('[data-row="client s-0005"]').focus();
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Confirm 2 answers for North Council' }).click();
    const outcomes = page.getByTestId('outcomes');
    await outcomes.waitFor();
    expect((await outcomes.innerText()).match(/in the record/g)).toHaveLength(2);
    expect((await last('entry.agreed')).signature).toMatchObject({ key: keyId });
  });

  it('signs what it hands in blind, by its commitment', async () => {
    const { page, open } = member;
    await open('/r/north-road/rounds');
    await page.getByRole('link', { name: 'Open a round' }).click();
    await page.getByRole('button', { name: 'None' }).click();
    for (const factor of ['601', '609']) await page.getByLabel(new RegExp(`^${factor} `)).check();
    await page.getByRole('button', { name: 'Open the round' }).click();
    await page.waitForURL(/round=round-/);
    await page.getByRole('link', { name: /^609 / }).click();
    await page.locator('section[aria-labelledby="rated-factor"]').focus();
    await page.keyboard.press('3');
    await page.getByLabel('Why the others are not rated').fill('Not seen yet.');
    await page.getByRole('button', { name: 'Hand in, sealed' }).click();
    await page.getByText('Your ratings are sealed in the ledger.').waitFor();
    expect((await last('round.opened')).signature).toMatchObject({ key: keyId });
    expect((await last('rating.committed')).signature).toMatchObject({ key: keyId });
  });

  it('is not spoken for from a device without a key, which is told where to make one', async () => {
    await writeNote(sponsor, 'Not signed.');
    await sponsor.page.getByRole('alert').getByRole('link', { name: 'Signing' }).click();
    await sponsor.page.getByRole('heading', { name: 'This device' }).waitFor();
  });

  it('signs nothing in a log that is not the one it saw before, and shows both', async () => {
    const { page, open, context } = member;
    await open(KEYS);
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByText(/goes on from what this browser saw before; it holds/).waitFor();
    await page.route('**/log/checkpoint', (route) => route.fulfill({ body: checkpoint, contentType: 'text/plain' }));
    await writeNote(member, 'Into another log.');
    await page.getByText('Nothing was signed or logged: the log is not the one').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Signing' }).click();
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByRole('heading', { name: 'What the server shows now' }).waitFor();
    expect(await page.locator('main pre').allInnerTexts()).toEqual([
      expect.stringContaining('north-road'),
      expect.stringContaining(checkpoint.split('\n')[2] ?? ''),
    ]);
    await page.unroute('**/log/checkpoint');
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByText(/goes on from what this browser saw before; it holds/).waitFor();
    await context.close();
  });
});
