import type { Schemas } from '../api/client';
import type { Preset } from './tiles';

export interface EvidenceDraft {
  readonly title: string;
  /** Address of a page or file elsewhere; empty where it is a file that was stored here. */
  readonly url: string;
  /** SHA-256 (hex) of a file that was stored here. */
  readonly sha256?: string;
}

/** What an entry is about as the address says it: two of one kind, such as two escalations, are not the same thing. */
export interface About {
  readonly kind: string;
  /** Id of the entry that it answers. */
  readonly answers?: string | undefined;
  /** Fields of `data` that are known already. */
  readonly data?: Readonly<Record<string, string>> | undefined;
}

/** What was sent and not yet answered for certain. */
export interface Sent {
  /** Its `Idempotency-Key`. */
  readonly key: string;
  readonly body: Schemas['EntryBodyShape'];
}

/** What was typed, as it was typed: texts, and lists of texts where several can be chosen. */
export interface Draft {
  readonly kind: string;
  readonly about: About;
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
  readonly sent: Sent | null;
}

export function newDraft(about: About, today: string, { sign, data = {} }: Preset): Draft {
  return {
    ...{ kind: about.kind, about, text: '', effective: today, factor: '', sign: sign ?? '', severity: '', level: '' },
    ...{ evidenced: false, data: { ...data, ...about.data }, evidence: [], sent: null },
  };
}

/** What was typed for one kind, taken along to another: the words, the day and the evidence, and fields of the same name. */
export function movedDraft(draft: Draft, about: About, { sign, data = {} }: Preset): Draft {
  return {
    ...{ ...draft, kind: about.kind, about, sign: sign ?? draft.sign },
    ...{ data: { ...draft.data, ...data, ...about.data }, sent: null },
  };
}

/** The same for the same thing, in whatever order the address names its fields. */
export function nameOf({ kind, answers, data = {} }: About): string {
  const fields = Object.entries(data).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([kind, answers ?? null, ...fields]);
}

/** What an earlier version of the application kept, or another hand wrote, is no draft. */
export function draftsIn(text: string): readonly Draft[] {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return [];
  }
  return Array.isArray(kept) ? kept.filter(isDraft) : [];
}

function isDraft(value: unknown): value is Draft {
  if (!isRecord(value)) return false;
  const texts = ['kind', 'text', 'effective', 'factor', 'sign', 'severity', 'level'];
  const { about, evidenced, data, evidence, sent } = value;
  return (
    texts.every((name) => typeof value[name] === 'string') &&
    isRecord(about) &&
    about['kind'] === value['kind'] &&
    typeof evidenced === 'boolean' &&
    isRecord(data) &&
    Object.values(data).every((each) => typeof each === 'string' || Array.isArray(each)) &&
    Array.isArray(evidence) &&
    (sent === null || (isRecord(sent) && typeof sent['key'] === 'string' && isRecord(sent['body'])))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
