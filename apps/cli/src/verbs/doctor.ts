import { listTokens, ACCESS_STREAM, DEMO_MARKED } from '@app/access';
import { UnreadableEvent, type EventStore } from '@app/event-store';
import { Problem } from '@app/ledger';
import { EXIT_REJECTED } from '../failure';
import { entryChecks } from '../health/entries';
import { directoryChecks, embeddedStoreChecks } from '../health/embedded-store';
import { readModelChecks } from '../health/read-models';
import type { Check } from '../health/check';
import { keyChecks } from '../health/keys';
import { logChecks } from '../health/log';
import { emphasis, say, sayJson } from '../output';
import { describe, withStore, type Place } from '../place';
import { table } from '../text/table';
import type { Verb } from '../verb';

const LEAST_NODE_MAJOR = 24;

export const verb: Verb = (command, setting) => {
  command.action(async () => {
    const { place, json } = setting();
    const checks = await withStore(place, 'read', async (store) => [
      nodeCheck(),
      await storeCheck(store, place),
      ...(place.eventStoreUrl === null ? embeddedStoreChecks(place) : []),
      ...directoryChecks(place),
      ...(await told('read models', () => readModelChecks(store, place))),
      ...(await told('keys of the log', () => keyChecks(store, place))),
      ...(await told('log', () => logChecks(store, place))),
      ...(await told('entries', () => entryChecks(store, place))),
      ...(await told('access', () => accessChecks(store))),
    ]);
    const ok = checks.every((check) => check.ok);
    if (!ok) process.exitCode = EXIT_REJECTED;
    if (json) return sayJson({ ok, checks });
    say(
      table(
        [{ title: 'Check' }, { title: '' }, { title: 'Found' }],
        checks.map((check) => [check.name, check.ok ? 'ok' : 'WRONG', check.found]),
      ),
    );
    say(ok ? emphasis('green', 'All is well.') : emphasis('red', 'Something is wrong; see above.'));
  });
};

/** What cannot be looked at is wrong, and keeps nothing else from being told. */
async function told(name: string, checks: () => Promise<Check[]>): Promise<Check[]> {
  try {
    return await checks();
  } catch (error) {
    if (!(error instanceof UnreadableEvent || error instanceof Problem)) throw error;
    return [{ name, ok: false, found: `it cannot be looked at: ${error.message}` }];
  }
}

function nodeCheck(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    name: 'node',
    ok: major >= LEAST_NODE_MAJOR,
    found: `${process.versions.node}, ${LEAST_NODE_MAJOR} or newer is needed`,
  };
}

async function storeCheck(store: EventStore, place: Place): Promise<Check> {
  const head = await store.head();
  const kind = place.eventStoreUrl === null ? 'embedded (SQLite)' : 'EventStoreDB';
  return { name: 'event store', ok: true, found: `${kind} at ${describe(place)}, head ${head ?? 'none: it is empty'}` };
}

async function accessChecks(store: EventStore): Promise<Check[]> {
  let demo = false;
  for await (const { type } of store.read(ACCESS_STREAM)) demo ||= type === DEMO_MARKED;
  const now = new Date().toISOString();
  const valid = (await listTokens(store)).filter(({ revoked, expires }) => revoked === null && expires > now).length;
  return [
    { name: 'demo', ok: true, found: demo ? 'yes: this directory shows the sample contract, for ever' : 'no' },
    { name: 'tokens', ok: true, found: `${valid} valid` },
  ];
}
