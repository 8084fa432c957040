import { describeInBrowser, LOOKS, openDesk, type Desk, type Seat } from './browser.fixture';

const ROUNDS = '/r/north-road/rounds';

describeInBrowser('an assessment round', () => {
  let desk: Desk;
  let client: Seat;
  let provider: Seat;
  let round = '';

  beforeAll(async () => {
    desk = await openDesk();
    client = await desk.signIn('m-client-1');
    provider = await desk.signIn('m-provider-1');
  }, 120_000);
  afterAll(() => desk.close());

  /** Rates the factor that is shown by key, and goes on to the next. */
  const press = async ({ page }: Seat, factor: string, keys: string): Promise<void> => {
    await page.getByRole('link', { name: new RegExp(`^${factor} `) }).click();
    await page.getByRole('heading', { name: new RegExp(`^${factor} `) }).waitFor();
    await page.locator('section[aria-labelledby="rated-factor"]').focus();
    for (const key of keys) await page.keyboard.press(key);
  };

  const handIn = async ({ page }: Seat): Promise<void> => {
    await page.getByRole('button', { name: 'Hand in, sealed' }).click();
    await page.getByText('Your ratings are sealed in the ledger.').waitFor();
  };

  it('is opened with the factors that are proposed for the quarter, and others as one likes', async () => {
    const { page, open } = client;
    await open(ROUNDS);
    await page.getByRole('link', { name: 'Open a round' }).click();
    await page.getByRole('button', { name: 'None' }).click();
    for (const factor of ['601', '609', '614']) await page.getByLabel(new RegExp(`^${factor} `)).check();
    await page.getByRole('button', { name: 'Open the round' }).click();
    await page.waitForURL(/round=round-/);
    await page.getByText('0 of 2 parties have handed in; nothing is revealed').waitFor();
    round = page.url().slice(desk.server.address.length);
  });

  it('is rated blind: by key, unchanged in one tap, kept in this browser over a reload', async () => {
    const { page, settled, violations, screenshot } = client;
    await press(client, '601', 'u');
    await press(client, '609', '1');
    await page.getByLabel('Why the others are not rated').fill('No figures on trust yet.');
    await page.reload();
    await settled();
    await page.getByText('2 of 3 factors rated.').waitFor();
    expect(await page.getByRole('radio', { name: /^1 / }).isChecked()).toBe(true);
    // Nothing of what is rated stands in the address.
    expect([...new URL(page.url()).searchParams.keys()].toSorted()).toEqual(['factor', 'round']);
    await screenshot('rounds-rate');
    expect(await violations()).toEqual([]);
  });

  it('shows the other side that one has handed in, and nothing of what', async () => {
    await provider.open(round);
    const answers: string[] = [];
    provider.page.on('response', (response) => {
      if (response.url().includes('/rounds')) void response.text().then((text) => answers.push(text));
    });
    await handIn(client);
    await provider.page.getByText('1 of 2 parties have handed in; nothing is revealed').waitFor();
    await provider.page.getByText('Client: Has handed in, sealed').waitFor();
    expect(await provider.page.getByText('No figures on trust yet.').count()).toBe(0);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter((text) => text.includes('No figures on trust yet.'))).toEqual([]);
    expect(
      await client.page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.includes('round'))),
    ).toEqual([]);
  });

  it('closes for who has rated alone', async () => {
    await provider.page.getByText('Hand in first, or wait until its last day is over').waitFor();
    expect(await provider.page.getByRole('button', { name: 'Close the round' }).count()).toBe(0);
    expect(await client.page.getByRole('button', { name: 'Close the round' }).count()).toBe(1);
  });

  it('keeps what was chosen where the ledger does not answer, and says so', async () => {
    const { page } = provider;
    await press(provider, '601', 'u');
    await press(provider, '609', '3e');
    await press(provider, '614', '2');
    await page.route('**/ratings', (route) => route.abort());
    await page.getByRole('button', { name: 'Hand in, sealed' }).click();
    await page.getByText('The ledger does not answer.').waitFor();
    await page.unroute('**/ratings');
    expect(await page.getByText('3 of 3 factors rated.').count()).toBe(1);
  });

  it('is revealed to both at once when the last side hands in, the widest gap first', async () => {
    await provider.page.getByRole('button', { name: 'Hand in, sealed' }).click();
    for (const { page } of [provider, client]) {
      await page.getByRole('heading', { name: 'Seen differently' }).waitFor();
      await page.getByText('2 levels apart').waitFor();
      await page.getByText('2 of 2 parties rated 2 of 3 factors; waiting: 1').waitFor();
      await page.getByText('Client: Says of the others: No figures on trust yet.').waitFor();
      expect(await page.getByRole('heading', { level: 3 }).first().textContent()).toMatch(/^609 /);
    }
    await client.screenshot('rounds-revealed');
    expect(await client.violations()).toEqual([]);
  });

  it('ends in a joint level: proposed by one, agreed by the other', async () => {
    const card = (seat: Seat) => seat.page.getByRole('region', { name: /^609 / });
    await card(client).getByRole('button', { name: 'Propose a joint level' }).click();
    await card(client).getByLabel('Level that fits both').selectOption('2');
    await card(client).getByLabel('What you settled on, in a sentence').fill('Begun, and patchy.');
    await card(client).getByRole('button', { name: 'Propose', exact: true }).click();
    await card(client).getByText('Your side proposes 2 Developing.').waitFor();
    await card(provider).getByText('Client proposes 2 Developing').waitFor();
    await card(provider).getByRole('button', { name: 'Agree to 2 Developing' }).click();
    for (const seat of [provider, client]) await card(seat).getByText('Agreed by all: 2 Developing').waitFor();
    const address = client.page.url();
    await client.page.reload();
    await card(client).getByText('Agreed by all: 2 Developing').waitFor();
    expect(client.page.url()).toBe(address);
    expect(client.complaints).toEqual([]);
    // The request that was kept from the ledger above.
    expect(provider.complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([]);
  });

  it('can be read by all once it is revealed', async () => {
    const { open, look, fits, violations, screenshot } = await desk.signIn('m-auditor-1');
    await open(round);
    for (const [scheme, width] of LOOKS) {
      await look(scheme, width);
      await fits();
      await screenshot(`rounds-revealed-${scheme}-${width}`);
      expect([scheme, width, await violations()]).toEqual([scheme, width, []]);
    }
  });

  it('asks nothing of who reads scores alone', async () => {
    const { page, open, complaints } = await desk.signIn('m-reporter-1');
    await open(ROUNDS);
    await page.getByText('Rounds are for those who read entries.').waitFor();
    expect(complaints).toEqual([]);
  });
});
