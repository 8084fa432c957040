import type { EventToAppend, StreamEvent } from '@app/event-store';
import type { CommandIdentity, Decider } from '@app/event-store';
import { assessmentRules } from '../assessment/assessment';
import { assuranceRules } from '../assurance/assurance';
import { AUDITOR } from '../catalogue/auditor';
import { behavioursRules } from '../behaviours/behaviours';
import { kindOf, makersOf, makesId, type Kind } from '../catalogue/catalogue';
import { disputesRules } from '../disputes/disputes';
import { documentsRules } from '../documents/documents';
import { mustBeMissed, mustBeTakenBack } from '../due/duties';
import { factorSetsRules } from '../factor-sets/factor-sets';
import { frameRules } from '../frame/frame';
import { membersRules, mustBeAuthorised } from '../frame/members';
import { protocolRules } from '../frame/protocol';
import { governanceRules } from '../governance/governance';
import { importsRules } from '../imports/imports';
import { timesRunOut } from '../issues/issue-deadlines';
import { improvementRules } from '../improvement/improvement';
import { issuesRules } from '../issues/issues';
import { jointSystemsRules } from '../joint-systems/joint-systems';
import { objectivesRules } from '../objectives/objectives';
import { keysRules } from '../keys/keys';
import { leadershipRules } from '../leadership/leadership';
import { signatureProblem } from '../keys/party-keys';
import { performanceRules } from '../performance/performance';
import { Problem } from '../problems';
import { riskRules } from '../risk/risk';
import { roundsRules } from '../rounds/rounds';
import { checkTerm, relationshipRules } from '../relationship/relationship';
import { parseEffective } from '../scoring/days';
import { mustFitLedger, selectionRules } from '../selection/selection';
import { sponsorshipRules } from '../sponsorship/sponsorship';
import { trustRules } from '../trust/trust';
import { valueRules } from '../value/value';
import type { CheckedBody } from './check';
import type { Authorship, Content } from './content';
import type { CheckpointSeen } from './entry';
import { checkParty } from './known';
import { madeOf } from './made';
import { emptyLedger, evolveLedger } from './evolve';
import { envelopeOf, isWrittenBy } from './read';
import { References, type KnownReferences } from './references';
import { answeredBy, notNow, type Rules } from './rules';
import { entriesAbout, partiesAt, type LedgerState } from './state';
import { writeEntry, type SignedBody } from './write';

/** A person's command: log this entry, live. */
export interface LedgerCommand extends CommandIdentity {
  /** SHA-256 (hex) of its canonical body. */
  readonly hash: string;
  readonly body: CheckedBody;
  readonly author: Authorship;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** 32 random bytes, base64url. */
  readonly salt: string;
  /** What its author had seen of the log. */
  readonly checkpointSeen?: CheckpointSeen | null;
  /** What its author signed; absent where it signs nothing. */
  readonly signed?: SignedBody | null;
  /** True for the entry that opens the ledger. */
  readonly establishes: boolean;
  /** True for what the ledger itself records. */
  readonly byLedger?: boolean;
}

const RULES: Rules = {
  ...assessmentRules,
  ...assuranceRules,
  ...behavioursRules,
  ...disputesRules,
  ...documentsRules,
  ...factorSetsRules,
  ...frameRules,
  ...governanceRules,
  ...importsRules,
  ...improvementRules,
  ...issuesRules,
  ...jointSystemsRules,
  ...keysRules,
  ...leadershipRules,
  ...membersRules,
  ...objectivesRules,
  ...performanceRules,
  ...protocolRules,
  ...relationshipRules,
  ...riskRules,
  ...roundsRules,
  ...selectionRules,
  ...sponsorshipRules,
  ...trustRules,
  ...valueRules,
};

export const ledgerDecider: Decider<LedgerState, LedgerCommand> = {
  initial: emptyLedger,
  evolve: evolveLedger,
  decide,
  commandOf: (event: StreamEvent) => envelopeOf(event).commandId,
  saysTheSame: ({ hash }, event) => isWrittenBy(hash, event),
};

