import { useRef } from 'react';

/** The key of what is about to be written: the same for the same content, so that sending it again writes it once. */
export function useIntention(): (content: unknown) => string {
  const last = useRef<{ readonly said: string; readonly key: string }>(null);
  return (content) => {
    const said = JSON.stringify(content);
    if (last.current?.said !== said) last.current = { said, key: crypto.randomUUID() };
    return last.current.key;
  };
}
