import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useElementScrollRestoration } from '@tanstack/react-router';
import { usePrinted } from '../frame/use-printed';
import type { LedgerEntry } from './answering';
import { LedgerRow } from './ledger-row';
import type { LedgerSearch } from './ledger-search';
import { MAX_PRINTED } from './limits';
import { rowAfter } from './row-keys';
import type { Names } from './use-names';
import './ledger.css';

/** Height of a row of two lines, in the size of the text. */
const ROW_REM = 3.25;
/** Rows kept ready above and below what is seen. */
const OVERSCAN = 12;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 80;
const SCROLL_ID = 'ledger';

const HEADS = [
  { name: 'effective', area: 'ledger-when' },
  { name: 'recorded', area: 'ledger-recorded' },
  { name: 'who', area: 'ledger-who' },
  { name: 'what', area: 'ledger-title' },
  { name: 'text', area: 'ledger-text' },
  { name: 'sign', area: 'ledger-effect' },
  { name: 'answered', area: 'ledger-status' },
] as const;

interface LedgerRowsProps {
  readonly entries: readonly LedgerEntry[];
  /** How many there are in all; null while that is not known. */
  readonly total: number | null;
  readonly names: Names;
  readonly search: LedgerSearch;
  /** Asks for more, where there is more. */
  readonly onEnd: () => void;
}

/** The entries as a table of which only what is seen is drawn, however many there are; on paper, the first of them. */
export function LedgerRows({ entries, total, names, search, onEnd }: LedgerRowsProps) {
  const { t } = useTranslation();
  const isPrinted = usePrinted();
  const rowPx = ROW_REM * remPx();
  const scroll = useRef<HTMLDivElement>(null);
  const focused = useRef<HTMLAnchorElement>(null);
  const [active, setActive] = useState(0);
  const [isMoving, setMoving] = useState(false);
  const scrolled = useElementScrollRestoration({ id: SCROLL_ID });
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    initialOffset: scrolled?.scrollY ?? 0,
    useFlushSync: false,
    // The row that has the focus stays, wherever one scrolls: else the focus would be lost.
    rangeExtractor: (range: Range) =>
      isPrinted
        ? Array.from({ length: Math.min(range.count, MAX_PRINTED) }, (_, index) => index)
        : active < range.count
          ? [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b)
          : defaultRangeExtractor(range),
  });
  const rows = virtualizer.getVirtualItems();
  const last = virtualizer.range?.endIndex ?? 0;

  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);

  useEffect(() => {
    if (last >= entries.length - AHEAD) onEnd();
  }, [last, entries.length, onEnd]);

  useEffect(() => {
    if (!isMoving) return;
    focused.current?.focus({ preventScroll: true });
    setMoving(false);
  }, [isMoving, active]);

  const move = (event: KeyboardEvent): void => {
    const pageRows = Math.max(1, Math.floor((scroll.current?.clientHeight ?? rowPx) / rowPx) - 1);
    const next = rowAfter(event.key, active, entries.length, pageRows);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    setMoving(true);
    virtualizer.scrollToIndex(next);
  };

  return (
    <div
      className="ledger-table"
      role="table"
      aria-label={t('ledger.table')}
      aria-rowcount={total === null ? -1 : total + 1}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="ledger-head">
          {HEADS.map(({ name, area }) => (
            <span key={name} role="columnheader" className={area}>
              {t(`ledger.${name}`)}
            </span>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className="ledger-scroll"
        ref={scroll}
        data-scroll-restoration-id={SCROLL_ID}
        onKeyDown={move}
      >
        <div role="presentation" className="ledger-length" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const entry = entries[index];
            return entry === undefined ? null : (
              <LedgerRow
                key={entry.id}
                ref={index === active ? focused : null}
                entry={entry}
                names={names}
                search={search}
                rowIndex={index + 2}
                top={start}
                height={rowPx}
                isStop={index === active}
                onFocus={() => setActive(index)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
