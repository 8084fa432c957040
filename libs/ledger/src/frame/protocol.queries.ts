import { knownIn } from '../known-at';
import { clockParameter, knownAtParameter, type Clocks } from '../parameters';
import { textIn, type RegisterDates } from '../register';
import { numberIn, saidIn, versionOf, type Version } from '../register-entry';
import { remembered } from '../score/remembered';
import { factsIn } from '../score/score.queries';
import { recordedTime } from '../scoring/knowledge';
import type { Views } from '../views';
import { withoutProtocol, type WithoutProtocol } from './protocol';

/** One version of the protocol for using the record. */
export interface Protocol extends Version {
  /** What an entry is, and is not: no contractual notice, admission or waiver. */
  readonly standing: string | null;
  /** Who may see what. */
  readonly disclosure: string | null;
  readonly retentionYears: number | null;
  /** Days in which an entry is answered; null: those of the method. */
  readonly answerDays: number | null;
}

export interface ProtocolRegister extends RegisterDates {
  readonly protocol: readonly Protocol[];
}

/**
 * What to say, with whatever is read of a relationship, of the protocol that it is kept by.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function withoutProtocolIn(
  views: Views,
  relationship: string,
  clocks: Pick<Clocks, 'knownAt' | 'clock'>,
): Promise<WithoutProtocol | null> {
  const facts = await factsIn(views, relationship);
  const [knownAt, clock] = [knownAtParameter(clocks.knownAt), clockParameter(clocks.clock)];
  return remembered(facts, 'without-protocol', { knownAt, clock }, () => {
    const known = knownAt === null ? facts : facts.filter((fact) => recordedTime(fact, clock) <= knownAt);
    return withoutProtocol(known, () => knownIn(facts, clocks).reading);
  });
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function protocolOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ProtocolRegister> {
  const { dates, day, said } = await saidIn(views, relationship, 'protocol.agreed', clocks, now);
  const protocol = said.map((each) => ({
    standing: textIn(each.data['standing']),
    disclosure: textIn(each.data['disclosure']),
    retentionYears: numberIn(each.data['retentionYears']),
    answerDays: numberIn(each.data['answerDays']),
    ...versionOf(each, said, day),
  }));
  return { ...dates, protocol };
}
