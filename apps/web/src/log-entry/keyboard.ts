import type { KeyboardEvent } from 'react';

const FIELDS = 'input, select, textarea, button[type=submit]';

/** Ctrl+Enter sends from wherever one types. */
export function formKeys(submit: () => void): (event: KeyboardEvent<HTMLFormElement>) => void {
  return (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else goOnWithEnter(event);
  };
}

/** Enter goes on to the next field instead of sending a form that is half filled in. In a longer text it is a line break. */
function goOnWithEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const fields = [...currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter((each) => each.tabIndex >= 0);
  fields[fields.indexOf(target) + 1]?.focus();
}
