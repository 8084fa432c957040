import { useRef, useState, type SubmitEvent } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { speaksForParty, type Session } from '../api/session';
import { ProblemNotice } from '../frame/problem-notice';
import { Bearing } from './bearing';
import { DayField } from './day-field';
import type { About } from './draft';
import { EarlierVersion } from './earlier-version';
import { awaitsNoAnswer, bodyOf, daysLate, isUndiscussedMinus, todayIn } from './entry-body';
import { EvidenceList } from './evidence-list';
import { formKeys } from './keyboard';
import { KindFields } from './kind-fields';
import type { Kind } from './kinds';
import { SaidText } from './said-text';
import { TalkFirst } from './talk-first';
import type { Preset } from './tiles';
import { useDraft } from './use-draft';
import { useFaults } from './use-faults';
import { useSending } from './use-sending';

/** Asks for what the kind needs, and no more. */
export function EntryForm({
  kind,
  session,
  about,
  preset,
  onLogged,
  onLeave,
}: {
  readonly kind: Kind;
  readonly session: Session;
  readonly about: About;
  readonly preset: Preset;
  readonly onLogged: (entry: string) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const kept = useDraft(relationship, session.member, about, preset);
  const { draft, change, drop } = kept;
  const sending = useSending(relationship, kept, onLogged);
  const form = useRef<HTMLFormElement>(null);
  const { count, errorOf, check } = useFaults(form, kind, sending.error);
  const [asksToTalk, setAsksToTalk] = useState(false);
  const [isStoring, setStoring] = useState(false);
  const today = todayIn(new Date());
  const late = kind.answer ? 0 : daysLate(draft.effective, today);
  const log = (): void => {
    setAsksToTalk(false);
    sending.send(bodyOf(kind, draft, about.answers));
  };
  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    // The evidence is part of the entry.
    if (sending.isPending || isStoring || !check(draft)) return;
    if (!asksToTalk && isUndiscussedMinus(kind, draft, session.party)) setAsksToTalk(true);
    else log();
  };
  const fields = { kind, draft, errorOf, change };
  return (
    <form ref={form} onSubmit={submit} onKeyDown={formKeys(submit)} noValidate>
      <Stack gap="sm">
        {kind.needsAll && <Text size="sm">{t('logEntry.needs-all')}</Text>}
        {kind.noFault && <Text size="sm">{t('logEntry.no-fault')}</Text>}
        {about.answers !== undefined && (
          <Text size="sm">
            {t('logEntry.answers')} {about.answers}
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
        {awaitsNoAnswer(kind, draft) && <Text size="sm">{t('logEntry.awaits-none')}</Text>}
        <KindFields {...fields} session={session} />
        <EvidenceList
          evidence={draft.evidence}
          takesFiles={speaksForParty(session)}
          errorOf={errorOf}
          onAdd={(added) => change(({ evidence }) => ({ evidence: [...evidence, added] }))}
          onChange={(evidence) => change({ evidence })}
          onStoring={setStoring}
        />
        {count > 0 && (
          <Alert color="red" variant="light" role="alert">
            {t('logEntry.faults-title', { count })}
          </Alert>
        )}
        {sending.error !== null && <ProblemNotice error={sending.error} />}
        {sending.earlier !== null && (
          <EarlierVersion
            relationship={relationship}
            entry={sending.earlier.entry}
            onDrop={() => {
              drop();
              onLeave();
            }}
          />
        )}
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
            <Button type="submit" size="md" loading={sending.isPending} disabled={isStoring}>
              {t('logEntry.save')}
            </Button>
            {isStoring && <Text size="sm">{t('logEntry.files-wait')}</Text>}
          </Group>
        )}
      </Stack>
    </form>
  );
}
