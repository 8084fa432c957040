import { useState } from 'react';
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { todayIn } from './entry-body';

const PRECISIONS = ['day', 'month', 'year'] as const;
type Precision = (typeof PRECISIONS)[number];
/** Characters of a date that is as precise. */
const LENGTHS: Readonly<Record<Precision, number>> = { day: 10, month: 7, year: 4 };

/** When it happened, as precisely as that is known. */
export function DayField({
  value,
  error,
  onChange,
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  // What is half typed has the length of nothing yet.
  const [precision, setPrecision] = useState(() => PRECISIONS.find((each) => LENGTHS[each] === value.length) ?? 'day');
  const turn = (to: Precision): void => {
    const today = todayIn(new Date());
    const base = PRECISIONS.some((each) => LENGTHS[each] === value.length) ? value : today;
    setPrecision(to);
    onChange((base + today.slice(base.length)).slice(0, LENGTHS[to]));
  };
  return (
    <Group align="flex-start" gap="xs">
      <TextInput
        type={precision === 'day' ? 'date' : precision === 'month' ? 'month' : 'number'}
        label={t('logEntry.effective')}
        required
        placeholder={precision === 'month' ? 'YYYY-MM' : undefined}
        w={180}
        value={value}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <NativeSelect
        label={t('logEntry.precision')}
        w={130}
        value={precision}
        data={PRECISIONS.map((each) => ({ value: each, label: t(`logEntry.${each}`) }))}
        onChange={({ currentTarget }) => turn(currentTarget.value as Precision)}
      />
    </Group>
  );
}
