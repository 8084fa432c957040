import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouterState } from '@tanstack/react-router';

/**
 * The title of the page is the heading of its view; where one has gone to another view, the heading has the focus, so
 * that a screen reader says where one is. Whatever takes the focus within the view keeps it.
 */
export function useTitle(): void {
  const { t } = useTranslation();
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const told = useRef(path);
  useEffect(() => {
    const look = (): void => {
      const heading = document.querySelector('h1');
      if (heading === null) return;
      const title = `${heading.textContent} · ${t('frame.product')}`;
      if (document.title !== title) document.title = title;
      if (told.current === path) return;
      // The first view is said by the page itself.
      if (told.current !== undefined && !isWithinView(document.activeElement)) focusOn(heading);
      told.current = path;
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [path, t]);
}

function focusOn(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function isWithinView(element: Element | null): boolean {
  return element !== null && element.closest('main') !== null;
}
