import { describeInBrowser, openDesk, type Desk } from './browser.fixture';

describeInBrowser('what if, and replay', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  it('supposes levels, an opportunity and an event, all of which stand in the address', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-client-1');
    await open('/r/north-road/what-if');
    await page.getByText('Nothing is supposed yet.').waitFor();
    await page.getByRole('button', { name: /^Suppose 3 of 606 / }).click();
    await page.waitForURL(/ratings=/);
    await page.getByTestId('effect').waitFor();
    const level = page.getByRole('radiogroup', { name: /^609 .*level of Client$/ });
    await level.getByText('0', { exact: true }).click();
    await page.waitForURL(/609/);
    await page.getByLabel('Speaks').selectOption('minus');
    await page.getByLabel('Weighs').selectOption('critical');
    await page.getByRole('button', { name: 'Suppose it', exact: true }).click();
    await page.waitForURL(/events=/);
    await settled();
    expect(new URL(page.url()).searchParams.get('events')).toBe('client:601:minus:critical:agreed');
    const [address, effect] = [page.url(), await page.getByTestId('effect').textContent()];
    expect(effect).toMatch(/^[+-]\d+\.\d$/);
    await page.reload();
    await page.getByTestId('effect').waitFor();
    expect([page.url(), await page.getByTestId('effect').textContent()]).toEqual([address, effect]);
    await page.getByRole('button', { name: 'Suppose nothing' }).click();
    await page.getByText('Nothing is supposed yet.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('steps through the record by key, and comes back by its address', async () => {
    const { page, complaints, open, settled } = await desk.signIn('m-auditor-1');
    await open('/r/north-road/replay?at=300');
    await page.getByText('300 of 634 entries').waitFor();
    await page.getByRole('slider').focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/at=303/);
    await page.getByRole('button', { name: '10 on' }).click();
    await page.waitForURL(/at=313/);
    await settled();
    const [score, last] = [
      await page.getByTestId('score').textContent(),
      await page.getByRole('listitem').last().textContent(),
    ];
    await page.reload();
    await page.getByText('313 of 634 entries').waitFor();
    await settled();
    expect(await page.getByTestId('score').textContent()).toBe(score);
    expect(await page.getByRole('listitem').last().textContent()).toBe(last);
    // Less motion was asked for: there is no film.
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('plays the record as it happened, and rests where it is stopped', async () => {
    const { page, complaints, open } = await desk.signIn('m-client-1');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await open('/r/north-road/replay?order=happened&at=0&speed=50');
    await page.getByText('0 of 634 entries').waitFor();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByText(/^[1-9]\d* of 634 entries$/).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.waitForURL(({ searchParams }) => Number(searchParams.get('at')) > 0);
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const at = new URL(page.url()).searchParams.get('at') ?? '';
    await page.getByText(`${at} of 634 entries`).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is closed while an assessment round is open, and says why', async () => {
    const { page, context, open } = await desk.signIn('m-client-1');
    const closes = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const opened = await context.request.post(`${desk.server.address}/api/v1/relationships/north-road/entries`, {
      headers: { 'Idempotency-Key': 'open-a-round', origin: desk.server.address },
      data: {
        kind: 'round.opened',
        effective: new Date().toISOString().slice(0, 10),
        data: { round: 'round-now', factors: [609], closes },
      },
    });
    expect(opened.status()).toBe(201);
    await open('/r/north-road/what-if?ratings=client:606:4');
    await page.getByText('An assessment round is open').waitFor();
    expect(await page.getByTestId('effect').count()).toBe(0);
  });
});
