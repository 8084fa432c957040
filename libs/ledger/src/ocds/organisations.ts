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

/** What is kept of the organisations of a process from one release to the next. */
export interface Naming {
  /** Schemes of the identifiers named so far, by key. */
  readonly schemes: Map<string, string>;
  /** How often an organisation or an award was looked at, in all processes of a package. */
  readonly looks: { count: number };
}

/** The organisations of a process. */
export interface Cast {
  readonly naming: Naming;
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
 * @param naming of the releases so far; what this one names is added
 * @throws Problem where an organisation is none
 */
export function castOf(process: At, naming: Naming): Cast {
  countLooks(naming, process, 'parties', 'awards');
  const parties = partiesOf(process, naming);
  const withRole = (roles: readonly string[]): Organisation[] =>
    [...parties.values()].filter((each) => each.roles.some((role) => roles.includes(role)));
  const named = (at: At | undefined): Organisation[] => (at === undefined ? [] : organisationOf(at, parties, naming));
  const buyers = distinct([...named(objectIn(process, 'buyer')), ...withRole(BUYING)]);
  const tender = objectIn(process, 'tender');
  const procuring = distinct([...named(tender && objectIn(tender, 'procuringEntity')), ...withRole(PROCURING)]);
  const awards = new Map(objectsIn(process, 'awards').map((award) => [wordIn(award, 'id'), award]));
  return { naming, parties, clients: buyers.length > 0 ? buyers : procuring, suppliers: withRole(SUPPLYING), awards };
}

/**
 * Who stands in a contract (OCDS 1.1: `parties` by `roles`; 1.0: `buyer` and the suppliers of the award).
 *
 * @throws Problem where an organisation is none
 */
export function standingIn(cast: Cast, contract: At): Standing {
  const { naming, parties, clients, suppliers, awards } = cast;
  countLooks(naming, contract, 'suppliers', 'signatories');
  const named = (at: At): Organisation[] => organisationOf(at, parties, naming);
  const awarded = suppliersOf(cast, contract).flatMap(named);
  const [client, ...furtherClients] = clients;
  // Of several awards that the contract names none of, nobody knows which of their suppliers are its own.
  const byRole = suppliers.length > 1 && awards.size > 1 ? [] : suppliers;
  const [provider, ...furtherProviders] = distinct(awarded.length > 0 ? awarded : byRole).filter(
    ({ key }) => key !== client?.key,
  );
  const signatories = objectsIn(contract, 'signatories').flatMap(named);
  const [clientKeys, providerKeys] = [keysOf(furtherClients), keysOf(furtherProviders)];
  const others = distinct([...furtherClients, ...furtherProviders, ...signatories])
    .filter(({ key }) => key !== client?.key && key !== provider?.key)
    .map((each) => ({ ...each, side: sideOf(each, clientKeys, providerKeys) }));
  return { client, provider, others };
}

function sideOf({ key, roles }: Organisation, clients: ReadonlySet<string>, providers: ReadonlySet<string>): Side {
  const has = (words: readonly string[]): boolean => roles.some((role) => words.includes(role));
  if (clients.has(key) || has([...BUYING, ...PROCURING])) return 'client';
  return providers.has(key) || has(SUPPLYING) ? 'provider' : 'partner';
}

function keysOf(organisations: readonly Organisation[]): ReadonlySet<string> {
  return new Set(organisations.map(({ key }) => key));
}

function suppliersOf(cast: Cast, contract: At): readonly At[] {
  const own = objectsIn(contract, 'suppliers');
  const award = awardOf(cast, contract);
  if (award !== undefined) countLooks(cast.naming, award, 'suppliers');
  return own.length > 0 || award === undefined ? own : objectsIn(award, 'suppliers');
}

/** The contract's own award; the only one where the contract names none. */
export function awardOf({ awards }: Cast, contract: At): At | undefined {
  const id = wordIn(contract, 'awardID');
  return id === undefined && awards.size === 1 ? [...awards.values()][0] : awards.get(id);
}

/** Before the lists are read: also one that cannot be read costs its length. */
function countLooks({ looks }: Naming, { value }: At, ...names: readonly string[]): void {
  for (const name of names) {
    const listed = value[name];
    if (Array.isArray(listed)) looks.count += listed.length;
  }
}

function partiesOf(process: At, naming: Naming): ReadonlyMap<string, Organisation> {
  const parties = new Map<string, Organisation>();
  for (const at of objectsIn(process, 'parties')) {
    const [named] = organisationOf(at, parties, naming);
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
export function keyIn(at: At, naming: Naming): string | undefined {
  const scheme = wordIn(at, 'scheme');
  const id = wordIn(at, 'id');
  // An identifier itself, as transactions of OCDS 1.0 name who paid.
  if (scheme !== undefined && id !== undefined) {
    const key = `${scheme}-${id}`;
    const before = naming.schemes.get(key) ?? scheme;
    if (before !== scheme)
      throw invalid(`${at.path}.id`, `another id: "${key}" is that of an organisation of "${before}"`);
    naming.schemes.set(key, scheme);
    return key;
  }
  if (id !== undefined) return id;
  const identifier = objectIn(at, 'identifier');
  return (identifier && keyIn(identifier, naming)) ?? nameIn(at);
}

/** The name that stands with the reference itself. */
export function nameIn(at: At): string | undefined {
  const identifier = objectIn(at, 'identifier');
  return textIn(at, 'name') ?? textIn(at, 'legalName') ?? (identifier && textIn(identifier, 'legalName'));
}

function organisationOf(at: At, parties: ReadonlyMap<string, Organisation>, naming: Naming): Organisation[] {
  const key = keyIn(at, naming);
  if (key === undefined) return [];
  const known = parties.get(key);
  return [known ?? { key, name: nameIn(at) ?? key, roles: [] }];
}

function distinct(organisations: readonly Organisation[]): Organisation[] {
  return [...new Map(organisations.map((each) => [each.key, each])).values()];
}
