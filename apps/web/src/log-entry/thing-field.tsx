import { Button, Group, Loader, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueries } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../api/client';
import type { Session } from '../api/session';
import { asItReads } from '../frame/as-it-reads';
import { TextLink } from '../frame/links';
import { isForItsAuthor, isOwn } from './going-on';
import type { Field } from './kinds';
import { thingsOf } from '../frame/things';

/** What was begun by an earlier entry, such as an issue: chosen by its title, the newest first. */
export function ThingField({
  field,
  of,
  session,
  ...input
}: {
  readonly field: Field;
  /** The kind that asks for it. */
  readonly of: string;
  readonly session: Session;
  readonly label: string;
  readonly required: boolean;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
}) {
  const { t } = useTranslation();
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const makers = field.makers ?? [];
  const reads = useQueries({
    queries: makers.map((kind) =>
      api.queryOptions('get', '/api/v1/relationships/{relationship}/trail', {
        params: { path: { relationship }, query: { kind } },
      }),
    ),
  });
  const { data: catalogue } = api.useQuery('get', '/api/v1/catalogue');
  if (reads.some(({ data, error }) => data === undefined && error === null))
    return <Loader size="xs" type="dots" aria-label={t('frame.loading')} role="status" />;
  const failed = reads.filter(({ error }) => error !== null);
  if (failed.length > 0) {
    return (
      <div role="alert">
        <Text size="sm" fw={500}>
          {field.label}
        </Text>
        <Group gap="xs">
          <Text size="sm">{t('logEntry.made-unread')}</Text>
          <Button size="xs" variant="default" onClick={() => void Promise.all(failed.map(({ refetch }) => refetch()))}>
            {t('problems.try-again')}
          </Button>
        </Group>
      </div>
    );
  }
  const isOwnAlone = isForItsAuthor(of, field.name);
  const begun = reads.flatMap(({ data }) => data?.entries.map(asItReads) ?? []);
  const things = thingsOf(field.name, isOwnAlone ? begun.filter((entry) => isOwn(entry, session)) : begun);
  if (things.length === 0 && field.required === true) {
    const titles = (catalogue?.kinds ?? []).filter(({ kind }) => makers.includes(kind)).map(({ title }) => title);
    return (
      <div>
        <Text size="sm" fw={500}>
          {field.label}
        </Text>
        <Text size="sm">
          {t(isOwnAlone ? 'logEntry.nothing-own' : 'logEntry.nothing-made', { kinds: titles.join(', ') })}{' '}
          <TextLink to="/r/$relationship/log" params={{ relationship }} search={{ kind: makers[0] }}>
            {t('logEntry.begin')}
          </TextLink>
        </Text>
      </div>
    );
  }
  // What the address names and nobody began is shown as it is, and refused where it must be.
  const named = input.value === '' || things.some(({ value }) => value === input.value) ? [] : [input.value];
  return <NativeSelect {...input} maw={480} data={[{ value: '', label: t('logEntry.choose') }, ...named, ...things]} />;
}
