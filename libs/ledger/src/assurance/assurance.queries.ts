import { lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, textIn, thingsNamed, type Named, type RegisterDates } from '../register';
import { compareEntries } from '../scoring/entry-reading';
import type { Views } from '../views';
import { findingSituation, speakerOf, type FindingSituation } from './assurance';

export interface Finding {
  readonly id: string;
  readonly title: string | null;
  readonly audit: string | null;
  readonly situation: FindingSituation;
  /** `major-nonconformity`, `minor-nonconformity`, `observation` or `good-practice`. */
  readonly grade: string | null;
  readonly factor: number | null;
  readonly clause: string | null;
  /** Effective date, as precise as it was given. */
  readonly raised: string | null;
  /** `auditor`, or the party that reports it. */
  readonly raisedBy: string | null;
  /** Of the management response; null while there is none. */
  readonly answered: string | null;
  readonly action: string | null;
  readonly owner: string | null;
  /** By when it is to be answered, and once it is, put right. */
  readonly due: string | null;
  readonly closed: string | null;
  readonly verified: string | null;
  /** Ids of all entries that name it. */
  readonly entries: readonly string[];
}

export interface FindingRegister extends RegisterDates {
  readonly findings: readonly Finding[];
}

export interface Audit {
  readonly id: string;
  readonly scope: string | null;
  /** Who audits, such as `certification-body`. */
  readonly by: string | null;
  /** `auditor`, or the party that reports it. */
  readonly openedBy: string | null;
  readonly opened: string | null;
  /** The day that it looks at. */
  readonly lookedAt: string | null;
  /** What draws its sample again. */
  readonly sampleSeed: string | null;
  /** Ids of its findings, and how many are not closed. */
  readonly findings: readonly string[];
  readonly open: number;
  /** Ids of the entries behind it, those of its findings included. */
  readonly entries: readonly string[];
}

export interface AuditRegister extends RegisterDates {
  readonly audits: readonly Audit[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function findingsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<FindingRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'finding', clocks, now);
  return { ...dates, findings: things.map(findingRow) };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function auditsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<AuditRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'audit', clocks, now);
  const findings = new Map<string, Named[]>();
  for (const finding of (await thingsNamed(views, relationship, 'finding', clocks, now)).things) {
    for (const audit of new Set(finding.entries.flatMap(({ data }) => textIn(data['audit']) ?? []))) {
      const known = findings.get(audit);
      if (known === undefined) findings.set(audit, [finding]);
      else known.push(finding);
    }
  }
  return { ...dates, audits: things.map((audit) => auditRow(audit, findings.get(audit.id) ?? [])) };
}

function findingRow({ id, entries, dataOf }: Named): Finding {
  const raised = lastOf(entries, 'finding.raised');
  const answered = lastOf(entries, 'finding.answered');
  const closed = lastOf(entries, 'finding.closed');
  const { title, audit, grade, clause, due } = dataOf(raised);
  const { action, owner, due: promised } = dataOf(answered);
  return {
    id,
    title: textIn(title),
    audit: textIn(audit),
    situation: findingSituation(entries),
    grade: textIn(grade),
    factor: raised?.factor ?? null,
    clause: textIn(clause),
    raised: raised?.effective ?? null,
    raisedBy: raised === undefined ? null : speakerOf(raised),
    answered: answered?.effective ?? null,
    action: textIn(action),
    owner: textIn(owner),
    due: textIn(promised) ?? textIn(due),
    closed: closed?.effective ?? null,
    verified: textIn(dataOf(closed)['verified']),
    entries: idsOf(entries),
  };
}

/** @param findings its own */
function auditRow({ id, entries, dataOf }: Named, findings: readonly Named[]): Audit {
  const opened = lastOf(entries, 'audit.opened');
  const { scope, by, asOf, sampleSeed } = dataOf(opened);
  const own = new Map(
    [...entries, ...findings.flatMap((finding) => finding.entries)].map((each) => [each.fact.id, each]),
  );
  return {
    id,
    scope: textIn(scope),
    by: textIn(by),
    openedBy: opened === undefined ? null : speakerOf(opened),
    opened: opened?.effective ?? null,
    lookedAt: textIn(asOf),
    sampleSeed: textIn(sampleSeed),
    findings: findings.map((finding) => finding.id),
    open: findings.filter((finding) => findingSituation(finding.entries) !== 'closed').length,
    entries: idsOf([...own.values()].sort(compareEntries)),
  };
}
