import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from '@app/integrity';
import { describeInBrowser, openDesk, typeDay, type Desk, type Seat } from './browser.fixture';

const AUDIT = '/r/north-road/audit';

describeInBrowser('the desk of an auditor', () => {
  let desk: Desk;
  let checkpoint: string;

  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  async function verified({ page }: Seat, kept: string): Promise<string> {
    await page.getByLabel('The checkpoint that you kept').fill(kept);
    await page.getByRole('button', { name: 'Verify the record' }).click();
    const verdict = page.getByTestId('verdict');
    await verdict.waitFor();
    return (await verdict.textContent()) ?? '';
  }

  it('finds an honest record to be that of the checkpoint that was kept, and again by its address', async () => {
    const seat = await desk.signIn('m-auditor-1');
    const { page, context, complaints, open, settled } = seat;
    const asked = await context.request.get(`${desk.server.address}/api/v1/relationships/north-road/log/checkpoint`);
    checkpoint = await asked.text();
    await open(AUDIT);
    expect(await verified(seat, checkpoint)).toContain('Honest: it is the record that you saw');
    await page.reload();
    await settled();
    expect(await page.getByTestId('verdict').textContent()).toContain('Honest');
    expect(complaints).toEqual([]);
  });

  it('says what is no checkpoint', async () => {
    const { page, open } = await desk.signIn('m-auditor-1');
    await open(AUDIT);
    await page.getByLabel('The checkpoint that you kept').fill('hello');
    await page.getByRole('button', { name: 'Verify the record' }).click();
    expect(await page.getByTestId('refused').textContent()).toContain('your checkpoint: it is no signed checkpoint');
  });

  it('takes the days of a period as they are typed', async () => {
    const { page, complaints, open } = await desk.signIn('m-auditor-1');
    await open(`${AUDIT}?section=pack`);
    await typeDay(page.getByLabel('From', { exact: true }), '2025-10-01');
    await typeDay(page.getByLabel('To', { exact: true }), '2025-12-31');
    await page.waitForURL(/from=2025-10-01.*to=2025-12-31/);
    expect(complaints).toEqual([]);
  });

  it('verifies a bundle as the command line does, and sends nothing of it', async () => {
    const { page, context, complaints, open } = await desk.signIn('m-provider-1');
    const asked = await context.request.get(`${desk.server.address}/api/v1/relationships/north-road/bundle`);
    const archive = { name: 'north-road.zip', mimeType: 'application/zip', buffer: await asked.body() };
    await open(AUDIT);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.locator('input[type=file]').first().setInputFiles(archive);
    const verdict = page.getByTestId('bundle-verdict');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain('Valid: this is the record that was signed');
    expect(await page.getByText('VALID: this is the record that was signed.').textContent()).toMatch(
      /receipts\s+6\d\d hold/,
    );
    expect(sent.filter((request) => !request.startsWith('GET /assets/'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['sample&seed="20260331"&size=3', 'The entries that were drawn'],
    ['top', 'The twenty entries that move the score most'],
    ['completeness', 'What is missing from the record'],
    ['evidence&worst=unhashed', 'What the entries rest on'],
    ['late', 'How long after it happened each logs'],
    ['findings', 'Audits'],
    ['pack&from=2025-04-01&to=2026-03-31', 'The score at both ends'],
  ])('shows by its address: %s', async (section, label) => {
    const { page, complaints, open } = await desk.signIn('m-auditor-1');
    await open(`${AUDIT}?section=${section}`);
    expect(await page.getByRole('region', { name: label, exact: true }).getByRole('row').count()).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
  });

  // Last: the record is not the same after it.
  it('finds the entry that was changed behind the back of the server', async () => {
    const id = changeEntry(join(desk.server.directory, 'ledger.db'), 100);
    const seat = await desk.signIn('m-auditor-1');
    await seat.open(AUDIT);
    const verdict = await verified(seat, checkpoint);
    expect(verdict).toContain('Not the record that was signed');
    expect(verdict).toContain(`The first entry that differs is number 100 (${id})`);
    expect(await seat.page.getByTestId('verdict').getByRole('link').getAttribute('href')).toContain(`/ledger/${id}`);
  });
});

/** As somebody with the disk would: the day of an entry is another. Answers its id. */
function changeEntry(file: string, revision: number): string {
  const database = new DatabaseSync(file);
  try {
    const at = "stream = 'relationship-north-road' AND revision = ?";
    const row = database.prepare(`SELECT data FROM events WHERE ${at}`).get(revision);
    const envelope = JSON.parse(String(row?.['data'])) as { readonly id: string };
    const other = canonicalJson({ ...envelope, effective: '1999-12-31' });
    database.exec('DROP TRIGGER events_are_not_changed');
    database.prepare(`UPDATE events SET data = ? WHERE ${at}`).run(other, revision);
    return envelope.id;
  } finally {
    database.close();
  }
}
