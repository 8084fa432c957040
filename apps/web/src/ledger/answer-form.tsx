import { useState, type FormEvent } from 'react';
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lowerThan, type AnswerName, type Said } from './answering';
import { MAX_ANSWER_LENGTH } from './limits';
import { useKept } from './use-kept';

export interface FormProps {
  readonly isPending: boolean;
  /** Resolves to whether it was written. */
  readonly onSay: (said: Said) => Promise<boolean>;
  readonly onCancel: () => void;
}

interface AnswerFormProps extends FormProps {
  /** Id of what is answered. */
  readonly entry: string;
  readonly answer: Exclude<AnswerName, 'correction'>;
  /** The author's; an agreement may name a lower one. */
  readonly severity: string | null;
}

/** What one says to an entry, and why. */
export function AnswerForm({ entry, answer, severity, isPending, onSay, onCancel }: AnswerFormProps) {
  const { t } = useTranslation();
  const { words, keep, forget } = useKept(entry, answer);
  const { text = '', lower = '' } = words;
  const [isMissing, setMissing] = useState(false);
  const label = answer === 'remedy' ? 'action' : needsText(answer) ? 'reason' : 'remark';
  const say = (event: FormEvent): void => {
    event.preventDefault();
    const said = text.trim();
    if (said === '' && needsText(answer)) {
      setMissing(true);
      return;
    }
    void onSay({
      answer,
      ...(said === '' ? {} : { text: said }),
      ...(lower === '' ? {} : { data: { severity: lower } }),
    }).then((isWritten) => isWritten && forget());
  };
  return (
    <form onSubmit={say} noValidate>
      <Stack gap="sm" mt="sm">
        <Text size="sm">{t(`ledger.answer-help.${answer}`)}</Text>
        {answer === 'agreement' && severity !== null && lowerThan(severity).length > 0 && (
          <Radio.Group label={t('ledger.but')} value={lower} onChange={(chosen) => keep({ lower: chosen })}>
            <Group gap="md" mt={4}>
              <Radio
                value=""
                label={t('ledger.as-logged', { severity: t(`ledger.severity.${severity as 'minor'}`) })}
              />
              {lowerThan(severity).map((word) => (
                <Radio
                  key={word}
                  value={word}
                  label={t('ledger.but-severity', { severity: t(`ledger.severity.${word}`) })}
                />
              ))}
            </Group>
          </Radio.Group>
        )}
        <Textarea
          label={t(`ledger.${label}`)}
          value={text}
          required={needsText(answer)}
          maxLength={MAX_ANSWER_LENGTH}
          autosize
          minRows={2}
          data-autofocus
          error={
            isMissing && text.trim() === ''
              ? t(answer === 'remedy' ? 'ledger.action-missing' : 'ledger.reason-missing')
              : undefined
          }
          onChange={({ currentTarget }) => keep({ text: currentTarget.value })}
        />
        <FormButtons isPending={isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

export function FormButtons({ isPending, onCancel }: Pick<FormProps, 'isPending' | 'onCancel'>) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Button type="submit" loading={isPending}>
        {t('ledger.send')}
      </Button>
      <Button variant="subtle" onClick={onCancel} disabled={isPending}>
        {t('ledger.cancel')}
      </Button>
    </Group>
  );
}

/** A dispute, a remedy and a void say why; an agreement and a note may. */
export function needsText(answer: AnswerName): boolean {
  return answer === 'dispute' || answer === 'remedy' || answer === 'void';
}
