import { useState } from 'react';
import { Alert, Button, Card, Grid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { mayReadEntries, speaksForParty, useSession, type Session } from '../api/session';
import { useMoveClocks } from '../clocks/clock-menu';
import { ButtonLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { NoRight } from '../ledger/no-right';
import { useNames } from '../ledger/use-names';
import { choiceOf, without, type Choice } from './choices';
import { ConfirmCard } from './confirm-card';
import { Outcomes } from './outcomes';
import { useChoices } from './use-choices';
import { useConfirming, type Became } from './use-confirming';
import { WaitingList } from './waiting-list';
import { KeysShown } from './waiting-row';
import './sitting.css';

type Unanswered = Schemas['UnansweredAnswer'];

/** What awaits an answer, gone through together: one key each, one confirmation for each party. */
export function SittingScreen() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  return (
    <Stack gap="sm">
      <Title order={1} size="h3">
        {t('sitting.title')}
      </Title>
      {session !== undefined && (mayReadEntries(session) ? <Sitting session={session} /> : <NoRight />)}
    </Stack>
  );
}

function Sitting({ session }: { readonly session: Session }) {
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/unanswered', { params });
  return <Shown read={read}>{(data) => <Table unanswered={data} session={session} />}</Shown>;
}

function Table({
  unanswered: { unanswered },
  session,
}: {
  readonly unanswered: Unanswered;
  readonly session: Session;
}) {
  const { t } = useTranslation();
  const { relationship, clocks } = useView();
  const names = useNames();
  const moveClocks = useMoveClocks();
  const [choices, setChoices] = useChoices(relationship);
  const [became, setBecame] = useState<readonly Became[]>([]);
  const confirming = useConfirming(relationship, (more) => {
    // What is tried again has one outcome, the last.
    const tried = more.map(({ choice }) => choice);
    setBecame((before) => [
      ...before.filter(({ choice }) => choiceOf(tried, choice.party, choice.entry) === undefined),
      ...more,
    ]);
    const written = more.filter(({ refusal }) => refusal === null).map(({ choice }) => choice);
    setChoices((before) => written.reduce((rest, { party, entry }) => without(rest, party, entry), before));
  });
  const isNow = clocks.asOf === undefined && clocks.knownAt === undefined;
  const chooses = isNow && (speaksForParty(session) || session.role === 'facilitator');
  // What was written is gone at once; the list itself is read again a moment later.
  const written = became.filter(({ refusal }) => refusal === null).map(({ choice }) => choice);
  const rows = unanswered
    .filter(({ party, entry }) => choiceOf(written, party, entry) === undefined)
    // What can still be answered in time is not lost behind what cannot.
    .toSorted((a, b) => Number(a.late) - Number(b.late));
  const parties = ownFirst([...new Set(rows.map(({ party }) => party))], session.party);
  const sayers = ownFirst([...new Set(choices.map(({ party }) => party))], session.party);
  return (
    <>
      <Text size="sm">{t(isNow ? (chooses ? 'sitting.intro' : 'sitting.intro-reads') : 'sitting.in-past')}</Text>
      {!isNow && (
        <div>
          <Button variant="default" onClick={() => moveClocks({})}>
            {t('sitting.now')}
          </Button>
        </div>
      )}
      {became.length > 0 && <Outcomes became={became} onClear={() => setBecame([])} />}
      <Grid>
        <Grid.Col span={{ base: 12, lg: chooses ? 8 : 12 }} order={{ base: 2, lg: 1 }}>
          <Stack gap="md">
            {chooses && rows.length > 0 && <KeysShown />}
            {rows.length === 0 && <NothingWaits session={session} />}
            {parties.map((party) => {
              const own = rows.filter((row) => row.party === party);
              const title = party === session.party ? 'sitting.waits-for-you' : 'sitting.waits-for';
              return (
                <WaitingList
                  key={party}
                  title={t(title, { party: names.party(party), count: own.length })}
                  rows={own}
                  names={names}
                  choices={choices}
                  chooses={chooses}
                  onChoices={setChoices}
                />
              );
            })}
          </Stack>
        </Grid.Col>
        {chooses && (
          <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 1, lg: 2 }}>
            <Card className="sitting-chosen not-printed">
              <Title order={2} size="h4" mb="xs">
                {t('sitting.chosen')}
              </Title>
              {choices.length === 0 && <Text size="sm">{t('sitting.chosen-none')}</Text>}
              <Stack gap="lg" className="sitting-sayers">
                {sayers.map((party) => (
                  <ConfirmCard
                    key={party}
                    party={party}
                    choices={choices.filter((choice) => choice.party === party)}
                    others={choices.filter((choice) => choice.party !== party)}
                    names={names}
                    confirming={confirming}
                    onTakeBack={({ party: sayer, entry }: Choice) =>
                      setChoices((before) => without(before, sayer, entry))
                    }
                  />
                ))}
              </Stack>
            </Card>
          </Grid.Col>
        )}
      </Grid>
    </>
  );
}

/** Nothing is left: what to do next. */
function NothingWaits({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  return (
    <Alert variant="light" title={t('sitting.none')}>
      {speaksForParty(session) && (
        <ButtonLink to="/r/$relationship/log" params={{ relationship }} variant="default">
          {t('sitting.log')}
        </ButtonLink>
      )}
    </Alert>
  );
}

function ownFirst(parties: readonly string[], own: string | null): string[] {
  return [...parties].sort((a, b) => Number(b === own) - Number(a === own));
}
