import type { WithoutProtocol } from './frame/protocol';
import { withoutProtocolIn } from './frame/protocol.queries';
import type { RestsOnImport } from './imports/imports';
import { restsOnImportIn } from './imports/imports.queries';
import type { Clocks } from './parameters';
import type { Views } from './views';

/** What every view of a relationship says of the record that it is made from. */
export interface OnRecord {
  /** Null where all agreed to a protocol before the first live entry, or where there is no live entry. */
  readonly withoutProtocol: WithoutProtocol | null;
  /** Null where it does not, where nothing was logged live since, or where every party accepted the import. */
  readonly restsOnImport: RestsOnImport | null;
}

/** What a question may say of both clocks; a course ends with `to`. */
type RecordParameters = Clocks & { readonly to?: string };

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function onRecordIn(
  views: Views,
  relationship: string,
  { asOf, to = asOf, knownAt, clock }: RecordParameters,
  now: number,
): Promise<OnRecord> {
  const recorded: Clocks = { ...(knownAt !== undefined && { knownAt }), ...(clock !== undefined && { clock }) };
  return {
    withoutProtocol: await withoutProtocolIn(views, relationship, recorded),
    restsOnImport: await restsOnImportIn(
      views,
      relationship,
      { ...recorded, ...(to !== undefined && { asOf: to }) },
      now,
    ),
  };
}

/** An answer with what is to be said of the record beside it. */
export function onRecord<Parameters extends RecordParameters, Answer extends object>(
  answer: (views: Views, relationship: string, parameters: Parameters, now: number) => Promise<Answer>,
): (views: Views, relationship: string, parameters: Parameters, now: number) => Promise<Answer & OnRecord> {
  return async (views, relationship, parameters, now) => ({
    ...(await answer(views, relationship, parameters, now)),
    ...(await onRecordIn(views, relationship, parameters, now)),
  });
}
