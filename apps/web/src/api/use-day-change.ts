import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';

const LOOK_MS = 60_000;

/** Reads what is shown again once the day has changed, which the ledger counts in UTC: "today" is another then. */
export function useDayChange(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let day = dayNow();
    const look = (): void => {
      if (dayNow() === day) return;
      day = dayNow();
      void queries.invalidateQueries({ queryKey: ['get'] });
    };
    // A timer up to midnight would stand still while the computer sleeps.
    const timer = window.setInterval(look, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [queries]);
}

function dayNow(): string {
  return new Date().toISOString().slice(0, 10);
}
