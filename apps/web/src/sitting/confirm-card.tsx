import { ActionIcon, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speaksForParty, useSession } from '../api/session';
import { Refusal } from '../ledger/refusal';
import type { Names } from '../ledger/use-names';
import { needsText, type Choice } from './choices';
import type { Confirming } from './use-confirming';

interface ConfirmCardProps {
  readonly party: string;
  /** Of this party. */
  readonly choices: readonly Choice[];
  /** Of the others: what they have still to confirm. */
  readonly others: readonly Choice[];
  readonly names: Names;
  readonly confirming: Confirming;
  readonly onTakeBack: (choice: Choice) => void;
}

/** What one party is about to say, and its one confirmation. */
export function ConfirmCard({ party, choices, others, names, confirming, onTakeBack }: ConfirmCardProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const name = names.party(party);
  const missing = choices.filter(needsText).length;
  const waitsForAgreement = choices.some(
    ({ answer, entry }) => answer === 'remedy' && others.some((other) => other.entry === entry),
  );
  const mayConfirm = session !== undefined && speaksForParty(session) && session.party === party;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('sitting.party-says', { party: name, count: choices.length })}
      </Title>
      <List size="sm" listStyleType="none" spacing={2}>
        {choices.map((choice) => (
          <List.Item key={choice.entry}>
            <Group gap={4} wrap="nowrap" align="start">
              <ActionIcon
                variant="subtle"
                size="sm"
                aria-label={t('sitting.take-back', { title: choice.title })}
                disabled={confirming.isPending}
                onClick={() => onTakeBack(choice)}
              >
                <span aria-hidden="true">✕</span>
              </ActionIcon>
              <Text size="sm">
                {t(`sitting.answers.${choice.answer}`)}: {choice.title}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
      {missing > 0 && <Text size="sm">{t('sitting.missing', { count: missing })}</Text>}
      {mayConfirm ? (
        <>
          {waitsForAgreement && <Text size="sm">{t('sitting.after-agreement')}</Text>}
          <Button
            loading={confirming.isPending}
            disabled={missing > 0 || waitsForAgreement}
            onClick={() => confirming.confirm(choices)}
          >
            {t('sitting.confirm', { party: name, count: choices.length })}
          </Button>
          {confirming.isPending && (
            <Text size="sm" aria-live="polite">
              {t('sitting.confirming', { done: confirming.done, count: choices.length })}
            </Text>
          )}
          {confirming.error !== null && <Refusal error={confirming.error} />}
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t(session?.party === null ? 'sitting.nobody-confirms' : 'sitting.other-confirms', { party: name })}
        </Text>
      )}
    </Stack>
  );
}
