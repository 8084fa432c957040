import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatVerifierKey, judge, parseNote, parsePolicy } from '@app/integrity';
import { logOf, requestOf, treeOf } from '../../apps/witness/src/log.fixture';
import { askWitnesses } from '../../libs/ledger/src/log/ask-witnesses';
import { endServers, startWitness, stopServer } from '../faults/server';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';

jest.setTimeout(60_000);
afterAll(() => {
  endServers();
  removeDirectories();
});

const log = logOf('ledger.example/relationships/north-road');
const other = logOf('ledger.example/relationships/east-quay');
const tree = treeOf(700);
const NAME = 'client.example/witness';
const DOCUMENT = readFileSync(join(__dirname, '..', '..', 'docs', 'witness.md'), 'utf8');

describe('a witness that a party runs', () => {
  it('cosigns what the log asks it for, and goes on where it stopped', async () => {
    const directory = join(newDirectory(), 'witness');
    const printed = await ledger(['witness', 'key', '--name', NAME, '--data', directory]);
    expect(printed).toMatchObject({ exitCode: 0, stderr: '' });
    const key = printed.stdout.trim();
    expect(await ledgerJson(['witness', 'key', '--data', directory])).toEqual({ key });
    expect(statSync(directory).mode & 0o777).toBe(0o700);

    const policyFile = join(newDirectory(), 'policy');
    writeFileSync(policyFile, `log ${formatVerifierKey(log.key)}\nwitness client ${key}\nquorum client\n`);
    const words = ['--data', directory, '--logs', policyFile, '--log', formatVerifierKey(other.key)];
    const first = await startWitness(words).listening;
    expect(first.said()).toContain(key);
    const policy = (address: string) => parsePolicy(readFileSync(policyFile, 'utf8').replace(key, `${key} ${address}`));
    const asked = await askWitnesses({
      note: log.checkpoint(tree, 300),
      tree,
      policy: policy(first.address),
      oldSizes: new Map(),
    });
    expect(asked.outcomes).toEqual([{ witness: 'client', cosigned: true, theirSize: 300 }]);
    expect(judge(parseNote(asked.note), policy(first.address)).quorum).toBe(true);

    const beside = await ledger(['witness', 'serve', ...words], { PORT: '0' });
    expect(beside).toMatchObject({ exitCode: 1, stdout: '' });
    expect(beside.stderr).toContain(`not-allowed-now: another process runs the witness of ${directory}`);
    const elsewhere = ['--data', newDirectory(), '--logs', policyFile];
    const taken = await ledger(['witness', 'serve', ...elsewhere], { PORT: new URL(first.address).port });
    expect(taken.exitCode).toBe(1);
    expect(taken.stderr).toContain('set PORT to another');

    expect(await stopServer(first, 'SIGTERM')).toEqual({ exitCode: 0, signal: null });
    const second = await startWitness(words).listening;
    const sent = await fetch(`${second.address}/add-checkpoint`, { method: 'POST', body: requestOf(log, tree, 0) });
    expect([sent.status, await sent.text()]).toEqual([409, '300\n']);
    expect(await stopServer(second, 'SIGINT')).toEqual({ exitCode: 0, signal: null });

    const kept = join(directory, 'witness-key');
    writeFileSync(kept, readFileSync(kept, 'utf8').replace(/^.{8}/, '00000000'));
    const damaged = await ledger(['witness', 'serve', ...words], { PORT: '0' });
    expect(damaged.exitCode).toBe(3);
    expect(damaged.stderr).toContain(`${kept} is damaged: it is not the key of ${NAME}`);
  });

  it('does with the log for trying out what docs/witness.md says', async () => {
    const key = /^ {2}--log (\S+)$/m.exec(DOCUMENT)?.[1] ?? '';
    const witness = await startWitness(['--data', newDirectory(), '--log', key]).listening;
    const answers: [number, string][] = [];
    for (const [, body] of DOCUMENT.matchAll(/<<'END'\n([^]*?)END\n/g)) {
      const answer = await fetch(`${witness.address}/add-checkpoint`, { method: 'POST', body });
      answers.push([answer.status, await answer.text()]);
    }
    expect(answers.map(([status]) => status)).toEqual([200, 422]);
    expect(DOCUMENT).toContain(answers[1]?.[1]);
    const shown = await (await fetch(witness.address)).text();
    const [, , ...quoted] = shown.replaceAll(/cosigned .*/g, 'cosigned …').split('\n');
    expect(DOCUMENT).toContain(quoted.join('\n'));
    await stopServer(witness, 'SIGTERM');
  });

  const logKey = formatVerifierKey(log.key);
  it.each([
    [['serve'], 2, 'name a log to watch'],
    [['serve', '--log', 'north-road'], 1, '"north-road" is no verifier key'],
    [['serve', '--logs', 'nowhere.txt'], 1, 'nowhere.txt does not exist'],
    [['serve', '--log', logKey, '--name', 'a b'], 1, '"a b" is no name of a key'],
    [['watch'], 2, 'Allowed choices are serve, key'],
    [[], 2, "missing required argument 'task'"],
  ])('is not started by %j', async (words, exitCode, message) => {
    const ran = await ledger(['witness', ...words, '--data', join(newDirectory(), 'witness')], { PORT: '0' });
    expect(ran).toMatchObject({ exitCode, stdout: '' });
    expect(ran.stderr).toContain(message);
  });
});
