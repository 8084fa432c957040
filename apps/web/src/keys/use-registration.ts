import { useMutation } from '@tanstack/react-query';
import { client } from '../api/client';
import { useIntention } from '../api/use-intention';
import { dayAfter } from '../clocks/day-after';
import { useView } from '../frame/use-view';
import { keyIdOf } from './device-key';

interface Registration {
  /** 32 bytes in hex. */
  readonly publicKey: string;
  /** Empty where it is not said. */
  readonly device: string;
}

/** Logs that a key is one of the party’s; answers the entry. */
export function useRegistration() {
  const { relationship } = useView();
  const keyOf = useIntention();
  return useMutation({
    mutationFn: async ({ publicKey, device }: Registration): Promise<string | null> => {
      const data = { keyId: await keyIdOf(publicKey), publicKey, ...(device === '' ? {} : { device }) };
      const body = { kind: 'key.registered', effective: dayAfter(new Date()), data };
      const { data: logged } = await client.POST('/api/v1/relationships/{relationship}/entries', {
        params: { path: { relationship }, header: { 'Idempotency-Key': keyOf(body) } },
        body,
      });
      return logged?.id ?? null;
    },
  });
}
