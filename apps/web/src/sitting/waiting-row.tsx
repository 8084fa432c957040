import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Button, Group, Kbd, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { MAX_ANSWER_LENGTH } from '../ledger/limits';
import { EffectMark } from '../ledger/marks';
import type { Names } from '../ledger/use-names';
import { formatDate } from '../texts/format';
import { KEYS, SITTING_ANSWERS, choiceOf, mayBePutRight, type Choice, type SittingAnswer } from './choices';

export type WaitingEntry = Schemas['UnansweredEntryAnswer'];

interface WaitingRowProps {
  readonly row: WaitingEntry;
  readonly names: Names;
  readonly choices: readonly Choice[];
  /** Whether the session chooses at all. */
  readonly chooses: boolean;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onAnswer: (answer: SittingAnswer) => void;
  readonly onText: (choice: Choice, text: string) => void;
  /** The words are written: go on. */
  readonly onNext: () => void;
}

/** One entry that awaits an answer, with one key for each. */
export function WaitingRow({ row, names, choices, chooses, isStop, ...on }: WaitingRowProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const answer = choiceOf(choices, row.party, row.entry);
  const remedy = choiceOf(choices, row.by, row.entry);
  const isChosen = (one: SittingAnswer): boolean => (one === 'remedy' ? remedy : answer)?.answer === one;
  const worded = remedy ?? (answer?.answer === 'dispute' ? answer : undefined);
  return (
    <li
      className="sitting-row"
      tabIndex={isStop ? 0 : -1}
      data-row={`${row.party} ${row.entry}`}
      // Also that of what is inside: the keys answer the entry that one is at.
      onFocus={on.onFocus}
    >
      <div>
        <Text size="sm" fw={600}>
          <TextLink
            to="/r/$relationship/ledger/$entry"
            params={{ relationship, entry: row.entry }}
            preload={false}
            aria-label={`${row.title}: ${t('sitting.open', { entry: row.entry })}`}
          >
            {row.title}
          </TextLink>{' '}
          · <EffectMark entry={{ sign: row.sign, severity: row.severity, level: null }} />
        </Text>
        {row.text !== null && (
          <Text size="sm" className="sitting-text">
            {row.text}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {t('sitting.by-days', {
            party: names.party(row.by),
            effective: formatDate(row.effective),
            count: row.days,
          })}{' '}
          · {t(row.late ? 'sitting.late' : 'sitting.answer-by', { answerBy: formatDate(row.answerBy) })}
        </Text>
      </div>
      {chooses && (
        <Group gap={4} wrap="nowrap">
          {SITTING_ANSWERS.filter((one) => one !== 'remedy' || mayBePutRight(row)).map((one) => (
            <Button
              key={one}
              size="compact-sm"
              variant={isChosen(one) ? 'filled' : 'default'}
              aria-pressed={isChosen(one)}
              tabIndex={isStop ? 0 : -1}
              onClick={() => on.onAnswer(one)}
            >
              {isChosen(one) ? '✓ ' : ''}
              {t(`sitting.answers.${one}`)}
            </Button>
          ))}
        </Group>
      )}
      {chooses && worded !== undefined && (
        <Words key={worded.answer} choice={worded} names={names} onText={on.onText} onNext={on.onNext} />
      )}
    </li>
  );
}

interface WordsProps {
  readonly choice: Choice;
  readonly names: Names;
  readonly onText: (choice: Choice, text: string) => void;
  readonly onNext: () => void;
}

function Words({ choice, names, onText, onNext }: WordsProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const isNew = useRef(choice.text === '');
  // Who has just chosen it says why next.
  useEffect(() => {
    if (isNew.current && document.activeElement?.closest('.sitting-row') !== null) field.current?.focus();
  }, []);
  const go = (event: KeyboardEvent): void => {
    if ((event.key !== 'Enter' || event.shiftKey) && event.key !== 'Escape') return;
    event.preventDefault();
    onNext();
  };
  return (
    <Textarea
      ref={field}
      className="sitting-words"
      label={t(choice.answer === 'remedy' ? 'sitting.action' : 'sitting.reason', { party: names.party(choice.party) })}
      description={t('sitting.text-help')}
      required
      autosize
      minRows={1}
      maxLength={MAX_ANSWER_LENGTH}
      value={choice.text}
      onChange={({ currentTarget }) => onText(choice, currentTarget.value)}
      onKeyDown={go}
    />
  );
}

/** The keys of a sitting, shown. */
export function KeysShown() {
  const { t } = useTranslation();
  return (
    <Text size="sm" component="div" className="not-printed">
      {SITTING_ANSWERS.map((answer) => (
        <span key={answer}>
          <Kbd>{KEYS[answer]}</Kbd> {t(`sitting.answers.${answer}`)}{' '}
        </span>
      ))}
      <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('sitting.keys-move')}
      <Text size="xs" c="dimmed">
        {t('sitting.keys-help')}
      </Text>
    </Text>
  );
}
