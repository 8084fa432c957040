import { useState } from 'react';
import { Button, Card, Checkbox, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { partyWord } from '../texts/party-word';
import type { ControlsProps } from './factor-controls';
import { SEVERITIES, type SupposedEvent } from './what-if-search';

const FIRST: SupposedEvent = { party: 'client', factor: 609, sign: 'plus', severity: 'moderate', agreed: true };

/** Events to suppose, as if they happened today. */
export function EventsCard({ factors, parties, supposed, onSuppose }: ControlsProps) {
  const { t } = useTranslation();
  const applicable = factors.filter(({ status }) => status !== 'not-applicable');
  const [event, setEvent] = useState<SupposedEvent>({
    ...FIRST,
    party: parties[0] ?? FIRST.party,
    factor: applicable[0]?.code ?? FIRST.factor,
  });
  const nameOf = (code: number): string => `${code} ${factors.find((factor) => factor.code === code)?.name ?? ''}`;
  const sentenceOf = ({ sign, severity, party, factor, agreed }: SupposedEvent): string => {
    const words = t('whatIf.event', {
      sign: sign === 'plus' ? '+' : '−',
      severity: t(`whatIf.severity.${severity}`),
      party: partyWord(t, party),
      factor: nameOf(factor),
    });
    return agreed ? `${words}, ${t('whatIf.event-agreed-short')}` : words;
  };
  const { events } = supposed;
  return (
    <Card className="not-printed">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {t('whatIf.events')}
          </Title>
          <Text size="sm">{t('whatIf.events-help')}</Text>
        </div>
        {events.length > 0 && (
          <List listStyleType="none" spacing="xs" size="sm">
            {events.map((each, index) => (
              <List.Item key={index}>
                <Group gap="xs">
                  <Text size="sm">{sentenceOf(each)}</Text>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('whatIf.take-out', { event: sentenceOf(each) })}
                    onClick={() => onSuppose({ ...supposed, events: events.toSpliced(index, 1) })}
                  >
                    {t('whatIf.clear-one')}
                  </Button>
                </Group>
              </List.Item>
            ))}
          </List>
        )}
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('whatIf.event-sign')}
            value={event.sign}
            onChange={({ currentTarget }) =>
              setEvent({ ...event, sign: currentTarget.value === 'plus' ? 'plus' : 'minus' })
            }
            data={(['plus', 'minus'] as const).map((value) => ({ value, label: t(`whatIf.${value}`) }))}
          />
          <NativeSelect
            label={t('whatIf.event-severity')}
            value={event.severity}
            onChange={({ currentTarget }) =>
              setEvent({
                ...event,
                severity: SEVERITIES.find((each) => each === currentTarget.value) ?? FIRST.severity,
              })
            }
            data={SEVERITIES.map((value) => ({ value, label: t(`whatIf.severity.${value}`) }))}
          />
          <NativeSelect
            label={t('whatIf.event-factor')}
            maw="100%"
            value={String(event.factor)}
            onChange={({ currentTarget }) => setEvent({ ...event, factor: Number(currentTarget.value) })}
            data={applicable.map(({ code }) => ({ value: String(code), label: nameOf(code) }))}
          />
          <NativeSelect
            label={t('whatIf.event-party')}
            value={event.party}
            onChange={({ currentTarget }) => setEvent({ ...event, party: currentTarget.value })}
            data={parties.map((party) => ({ value: party, label: partyWord(t, party) }))}
          />
          <Checkbox
            label={t('whatIf.event-agreed')}
            pb={8}
            checked={event.agreed}
            onChange={({ currentTarget }) => setEvent({ ...event, agreed: currentTarget.checked })}
          />
          <Button onClick={() => onSuppose({ ...supposed, events: [...events, event] })}>{t('whatIf.add')}</Button>
        </Group>
      </Stack>
    </Card>
  );
}
