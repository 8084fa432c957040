import { useRef, useState, type KeyboardEvent } from 'react';
import { Button, Card, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rowAfter } from '../ledger/row-keys';
import type { Names } from '../ledger/use-names';
import { answerOfKey, chosen, withText, type Choice, type SittingAnswer } from './choices';
import { WaitingRow, type WaitingEntry } from './waiting-row';

/** Rows drawn at once; the longest waiting come first. */
const ROWS_SHOWN = 25;
const PAGE_ROWS = 10;

interface WaitingListProps {
  readonly title: string;
  readonly rows: readonly WaitingEntry[];
  readonly names: Names;
  readonly choices: readonly Choice[];
  readonly chooses: boolean;
  readonly onChoices: (change: (choices: readonly Choice[]) => readonly Choice[]) => void;
}

/** What waits for one party: arrow keys go through it, one key answers and goes on. */
export function WaitingList({ title, rows, names, choices, chooses, onChoices }: WaitingListProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(ROWS_SHOWN);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const drawn = rows.slice(0, shown);
  const stop = Math.min(active, drawn.length - 1);

  const goTo = (index: number): void => {
    setActive(index);
    list.current?.querySelectorAll<HTMLElement>('.sitting-row')[index]?.focus();
  };
  const answer = (row: WaitingEntry, said: SittingAnswer): void => onChoices((before) => chosen(before, row, said));
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const next = rowAfter(event.key, stop, drawn.length, PAGE_ROWS);
    if (next !== null) {
      event.preventDefault();
      goTo(next);
      return;
    }
    const said = answerOfKey(event.key);
    const row = drawn[stop];
    if (said === null || row === undefined || !chooses) return;
    event.preventDefault();
    answer(row, said);
    // A dispute and a remedy ask for words first.
    if (said === 'agreement' || said === 'note') goTo(Math.min(stop + 1, drawn.length - 1));
  };

  return (
    <Card padding={0}>
      <Title order={2} size="h5" p="sm">
        {title}
      </Title>
      <ul className="sitting-list" ref={list} onKeyDown={onKey} aria-label={title}>
        {drawn.map((row, index) => (
          <WaitingRow
            key={row.entry}
            row={row}
            names={names}
            choices={choices}
            chooses={chooses}
            isStop={index === stop}
            onFocus={() => setActive(index)}
            onAnswer={(said) => {
              setActive(index);
              answer(row, said);
            }}
            onText={(choice, text) => onChoices((before) => withText(before, choice, text))}
            onNext={() => goTo(Math.min(index + 1, drawn.length - 1))}
          />
        ))}
      </ul>
      {rows.length > shown && (
        <Button m="sm" variant="default" onClick={() => setShown(shown + ROWS_SHOWN)}>
          {t('sitting.more', { count: Math.min(ROWS_SHOWN, rows.length - shown) })}
        </Button>
      )}
    </Card>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
