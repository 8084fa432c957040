import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem';
import { TextLink } from '../frame/links';

/** Fields of what is sent that this screen is for. */
const FIELDS: readonly (string | null)[] = ['signature', 'checkpointSeen'];

/** Where it is mended that something was not signed; nothing of other problems. */
export function SigningLink({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const { relationship } = useParams({ strict: false });
  if (relationship === undefined || !(error instanceof ApiProblem) || !FIELDS.includes(error.field)) return null;
  return (
    <TextLink to="/r/$relationship/keys" params={{ relationship }}>
      {t('frame.nav.keys')}
    </TextLink>
  );
}
