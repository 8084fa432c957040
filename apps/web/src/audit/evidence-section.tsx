import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatCount, formatDate } from '../texts/format';
import { partyWord } from '../texts/party-word';
import { EvidenceFile } from '../ledger/evidence-file';
import { useKindTitles } from '../frame/use-kind-titles';
import { DataTable } from './data-table';
import { EntryLink } from '../frame/entry-link';
import { SectionCard } from './section-card';
import { useAuditState } from './use-audit-state';

const STATES = ['dead', 'absent', 'unhashed', 'hashed', 'matched', 'entry', 'missing'] as const;
/** Rows that are shown at once. */
const SHOWN = 200;

/** What each entry rests on, the weakest first. */
export function EvidenceSection() {
  const { t } = useTranslation();
  const { params } = useView();
  const titleOf = useKindTitles();
  const [{ worst = '' }, move] = useAuditState();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/evidence-check', { params });
  const columns = (['entry', 'kind', 'party', 'effective', 'factor', 'worst', 'evidence'] as const).map((name) =>
    t(`audit.column.${name}`),
  );
  return (
    <SectionCard title={t('audit.evidence.title')} lead={t('audit.evidence.lead')}>
      <Shown read={read}>
        {({ counts, evidenceCheck }) => {
          const found = evidenceCheck.filter((each) => worst === '' || each.worst === worst);
          const elsewhere = evidenceCheck.filter(isElsewhere).length;
          const options = STATES.map((value) => ({
            value,
            label:
              value === 'missing' && elsewhere > 0
                ? t('audit.evidence.missing-elsewhere', {
                    formatted: formatCount(counts.missing ?? 0),
                    elsewhere: formatCount(elsewhere),
                  })
                : `${t(`audit.evidence.state.${value}`)} (${formatCount(counts[value] ?? 0)})`,
          }));
          return (
            <>
              <NativeSelect
                className="not-printed"
                maw={320}
                label={t('audit.evidence.filter')}
                value={worst}
                data={[
                  { value: '', label: `${t('audit.evidence.every')} (${formatCount(evidenceCheck.length)})` },
                  ...options,
                ]}
                onChange={({ currentTarget }) =>
                  move({ worst: currentTarget.value === '' ? undefined : currentTarget.value })
                }
              />
              {found.length === 0 ? (
                <Text size="sm">{t('audit.evidence.none')}</Text>
              ) : (
                <DataTable
                  label={t('audit.evidence.title')}
                  columns={columns}
                  rows={found.slice(0, SHOWN).map((each) => ({
                    key: each.entry,
                    cells: [
                      <EntryLink isWhole key="entry" entry={each.entry} />,
                      titleOf(each.kind),
                      partyWord(t, each.party),
                      formatDate(each.effective),
                      each.factor ?? t('audit.none'),
                      t(isElsewhere(each) ? 'audit.evidence.elsewhere' : `audit.evidence.state.${each.worst}`),
                      <Pieces key="evidence" evidence={each.evidence} />,
                    ],
                  }))}
                />
              )}
              {found.length > SHOWN && (
                <Text size="sm">{t('audit.evidence.more', { count: found.length - SHOWN })}</Text>
              )}
            </>
          );
        }}
      </Shown>
    </SectionCard>
  );
}

type Check = Schemas['EntryEvidenceAnswer'];

/** A rating whose author says that it rests on evidence, and that has none attached. */
function isElsewhere({ worst, evidenced }: Check): boolean {
  return worst === 'missing' && evidenced === true;
}

function Pieces({ evidence }: { readonly evidence: Check['evidence'] }) {
  const { t } = useTranslation();
  return evidence.map(({ title, url, sha256, cites, state }, index) => {
    const name = title ?? url ?? cites ?? sha256 ?? '';
    return (
      <div key={index}>
        {state === 'matched' && sha256 !== null ? (
          <EvidenceFile sha256={sha256} name={title ?? sha256}>
            {name}
          </EvidenceFile>
        ) : (
          name
        )}
        : {t(`audit.evidence.state.${state}`)}
      </div>
    );
  });
}
