import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Wide } from '../frame/wide';
import { formatScore } from '../texts/format';

export function GroupsTable({ groups }: { readonly groups: readonly Schemas['GroupScoreAnswer'][] }) {
  const { t } = useTranslation();
  return (
    <Wide label={t('why.groups')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('why.group')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('words.score')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ id, name, score }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              <Table.Td ta="right">{formatScore(score)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