function decide(command: LedgerCommand, state: LedgerState): readonly EventToAppend[] {
  const { body, author } = command;
  // The ledger's clock never runs backwards within a relationship, whatever the machine's does.
  const now = Math.max(command.now, state.lastRecorded);
  if (command.establishes) {
    if (state.revision >= 0)
      throw new Problem('relationship-exists', `relationship "${state.relationship}" exists already`, 'id');
  } else if (state.revision < 0) {
    throw new Problem('relationship-not-found', `there is no relationship "${state.relationship}"`);
  } else if (
    command.byLedger !== true &&
    author.loggedBy !== AUDITOR &&
    !partiesAt(state, now).includes(author.loggedBy ?? author.party)
  ) {
    throw new Problem(
      'unknown-party',
      `"${author.loggedBy ?? author.party}" is no party of this relationship now`,
      'party',
    );
  }
  const origin = command.byLedger === true ? 'ledger' : 'live';
  const content = madeOf(state, body, author, origin, now, knownBy(state, body, now));
  if (command.establishes) {
    checkTerm(content.data);
  } else {
    if (author.loggedBy !== AUDITOR) mustBeAuthorised(state, content, now);
    mustFitLedger(state, content);
    checkNamed(state, body.kind, content);
    RULES[content.kind]?.(state, content, now);
    mustBeMissed(state, content, now);
    mustBeTakenBack(state, content, now);
    const answered = answeredBy(state, content);
    if (answered !== undefined) RULES[`${content.kind} ${answered.fact.kind}`]?.(state, content, now);
  }
  const event = writeEntry(state, content, {
    commandId: command.id,
    commandHash: command.hash,
    salt: command.salt,
    recorded: now,
    importedAs: null,
    checkpointSeen: command.checkpointSeen ?? null,
    signed: command.signed ?? null,
  });
  // Of what is to be stored, so that whoever reads it comes to the same.
  const unsigned = signatureProblem(state.keys, envelopeOf(event));
  if (unsigned !== null) throw unsigned;
  return [event];
}

/** What its sign follows from: an issue is resolved late whether or not the clock has said so by now. */
function knownBy(state: LedgerState, { kind, data }: CheckedBody, now: number): KnownReferences {
  if (kind.kind !== 'issue.resolved') return state.references;
  const late = new References();
  for (const place of timesRunOut(state.reading, entriesAbout(state, 'issue', data['issue']), now))
    late.note('issue.deadline-missed', { issue: data['issue'] ?? null }, place);
  return References.joining(state.references, late);
}

/** Things named must exist, things made must be new, parties must be known. */
function checkNamed(state: LedgerState, kind: Kind, content: Content): void {
  for (const field of kind.fields) {
    const value = content.data[field.name];
    if (typeof value !== 'string') continue;
    const path = `data.${field.name}`;
    if (field.type === 'party') checkParty(state, value, path);
    if (field.type !== 'id') continue;
    const makers = makersOf(field.name);
    if (makers.length === 0) continue;
    const maker = entriesAbout(state, field.name, value).find((entry) => makers.includes(entry.fact.kind));
    if (makesId(kind, field)) {
      if (maker !== undefined) throw notNow(`${path}: "${value}" exists already; give a new id or leave it out`, path);
    } else if (maker === undefined) {
      const titles = makers.map((each) => kindOf(each)?.kind ?? each).join(' or ');
      throw notNow(`${path}: there is no ${field.name} "${value}"; ${titles} makes one`, path);
    } else if (isBefore(content.effective, maker.effective)) {
      throw notNow(`effective: ${field.name} "${value}" began on ${maker.effective ?? ''}, not before`, 'effective');
    }
  }
}

/** Whether all of one date lies before all of another, both as precise as they were given. */
function isBefore(date: string | null, other: string | null): boolean {
  const [first, second] = [date, other].map((each) => (each === null ? null : parseEffective(each)));
  return Boolean(first && second && first.lastDay < second.firstDay);
}
