import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { usePartyName } from '../frame/use-party-name';
import { formatNumber, formatShare } from '../texts/format';
import type { Words } from './readable';
import type { RegisterAnswer } from './register-groups';

type Known<T> = string extends keyof T ? never : keyof T & string;
type FieldsOf<T> = T extends readonly (infer E)[]
  ? FieldsOf<E>
  : T extends object
    ? Known<T> | FieldsOf<T[Known<T>]>
    : never;
type ChoicesOf<T> = T extends readonly (infer E)[]
  ? ChoicesOf<E>
  : T extends string
    ? string extends T
      ? never
      : T
    : T extends object
      ? { [K in Known<T>]: ChoicesOf<T[K]> }[Known<T>]
      : never;

/** What the question says, and no register of itself: `rows.ts`. */
type OfTheQuestion = 'relationship' | 'asOf' | 'knownAt' | 'withoutProtocol' | 'restsOnImport';
type Said<T> = T extends object ? Omit<T, OfTheQuestion> : never;
type Field = FieldsOf<Said<RegisterAnswer>>;
type Choice = ChoicesOf<Said<RegisterAnswer>>;

interface Catalogue {
  readonly labels: ReadonlyMap<string, string>;
  readonly choices: ReadonlyMap<string, string>;
}

/** By language: there are many, and every card asks for them. */
const catalogues = new Map<string, Catalogue>();

/** The words of fields and values: one that the API knows and the catalogue of texts does not is no program. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const partyName = usePartyName();
  return useMemo(() => {
    const { labels, choices } = catalogueOf(t, i18n.language);
    return {
      label: (field) => labels.get(field) ?? field,
      choice: (value) => choices.get(value) ?? value,
      party: partyName,
      yes: t('registers.yes'),
      no: t('registers.no'),
      number: formatNumber,
      share: formatShare,
    };
  }, [t, i18n.language, partyName]);
}

function catalogueOf(t: TFunction, language: string): Catalogue {
  const kept = catalogues.get(language);
  if (kept !== undefined) return kept;
  const labels: Readonly<Record<Field, string>> = t('registerFields', { returnObjects: true });
  const choices: Readonly<Record<Choice, string>> = t('choices', { returnObjects: true });
  const made = { labels: new Map(Object.entries(labels)), choices: new Map(Object.entries(choices)) };
  catalogues.set(language, made);
  return made;
}
