import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem';
import { sentenceOf } from '../frame/problem-notice';
import type { Draft } from './draft';
import { faultsOf, type Faults } from './entry-body';
import type { Kind } from './kinds';

export interface FormFaults {
  readonly count: number;
  /** What is wrong with a field, by the path that the API names it by. */
  readonly errorOf: (path: string) => string | undefined;
  /** Looks at the draft; whether it can be sent. */
  readonly check: (draft: Draft) => boolean;
}

/** What is wrong with a form, found here or by the ledger; one goes on with the first of it. */
export function useFaults(form: RefObject<HTMLFormElement | null>, kind: Kind, error: unknown): FormFaults {
  const { t } = useTranslation();
  const [faults, setFaults] = useState<Faults>({});
  const count = Object.keys(faults).length;
  useEffect(() => {
    if (count > 0 || error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [form, count, faults, error]);
  const refused = error instanceof ApiProblem ? error : null;
  return {
    count,
    errorOf: (path) => {
      const fault = faults[path];
      if (fault !== undefined) return t(`logEntry.faults.${fault}`);
      const isNamed = refused?.field === path || refused?.field?.startsWith(`${path}.`) === true;
      return isNamed ? sentenceOf(refused) : undefined;
    },
    check: (draft) => {
      const found = faultsOf(kind, draft);
      setFaults(found);
      return Object.keys(found).length === 0;
    },
  };
}
