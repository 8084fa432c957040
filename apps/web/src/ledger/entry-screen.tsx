import { Grid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { mayReadEntries, useSession } from '../api/session';
import { asItReads } from '../frame/as-it-reads';
import { TextLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { AnswerCard } from './answer-card';
import { useIntention } from '../api/use-intention';
import { answerEntries, refusalOf } from './answer-call';
import { statusAfter, type LedgerEntry, type Said } from './answering';
import { correctedBy } from './corrections';
import { EntryAnswers, EntryCorrections } from './entry-answers';
import { EntryContent } from './entry-content';
import { EntryOrigin } from './entry-origin';
import { EntryProof } from './entry-proof';
import { FindingCard } from './finding-card';
import { NoRight } from './no-right';
import { useAnswersTo, useEntry, useReadAgain } from './use-entry';
import { useNames } from './use-names';
import './ledger.css';

/** One entry whole: what was said, by whom, what the parties made of it, and its proof. */
export function EntryScreen() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { entry } = useParams({ from: '/framed/r/$relationship/ledger/$entry' });
  if (session === undefined) return null;
  if (mayReadEntries(session)) return <ReadEntry key={entry} entry={entry} />;
  return (
    <Stack gap="sm">
      <Title order={1} size="h3">
        {t('ledger.entry', { entry })}
      </Title>
      <NoRight />
    </Stack>
  );
}

function ReadEntry({ entry }: { readonly entry: string }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { answer: _answer, ...ledger } = useSearch({ from: '/framed/r/$relationship/ledger/$entry' });
  const read = useEntry(entry);
  const names = useNames();
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" className="not-printed">
          <TextLink to="/r/$relationship/ledger" params={{ relationship }} search={ledger}>
            {t('ledger.back')}
          </TextLink>
        </Text>
        <Title order={1} size="h3">
          {(read.data && names.kind(read.data.kind)?.title) ?? t('ledger.entry', { entry })}
        </Title>
        <Text size="xs" c="dimmed" className="entry-text">
          {t('ledger.entry', { entry })}
        </Text>
      </div>
      <Shown read={read}>{(data) => <Entry entry={data} />}</Shown>
    </Stack>
  );
}

function Entry({ entry }: { readonly entry: LedgerEntry }) {
  const names = useNames();
  const kind = names.kind(entry.kind);
  const { answers } = useAnswersTo(entry);
  const answering = useAnswering(entry.id);
  const pending = answering.isPending ? (answering.said ?? null) : null;
  const corrections = answers.filter((answer) => answer.kind === 'entry.corrected');
  const { changes } = correctedBy(entry, corrections, kind);
  const now = asItReads(entry);
  const { answer } = useSearch({ from: '/framed/r/$relationship/ledger/$entry' });
  // A form of many fields gets the width of the page.
  const isWide = answer === 'correction';
  const { finding } = now.data;
  // What one says shows at once; it is gone again where it is refused, and the reason stands in its place.
  const shown =
    pending === null
      ? now
      : {
          ...(pending.answer === 'correction' ? correctedBy(now, [{ data: { ...pending.data } }], kind).entry : now),
          status: statusAfter(entry.status, pending),
        };
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: isWide ? 12 : 7 }}>
        <Stack gap="md">
          <EntryContent entry={shown} isCorrected={entry.now !== null} kind={kind} names={names} />
          <EntryAnswers entry={shown} answers={answers} pending={pending} names={names} />
          {corrections.length > 0 && (
            <EntryCorrections corrections={corrections} changes={changes} kind={kind} names={names} />
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: isWide ? 12 : 5 }}>
        <Stack gap="md">
          {entry.kind === 'finding.raised' && typeof finding === 'string' && <FindingCard finding={finding} />}
          <AnswerCard entry={now} kind={kind} names={names} answering={answering} />
          <EntryOrigin entry={shown} kind={kind} names={names} />
          <EntryProof entry={entry.id} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

/** Says something to an entry; the entry is read again before it counts as said. */
function useAnswering(entry: string) {
  const { relationship } = useView();
  const keyOf = useIntention();
  const readAgain = useReadAgain(entry);
  const { mutateAsync, reset, isPending, error, variables } = useMutation({
    onSuccess: keyOf.done,
    mutationFn: async ({ answer, text, data }: Said) => {
      const listed = { entryId: entry, answer, ...(text && { text }), ...(data && { data }) };
      const [outcome] = await answerEntries(relationship, keyOf(listed), [listed]);
      const refusal = outcome === undefined ? null : refusalOf(outcome);
      if (refusal !== null) throw refusal;
      if (outcome?.logged !== undefined) await readAgain(outcome.logged.position);
    },
  });
  const say = (said: Said): Promise<boolean> =>
    mutateAsync(said).then(
      () => true,
      // The reason stands beside the form, as the error of the mutation.
      () => false,
    );
  return { isPending, error, said: variables, say, forget: reset };
}
