import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LedgerEntry } from './answering';
import type { StatusWord } from './ledger-search';

/** A shape for each status, beside its word. */
const SHAPES: Readonly<Record<StatusWord, string>> = {
  asserted: '○',
  agreed: '●',
  noted: '◐',
  disputed: '≠',
  remedied: '↻',
  voided: '✕',
};

/** What the parties made of an entry: a shape and a word. */
export function StatusMark({
  status,
  isShort = false,
}: {
  readonly status: string | null;
  readonly isShort?: boolean;
}) {
  const { t } = useTranslation();
  if (status === null) return t('ledger.is-answer');
  const word = status as StatusWord;
  return (
    <>
      <span aria-hidden="true">{SHAPES[word]}</span>{' '}
      {isShort && word === 'asserted' ? t('ledger.unanswered') : t(`words.status.${word}`)}
    </>
  );
}

type Weighed = Pick<LedgerEntry, 'sign' | 'severity' | 'level'> & { readonly status?: string | null };

/** What an entry does, in a sign and in words; of what was voided, what it did, marked through. */
export function EffectMark({ entry }: { readonly entry: Weighed }) {
  const { t } = useTranslation();
  if (entry.status !== 'voided' || (entry.level === null && entry.sign === null)) return <Effect entry={entry} />;
  return (
    <>
      <Text span inherit c="dimmed" td="line-through" className="is-voided">
        <Effect entry={entry} />
      </Text>
      <VisuallyHidden>, {t('ledger.counts-no-more')}</VisuallyHidden>
    </>
  );
}

function Effect({ entry: { sign, severity, level, status } }: { readonly entry: Weighed }) {
  const { t } = useTranslation();
  if (level !== null) return t('ledger.level', { level });
  if (sign === null) return null;
  if (sign === '0') return t('ledger.neutral');
  const isPlus = sign === '+';
  return (
    <>
      <Text
        span
        inherit
        fw={700}
        c={status === 'voided' ? 'inherit' : isPlus ? 'var(--ledger-plus)' : 'var(--ledger-minus)'}
        aria-hidden="true"
      >
        {isPlus ? '+' : '−'}
      </Text>{' '}
      <span className="effect-word">{t(isPlus ? 'ledger.plus' : 'ledger.minus')}</span>
      {severity !== null && (
        <>
          <span className="effect-word">,</span> {t(`ledger.severity.${severity}`)}
        </>
      )}
    </>
  );
}
