import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { speaksForParty, type Session } from '../api/session';
import { BegunDrafts } from './begun-drafts';
import { movedDraft, nameOf, type About } from './draft';
import { EntryForm } from './entry-form';
import { KindChoice } from './kind-choice';
import { keptDrafts } from './kept-drafts';
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

  const about: About = { kind: name ?? '', answers, data: search.data };
  const choose = (chosen: KindOfTile, to: LogSearch): void => {
    // What the address knows stays as long as no kind is chosen that it is about.
    const next: About = { kind: chosen.kind, answers, data: name === undefined ? search.data : undefined };
    // What was typed for another kind goes along, unless something waits there already.
    const drafts = keptDrafts(relationship, member);
    const typed = name === undefined ? undefined : drafts.of(about);
    if (typed !== undefined && (chosen.kind === name || drafts.of(next) === undefined)) {
      drafts.forget(about);
      drafts.keep(movedDraft(typed, next, chosen));
    }
    go({ ...to, kind: chosen.kind, ...(answers !== undefined && { answers }), data: next.data });
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
          key={`${nameOf(about)} ${tile ?? ''}`}
          kind={kind}
          session={session}
          about={about}
          preset={presetOf(tile, kind.kind)}
          onLogged={(entry) => go({ logged: entry }, true)}
          onLeave={() => go({})}
        />
      )}
    </Stack>
  );
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
