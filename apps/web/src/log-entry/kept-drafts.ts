import { draftsIn, nameOf, type About, type Draft } from './draft';

/** Drafts of one member in one relationship, which this browser keeps until they are logged. */
export interface KeptDrafts {
  readonly all: () => readonly Draft[];
  readonly of: (about: About) => Draft | undefined;
  readonly keep: (draft: Draft) => void;
  readonly forget: (about: About) => void;
}

/** What a browser keeps, as much of it as is needed here. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { readonly names: () => readonly string[] };

const PLACE = 'draft';
/** Where members keep what is not in the record yet; of each the last part of the name is the member. */
const PLACES: readonly string[] = [PLACE, 'round-draft', 'answer'];

const placeName = (relationship: string, member: string): string =>
  [PLACE, relationship, member].map(encodeURIComponent).join('/');

export function keptDrafts(relationship: string, member: string, store: Store = browserStore()): KeptDrafts {
  const place = placeName(relationship, member);
  const all = (): readonly Draft[] => draftsIn(store.getItem(place) ?? '[]');
  const put = (drafts: readonly Draft[]): void =>
    drafts.length === 0 ? store.removeItem(place) : store.setItem(place, JSON.stringify(drafts));
  const others = (about: About): readonly Draft[] => all().filter((each) => nameOf(each.about) !== nameOf(about));
  return {
    all,
    of: (about) => all().find((each) => nameOf(each.about) === nameOf(about)),
    keep: (draft) => put([...others(draft.about), draft]),
    forget: (about) => put(others(about)),
  };
}

/** Where a member keeps what was begun in this browser, by the store that has it. */
export function draftsOf(
  member: string,
  stores: readonly Store[] = [browserStore(), storeOf(() => window.sessionStorage)],
): readonly { readonly store: Store; readonly name: string }[] {
  const last = encodeURIComponent(member);
  const isOwn = (parts: readonly string[]): boolean => PLACES.includes(parts[0] ?? '') && parts.at(-1) === last;
  return stores.flatMap((store) => store.names().flatMap((name) => (isOwn(name.split('/')) ? [{ store, name }] : [])));
}

/** Forgets all that a member has begun in this browser, as when the member signs out. */
export function removeDraftsOf(member: string, stores?: readonly Store[]): void {
  for (const { store, name } of draftsOf(member, stores)) store.removeItem(name);
}

function browserStore(): Store {
  return storeOf(() => window.localStorage);
}

/** Of this page alone: what a browser does not keep is at least not lost while one types. */
const unkept = new Map<string, string>();

/** A store that throws, as where cookies are forbidden or it is full, keeps nobody from logging. */
export function storeOf(open: () => Storage): Store {
  const tried = <Read>(does: (storage: Storage) => Read, without: () => Read): Read => {
    try {
      return does(open());
    } catch {
      return without();
    }
  };
  return {
    names: () => [
      ...unkept.keys(),
      ...tried(
        (storage) => Object.keys(storage),
        () => [],
      ),
    ],
    getItem: (name) =>
      unkept.get(name) ??
      tried(
        (storage) => storage.getItem(name),
        () => null,
      ),
    setItem: (name, value) => {
      unkept.delete(name);
      tried(
        (storage) => storage.setItem(name, value),
        () => void unkept.set(name, value),
      );
    },
    removeItem: (name) => {
      unkept.delete(name);
      tried(
        (storage) => storage.removeItem(name),
        () => undefined,
      );
    },
  };
}
