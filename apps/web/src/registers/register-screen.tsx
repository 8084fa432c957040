import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { mayReadEntries, useSession } from '../api/session';
import { TextLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { NotForYou } from './not-for-you';
import { isRegister, type RegisterName } from './register-groups';
import { RegisterView } from './register-view';
import { useRegister } from './use-register';

/** One register at both clocks. */
export function RegisterScreen() {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { register } = useParams({ from: '/framed/r/$relationship/registers/$register' });
  const { data: session } = useSession();
  const isKnown = isRegister(register);
  return (
    <>
      <Text size="sm" className="not-printed">
        <TextLink to="/r/$relationship/registers" params={{ relationship }}>
          {t('registers.all')}
        </TextLink>
      </Text>
      <Title order={1} size="h3">
        {isKnown ? t(`registers.names.${register}.title`) : t('registers.title')}
      </Title>
      {!isKnown && <Text>{t('registers.unknown')}</Text>}
      {isKnown && session !== undefined && !mayReadEntries(session) && <NotForYou />}
      {isKnown && session !== undefined && mayReadEntries(session) && <Readings key={register} register={register} />}
    </>
  );
}

function Readings({ register }: { readonly register: RegisterName }) {
  const { t } = useTranslation();
  const read = useRegister(register);
  return (
    <>
      <Text c="dimmed" mb="sm">
        {t(`registers.names.${register}.holds`)}
      </Text>
      <Shown read={read}>{(answer) => <RegisterView register={register} answer={answer} />}</Shown>
    </>
  );
}
