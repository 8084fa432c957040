import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { speaksForParty, type Session } from '../api/session';
import { BegunDrafts } from './begun-drafts';
import { keepDraft, movedDraft, readDrafts } from './draft';
import { EntryForm } from './entry-form';
import { KindChoice } from './kind-choice';
import { isByForm, type Kind } from './kinds';
import { LoggedNotice } from './logged-notice';
import type { LogSearch } from './log-search';
import { TileChoice } from './tile-choice';
import { AUDITOR_KINDS, KINDS_OF_TILES, presetOf, type KindOfTile } from './tiles';

const ROUTE = '/framed/r/$relationship/log';

/** What is logged stands in the address; what was typed of it, in this browser until it is logged. */
export function LogDesk({ session, kinds }: { readonly session: Session; readonly kinds: readonly Kind[] }) {
  const { t } = useTranslation();
  const { relationship } = useParams({ from: ROUTE });
  const search = useSearch({ from: ROUTE });
  const go = useGo();
  const { tile, kind: name, answers, logged } = search;
  const { member } = session;
  const forParty = speaksForParty(session);
  const offered = kinds.filter(
    (kind) => isByForm(kind, answers) && (forParty || AUDITOR_KINDS.some((each) => each.kind === kind.kind)),
  );
  const kind = offered.find((each) => each.kind === name);

  const choose = (chosen: KindOfTile, to: LogSearch): void => {
    // What was typed for another kind goes along, unless something waits there already.
    const drafts = readDrafts(localStorage, relationship, member);
    const typed = name === undefined ? undefined : drafts[name];
    if (typed !== undefined && (chosen.kind === name || drafts[chosen.kind] === undefined)) {
      keepDraft(localStorage, relationship, member, typed.kind, null);
      keepDraft(localStorage, relationship, member, chosen.kind, movedDraft(typed, chosen.kind, chosen));
    }
    go({ ...to, kind: chosen.kind, ...(answers !== undefined && { answers }) });
  };

  if (logged !== undefined) return <LoggedNotice relationship={relationship} entry={logged} onAnother={() => go({})} />;
  const ofTile = forParty ? (tile === undefined ? [] : KINDS_OF_TILES[tile]) : AUDITOR_KINDS;
  return (
    <Stack gap="md">
      {!forParty && <Text size="sm">{t('logEntry.auditor')}</Text>}
      {forParty && answers === undefined && (
        <TileChoice
          chosen={tile}
          isSmall={kind !== undefined}
          onChoose={(each) => {
            const [first] = KINDS_OF_TILES[each];
            if (first !== undefined) choose(first, { tile: each });
          }}
        />
      )}
      {kind === undefined && answers === undefined && (
        <BegunDrafts relationship={relationship} member={member} kinds={offered} />
      )}
      <KindChoice
        kinds={offered}
        ofTile={answers === undefined ? ofTile : offered}
        tile={tile}
        chosen={kind}
        find={search.find ?? ''}
        onFind={(find) => go({ ...search, find: find === '' ? undefined : find }, true)}
        onChoose={(chosen, isOfTile) => choose(chosen, isOfTile && tile !== undefined ? { tile } : {})}
      />
      {name !== undefined && kind === undefined && (
        <Alert variant="light">{t('logEntry.unknown-kind', { kind: name })}</Alert>
      )}
      {kind !== undefined && (
        <EntryForm
          key={`${kind.kind} ${tile ?? ''} ${answers ?? ''}`}
          kind={kind}
          session={session}
          preset={presetWith(presetOf(tile, kind.kind), search)}
          answers={answers}
          onLogged={(entry) => go({ logged: entry }, true)}
          onLeave={() => go({})}
        />
      )}
    </Stack>
  );
}

function presetWith(preset: ReturnType<typeof presetOf>, { data }: LogSearch): ReturnType<typeof presetOf> {
  return data === undefined ? preset : { ...preset, data: { ...preset.data, ...data } };
}

/** Goes to what the address says then; both clocks stay as they are. */
function useGo(): (to: { readonly [Name in keyof LogSearch]: LogSearch[Name] | undefined }, replace?: boolean) => void {
  const navigate = useNavigate({ from: '/r/$relationship/log' });
  return ({ tile, kind, answers, data, find, logged }, replace = false) =>
    void navigate({
      to: '.',
      replace,
      resetScroll: false,
      search: ({ asOf, knownAt }) => ({ asOf, knownAt, tile, kind, answers, data, find, logged }),
    });
}
