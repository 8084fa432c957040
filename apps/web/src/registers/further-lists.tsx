import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RegisterRows } from './register-rows';
import { isRow } from './readable';
import { ReadableValue } from './readable-value';
import { readable } from './readable';
import { columnsOf } from './rows';
import { useWords } from './use-words';

/** The other lists of a register, such as its totals. */
export function FurtherLists({ lists }: { readonly lists: Readonly<Record<string, readonly unknown[]>> }) {
  const { t } = useTranslation();
  const words = useWords();
  const titles: Readonly<Record<string, string>> = t('registers.further', { returnObjects: true });
  return Object.entries(lists).map(([name, values]) => {
    const title = titles[name] ?? words.label(name);
    const rows = values.filter(isRow).map((row, index) => ({ key: `${name}-${index + 1}`, row }));
    return (
      <section key={name}>
        <Title order={2} size="h4" mt="lg" mb="xs">
          {title}
        </Title>
        {rows.length === values.length ? (
          <RegisterRows title={title} rows={rows} columns={columnsOf(rows)} />
        ) : (
          <ReadableValue value={readable(name, values, words)} />
        )}
      </section>
    );
  });
}
