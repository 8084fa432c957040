import type { RelationshipRow, Views } from '../views';

/** What the parties call themselves, by id; of one that says nothing its id. */
export async function partyNamesOf(views: Views, relationship: string, row: RelationshipRow | null) {
  const named = (party: string): [string, string] => {
    const name = row?.established?.[party];
    return [party, typeof name === 'string' ? name : party];
  };
  const names = new Map([named('client'), named('provider')]);
  for (const { data } of await views.entries(relationship, { kind: 'party.joined' })) {
    if (typeof data['party'] === 'string' && typeof data['name'] === 'string') names.set(data['party'], data['name']);
  }
  return (party: string): string => names.get(party) ?? party;
}
