import { useEffect, useState, type ReactNode } from 'react';
import { Button, Collapse, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { isFiltered, ledgerSearchOf, MAX_TEXT_LENGTH, STATUSES, type LedgerSearch } from './ledger-search';
import type { Names } from './use-names';

/** Milliseconds after the last letter, before it is looked for. */
const TYPING_MS = 350;

interface LedgerFiltersProps {
  readonly search: LedgerSearch;
  readonly names: Names;
  readonly onSearch: (search: LedgerSearch) => void;
}

/** The conditions and the order of the ledger; they stand in its address. */
export function LedgerFilters({ search, names, onSearch }: LedgerFiltersProps) {
  const { t } = useTranslation();
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const [isOpen, conditions] = useDisclosure(isFiltered(search));
  const set = (name: keyof LedgerSearch, value: string): void =>
    onSearch(ledgerSearchOf({ ...search, [name]: value === '' ? undefined : value }));
  const choice = (name: Exclude<keyof LedgerSearch, 'text' | 'order'>, options: ReactNode): ReactNode => (
    <NativeSelect
      label={t(`ledger.${name}`)}
      value={search[name] ?? ''}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
    >
      <option value="">{t('ledger.any')}</option>
      {options}
    </NativeSelect>
  );
  const words = <WordsInput text={search.text ?? ''} onText={(text) => set('text', text)} />;
  return (
    <div role="search" aria-label={t('ledger.filters')} className="not-printed">
      {!isWide && (
        <Group align="end" gap="sm" mb="sm" wrap="nowrap">
          {words}
          <Button variant="default" onClick={conditions.toggle} aria-expanded={isOpen}>
            {t('ledger.show-filters')}
          </Button>
        </Group>
      )}
      <Collapse expanded={isWide || isOpen}>
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3, lg: 6 }} spacing="sm" verticalSpacing="xs">
          {isWide && words}
          {choice(
            'kind',
            names.kinds.map(({ kind, title }) => (
              <option key={kind} value={kind}>
                {title}
              </option>
            )),
          )}
          {choice(
            'factor',
            names.factors.map(({ code, name }) => (
              <option key={code} value={String(code)}>
                {code} {name}
              </option>
            )),
          )}
          {choice(
            'party',
            [...names.parties.map(({ id }) => id), 'joint', 'third-party', 'ledger'].map((id) => (
              <option key={id} value={id}>
                {names.party(id)}
              </option>
            )),
          )}
          {choice(
            'status',
            STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`words.status.${status}`)}
              </option>
            )),
          )}
          <NativeSelect
            label={t('ledger.order')}
            value={search.order ?? ''}
            onChange={({ currentTarget }) => set('order', currentTarget.value)}
          >
            <option value="">{t('ledger.newest')}</option>
            <option value="oldest">{t('ledger.oldest')}</option>
          </NativeSelect>
        </SimpleGrid>
      </Collapse>
    </div>
  );
}

function WordsInput({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  // What was last looked for; where the address says something else, somebody went back or followed a link.
  const [known, setKnown] = useState(text);
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }
  useEffect(() => {
    const words = typed.trim();
    if (words === known) return;
    const timer = window.setTimeout(() => {
      setKnown(words);
      onText(words);
    }, TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [typed, known, onText]);
  return (
    <TextInput
      type="search"
      flex={1}
      label={t('ledger.search')}
      placeholder={t('ledger.search-help')}
      maxLength={MAX_TEXT_LENGTH}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
