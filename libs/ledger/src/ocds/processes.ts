import { invalid } from '../entry/shape';
import { contractTold } from './contract';
import { dateIn, isObject, objectIn, wordIn, type At, type OcdsObject } from './fields';
import { MAX_LOOKS, MAX_STATEMENTS } from './limits';
import { mergeInto } from './merge';
import { castOf, standingIn, type Cast, type Naming, type Standing } from './organisations';
import type { Ledger } from './ledgers';
import type { Release } from './package';
import { attempt, eachIn, isFault, type Fault, type Seen, type Told } from './statement';

/** What one release says of one contract. */
export interface Spoken {
  readonly release: Release;
  /** Id of the contract. */
  readonly contract: string;
  readonly told: readonly Told[];
}

/** What one contracting process has come to. */
interface Process {
  readonly merged: Record<string, unknown>;
  /** The end of each contract, as its last release had it. */
  readonly ends: Map<string, string | undefined>;
  readonly naming: Naming;
  /** Of the last release that spoke of what stands around its contracts. */
  cast?: Cast | Fault;
}

/** Sections that every contract of a process rests on. */
const AROUND = ['parties', 'buyer', 'tender', 'awards'];

/**
 * What releases say, one after the other.
 *
 * @param releases in their order
 * @param ledgerOf the ledger of a contract
 * @param omit told of what stands at a path and is not taken over, with a reason
 * @throws Problem where there is too much of it
 */
export function* spokenIn(
  releases: readonly Release[],
  ledgerOf: (ocid: string, contract: string) => Pick<Ledger, 'establisher' | 'ends'> | undefined,
  omit: (path: string, why: string) => void,
): Generator<Spoken | Fault> {
  const processes = new Map<string, Process>();
  const looks = { count: 0 };
  let statements = 0;
  for (const release of releases) {
    const { ocid, path, value } = release;
    const known: Process = processes.get(ocid) ?? {
      merged: {},
      ends: new Map(),
      naming: { schemes: new Map(), looks },
    };
    processes.set(ocid, known);
    const { merged, ends, naming } = known;
    mergeInto(merged, sectionsOf(value));
    const process: At = { value: merged, path };
    if (known.cast === undefined || speaksAround(value)) known.cast = attempt(() => castOf(process, naming));
    const { cast } = known;
    assertLooks(looks.count, path);
    if (isFault(cast)) {
      yield cast;
      continue;
    }
    const standingOf = standingsIn(process, cast);
    for (const of of contractsIn(release, process)) {
      if (isFault(of)) yield of;
      else {
        const { id, seen, own } = of;
        const ledger = ledgerOf(ocid, id);
        const establisher = ledger?.establisher ?? null;
        const establishedBy = establisher === id ? 'this' : establisher === null ? undefined : standingOf(establisher);
        const endBefore = ends.has(id) ? ends.get(id) : ledger?.ends.get(id);
        const told = contractTold({
          release,
          id,
          omit,
          process,
          cast,
          contract: seen.whole,
          own,
          endBefore,
          establishedBy,
        });
        assertLooks(looks.count, path);
        statements += told.length + 1;
        if (statements > MAX_STATEMENTS) {
          throw invalid('releases', `at most ${MAX_STATEMENTS} statements in all releases of a package`);
        }
        const end = attempt(() => ({ date: endOf(seen.whole) }));
        if (!isFault(end)) ends.set(id, end.date);
        yield { release, contract: id, told };
      }
    }
  }
}

interface Contract {
  readonly id: string;
  readonly seen: Seen;
  /** Undefined where the release speaks of the process around it alone. */
  readonly own: At | undefined;
}

/** The contracts that a release speaks of, and those that rest on what it says of the process around them. */
function contractsIn(release: Release, process: At): readonly (Contract | Fault)[] {
  const spoken = eachIn<Contract>({ own: release, whole: process }, 'contracts', (seen, id) => [
    { id, seen, own: seen.own },
  ]);
  if (!speaksAround(release.value)) return spoken;
  const named = new Set(spoken.map((of) => (isFault(of) ? undefined : of.id)));
  const others = allContracts(process).filter(({ id }) => !named.has(id));
  return [...spoken, ...others.map(({ id, at }) => ({ id, seen: { own: at, whole: at }, own: undefined }))];
}

function speaksAround(release: OcdsObject): boolean {
  return AROUND.some((name) => release[name] !== undefined);
}

function assertLooks(count: number, path: string): void {
  if (count <= MAX_LOOKS) return;
  throw invalid(
    path,
    `at most ${MAX_LOOKS} organisations and awards in all releases, each counted whenever it is looked at`,
  );
}

function sectionsOf(release: OcdsObject): OcdsObject {
  const sections = [...AROUND, 'contracts'].filter((name) => release[name] !== undefined);
  return Object.fromEntries(sections.map((name) => [name, release[name]]));
}

function endOf(contract: At): string | undefined {
  const period = objectIn(contract, 'period');
  return period && dateIn(period, 'endDate');
}

/** Who stands in each contract, found when it is asked; undefined where no release so far has it, or has it right. */
function standingsIn(process: At, cast: Cast): (id: string) => Standing | undefined {
  const found = new Map<string, Standing | undefined>();
  return (id) => {
    if (!found.has(id)) {
      const contract = allContracts(process).find((each) => each.id === id);
      const standing = contract && attempt(() => standingIn(cast, contract.at));
      found.set(id, standing === undefined || isFault(standing) ? undefined : standing);
    }
    return found.get(id);
  };
}

/** Those that have an id; of any other the release that has it says so. */
function allContracts(process: At): readonly { readonly id: string; readonly at: At }[] {
  const { path } = process;
  const listed = process.value['contracts'];
  const contracts: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return contracts.flatMap((value) => {
    if (!isObject(value)) return [];
    const at = { value, path };
    const id = attempt(() => ({ id: wordIn(at, 'id') }));
    return isFault(id) || id.id === undefined ? [] : [{ id: id.id, at }];
  });
}
