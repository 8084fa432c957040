import { useEffect, useRef, useState } from 'react';
import { Alert, Button, Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession, speaksForParty } from '../api/session';
import { useMoveClocks } from '../clocks/clock-menu';
import { useView } from '../frame/use-view';
import { answersOpenTo, type AnswerName, type LedgerEntry, type Said } from './answering';
import { AnswerForm } from './answer-form';
import { CorrectionForm } from './correction-form';
import type { Kind } from './corrections';
import { Refusal } from './refusal';
import type { Names } from './use-names';

export interface Answering {
  readonly isPending: boolean;
  readonly error: unknown;
  /** Resolves to whether it was written. */
  readonly say: (said: Said) => Promise<boolean>;
  readonly forget: () => void;
}

interface AnswerCardProps {
  /** With its corrections applied. */
  readonly entry: LedgerEntry;
  readonly kind: Kind | undefined;
  readonly names: Names;
  readonly answering: Answering;
}

/** The answers that the session may give to the entry, with a form each; which is open stands in the address. */
export function AnswerCard(props: AnswerCardProps) {
  const { t } = useTranslation();
  return (
    <Card className="not-printed">
      <Title order={2} size="h4" mb={4}>
        {t('ledger.answer')}
      </Title>
      <Answers {...props} />
    </Card>
  );
}

function Answers({ entry, kind, names, answering }: AnswerCardProps) {
  const { t } = useTranslation();
  const { clocks } = useView();
  const moveClocks = useMoveClocks();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const { answer: asked } = useSearch({ from: '/framed/r/$relationship/ledger/$entry' });
  const [isDone, setDone] = useState(false);
  if (session === undefined) return null;
  if (clocks.asOf !== undefined || clocks.knownAt !== undefined) {
    return (
      <>
        <Text size="sm">{t('ledger.answer-in-past')}</Text>
        <Button mt="xs" variant="default" onClick={() => moveClocks({})}>
          {t('ledger.answer-now')}
        </Button>
      </>
    );
  }
  const needsAll = kind?.needsAll === true;
  const open = speaksForParty(session) ? answersOpenTo(session, entry, needsAll) : [];
  const isOpen = asked !== undefined && open.includes(asked);
  const go = (answer: AnswerName | undefined): void => {
    setDone(false);
    answering.forget();
    void navigate({ to: '.', replace: true, resetScroll: false, search: (search) => ({ ...search, answer }) });
  };
  const say = async (said: Said): Promise<boolean> => {
    const isWritten = await answering.say(said);
    if (isWritten) {
      go(undefined);
      setDone(true);
    }
    return isWritten;
  };
  const form = { isPending: answering.isPending, onSay: say, onCancel: () => go(undefined) };
  return (
    <>
      {open.length > 0 ? (
        <Text size="sm" mb="xs">
          {t(entry.party === session.party ? 'ledger.answer-own' : 'ledger.answer-other')}
        </Text>
      ) : (
        <Text size="sm">{t(`ledger.${whyNone(entry, speaksForParty(session))}`)}</Text>
      )}
      <Group gap="xs">
        {open.map((answer) => (
          <Button
            key={answer}
            variant={asked === answer ? 'filled' : 'default'}
            aria-expanded={asked === answer}
            disabled={answering.isPending}
            onClick={() => go(asked === answer ? undefined : answer)}
          >
            {t(`ledger.answers.${answer}`)}
          </Button>
        ))}
      </Group>
      {isOpen &&
        (asked === 'correction' ? (
          <CorrectionForm key={asked} entry={entry} kind={kind} names={names} {...form} />
        ) : (
          <AnswerForm key={asked} entry={entry.id} answer={asked} severity={entry.severity} {...form} />
        ))}
      {answering.error !== null && <Refusal error={answering.error} />}
      {isDone && <Done />}
    </>
  );
}

/** The form is gone: one goes on from here. */
function Done() {
  const { t } = useTranslation();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <Alert
      ref={notice}
      tabIndex={-1}
      color="teal"
      variant="light"
      mt="sm"
      role="status"
      title={t('ledger.done')}
      data-testid="done"
    />
  );
}

function whyNone(entry: LedgerEntry, speaks: boolean) {
  if (!speaks) return 'answer-none-role';
  if (entry.status === null) return 'answer-none-answer';
  return entry.status === 'voided' ? 'answer-none-voided' : 'answer-none-in-effect';
}
