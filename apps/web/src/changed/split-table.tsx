import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from '@tanstack/react-router';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatChange } from '../texts/format';
import { CAUSES, causesOf, type Part } from './split';

interface SplitTableProps {
  readonly parts: readonly Part[];
  readonly change: number;
  readonly nameOf: (code: number) => string;
}

/** Every part with its causes, and the sum. */
export function SplitTable({ parts, change, nameOf }: SplitTableProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const search = useSearch({ from: '/framed/r/$relationship/changed' });
  const causes = causesOf(parts.flatMap((part) => (part.of === 'factor' ? [part.factor] : [])));
  return (
    <Wide label={t('changed.split')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('changed.part')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('changed.whole')}
            </Table.Th>
            {CAUSES.map((cause) => (
              <Table.Th key={cause} scope="col" ta="right">
                {t(`changed.${cause}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map((part) => (
            <Table.Tr key={part.of === 'factor' ? part.factor.code : part.of}>
              <Table.Th scope="row" fw={500} miw={180}>
                {part.of === 'factor' ? (
                  <TextLink
                    to="/r/$relationship/changed"
                    params={{ relationship }}
                    search={{ ...search, factor: part.factor.code }}
                    hash="opened"
                  >
                    {nameOf(part.factor.code)}
                  </TextLink>
                ) : (
                  t(`changed.${part.of}-effect`)
                )}
              </Table.Th>
              <Table.Td ta="right" fw={600}>
                {formatChange(part.effect)}
              </Table.Td>
              {CAUSES.map((cause) => (
                <Table.Td key={cause} ta="right">
                  {part.of === 'factor' ? formatChange(part.factor[cause]) : ''}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('changed.total')}</Table.Th>
            <Table.Td ta="right" fw={700} data-testid="whole-change">
              {formatChange(change)}
            </Table.Td>
            {CAUSES.map((cause) => (
              <Table.Td key={cause} ta="right">
                {formatChange(causes[cause])}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Wide>
  );
}
