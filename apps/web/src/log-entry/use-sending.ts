import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem, unreachable } from '../api/api-problem';
import { client } from '../api/client';
import { newKey } from '../api/intention';
import type { Sent } from './draft';
import type { EntryBody } from './entry-body';
import type { KeptDraft } from './use-draft';

const REUSED = 'idempotency-key-reused';

export interface Sending {
  readonly isPending: boolean;
  /** Why it was not logged; null where it is not known to have failed. */
  readonly error: unknown;
  /** An earlier version that was logged without an answer; its id, where it can be told. */
  readonly earlier: { readonly entry: string | null } | null;
  readonly send: (body: EntryBody) => void;
}

/** Logs a draft once, however often it is sent, and forgets it then, also where one has left the page. */
export function useSending(
  relationship: string,
  { draft, change, drop }: KeptDraft,
  onLogged: (entry: string) => void,
): Sending {
  const [earlier, setEarlier] = useState<Sending['earlier']>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ sent, body }: { readonly sent: Sent; readonly body: EntryBody }) =>
      logged(relationship, sent.key, body),
    onSuccess: drop,
    onError: async (failure, { sent }) => {
      if (!(failure instanceof ApiProblem)) return;
      // What was refused was not logged: sent again, it is another intention. Without an answer nobody knows.
      if (isRefusal(failure)) change({ sent: null });
      if (failure.code !== REUSED) return;
      setEarlier({ entry: await logged(relationship, sent.key, sent.body).catch(asUnknown) });
      change({ sent: null });
    },
  });
  const send = (body: EntryBody): void => {
    const sent = draft.sent ?? { key: newKey(), body };
    change({ sent });
    setEarlier(null);
    mutate({ sent, body }, { onSuccess: onLogged });
  };
  const isEarlier = error instanceof ApiProblem && error.code === REUSED;
  return { isPending, error: isEarlier ? null : error, earlier, send };
}

/** Id of the entry; of what came before under this key and is the same, that of then. */
async function logged(relationship: string, key: string, body: EntryBody): Promise<string> {
  const { data } = await client.POST('/api/v1/relationships/{relationship}/entries', {
    params: { path: { relationship }, header: { 'Idempotency-Key': key } },
    body,
  });
  if (data === undefined) throw unreachable();
  return data.id;
}

/** The entry is there all the same; the reader is led to the ledger. */
const asUnknown = (): null => null;

/** It was looked at and not taken; anything else may yet have been logged. */
function isRefusal({ status, code }: ApiProblem): boolean {
  return status >= 400 && status < 500 && code !== REUSED && code !== 'conflict';
}
