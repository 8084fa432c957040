import { Button, Card, Group, NumberInput, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { formatScore } from '../texts/format';
import { partyWord } from '../texts/party-word';
import { MAX_WEIGHT, MIN_WEIGHT, weightTyped, withLevel, withWeight, type Supposition } from './what-if-search';

type FactorScore = Schemas['FactorScoreAnswer'];

export interface ControlsProps {
  readonly factors: readonly FactorScore[];
  readonly parties: readonly string[];
  readonly supposed: Supposition;
  readonly onSuppose: (supposed: Supposition) => void;
}

const LEVELS = ['0', '1', '2', '3', '4'] as const;
const AS_IS = 'as-is';

/** A level of each party and a weight to suppose, factor by factor. */
export function FactorControls({ factors, parties, supposed, onSuppose }: ControlsProps) {
  const { t } = useTranslation();
  return (
    <Card className="not-printed">
      <Title order={2} size="h4">
        {t('whatIf.controls')}
      </Title>
      <Text size="sm" mb="sm">
        {t('whatIf.controls-help')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="md">
        {factors
          .filter(({ status }) => status !== 'not-applicable')
          .map((factor) => (
            <Controls key={factor.code} {...{ factor, parties, supposed, onSuppose }} />
          ))}
      </SimpleGrid>
    </Card>
  );
}

function Controls({ factor, parties, supposed, onSuppose }: Omit<ControlsProps, 'factors'> & { factor: FactorScore }) {
  const { t } = useTranslation();
  const { code, name, score, weight, ratings } = factor;
  const title = `${code} ${name}`;
  const weighs = supposed.weights.find((each) => each.factor === code)?.weight;
  const isSupposed = weighs !== undefined || supposed.ratings.some((each) => each.factor === code);
  const clear = (): void => {
    const without = parties.reduce((rest, party) => withLevel(rest, party, code, null), supposed);
    onSuppose(withWeight(without, code, null));
  };
  return (
    <Stack gap={6} component="fieldset" bd={0} p={0} m={0} miw={0}>
      <Text component="legend" fw={600} size="sm" p={0}>
        {title}{' '}
        <Text span size="sm" c="dimmed">
          {formatScore(score)}
        </Text>
      </Text>
      {parties.map((party) => {
        const now = ratings[party]?.level;
        const rating = supposed.ratings.find((each) => each.party === party && each.factor === code);
        const who = partyWord(t, party);
        return (
          <div key={party}>
            <Text size="xs" c="dimmed" aria-hidden="true">
              {now === undefined
                ? t('whatIf.level-of-none', { party: who })
                : t('whatIf.level-of', { party: who, level: now })}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t('whatIf.level-label', { factor: title, party: who })}
              value={rating === undefined ? AS_IS : String(rating.level)}
              onChange={(level) => onSuppose(withLevel(supposed, party, code, level === AS_IS ? null : Number(level)))}
              data={[
                { value: AS_IS, label: t('whatIf.as-is') },
                ...LEVELS.map((level) => ({ value: level, label: level })),
              ]}
            />
          </div>
        );
      })}
      <Group gap="xs" align="flex-end">
        <WeightInput
          key={weighs ?? weight}
          label={t('whatIf.weight', { weight })}
          value={weighs ?? weight}
          onWeight={(next) => onSuppose(withWeight(supposed, code, next === weight ? null : next))}
        />
        {isSupposed && (
          <Button size="xs" variant="default" onClick={clear}>
            {t('whatIf.clear-one')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface WeightInputProps {
  readonly label: string;
  readonly value: number;
  readonly onWeight: (weight: number) => void;
}

/** Taken over when it is left, or by the return key: not with each digit. */
function WeightInput({ label, value, onWeight }: WeightInputProps) {
  const take = (text: string): void => {
    const weight = weightTyped(text);
    if (weight !== null && weight !== value) onWeight(weight);
  };
  return (
    <NumberInput
      size="xs"
      w={150}
      label={label}
      defaultValue={value}
      min={MIN_WEIGHT}
      max={MAX_WEIGHT}
      step={5}
      decimalScale={4}
      onBlur={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget.value)}
    />
  );
}
