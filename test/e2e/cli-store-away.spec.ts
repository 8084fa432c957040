import { ledger, newDirectory, removeDirectories } from './cli';

afterAll(removeDirectories);

/** Port 1 of this machine: nothing listens there. */
const NOWHERE = 'esdb://127.0.0.1:1?tls=false';

describe('the command line without its EventStoreDB', () => {
  it.each([['relationships'], ['verify'], ['rebuild'], ['score', 'north-road'], ['doctor']])(
    '%s says so and ends with exit code 3',
    async (...words) => {
      const ran = await ledger([...words, '--eventstore', NOWHERE], { DATA_DIR: newDirectory() });
      expect({ exitCode: ran.exitCode, stdout: ran.stdout }).toEqual({ exitCode: 3, stdout: '' });
      expect(ran.stderr).toMatch(/^store-unavailable: /);
    },
  );
});
