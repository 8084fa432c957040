import { knownIn } from '../known-at';
import { dayParameter, type Clocks } from '../parameters';
import { factsIn } from '../score/score.queries';
import { parseDay } from '../scoring/days';
import { recordedTime } from '../scoring/knowledge';
import type { Views } from '../views';
import { restsOnImport, type RestsOnImport } from './imports';

/** What an answer says of an import that it rests on. */
interface OnImport {
  /** Null where every party accepted it, as where there is none. */
  readonly restsOnImport: RestsOnImport | null;
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function restsOnImportIn(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<RestsOnImport | null> {
  const facts = await factsIn(views, relationship);
  const { reading, knownAt, clock } = knownIn(facts, clocks);
  const known = knownAt === null ? facts : facts.filter((fact) => recordedTime(fact, clock) <= knownAt);
  return restsOnImport(known, () => reading, parseDay(dayParameter(clocks.asOf, 'asOf', now)) ?? 0);
}

/** An answer with what is to be said of the import that it rests on beside it. */
export function onImport<Parameters extends Clocks, Answer extends object>(
  answer: (views: Views, relationship: string, parameters: Parameters, now: number) => Promise<Answer>,
): (views: Views, relationship: string, parameters: Parameters, now: number) => Promise<Answer & OnImport> {
  return async (views, relationship, parameters, now) => ({
    ...(await answer(views, relationship, parameters, now)),
    restsOnImport: await restsOnImportIn(views, relationship, parameters, now),
  });
}
