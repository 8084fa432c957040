import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../frame/links';
import { ThingName } from '../frame/thing-name';
import { useView } from '../frame/use-view';

/** From an entry to its issue in the register, where it is escalated, assigned or resolved. */
export function ToIssue({ issue }: { readonly issue: string }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  return (
    <Text size="sm" mt="xs" className="not-printed">
      {t('registers.issues.of')}{' '}
      <TextLink
        to="/r/$relationship/registers/$register"
        params={{ relationship, register: 'issues' }}
        search={{ q: issue }}
      >
        <ThingName field="issue" id={issue} />
      </TextLink>
    </Text>
  );
}
