import { ID_PATTERN } from '../entry/limits';
import { invalid } from '../entry/shape';
import { nameOf } from './ids';
import { objectIn, objectsIn, textIn, wordIn, type At } from './fields';

/** An organisation of a process. Whoever is named to be contacted there is not looked at. */
export interface Organisation {
  /** The same for whatever names the same organisation. */
  readonly key: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export type Side = 'client' | 'provider' | 'partner';

/** Who stands in a contract: one client, one provider, and who else is on either side or signed it. */
export interface Standing {
  readonly client: Organisation | undefined;
  readonly provider: Organisation | undefined;
  readonly others: readonly (Organisation & { readonly side: Side })[];
}

const BUYING = ['buyer', 'publicAuthority'];
const PROCURING = ['procuringEntity'];
const SUPPLYING = ['supplier', 'privateParty'];

/** Words that mean no single party, or one that every ledger has. */
const TAKEN: ReadonlySet<string> = new Set(['client', 'provider', 'joint', 'third-party', 'ledger', 'auditor']);

/** What ids made of other keys look like. */
const MADE = /^(party:|ocds-)/;

/** The id under which an organisation joins, no other's: its own where that can be one. */
export function partyIdOf({ key }: Organisation): string {
  return ID_PATTERN.test(key) && !TAKEN.has(key) && !MADE.test(key) ? key : nameOf('party', key);
}

/** Schemes of the identifiers that a process has named so far, by key. */
export type Schemes = Map<string, string>;

/** The organisations of a process. */
export interface Cast {
  readonly schemes: Schemes;
  /** `parties` of OCDS 1.1, by key. */
  readonly parties: ReadonlyMap<string, Organisation>;
  readonly clients: readonly Organisation[];
  /** By their role alone: an award says it better. */
  readonly suppliers: readonly Organisation[];
  /** By id. */
  readonly awards: ReadonlyMap<string | undefined, At>;
}

/**
 * @param process what the releases so far came to
 * @param schemes of the releases so far; those of this one are added
 * @throws Problem where an organisation is none
 */
export function castOf(process: At, schemes: Schemes): Cast {
  const parties = partiesOf(process, schemes);
  const withRole = (roles: readonly string[]): Organisation[] =>
    [...parties.values()].filter((each) => each.roles.some((role) => roles.includes(role)));
  const named = (at: At | undefined): Organisation[] => (at === undefined ? [] : organisationOf(at, parties, schemes));
  const buyers = distinct([...named(objectIn(process, 'buyer')), ...withRole(BUYING)]);
  const tender = objectIn(process, 'tender');
  const procuring = distinct([...named(tender && objectIn(tender, 'procuringEntity')), ...withRole(PROCURING)]);
  const awards = new Map(objectsIn(process, 'awards').map((award) => [wordIn(award, 'id'), award]));
  return { schemes, parties, clients: buyers.length > 0 ? buyers : procuring, suppliers: withRole(SUPPLYING), awards };
}

/**
 * Who stands in a contract (OCDS 1.1: `parties` by `roles`; 1.0: `buyer` and the suppliers of the award).
 *
 * @throws Problem where an organisation is none
 */
export function standingIn(cast: Cast, contract: At): Standing {
  const { schemes, parties, clients, suppliers, awards } = cast;
  const named = (at: At): Organisation[] => organisationOf(at, parties, schemes);
  const awarded = suppliersOf(cast, contract).flatMap(named);
  const [client, ...furtherClients] = clients;
  // Of several awards that the contract names none of, nobody knows which of their suppliers are its own.
  const byRole = suppliers.length > 1 && awards.size > 1 ? [] : suppliers;
  const [provider, ...furtherProviders] = distinct(awarded.length > 0 ? awarded : byRole).filter(
    ({ key }) => key !== client?.key,
  );
  const signatories = objectsIn(contract, 'signatories').flatMap(named);
  const others = distinct([...furtherClients, ...furtherProviders, ...signatories])
    .filter(({ key }) => key !== client?.key && key !== provider?.key)
    .map((each) => ({ ...each, side: sideOf(each, furtherClients, furtherProviders) }));
  return { client, provider, others };
}

function sideOf(
  { key, roles }: Organisation,
  clients: readonly Organisation[],
  providers: readonly Organisation[],
): Side {
  const has = (words: readonly string[]): boolean => roles.some((role) => words.includes(role));
  if (clients.some((each) => each.key === key) || has([...BUYING, ...PROCURING])) return 'client';
  return providers.some((each) => each.key === key) || has(SUPPLYING) ? 'provider' : 'partner';
}

function suppliersOf(cast: Cast, contract: At): readonly At[] {
  const own = objectsIn(contract, 'suppliers');
  const award = awardOf(cast, contract);
  return own.length > 0 || award === undefined ? own : objectsIn(award, 'suppliers');
}

/** The contract's own award; the only one where the contract names none. */
export function awardOf({ awards }: Cast, contract: At): At | undefined {
  const id = wordIn(contract, 'awardID');
  return id === undefined && awards.size === 1 ? [...awards.values()][0] : awards.get(id);
}

function partiesOf(process: At, schemes: Schemes): ReadonlyMap<string, Organisation> {
  const parties = new Map<string, Organisation>();
  for (const at of objectsIn(process, 'parties')) {
    const [named] = organisationOf(at, parties, schemes);
    if (named !== undefined) parties.set(named.key, { ...named, roles: rolesIn(at) });
  }
  return parties;
}

function rolesIn({ value, path }: At): readonly string[] {
  const roles = value['roles'] ?? [];
  if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string')) {
    throw invalid(`${path}.roles`, 'a list of codes');
  }
  return roles;
}

/**
 * Its id, or the identifier under which it is registered (as OCDS 1.0 has it), or else its name.
 *
 * @throws Problem where scheme and id, joined as OCDS joins them, read as those of another
 */
export function keyIn(at: At, schemes: Schemes): string | undefined {
  const scheme = wordIn(at, 'scheme');
  const id = wordIn(at, 'id');
  // An identifier itself, as transactions of OCDS 1.0 name who paid.
  if (scheme !== undefined && id !== undefined) {
    const key = `${scheme}-${id}`;
    const before = schemes.get(key) ?? scheme;
    if (before !== scheme)
      throw invalid(`${at.path}.id`, `another id: "${key}" is that of an organisation of "${before}"`);
    schemes.set(key, scheme);
    return key;
  }
  if (id !== undefined) return id;
  const identifier = objectIn(at, 'identifier');
  return (identifier && keyIn(identifier, schemes)) ?? nameIn(at);
}

/** The name that stands with the reference itself. */
export function nameIn(at: At): string | undefined {
  const identifier = objectIn(at, 'identifier');
  return textIn(at, 'name') ?? textIn(at, 'legalName') ?? (identifier && textIn(identifier, 'legalName'));
}

function organisationOf(at: At, parties: ReadonlyMap<string, Organisation>, schemes: Schemes): Organisation[] {
  const key = keyIn(at, schemes);
  if (key === undefined) return [];
  const known = parties.get(key);
  return [known ?? { key, name: nameIn(at) ?? key, roles: [] }];
}

function distinct(organisations: readonly Organisation[]): Organisation[] {
  return [...new Map(organisations.map((each) => [each.key, each])).values()];
}
