import { useCallback, useEffect, useState } from 'react';
import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { mayReadEntries, speaksForParty, useSession } from '../api/session';
import { ButtonLink } from '../frame/links';
import { ProblemNotice } from '../frame/problem-notice';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { LedgerFilters } from './ledger-filters';
import { LedgerRows } from './ledger-rows';
import { MAX_PRINTED } from './limits';
import { isFiltered, type LedgerSearch } from './ledger-search';
import { Newer } from './newer';
import { NoRight } from './no-right';
import { useLedgerPages } from './use-ledger-pages';
import { useNames } from './use-names';

/** Every entry in the order of the ledger. */
export function LedgerScreen() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  return (
    <Stack gap="sm">
      <Title order={1} size="h3">
        {t('ledger.title')}
      </Title>
      {session !== undefined && (mayReadEntries(session) ? <Ledger /> : <NoRight />)}
    </Stack>
  );
}

function Ledger() {
  const { t } = useTranslation();
  const names = useNames();
  const search = useLedgerSearch();
  const navigate = useNavigate();
  const onSearch = useCallback(
    (asked: LedgerSearch) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: ({ asOf, knownAt }) => ({ asOf, knownAt, ...asked }),
      }),
    [navigate],
  );
  const { clocks } = useView();
  const isWhole = !isFiltered(search) && clocks.asOf === undefined && clocks.knownAt === undefined;
  const pages = useLedgerPages(search);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = pages;
  const onPrint = usePrint(pages);
  const onReadAgain = useCallback(() => void refetch(), [refetch]);
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <>
      <LedgerFilters search={search} names={names} onSearch={onSearch} />
      <Shown read={pages}>
        {({ pages: read }) => {
          const entries = read.flatMap((page) => page.entries);
          const total = hasNextPage ? (isWhole ? (read[0]?.ledgerSize ?? null) : null) : entries.length;
          return (
            <>
              <Newer ledgerSize={read[0]?.ledgerSize ?? 0} pagesRead={read.length} onReadAgain={onReadAgain} />
              <Found
                found={entries.length}
                total={total}
                search={search}
                onClear={() => onSearch({})}
                onPrint={onPrint}
              />
              {entries.length > 0 && (
                <LedgerRows
                  key={JSON.stringify(search)}
                  entries={entries}
                  total={total}
                  names={names}
                  search={search}
                  onEnd={onEnd}
                />
              )}
              {isFetchNextPageError && <ProblemNotice error={pages.error} reset={() => void fetchNextPage()} />}
              {isFetchingNextPage && (
                <Center>
                  <Loader size="xs" type="dots" aria-hidden="true" />
                </Center>
              )}
            </>
          );
        }}
      </Shown>
      <Text size="xs" c="dimmed" className="not-printed">
        {t('ledger.keys')}
      </Text>
    </>
  );
}

/** Reads as many pages as are printed at most, and prints. */
function usePrint(pages: ReturnType<typeof useLedgerPages>): (() => void) | undefined {
  const [isWanted, setWanted] = useState(false);
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const found = data?.pages.reduce((count, page) => count + page.entries.length, 0) ?? 0;
  const isMissing = hasNextPage && !isFetchNextPageError && found < MAX_PRINTED;
  useEffect(() => {
    if (!isWanted || isFetchingNextPage) return undefined;
    if (isMissing) {
      void fetchNextPage();
      return undefined;
    }
    // Once all of it is drawn.
    const drawn = window.setTimeout(() => {
      setWanted(false);
      window.print();
    });
    return () => window.clearTimeout(drawn);
  }, [isWanted, isFetchingNextPage, isMissing, fetchNextPage]);
  return isWanted ? undefined : () => setWanted(true);
}

function useLedgerSearch(): LedgerSearch {
  const { kind, factor, party, status, text, order } = useSearch({ from: '/framed/r/$relationship/ledger' });
  return Object.fromEntries(
    Object.entries({ kind, factor, party, status, text, order }).filter(([, value]) => value !== undefined),
  );
}

interface FoundProps {
  readonly found: number;
  /** Null while it is not known how many there are. */
  readonly total: number | null;
  readonly search: LedgerSearch;
  readonly onClear: () => void;
  /** Absent while it is under way. */
  readonly onPrint: (() => void) | undefined;
}

/** How many entries there are; where there are none, what to do next. */
function Found({ found, total, search, onClear, onPrint }: FoundProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data: session } = useSession();
  const filtered = isFiltered(search);
  if (found === 0) {
    return (
      <Alert variant="light" title={t(filtered ? 'ledger.none' : 'ledger.none-at-all')}>
        {filtered ? (
          <Button variant="default" onClick={onClear}>
            {t('ledger.clear')}
          </Button>
        ) : (
          session !== undefined &&
          speaksForParty(session) && (
            <ButtonLink to="/r/$relationship/log" params={{ relationship }}>
              {t('ledger.log-first')}
            </ButtonLink>
          )
        )}
      </Alert>
    );
  }
  return (
    <Group gap="md" justify="space-between">
      <Text size="sm" aria-live="polite">
        {total === null
          ? t('ledger.found-so-far', { count: found })
          : t(filtered ? 'ledger.found' : 'ledger.count', { count: total })}
      </Text>
      <Group gap="xs" className="not-printed">
        {filtered && (
          <Button variant="subtle" size="compact-sm" onClick={onClear}>
            {t('ledger.clear')}
          </Button>
        )}
        <Button variant="default" size="compact-sm" onClick={onPrint} loading={onPrint === undefined}>
          {t('ledger.print')}
        </Button>
      </Group>
      {Math.min(found, MAX_PRINTED) < (total ?? Infinity) && (
        <Text size="sm" className="only-printed">
          {t('ledger.printed', { count: Math.min(found, MAX_PRINTED) })}
        </Text>
      )}
    </Group>
  );
}
