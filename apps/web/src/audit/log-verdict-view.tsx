import { Button, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatCount } from '../texts/format';
import { CopyButton } from './copy-button';
import { EntryLink } from '../frame/entry-link';
import { DownloadButton } from './download-button';
import { FindingList } from './finding-list';
import { Lines } from './lines';
import { logWordOf } from './log-verdict';
import { Notice } from './notice';
import type { Told } from './verify-task';

const COLOURS = { same: 'teal', grown: 'teal', sound: 'teal', incomplete: 'yellow', tampered: 'red' } as const;

/** What came of the record: in a word, a sentence, and with all that was compared. */
export function LogVerdictView({ told }: { readonly told: Told & { readonly is: 'log' } }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { verdict, keptSize, isPinned, note } = told;
  const { checkpoint, firstBad, findings, findingCount, caveats } = verdict;
  const size = checkpoint?.size ?? 0;
  const word = logWordOf(verdict.outcome, size, keptSize);
  const numbers = {
    size: formatCount(size),
    kept: formatCount(keptSize ?? 0),
    more: formatCount(size - (keptSize ?? 0)),
  };
  return (
    <Stack gap="sm">
      <Notice colour={COLOURS[word]} title={t(`audit.verify.word.${word}`)} name="verdict">
        <Text size="sm">{t(`audit.verify.sentence.${word}`, numbers)}</Text>
        {word === 'tampered' && firstBad !== null && (
          <Text size="sm" mt="xs">
            {firstBad.revision === null ? (
              t('audit.verify.first-none')
            ) : (
              <>
                {t('audit.verify.first', { revision: firstBad.revision })}
                {firstBad.id !== null && (
                  <>
                    {' ('}
                    <EntryLink isWhole entry={firstBad.id} />
                    {')'}
                  </>
                )}
                {': '}
                {firstBad.reason}.
              </>
            )}
          </Text>
        )}
      </Notice>
      {findings.length > 0 && <FindingList findings={findings} count={findingCount} />}
      {caveats.length > 0 && (
        <div>
          <Title order={3} size="h5">
            {t('audit.verify.know')}
          </Title>
          <List size="sm">
            {caveats.map((caveat) => (
              <List.Item key={caveat}>{caveat}.</List.Item>
            ))}
          </List>
        </div>
      )}
      {checkpoint !== null && <Facts checkpoint={checkpoint} isPinned={isPinned} />}
      {word !== 'tampered' && (
        <div>
          <Group justify="space-between" mb={4}>
            <Title order={3} size="h5">
              {t('audit.verify.keep')}
            </Title>
            <Group gap="xs">
              <CopyButton text={note} />
              <DownloadButton
                name={`${relationship}-${size}.checkpoint.txt`}
                type="text/plain"
                label={t('audit.verify.save')}
                text={() => note}
              />
              <Button
                className="not-printed"
                size="xs"
                variant="default"
                component="a"
                href={`/api/v1/relationships/${encodeURIComponent(relationship)}/log/policy`}
                download={`${relationship}.policy.txt`}
              >
                {t('audit.verify.save-policy')}
              </Button>
            </Group>
          </Group>
          <Lines text={note} />
        </div>
      )}
    </Stack>
  );
}

type Checkpoint = NonNullable<(Told & { readonly is: 'log' })['verdict']['checkpoint']>;

function Facts({ checkpoint, isPinned }: { readonly checkpoint: Checkpoint; readonly isPinned: boolean }) {
  const { t } = useTranslation();
  const { origin, size, root, signedBy, cosignedBy } = checkpoint;
  const key = isPinned ? t('audit.verify.pinned') : t('audit.verify.not-pinned');
  const rows = [
    [t('audit.verify.log'), origin],
    [t('audit.verify.entries'), formatCount(size)],
    [t('audit.verify.root'), root],
    [
      t('audit.verify.signed-by'),
      signedBy.length === 0 ? t('audit.verify.signed-by-nobody') : `${signedBy.join(', ')} (${key})`,
    ],
    [t('audit.verify.cosigned'), cosignedBy.length === 0 ? t('audit.verify.cosigned-none') : cosignedBy.join(', ')],
  ] as const;
  return (
    <Wide label={t('audit.verify.facts')}>
      <Table variant="vertical" captionSide="top">
        <Table.Caption>{t('audit.verify.facts')}</Table.Caption>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
