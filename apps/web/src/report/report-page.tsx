import './report.css';
import { Fragment } from 'react';
import { Alert, Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CourseSvg } from '../charts/course-svg';
import { TextLink } from '../frame/links';
import { Wide } from '../frame/wide';
import type { Block, Figure, Headline, Report, ReportTable } from './report';

/** A report on a page made for print. */
export function ReportPage({ report, relationship }: { readonly report: Report; readonly relationship: string }) {
  const { t } = useTranslation();
  const { title, subtitle, notices, sections, madeFrom, leftOut } = report;
  return (
    <article className="report">
      <Title order={2}>{title}</Title>
      <Text c="dimmed">{subtitle}</Text>
      {notices.map((notice) => (
        <Alert key={notice} variant="light" color="yellow" mt="xs" py="xs">
          {notice}
        </Alert>
      ))}
      {sections.map(({ id, title: heading, blocks }) => (
        <section key={id} aria-labelledby={`report-${id}`}>
          <Title order={3} size="h4" mt="lg" mb="xs" id={`report-${id}`}>
            {heading}
          </Title>
          <Stack gap="xs">
            {blocks.map((block, index) => (
              <Fragment key={index}>
                <ReportBlock block={block} relationship={relationship} />
              </Fragment>
            ))}
          </Stack>
        </section>
      ))}
      <footer data-testid="report-footer">
        {leftOut.length > 0 && (
          <>
            <Title order={3} size="h5">
              {t('report.left-out')}
            </Title>
            {leftOut.map((text) => (
              <Text key={text} size="sm">
                {text}
              </Text>
            ))}
          </>
        )}
        <Title order={3} size="h5" mt="xs">
          {t('report.made-from')}
        </Title>
        <Figures figures={madeFrom} />
      </footer>
    </article>
  );
}

function ReportBlock({ block, relationship }: { readonly block: Block; readonly relationship: string }) {
  switch (block.is) {
    case 'headline':
      return <HeadlineBlock headline={block.headline} />;
    case 'figures':
      return <Figures figures={block.figures} />;
    case 'text':
      return <Text size="sm">{block.text}</Text>;
    case 'table':
      return <TableBlock table={block.table} relationship={relationship} />;
    case 'course':
      return (
        <>
          <Text size="sm" c="dimmed">
            {block.summary}
          </Text>
          <CourseSvg drawing={block.drawing} summary={block.summary} />
        </>
      );
  }
}

function HeadlineBlock({ headline: { score, level, low, high, at, bounds } }: { readonly headline: Headline }) {
  return (
    <div>
      <Group align="baseline" gap="sm">
        <Text fz={at === null ? 'xl' : 48} lh={1} fw={700} data-testid="score">
          {score}
        </Text>
        {level !== null && (
          <Badge size="lg" variant="light">
            {level}
          </Badge>
        )}
      </Group>
      <svg viewBox="0 0 100 8" className="report-bar" preserveAspectRatio="none" role="img" aria-label={bounds}>
        <rect x="0" y="3" width="100" height="2" className="rule" />
        <rect x={low} y="1" width={Math.max(high - low, 0.6)} height="6" className="band" />
        {at !== null && <rect x={at - 0.4} y="0" width="0.8" height="8" className="mark" />}
      </svg>
      <Text size="xs" c="dimmed">
        {bounds}
      </Text>
    </div>
  );
}

function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="report-figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function TableBlock({ table, relationship }: { readonly table: ReportTable; readonly relationship: string }) {
  const { label, columns, words, rows } = table;
  const align = (index: number): 'left' | 'right' => (index < words ? 'left' : 'right');
  return (
    <Wide label={label}>
      <Table verticalSpacing={3} captionSide="top">
        <Table.Caption>{label}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, index) => (
              <Table.Th key={column} scope="col" ta={align(index)}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ cells, entry }, row) => (
            <Table.Tr key={row}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <Table.Th key={index} scope="row" fw={500}>
                    {entry === undefined ? (
                      cell
                    ) : (
                      <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry }}>
                        {cell}
                      </TextLink>
                    )}
                  </Table.Th>
                ) : (
                  <Table.Td key={index} ta={align(index)} className={index < words ? undefined : 'report-number'}>
                    {cell}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
