import { useMemo } from 'react';
import { Button, Group, NativeSelect, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../frame/file-address';
import { useView } from '../frame/use-view';
import { ownViews } from './own-views';
import { EmptyRegister } from './empty-register';
import { FurtherLists } from './further-lists';
import type { RegisterAnswer, RegisterName } from './register-groups';
import { RegisterRows } from './register-rows';
import { RegisterSummary } from './register-summary';
import { columnsOf, registerOf, sorted, withWords } from './rows';
import { useRegisterSearch } from './use-register-search';
import { useWords } from './use-words';

interface RegisterViewProps {
  readonly register: RegisterName;
  readonly answer: RegisterAnswer;
}

/** A register with what narrows it down: in the view that it has of its own, otherwise as a table. */
export function RegisterView({ register, answer }: RegisterViewProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { relationship, clocks } = useView();
  const [{ q, sort, as }, change] = useRegisterSearch();
  const taken = useMemo(() => registerOf(register, answer), [register, answer]);
  const found = useMemo(() => withWords(taken.rows, q, words), [taken, q, words]);
  const shown = useMemo(() => sorted(found, sort), [found, sort]);
  const columns = useMemo(() => columnsOf(taken.rows), [taken]);
  const kept = useMemo(() => new Set<object>(found.map(({ row }) => row)), [found]);
  const Own = ownViews[register];
  const isTable = Own === undefined || as === 'table';
  const count = taken.rows.length;
  return (
    <>
      <Group align="end" gap="sm" mb="sm" className="not-printed">
        <TextInput
          label={t('registers.filter')}
          placeholder={t('registers.filter-help')}
          value={q ?? ''}
          onChange={({ currentTarget }) => change({ q: currentTarget.value === '' ? undefined : currentTarget.value })}
        />
        {isTable && (
          <NativeSelect
            label={t('registers.sort')}
            value={sort ?? ''}
            onChange={({ currentTarget }) =>
              change({ sort: currentTarget.value === '' ? undefined : currentTarget.value })
            }
            data={[
              { value: '', label: t('registers.sort-none') },
              ...columns.flatMap((field) => [
                { value: field, label: words.label(field) },
                { value: `-${field}`, label: t('registers.sort-down', { label: words.label(field) }) },
              ]),
            ]}
          />
        )}
        <Button
          component="a"
          variant="default"
          href={fileAddress(relationship, register, clocks, { format: 'csv' })}
          download
        >
          {t('registers.download')}
        </Button>
        {Own !== undefined && (
          <Switch
            mb={8}
            label={t('registers.as-table')}
            checked={as === 'table'}
            onChange={({ currentTarget }) => change({ as: currentTarget.checked ? 'table' : undefined })}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="xs" aria-live="polite">
        {found.length === count
          ? t('registers.rows', { count })
          : t('registers.rows-of', { shown: found.length, count })}
      </Text>
      {isTable && <RegisterSummary summary={taken.summary} />}
      {count === 0 && <EmptyRegister register={register} />}
      {count > 0 && found.length === 0 && <Text>{t('registers.none-left')}</Text>}
      {isTable ? (
        <>
          <RegisterRows title={t(`registers.names.${register}.title`)} rows={shown} columns={columns} />
          <FurtherLists lists={taken.further} />
        </>
      ) : (
        count > 0 && <Own keep={(row) => kept.has(row)} />
      )}
    </>
  );
}
