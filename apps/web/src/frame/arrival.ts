import i18next from 'i18next';
import type { AnyRouter } from '@tanstack/react-router';

/**
 * What a browser does after a page was loaded, after a step within the application: the page bears the title of the
 * screen, and who cannot see that there is another one goes on at its heading.
 */
export function followArrivals(router: AnyRouter, root: HTMLElement): void {
  let isArriving = false;
  let arrivedAt: HTMLElement | null = null;
  const settle = (): void => {
    const heading = root.querySelector<HTMLElement>('main h1');
    if (heading === null) return;
    // Not as it is laid out: this runs after every change of the page, and the ledger changes it as fast as one scrolls.
    const title = `${heading.textContent} · ${i18next.t('frame.product')}`;
    if (document.title !== title) document.title = title;
    // A heading that stood for one which says what was read has gone with the focus that it had.
    const isLost = arrivedAt?.isConnected === false && document.activeElement === document.body;
    if (!isArriving && !isLost) return;
    isArriving = false;
    arrivedAt = heading;
    // A form that has taken the focus to its first field keeps it.
    if (root.querySelector('main')?.contains(document.activeElement) === true) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  router.subscribe('onRendered', ({ fromLocation, pathChanged, hrefChanged }) => {
    if (fromLocation === undefined) return;
    isArriving ||= pathChanged || (hrefChanged && document.activeElement === document.body);
    settle();
  });
  // The headings of some screens say what was read, and come with it.
  new MutationObserver(settle).observe(root, { childList: true, subtree: true, characterData: true });
}
