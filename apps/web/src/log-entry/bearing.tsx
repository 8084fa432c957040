import { Checkbox, NativeSelect, Radio, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { api } from '../api/client';
import type { Draft } from './draft';
import { asksSeverity } from './entry-body';
import type { Kind } from './kinds';

const SIGNS = ['+', '0', '-'] as const;
const SEVERITIES = ['minor', 'moderate', 'major', 'critical'] as const;

export interface FormFields {
  readonly kind: Kind;
  readonly draft: Draft;
  /** What is wrong with a field, by the path that the API names it by. */
  readonly errorOf: (path: string) => string | undefined;
  readonly change: (changes: Partial<Draft>) => void;
}

/** Factor, sign, severity and level: each only where the kind leaves it open. */
export function Bearing({ kind, draft, errorOf, change }: FormFields) {
  const { t } = useTranslation();
  const usual = SEVERITIES.find((each) => each === kind.severity);
  return (
    <Stack gap="sm">
      {kind.signChoice && (
        <Radio.Group
          label={t('logEntry.sign')}
          value={draft.sign}
          error={errorOf('sign')}
          onChange={(sign) => change({ sign })}
        >
          <Group gap="md" mt={4}>
            {SIGNS.map((sign) => (
              <Radio key={sign} value={sign} label={t(`logEntry.signs.${sign}`)} />
            ))}
          </Group>
        </Radio.Group>
      )}
      {kind.factorChoice !== null && <FactorField {...{ kind, draft, errorOf, change }} />}
      {kind.rating && (
        <>
          <NativeSelect
            label={t('logEntry.level')}
            required
            w={180}
            value={draft.level}
            error={errorOf('level')}
            data={[{ value: '', label: t('logEntry.choose') }, '0', '1', '2', '3', '4']}
            onChange={({ currentTarget }) => change({ level: currentTarget.value })}
          />
          <Checkbox
            label={t('logEntry.evidenced')}
            checked={draft.evidenced}
            onChange={({ currentTarget }) => change({ evidenced: currentTarget.checked })}
          />
        </>
      )}
      {usual !== undefined && asksSeverity(kind, draft) && (
        <NativeSelect
          label={t('logEntry.severity')}
          maw={320}
          value={draft.severity}
          error={errorOf('severity')}
          data={[
            { value: '', label: t('logEntry.severity-usual', { severity: t(`logEntry.severities.${usual}`) }) },
            ...SEVERITIES.map((each) => ({ value: each, label: t(`logEntry.severities.${each}`) })),
          ]}
          onChange={({ currentTarget }) => change({ severity: currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function FactorField({ kind, draft, errorOf, change }: FormFields) {
  const { t } = useTranslation();
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const params = { path: { relationship } };
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params });
  const choice = kind.factorChoice ?? [];
  const factors = (data?.factors ?? []).filter(({ code }) => choice.length === 0 || choice.includes(code));
  const none = kind.rating ? t('logEntry.choose') : t('logEntry.factor-none');
  const usual = factors.find(({ code }) => code === kind.factor);
  return (
    <NativeSelect
      label={t('logEntry.factor')}
      required={kind.rating}
      maw={480}
      value={draft.factor}
      error={errorOf('factor')}
      data={[
        { value: '', label: usual === undefined ? none : `${usual.code} ${usual.name}` },
        ...factors
          .filter(({ code }) => code !== usual?.code)
          .map(({ code, name }) => ({ value: String(code), label: `${code} ${name}` })),
      ]}
      onChange={({ currentTarget }) => change({ factor: currentTarget.value })}
    />
  );
}
