import type { TFunction } from 'i18next';
import type { DueItem } from './due-items';

/** What is to be done: a duty is called by that everywhere, never by the entry that would say it was missed. */
export function dutyTitle({ kind, title }: Pick<DueItem, 'kind' | 'title'>, t: TFunction): string {
  const toDo: Readonly<Record<string, string>> = t('due.to-do', { returnObjects: true });
  return (kind === null ? undefined : toDo[kind]) ?? title;
}
