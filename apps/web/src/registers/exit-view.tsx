import { Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { DocumentStanding, DocumentVersions } from './document-versions';
import { FieldList } from './readable-value';
import { FurtherLists } from './further-lists';
import type { OwnViewProps } from './own-views';
import { readableFields } from './readable';
import { useWords } from './use-words';

/** The exit strategy: its parts as they were last said, its next review, and what it was before. */
export function ExitView({ keep }: OwnViewProps) {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/exit', { params });
  return (
    <Shown read={read}>
      {(answer) => {
        const last = answer.exit.findLast(({ parts }) => Object.values(parts).some((part) => part !== null));
        return (
          <>
            <DocumentStanding {...answer} />
            {last !== undefined && <Parts version={last.version} parts={last.parts} />}
            <FurtherLists lists={notEmpty({ triggered: answer.triggered, handedOver: answer.handedOver })} />
            <Title order={2} size="h4" mt="lg" mb="xs">
              {t('registers.names.exit.title')}
            </Title>
            <DocumentVersions versions={answer.exit.filter(keep)} but={['parts']} />
          </>
        );
      }}
    </Shown>
  );
}

function notEmpty(lists: Readonly<Record<string, readonly object[]>>): Record<string, readonly object[]> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function Parts({ version, parts }: { readonly version: string | null; readonly parts: Schemas['ExitPartsAnswer'] }) {
  const { t } = useTranslation();
  const words = useWords();
  const missing = Object.entries(parts).flatMap(([part, said]) => (said === null ? [words.label(part)] : []));
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('registers.document.parts', { version: version ?? '–' })}
      </Title>
      <FieldList fields={readableFields({ ...parts }, words)} />
      {missing.length > 0 && (
        <Text size="sm" mt="xs">
          {t('registers.document.missing-parts', { parts: missing.join(', ') })}
        </Text>
      )}
    </Card>
  );
}
