import { forwardRef } from 'react';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { asItReads } from '../frame/as-it-reads';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import type { LedgerEntry } from './answering';
import type { LedgerSearch } from './ledger-search';
import { EffectMark, StatusMark } from './marks';
import type { Names } from './use-names';

interface LedgerRowProps {
  readonly entry: LedgerEntry;
  readonly names: Names;
  readonly search: LedgerSearch;
  /** Of all rows; the head of the table is the first. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  /** Tab goes to one row; arrow keys go to the others. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

/** One entry: when, who, what, what it did, and what became of it. All of it leads to the entry. */
export const LedgerRow = forwardRef<HTMLAnchorElement, LedgerRowProps>(function LedgerRow(
  { entry: logged, names, search, rowIndex, top, height, isStop, onFocus },
  ref,
) {
  const { relationship } = useView();
  const entry = asItReads(logged);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className="ledger-row"
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <span role="cell" className="ledger-when">
        {formatDate(entry.effective)}
      </span>
      <span role="cell" className="ledger-recorded ledger-dim">
        {formatDate(entry.recorded)}
      </span>
      <span role="cell" className="ledger-who">
        {names.party(entry.party)}
      </span>
      <span role="cell" className="ledger-title">
        <Link
          className="ledger-link"
          ref={ref}
          to="/r/$relationship/ledger/$entry"
          params={{ relationship, entry: entry.id }}
          search={search}
          preload={false}
          tabIndex={isStop ? 0 : -1}
          onFocus={onFocus}
        >
          {names.kind(entry.kind)?.title ?? entry.kind}
        </Link>
      </span>
      <span role="cell" className="ledger-text ledger-dim">
        {entry.status === 'voided' ? <s>{entry.text}</s> : entry.text}
      </span>
      <span role="cell" className="ledger-effect">
        <EffectMark entry={entry} />
      </span>
      <Text span inherit role="cell" className="ledger-status" fw={500}>
        <StatusMark status={entry.status} isShort />
      </Text>
    </div>
  );
});
