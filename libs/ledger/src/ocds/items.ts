import type { JsonObject } from '@app/event-store';
import { earliest, datedBy, measuredIn, milestoneDated, type Dated } from './dated';
import { dateIn, objectIn, objectsIn, textIn, valueIn, wordIn, type At } from './fields';
import { nameOf } from './ids';
import { keyIn, nameIn, partyIdOf, type Naming, type Standing } from './organisations';
import type { Release } from './package';
import { eachIn, gone, known, labelled, sentences, type Seen, type Statement, type Told } from './statement';

/** In which release of which contract an item stands. */
export interface Place {
  readonly release: Release;
  /** Id of the contract. */
  readonly id: string;
  /** Told of what stands at a path and is not taken over, with a reason. */
  readonly omit: (path: string, why: string) => void;
}

const PERFORMANCE = 613;
const RISK = 608;

const STATUSES = ['scheduled', 'met', 'partiallyMet', 'notMet'];

/** A milestone: that it was set, and whether it was met. */
export function milestones(place: Place, contract: Seen, list: string): readonly Told[] {
  const { release, id, omit } = place;
  return eachIn(contract, 'milestones', ({ whole: at }, item) => {
    const { path } = at;
    const ids = { objective: nameOf('contract', id), milestone: nameOf(id, list, item) };
    const titled = textIn(at, 'title');
    const title = titled ?? textIn(at, 'description') ?? item;
    // Without a title of its own it keeps the first that it was given.
    const named = titled === undefined ? ['title', 'text'] : [];
    const due = dateIn(at, 'dueDate');
    // Whenever it was published first, it was set before it was due or met.
    const effective = earliest(release.day, due, dateIn(at, 'dateMet'));
    const approximate = effective === release.day ? undefined : true;
    const key = [id, list, item];
    const set: Statement = {
      key,
      kind: 'milestone.set',
      content: known({ effective, text: textIn(at, 'description'), ...ids, title, due, approximate }),
      once: ['effective', 'approximate', ...named.slice(0, 1)],
      path,
    };
    const status = wordIn(at, 'status');
    if (status === undefined) return [set];
    if (!STATUSES.includes(status)) {
      omit(`${path}.status`, 'no status of OCDS');
      return [set];
    }
    const { once: dating, datePath, ...when } = milestoneDated(at, release);
    const once = [...dating, ...named];
    const outcome = { text: title, ...ids, ...when };
    const reason = status === 'partiallyMet' ? 'met in part' : null;
    const met: Statement = { key, kind: 'milestone.met', content: known(outcome), once, path, datePath };
    const missed = { ...met, kind: 'milestone.missed', content: known({ ...outcome, reason }) };
    switch (status) {
      case 'met':
        // One that was missed may still be met, late.
        return [set, met];
      case 'scheduled':
        return [set, gone(at, key, met.kind), gone(at, key, missed.kind)];
      default:
        return [set, gone(at, key, met.kind), missed];
    }
  });
}

export function payments(
  place: Place,
  implementation: Seen,
  standing: Standing | undefined,
  naming: Naming,
): readonly Told[] {
  const parties = standing && partiesIn(standing);
  return eachIn(implementation, 'transactions', ({ whole: at }, item) => {
    const value = valueIn(at, 'value') ?? valueIn(at, 'amount');
    const payer = objectIn(at, 'payer') ?? objectIn(at, 'providerOrganization');
    const payee = objectIn(at, 'payee') ?? objectIn(at, 'receiverOrganization');
    const [from, to] = [payer && nameIn(payer), payee && nameIn(payee)];
    const said = ['Payment', value && `of ${value.said}`, from && `from ${from}`, to && `to ${to}`];
    if (value?.money === null) place.omit(`${at.path}.value.amount`, 'more decimals than the ledger keeps');
    const { once, datePath, ...when } = datedBy(at, 'date', place.release);
    const payeeKey = payee && keyIn(payee, naming);
    const content = known({
      ...when,
      text: sentences(said.filter(Boolean).join(' ')),
      amount: value?.money ?? undefined,
      to: payeeKey === undefined ? undefined : parties?.get(payeeKey),
    });
    const key = [place.id, 'transactions', item];
    return [{ key, kind: 'payment.made', content, once, repeats: ['amount', 'to'], path: at.path, datePath }];
  });
}

