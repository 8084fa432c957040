import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { DocumentStanding, DocumentVersions } from './document-versions';
import type { OwnViewProps } from './own-views';

/** The relationship management plan: its next review, and its versions. */
export function PlanView({ keep }: OwnViewProps) {
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/plan', { params });
  return (
    <Shown read={read}>
      {(answer) => (
        <>
          <DocumentStanding {...answer} />
          <DocumentVersions versions={answer.plan.filter(keep)} />
        </>
      )}
    </Shown>
  );
}
