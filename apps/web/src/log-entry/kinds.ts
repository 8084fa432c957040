import type { Schemas } from '../api/client';

export type Kind = Schemas['KindAnswer'];
export type Field = Schemas['FieldAnswer'];

/** Kinds that a search shows. */
const MAX_FOUND = 12;
/** What other screens log, or other programs: no form of fields can ask for it. */
const ELSEWHERE: ReadonlySet<string> = new Set(['ratings', 'factor-set']);
const NOT_BY_FORM: ReadonlySet<string> = new Set([
  'relationship.established',
  'entry.corrected',
  'rating.committed',
  'report.published',
  'key.registered',
  'key.revoked',
]);

/** Whether a person logs it by a form; what answers another entry, only where one is named. */
export function isByForm({ kind, byPerson, answer, fields }: Kind, answers: string | undefined): boolean {
  return (
    byPerson &&
    answer === (answers !== undefined) &&
    !NOT_BY_FORM.has(kind) &&
    !fields.some(({ type }) => ELSEWHERE.has(type))
  );
}

/** Kinds whose title, family or name hold all the words, those whose title begins with them first. */
export function searchKinds(kinds: readonly Kind[], text: string): readonly Kind[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const [first = ''] = words;
  const found = kinds.filter(({ kind, family, title }) => {
    const said = `${title} ${family} ${kind}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  const begins = ({ title }: Kind): number => (title.toLowerCase().startsWith(first) ? 0 : 1);
  return found.toSorted((one, other) => begins(one) - begins(other)).slice(0, MAX_FOUND);
}

/** The fields that a form asks for, required ones first; ids that the ledger makes are not asked for. */
export function askedFields({ fields }: Kind): {
  readonly required: readonly Field[];
  readonly optional: readonly Field[];
} {
  const asked = fields.filter(({ made }) => made !== true);
  return {
    required: asked.filter(({ required }) => required === true),
    optional: asked.filter(({ required }) => required !== true),
  };
}

/** A choice as people read it: its label, or its name in words. */
export function choiceLabel({ of = [], labels }: Field, choice: string): string {
  return labels?.[of.indexOf(choice)] ?? inWords(choice);
}

/** `quality-or-service` as "Quality or service". */
export function inWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
