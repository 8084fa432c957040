import { api, type Schemas } from '../api/client';
import { useView } from '../frame/use-view';

export type Rubric = Schemas['RubricAnswer'];

/** What levels and factors mean at both clocks. */
export function useRubric() {
  const { params } = useView();
  return api.useQuery('get', '/api/v1/relationships/{relationship}/rubric', { params });
}

/** `609 Joint Issue Resolution Process`; its code alone where the method does not have it any more. */
export function factorName({ factors }: Rubric, code: number): string {
  return `${code} ${factors.find((factor) => factor.code === code)?.name ?? ''}`.trimEnd();
}

/** `3 Established`; between two levels the number alone. */
export function levelName({ scale }: Rubric, level: number): string {
  return `${level} ${scale.find((each) => each.level === level)?.name ?? ''}`.trimEnd();
}

export function meaningOf({ scale }: Rubric, level: number | null): string | null {
  return scale.find((each) => each.level === level)?.meaning ?? null;
}
