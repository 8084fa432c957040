import { useState } from 'react';
import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/session';
import type { FormFields } from './bearing';
import { signOf } from './entry-body';
import { KindField } from './kind-field';
import { askedFields, type Field } from './kinds';

/** What the kind asks for: first what it must have; the rest is folded away until somebody knows it. */
export function KindFields({ session, ...form }: FormFields & { readonly session: Session }) {
  const { t } = useTranslation();
  const { kind, draft, errorOf } = form;
  const { required, optional } = askedFields(kind);
  // Whether it was talked about is asked of every minus.
  const isAsked = ({ name }: Field): boolean => name === 'discussed' && signOf(kind, draft) === '-';
  const shown = [...required, ...optional.filter(isAsked)];
  const folded = optional.filter((field) => !isAsked(field));
  const isNeeded = folded.some(
    ({ name }) => (draft.data[name] ?? '').length > 0 || errorOf(`data.${name}`) !== undefined,
  );
  const [isOpen, setOpen] = useState(isNeeded);
  return (
    <Stack gap="sm">
      {shown.map((field) => (
        <KindField key={field.name} field={field} session={session} {...form} />
      ))}
      {folded.length > 0 && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isOpen || isNeeded}
            onClick={() => setOpen(!isOpen)}
          >
            {t('logEntry.more')}
          </Button>
          {(isOpen || isNeeded) && (
            <Stack gap="sm" mt="xs">
              {folded.map((field) => (
                <KindField key={field.name} field={field} session={session} {...form} />
              ))}
            </Stack>
          )}
        </div>
      )}
    </Stack>
  );
}
