import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledger, ledgerJson } from './cli';
import { startNorthRoad, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const NOTE = { kind: 'note.logged', effective: '2026-03-30', text: 'Good.' };
const PROTOCOL = {
  kind: 'protocol.agreed',
  effective: '2026-03-30',
  data: { standing: 'No notice, admission or waiver.', disclosure: 'Between us.', retentionYears: 12 },
};

describe('a record that is kept live without a protocol', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-protocol-'));
  let server: HttpServer;
  let tokens: Tokens;
  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad({ place: { directory, eventStoreUrl: null } }));
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('says so in every view, over HTTP and on the command line, until all agreed to one', async () => {
    const first = await server.post(`${PATH}/entries`, tokens.client, NOTE);
    let seen = first.json.position;
    const views = [
      '/score?',
      '/score/history?every=quarter&',
      '/score/explanation?factor=614&',
      '/score/difference?from=2026-01-01&to=2026-03-31&',
      ...['/trail?', '/entries?', '/replay?', '/issues?', '/due?', '/brought?', '/rubric?', '/basis?', '?'],
    ];
    const expectSaid = async (expected: object): Promise<void> => {
      for (const view of views) {
        const { status, json } = await server.call(`${PATH}${view}seen=${seen}`, { token: tokens.client });
        expect([view, status, json['withoutProtocol']]).toMatchObject([view, 200, expected]);
      }
    };
    await expectSaid({ situation: 'missing', entries: 1, since: first.json.id, waitingFor: ['client', 'provider'] });

    const words = ['score', 'north-road', '--data', directory];
    expect(await ledgerJson(words)).toMatchObject({ withoutProtocol: { situation: 'missing' } });
    const { stdout } = await ledger(words);
    expect(stdout).toContain('No protocol for using this record: 1 live entry');
    expect((await ledger(['relationships', '--data', directory])).stdout).toContain('[no protocol]');

    const protocol = await server.post(`${PATH}/entries`, tokens.client, PROTOCOL);
    const agreed = await server.post(`${PATH}/entries/${protocol.json.id}/agreement`, tokens.provider, {});
    seen = agreed.json.position;
    await expectSaid({ situation: 'late', protocol: protocol.json.id, waitingFor: [] });
    const { json } = await server.call(`/api/v1/relationships?seen=${seen}`, { token: tokens.operator });
    expect(json['relationships']).toMatchObject([{ withoutProtocol: null }]);
  });
});
