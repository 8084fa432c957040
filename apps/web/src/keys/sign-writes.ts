import type { CheckpointSeen } from '@app/ledger/signing';
import i18next from 'i18next';
import type { Middleware } from 'openapi-fetch';
import { ApiProblem } from '../api/api-problem';
import { api, client } from '../api/client';
import { queryClient } from '../api/query-client';
import { speaksForParty } from '../api/session';
import { dayAfter } from '../clocks/day-after';
import { deviceKeyOf, keyIdOf, signWith } from './device-key';

/**
 * Signs what is written where this browser holds a key in effect, before it is sent. Where the party has to sign and this
 * browser cannot, the ledger refuses (`signature-required`).
 */
export const signWrites: Middleware = {
  async onRequest({ request, schemaPath, params }) {
    const relationship = params.path?.['relationship'];
    if (request.method !== 'POST' || typeof relationship !== 'string') return undefined;
    const session = await queryClient.ensureQueryData(api.queryOptions('get', '/api/v1/session'));
    const { member, party } = session;
    if (!speaksForParty(session) || party === null) return undefined;
    const deviceKey = await deviceKeyOf({ relationship, member });
    if (deviceKey === null) return undefined;
    // Loaded where there is a key: most browsers never sign.
    const { signBody, writesEntries } = await import('./sign-body');
    const keyId = await keyIdOf(deviceKey.publicKey);
    if (!writesEntries(schemaPath) || !(await isInEffect(relationship, keyId))) return undefined;
    const body = await signBody(
      {
        path: schemaPath,
        ids: params.path ?? {},
        idempotencyKey: request.headers.get('Idempotency-Key') ?? '',
        body: await request.clone().json(),
      },
      {
        key: { id: keyId, sign: (message) => signWith(deviceKey, new Uint8Array(message)) },
        speaker: { relationship, member, party },
        checkpointSeen: await seenOf(relationship),
        today: dayAfter(new Date()),
      },
    );
    return new Request(request, { body: JSON.stringify(body) });
  },
};

/** A key that waits, or was revoked, signs nothing: what goes without is taken, or refused with the reason. */
async function isInEffect(relationship: string, keyId: string): Promise<boolean> {
  const { data } = await client.GET('/api/v1/relationships/{relationship}/keys', {
    params: { path: { relationship } },
  });
  return data?.keys.some((key) => key.keyId === keyId && key.situation === 'in-effect') ?? false;
}

/**
 * The log as it is now; nothing is signed in another than was seen before.
 *
 * @throws ApiProblem that says where to look
 */
async function seenOf(relationship: string): Promise<CheckpointSeen | null> {
  const { lookAtLog } = await import('./look-at-log');
  const look = await lookAtLog(relationship);
  if (look.is === 'seen') return look.seen;
  const code = look.is === 'contradicted' ? 'checkpoint-contradicted' : 'not-allowed-now';
  throw new ApiProblem(code, i18next.t(`keys.not-signed.${look.is}`), 409, 'checkpointSeen');
}
