import { Button, Group, Popover, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import type { Clocks } from './clocks';
import { DayInput } from './day-input';

/** Shows both clocks wherever one is, and moves them. */
export function ClockMenu() {
  const { t } = useTranslation();
  const { clocks } = useView();
  const moveClocks = useMoveClocks();
  const isNow = clocks.asOf === undefined && clocks.knownAt === undefined;
  return (
    <Group gap="xs">
      <Popover position="bottom-end" withArrow trapFocus>
        <Popover.Target>
          <Button
            variant={isNow ? 'default' : 'filled'}
            size="xs"
            h="auto"
            mih={30}
            styles={{ label: { whiteSpace: 'normal' } }}
          >
            <ClockSentence clocks={clocks} />
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm" w={240}>
            <ClockInputs clocks={clocks} />
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {!isNow && (
        <Button variant="default" size="xs" onClick={() => moveClocks({})}>
          {t('frame.clocks.now')}
        </Button>
      )}
    </Group>
  );
}

/** Both clocks as two days to choose. */
export function ClockInputs({ clocks }: { readonly clocks: Clocks }) {
  const { t } = useTranslation();
  const moveClocks = useMoveClocks();
  return (
    <>
      <DayInput
        label={t('frame.clocks.as-of')}
        description={t('frame.clocks.as-of-help')}
        value={clocks.asOf ?? ''}
        onDay={(asOf) => moveClocks({ ...clocks, asOf }, { replace: true })}
      />
      <DayInput
        label={t('frame.clocks.known-at')}
        description={t('frame.clocks.known-at-help')}
        value={clocks.knownAt?.slice(0, 10) ?? ''}
        onDay={(knownAt) => moveClocks({ ...clocks, knownAt }, { replace: true })}
      />
    </>
  );
}

function ClockSentence({ clocks: { asOf, knownAt } }: { readonly clocks: Clocks }) {
  const { t } = useTranslation();
  if (asOf === undefined && knownAt === undefined) return t('frame.clocks.today');
  if (asOf === undefined) return t('frame.clocks.known', { knownAt: formatDate(knownAt ?? null) });
  if (knownAt === undefined) return t('frame.clocks.past', { asOf: formatDate(asOf) });
  return t('frame.clocks.past-known', { asOf: formatDate(asOf), knownAt: formatDate(knownAt) });
}

/** Moves the clocks in the address, and leaves the rest of it as it is. */
export function useMoveClocks(): (clocks: Clocks, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return ({ asOf, knownAt }, { replace = false } = {}) =>
    void navigate({
      to: '.',
      replace,
      resetScroll: false,
      search: (search) => ({ ...search, asOf, knownAt }),
    });
}