/** The parties of the ledger, by the keys of the organisations that they are. */
function partiesIn({ client, provider, others }: Standing): ReadonlyMap<string, string> {
  const parties = new Map(others.map((each) => [each.key, partyIdOf(each)]));
  if (provider !== undefined) parties.set(provider.key, 'provider');
  if (client !== undefined) parties.set(client.key, 'client');
  return parties;
}

export function risks(place: Place, contract: Seen): readonly Told[] {
  return eachIn(contract, 'riskAllocation', ({ whole: at }, item) => {
    const text = sentences(
      textIn(at, 'description') ?? 'A risk',
      labelled('Borne by', wordIn(at, 'allocation')),
      labelled('Category', wordIn(at, 'category')),
      labelled('Mitigation', textIn(at, 'mitigation')),
      textIn(at, 'notes'),
    );
    return [note(at, [place.id, 'riskAllocation', item], RISK, ofFirstRelease(place), { text, category: 'risk' })];
  });
}

export function agreedMetrics(place: Place, contract: Seen): readonly Told[] {
  return eachIn(contract, 'agreedMetrics', ({ whole: at }, item) => {
    const targets = objectsIn(at, 'observations').map((target) => {
      const period = objectIn(target, 'period');
      const by = period && (dateIn(period, 'endDate') ?? dateIn(period, 'startDate'));
      return `${measured(target)}${by === undefined ? '' : ` by ${by}`}`;
    });
    const text = sentences(
      `Metric agreed: ${textIn(at, 'title') ?? item}`,
      textIn(at, 'description'),
      targets.length === 0 ? undefined : `Targets: ${targets.join('; ')}`,
    );
    const content = { text, category: 'performance' };
    return [note(at, [place.id, 'agreedMetrics', item], PERFORMANCE, ofFirstRelease(place), content)];
  });
}

export function observations(place: Place, implementation: Seen): readonly Told[] {
  return eachIn(implementation, 'metrics', (metric, metricId) =>
    eachIn(metric, 'observations', ({ whole: at }, item) => {
      const text = sentences(`${textIn(metric.whole, 'title') ?? metricId}: ${measured(at)}`, textIn(at, 'notes'));
      const key = [place.id, 'metrics', metricId, item];
      return [note(at, key, PERFORMANCE, measuredIn(at, place.release), { text, category: 'performance' })];
    }),
  );
}

export function failures(place: Place, implementation: Seen): readonly Told[] {
  return eachIn(implementation, 'performanceFailures', ({ whole: at }, item) => {
    const paid = at.value['penaltyPaid'];
    const text = sentences(
      `Performance not reached: ${textIn(at, 'category') ?? item}`,
      labelled('Events', wordIn(at, 'events')),
      labelled('Penalty in the contract', textIn(at, 'penaltyContracted')),
      labelled('Penalty imposed', wordIn(at, 'penaltyImposed')),
      typeof paid === 'boolean' ? `Penalty paid: ${paid ? 'yes' : 'no'}` : undefined,
    );
    const key = [place.id, 'performanceFailures', item];
    return [note(at, key, PERFORMANCE, measuredIn(at, place.release), { text, category: 'performance' })];
  });
}

function measured(observation: At): string {
  const value = valueIn(observation, 'value')?.said ?? wordIn(observation, 'measure');
  const unit = objectIn(observation, 'unit');
  return value === undefined ? 'observed' : [value, unit && textIn(unit, 'name')].filter(Boolean).join(' ');
}

/** What a release says and has no date of: it is as old as the release, and nothing is approximate about that. */
export function ofFirstRelease({ release }: Place): Dated {
  return { effective: release.day, approximate: null, once: ['effective'] };
}

export function note(
  { path }: At,
  key: readonly string[],
  factor: number | undefined,
  { once, datePath, ...when }: Dated,
  content: JsonObject,
): Statement {
  return { key, kind: 'note.logged', factor, content: known({ ...when, ...content }), once, path, datePath };
}
