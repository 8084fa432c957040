import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { ApiProblem } from '../api/api-problem';
import { api } from '../api/client';
import { speaksForParty, type Session } from '../api/session';
import { ProblemNotice, sentenceOf } from '../frame/problem-notice';
import { Bearing } from './bearing';
import { DayField } from './day-field';
import { bodyOf, daysLate, faultsOf, isUndiscussedMinus, todayIn, type Faults } from './entry-body';
import { EvidenceList } from './evidence-list';
import { goOnWithEnter } from './keyboard';
import { KindFields } from './kind-fields';
import type { Kind } from './kinds';
import { SaidText } from './said-text';
import { TalkFirst } from './talk-first';
import type { Preset } from './tiles';
import { useDraft } from './use-draft';

/** Asks for what the kind needs, and no more. */
export function EntryForm({
  kind,
  session,
  preset,
  answers,
  onLogged,
  onLeave,
}: {
  readonly kind: Kind;
  readonly session: Session;
  readonly preset: Preset;
  readonly answers: string | undefined;
  readonly onLogged: (entry: string) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const { draft, change, drop } = useDraft(relationship, session.member, kind.kind, preset);
  const [faults, setFaults] = useState<Faults>({});
  const [asksToTalk, setAsksToTalk] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const post = api.useMutation('post', '/api/v1/relationships/{relationship}/entries');
  const today = todayIn(new Date());
  const late = kind.answer ? 0 : daysLate(draft.effective, today);
  const count = Object.keys(faults).length;

  // Where something is wrong, one goes on with it.
  useEffect(() => {
    if (count > 0 || post.error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [count, faults, post.error]);

  const log = (): void => {
    setAsksToTalk(false);
    const key = draft.key ?? crypto.randomUUID();
    change({ key });
    post.mutate(
      {
        params: { path: { relationship }, header: { 'Idempotency-Key': key } },
        body: bodyOf(kind, draft, answers),
      },
      {
        onSuccess: ({ id }) => {
          drop();
          onLogged(id);
        },
        onError: (error) => {
          // What was refused was not logged: sent again, it is another intention. Without an answer nobody knows.
          if (error instanceof ApiProblem && isRefusal(error)) change({ key: null });
        },
      },
    );
  };
  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    if (post.isPending) return;
    const found = faultsOf(kind, draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (!asksToTalk && isUndiscussedMinus(kind, draft, session.party)) setAsksToTalk(true);
    else log();
  };
  const byKey = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else goOnWithEnter(event);
  };

  const refused = post.error instanceof ApiProblem ? post.error : null;
  const errorOf = (path: string): string | undefined => {
    const fault = faults[path];
    if (fault !== undefined) return t(`logEntry.faults.${fault}`);
    return refused?.field === path || refused?.field?.startsWith(`${path}.`) === true ? sentenceOf(refused) : undefined;
  };
  const fields = { kind, draft, errorOf, change };
  return (
    <form ref={form} onSubmit={submit} onKeyDown={byKey} noValidate>
      <Stack gap="sm">
        {kind.needsAll && <Text size="sm">{t('logEntry.needs-all')}</Text>}
        {kind.noFault && <Text size="sm">{t('logEntry.no-fault')}</Text>}
        {answers !== undefined && (
          <Text size="sm">
            {t('logEntry.answers')} {answers}
          </Text>
        )}
        <SaidText
          label={t('logEntry.text')}
          description={t('logEntry.text-help')}
          isFirst
          required={kind.kind === 'note.logged'}
          value={draft.text}
          error={errorOf('text')}
          onChange={(text) => change({ text })}
        />
        {!kind.answer && (
          <DayField
            value={draft.effective}
            error={errorOf('effective')}
            onChange={(effective) => change({ effective })}
          />
        )}
        {late > 0 && <Text size="sm">{t('logEntry.late', { count: late })}</Text>}
        <Bearing {...fields} />
        <KindFields {...fields} session={session} />
        <EvidenceList
          evidence={draft.evidence}
          takesFiles={speaksForParty(session)}
          errorOf={errorOf}
          onAdd={(added) => change(({ evidence }) => ({ evidence: [...evidence, added] }))}
          onChange={(evidence) => change({ evidence })}
        />
        {count > 0 && (
          <Alert color="red" variant="light" role="alert">
            {t('logEntry.faults-title', { count })}
          </Alert>
        )}
        {post.error !== null && <ProblemNotice error={post.error} />}
        {asksToTalk ? (
          <TalkFirst
            canSay={kind.fields.some(({ name }) => name === 'discussed')}
            onTalked={() => {
              setAsksToTalk(false);
              change({ data: { ...draft.data, discussed: today } });
            }}
            onLater={onLeave}
            onGoOn={log}
          />
        ) : (
          <Group>
            <Button type="submit" size="md" loading={post.isPending}>
              {t('logEntry.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** It was looked at and not taken; anything else may yet have been logged. */
function isRefusal({ status, code }: ApiProblem): boolean {
  return status >= 400 && status < 500 && code !== 'idempotency-key-reused' && code !== 'conflict';
}
