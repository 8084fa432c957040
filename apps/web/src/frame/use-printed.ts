import { useSyncExternalStore } from 'react';

const printing = window.matchMedia('print');

/** Whether the page is on its way to paper; it is drawn again before it is there. */
export function usePrinted(): boolean {
  return useSyncExternalStore(onPrinting, () => printing.matches);
}

function onPrinting(changed: () => void): () => void {
  printing.addEventListener('change', changed);
  return () => printing.removeEventListener('change', changed);
}
