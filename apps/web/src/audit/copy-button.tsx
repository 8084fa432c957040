import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** Copies a text, and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const { t } = useTranslation();
  const { copy, copied } = useClipboard();
  return (
    <Button className="not-printed" size="xs" variant="default" onClick={() => copy(text)}>
      <span aria-live="polite">{copied ? t('audit.verify.copied') : (label ?? t('audit.verify.copy'))}</span>
    </Button>
  );
}
