import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useView } from '../frame/use-view';
import { formatChange, formatDate } from '../texts/format';
import type { MethodBreak } from './course';
import { useTelling } from './use-telling';

/** What each change of the method did to the score on its day. */
export function MethodEffects({ breaks }: { readonly breaks: readonly MethodBreak[] }) {
  return breaks.map((change) => <MethodEffect key={change.asOf} change={change} />);
}

function MethodEffect({ change: { asOf, before, factorSet } }: { readonly change: MethodBreak }) {
  const { t } = useTranslation();
  const { params, clocks } = useView();
  const { telling } = useTelling();
  const known =
    telling === 'as-known' ? { asKnown: 'true' } : clocks.knownAt === undefined ? {} : { knownAt: clocks.knownAt };
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/score/difference', {
    params: { path: params.path, query: { from: before, to: asOf, ...known } },
  });
  if (data === undefined || data.methodEffect === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('relationship.method-effect', {
        from: formatDate(before),
        to: formatDate(asOf),
        factorSet,
        effect: formatChange(data.methodEffect),
      })}
    </Text>
  );
}
