import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Wide } from '../frame/wide';
import { formatScore } from '../texts/format';

const NAMED = ['working-together', 'value-creation', 'staying-together'] as const;

export function GroupsTable({ groups }: { readonly groups: readonly Schemas['GroupScoreAnswer'][] }) {
  const { t } = useTranslation();
  const nameOf = (id: string): string => {
    const named = NAMED.find((name) => name === id);
    return named === undefined ? id : t(`why.group-names.${named}`);
  };
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
          {groups.map(({ id, score }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {nameOf(id)}
              </Table.Th>
              <Table.Td ta="right">{formatScore(score)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
