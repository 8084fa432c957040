import type { Preset } from './tiles';

export interface EvidenceDraft {
  readonly title: string;
  /** Address of a page or file elsewhere; empty where it is a file that was stored here. */
  readonly url: string;
  /** SHA-256 (hex) of a file that was stored here. */
  readonly sha256?: string;
}

/** What was typed, as it was typed: texts, and lists of texts where several can be chosen. */
export interface Draft {
  readonly kind: string;
  readonly text: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly effective: string;
  readonly factor: string;
  readonly sign: string;
  readonly severity: string;
  readonly level: string;
  readonly evidenced: boolean;
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  readonly evidence: readonly EvidenceDraft[];
  /** `Idempotency-Key` of what was sent and not yet answered for certain. */
  readonly key: string | null;
}

/** Drafts of one member in one relationship, by kind. */
export type Drafts = Readonly<Record<string, Draft>>;

export function newDraft(kind: string, today: string, { sign, data = {} }: Preset): Draft {
  return {
    ...{ kind, text: '', effective: today, factor: '', sign: sign ?? '', severity: '', level: '', evidenced: false },
    ...{ data, evidence: [], key: null },
  };
}

/** What was typed for one kind, taken along to another: the words, the day and the evidence, and fields of the same name. */
export function movedDraft(draft: Draft, kind: string, { sign, data = {} }: Preset): Draft {
  return { ...draft, kind, sign: sign ?? draft.sign, data: { ...draft.data, ...data }, key: null };
}

const storageKey = (relationship: string, member: string): string => `draft:${relationship}:${member}`;

/** Drafts that this browser keeps; none where they cannot be read. */
export function readDrafts(storage: Storage, relationship: string, member: string): Drafts {
  const kept = storage.getItem(storageKey(relationship, member));
  return kept === null ? {} : draftsIn(kept);
}

/** Keeps a draft, or with null forgets that of the kind. */
export function keepDraft(
  storage: Storage,
  relationship: string,
  member: string,
  kind: string,
  draft: Draft | null,
): void {
  const { [kind]: _former, ...others } = readDrafts(storage, relationship, member);
  const drafts = draft === null ? others : { ...others, [kind]: draft };
  const key = storageKey(relationship, member);
  if (Object.keys(drafts).length === 0) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify(drafts));
}

/** What an earlier version of the application kept, or another hand wrote, is no draft. */
export function draftsIn(text: string): Drafts {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter(([kind, draft]) => isDraft(draft) && draft.kind === kind));
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<keyof Draft, unknown>;
  const texts = ['kind', 'text', 'effective', 'factor', 'sign', 'severity', 'level'] as const;
  return (
    texts.every((name) => typeof draft[name] === 'string') &&
    typeof draft.evidenced === 'boolean' &&
    typeof draft.data === 'object' &&
    draft.data !== null &&
    Object.values(draft.data).every((each) => typeof each === 'string' || Array.isArray(each)) &&
    Array.isArray(draft.evidence) &&
    (draft.key === null || typeof draft.key === 'string')
  );
}
