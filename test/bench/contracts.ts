import { issueToken } from '@app/access';
import { openEventStore } from '@app/event-store';
import { establishRelationship } from '@app/ledger';
import type { Client } from './load';

const START = '2019-04-01';

/** What each request of a load logs. */
const NOTE = JSON.stringify({
  kind: 'note.logged',
  effective: '2024-06-20',
  factor: 614,
  sign: '+',
  severity: 'moderate',
  text: 'The provider told the joint management team of the delay before anybody asked, and what it would do about it.',
  data: { category: 'openness' },
  source: 'Minutes of the joint management team, item 4',
});

/** Opens ledgers in an empty data directory, one client with a token of its own for each. */
export async function openContracts(directory: string, count: number): Promise<Client[]> {
  const store = await openEventStore({ kind: 'sqlite', directory });
  try {
    const clients: Client[] = [];
    for (let number = 1; number <= count; number += 1) {
      const relationship = `contract-${number}`;
      const author = { role: 'operator' as const, member: 'operator', party: null };
      const data = { title: `Contract ${number}`, client: 'North Council', provider: 'Fieldway', start: START };
      await establishRelationship(store, { relationship, author, key: relationship, data }, Date.now());
      const bearer = { role: 'member' as const, member: 'm-1', party: 'client', relationships: [relationship] };
      const { token } = await issueToken(store, bearer, Date.now());
      clients.push({ path: `/api/v1/relationships/${relationship}/entries`, token, body: NOTE });
    }
    return clients;
  } finally {
    await store.close();
  }
}

/** As many clients as there are connections, taking turns with those given. */
export function spread(clients: readonly Client[], connections: number): Client[] {
  return Array.from({ length: connections }, (_, index) => clients[index % clients.length]).filter(
    (client) => client !== undefined,
  );
}
