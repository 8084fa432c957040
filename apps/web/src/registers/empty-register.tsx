import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayLog, useSession } from '../api/session';
import { ButtonLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { BEGUN_BY } from './begun-by';
import type { RegisterName } from './register-groups';

/** That nothing fills the register yet, and the form of what fills it first, for who may log that. */
export function EmptyRegister({ register }: { readonly register: RegisterName }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data: session } = useSession();
  const kind = BEGUN_BY[register];
  return (
    <>
      <Text mb="sm">{t('registers.none')}</Text>
      {session !== undefined && mayLog(session) && (
        <ButtonLink
          to="/r/$relationship/log"
          params={{ relationship }}
          search={({ asOf, knownAt }) => ({ asOf, knownAt, ...(kind !== undefined && { kind }) })}
        >
          {t('registers.log')}
        </ButtonLink>
      )}
    </>
  );
}
