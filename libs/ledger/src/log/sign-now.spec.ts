import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore } from '@app/event-store';
import { checkpointFiles } from './checkpoint-files';
import { claimLog } from './claim-log';
import { logIdentity } from './log-identity';
import { signNow } from './sign-now';

it('signs no log that the store names as another process’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sign-now-'));
  const [own, other] = [join(folder, 'own'), join(folder, 'other')];
  const store = await openEventStore({ kind: 'sqlite', directory: own });
  try {
    await claimLog(store, logIdentity(own, 'ledger.example'), own);
    await expect(signNow(store, other, 'road', 1)).rejects.toMatchObject({ code: 'primary-only' });
    expect(checkpointFiles(other).relationships()).toEqual([]);
    expect(await signNow(store, own, 'road', 1)).toBe(true);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});
