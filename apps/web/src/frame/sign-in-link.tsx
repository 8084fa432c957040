import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { TextLink } from './links';

function useHere(): { to: string } {
  return { to: useRouterState({ select: ({ location }) => location.href }) };
}

/** The way to sign in, and back to here. */
export function SignInLink() {
  const { t } = useTranslation();
  return (
    <TextLink to="/sign-in" search={useHere()}>
      {t('signIn.again')}
    </TextLink>
  );
}

/** Goes there at once, where there is nothing to be seen here. */
export function ToSignIn() {
  const router = useRouter();
  useEffect(() => {
    // Several reads of a view say so at once; where the first of them leads is not where one wanted to be.
    const { href } = router.state.resolvedLocation ?? router.state.location;
    void router.navigate({ to: '/sign-in', search: { to: href }, replace: true });
  }, [router]);
  return null;
}
