import type { Json, JsonObject } from '@app/event-store';
import { canonicalJson } from '@app/integrity';
import { invalid } from '../entry/shape';
import { Problem } from '../problems';
import { idIn, objectIn, objectsIn, type At } from './fields';
import { mergedItem } from './merge';

/** What a release says of one thing, as the entry that it becomes. */
export interface Statement {
  /** Contract, list and item; with `ocid` and `kind` the thing itself, whatever release speaks of it. */
  readonly key: readonly string[];
  readonly kind: string;
  /** Of a note, which carries no sign: publishing is no judgement. */
  readonly factor?: number;
  /** `effective`, `text` and the fields of `data`, null where the file says that there is none; null where it is no longer so. */
  readonly content: JsonObject | null;
  /** Fields of the first sight of the thing: a later release that has others corrects nothing. */
  readonly once: readonly string[];
  /** Fields that the text says as well: where they are left out, so is a part of the text. */
  readonly repeats?: readonly string[];
  /** Where it stands in the file, and where its date does. */
  readonly path: string;
  readonly datePath?: string;
}

export interface Fault {
  readonly problem: Problem;
}

export type Told = Statement | Fault;

/** Something as one release has it, and as that release and those before it leave it. */
export interface Seen {
  readonly own: At;
  readonly whole: At;
}

export function isFault(said: object): said is Fault {
  return 'problem' in said;
}

/** What is wrong with one item keeps no other from being told. */
export function attempt<Made>(make: () => Made): Made | Fault {
  try {
    return make();
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}

/** What is told, or the fault that keeps it from being. */
export function told<Said extends object>(make: () => readonly (Said | Fault)[]): readonly (Said | Fault)[] {
  const made = attempt(make);
  return isFault(made) ? [made] : made;
}

/** The object of that name, seen the same way. */
export function inside({ own, whole }: Seen, name: string): Seen | undefined {
  const found = objectIn(own, name);
  if (found === undefined) return undefined;
  return { own: found, whole: objectIn(whole, name) ?? found };
}

/**
 * What the items of a list say.
 *
 * @param identified the id of an item that has none of its own
 */
export function eachIn<Said extends object>(
  { own, whole }: Seen,
  name: string,
  say: (item: Seen, id: string) => readonly (Said | Fault)[],
  identified: (item: At) => string = idIn,
): readonly (Said | Fault)[] {
  return told(() => {
    const said = new Map<string, string>();
    return objectsIn(own, name).flatMap((item) =>
      told(() => {
        const id = identified(item);
        const content = canonicalJson(item.value);
        const before = said.get(id);
        said.set(id, content);
        if (before === content) return [];
        if (before !== undefined)
          throw invalid(`${item.path}.id`, `each id once: "${id}" stands here with other content`);
        const merged = mergedItem(whole.value[name], item.value) ?? item.value;
        return say({ own: item, whole: { value: merged, path: item.path } }, id);
      }),
    );
  });
}

type Optional = Readonly<Record<string, Json | undefined>>;

/** Without the fields that nothing is known of. */
export function known(fields: Optional): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject;
}

/** What was said of it before is no longer so. */
export function gone({ path }: At, key: readonly string[], kind: string): Statement {
  return { key, kind, content: null, once: [], path };
}

/** The parts that there are, each as a sentence. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

export function labelled(label: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${label}: ${text}`;
}
