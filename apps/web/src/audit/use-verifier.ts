import { useCallback, useEffect, useRef, useState } from 'react';
import type { Task, Told } from './verify-task';

/** Verifies beside the page, which stays alive. */
export interface Verifier {
  /** Null before anything was asked. */
  readonly told: Told | null;
  readonly isBusy: boolean;
  readonly run: (task: Task) => void;
  readonly stop: () => void;
}

/** @param first what is verified at once */
export function useVerifier(first: Task | null = null): Verifier {
  const worker = useRef<Worker | null>(null);
  const [begin] = useState(first);
  const [told, setTold] = useState<Told | null>(first === null ? null : BEGUN);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  const start = useCallback(
    (task: Task) => {
      end();
      const begun = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
      begun.onmessage = ({ data }: MessageEvent<Told>) => {
        setTold(data);
        if (data.is !== 'progress') end();
      };
      begun.onerror = ({ message }) => {
        setTold({ is: 'refused', reason: message, of: 'server' });
        end();
      };
      begun.postMessage(task);
      worker.current = begun;
    },
    [end],
  );
  useEffect(() => {
    if (begin !== null) start(begin);
    return end;
  }, [begin, start, end]);
  const run = useCallback(
    (task: Task) => {
      setTold(BEGUN);
      start(task);
    },
    [start],
  );
  const stop = useCallback(() => {
    end();
    setTold(null);
  }, [end]);
  return { told, isBusy: told?.is === 'progress', run, stop };
}

const BEGUN: Told = { is: 'progress', phase: 'reading', done: 0, total: 0 };
