import { Controller, Inject, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Problem, REGISTERS, registerCsv, type ProblemCode, type RegisterName } from '@app/ledger';
import { GetRegister } from '@app/ledger/handlers';
import { AuditsAnswer, FindingsAnswer } from '../answers/assurance.answer';
import { BehavioursAnswer, CoachingAnswer } from '../answers/behaviours.answer';
import { BenefitsAnswer } from '../answers/benefits.answer';
import { DisputesAnswer } from '../answers/disputes.answer';
import { ExitAnswer, PlanAnswer } from '../answers/documents.answer';
import { DueAnswer } from '../answers/due.answer';
import { FactorSetsAnswer } from '../answers/factor-sets.answer';
import {
  AmendmentsAnswer,
  CasesAnswer,
  CompetenciesAnswer,
  ExtensionsAnswer,
  MembersAnswer,
  PartiesAnswer,
  ProtocolsAnswer,
  VisionAnswer,
} from '../answers/frame.answer';
import {
  ArrangementsAnswer,
  BodiesAnswer,
  DecisionsAnswer,
  DelaysAnswer,
  MeetingsAnswer,
} from '../answers/governance.answer';
import { ImprovementsAnswer, LessonsAnswer, PracticesAnswer } from '../answers/improvement.answer';
import { IssuesAnswer } from '../answers/issues.answer';
import {
  CommunicationPlansAnswer,
  CommunicationsAnswer,
  KnowledgeAnswer,
  KnowledgePlansAnswer,
  ProcessesAnswer,
  SystemsAnswer,
} from '../answers/joint-systems.answer';
import { KeysAnswer } from '../answers/keys.answer';
import { DevelopmentsAnswer, LeadersAnswer } from '../answers/leadership.answer';
import { ObjectivesAnswer } from '../answers/objectives.answer';
import {
  DeductionsAnswer,
  IndicatorsAnswer,
  PaymentsAnswer,
  TrustIndicatorsAnswer,
} from '../answers/performance.answer';
import { DisclosuresAnswer, RisksAnswer, WarningsAnswer } from '../answers/risk.answer';
import { RoundsAnswer } from '../answers/rounds.answer';
import { CandidatesAnswer } from '../answers/selection.answer';
import { FrameworksAnswer, SponsorsAnswer } from '../answers/sponsorship.answer';
import { StakeholdersAnswer } from '../answers/stakeholders.answer';
import {
  AssumptionsAnswer,
  CostsAnswer,
  DisbenefitsAnswer,
  IdeasAnswer,
  RewardsAnswer,
  ValuesAnswer,
} from '../answers/value.answer';
import { DueQuery, RegisterQuery } from '../bodies/queries';
import { addRead, type ReadRoute } from './add-read';
import { parametersOf } from './parameters';

interface RegisterRoute {
  readonly answer: Type;
  /** What it can be asked with; absent: both clocks. */
  readonly query?: Type<RegisterQuery>;
  /** Beside those of every read. */
  readonly problems?: readonly ProblemCode[];
}

const ROUTES: Readonly<Record<RegisterName, RegisterRoute>> = {
  'factor-sets': { answer: FactorSetsAnswer },
  protocol: { answer: ProtocolsAnswer },
  parties: { answer: PartiesAnswer },
  members: { answer: MembersAnswer },
  keys: { answer: KeysAnswer },
  cases: { answer: CasesAnswer },
  amendments: { answer: AmendmentsAnswer },
  extensions: { answer: ExtensionsAnswer },
  vision: { answer: VisionAnswer },
  competencies: { answer: CompetenciesAnswer },
  arrangements: { answer: ArrangementsAnswer },
  bodies: { answer: BodiesAnswer },
  meetings: { answer: MeetingsAnswer },
  decisions: { answer: DecisionsAnswer },
  delays: { answer: DelaysAnswer },
  sponsors: { answer: SponsorsAnswer },
  frameworks: { answer: FrameworksAnswer },
  objectives: { answer: ObjectivesAnswer },
  leaders: { answer: LeadersAnswer },
  developments: { answer: DevelopmentsAnswer },
  systems: { answer: SystemsAnswer },
  processes: { answer: ProcessesAnswer },
  'communication-plans': { answer: CommunicationPlansAnswer },
  communications: { answer: CommunicationsAnswer },
  'knowledge-plans': { answer: KnowledgePlansAnswer },
  knowledge: { answer: KnowledgeAnswer },
  risks: { answer: RisksAnswer },
  warnings: { answer: WarningsAnswer },
  disclosures: { answer: DisclosuresAnswer },
  issues: { answer: IssuesAnswer },
  ideas: { answer: IdeasAnswer },
  benefits: { answer: BenefitsAnswer },
  values: { answer: ValuesAnswer },
  disbenefits: { answer: DisbenefitsAnswer },
  costs: { answer: CostsAnswer },
  rewards: { answer: RewardsAnswer },
  assumptions: { answer: AssumptionsAnswer },
  improvements: { answer: ImprovementsAnswer },
  lessons: { answer: LessonsAnswer },
  practices: { answer: PracticesAnswer },
  indicators: { answer: IndicatorsAnswer },
  payments: { answer: PaymentsAnswer },
  deductions: { answer: DeductionsAnswer },
  behaviours: { answer: BehavioursAnswer },
  coaching: { answer: CoachingAnswer },
  'trust-indicators': { answer: TrustIndicatorsAnswer },
  exit: { answer: ExitAnswer },
  plan: { answer: PlanAnswer },
  stakeholders: { answer: StakeholdersAnswer },
  rounds: { answer: RoundsAnswer },
  disputes: { answer: DisputesAnswer },
  candidates: { answer: CandidatesAnswer },
  audits: { answer: AuditsAnswer },
  findings: { answer: FindingsAnswer },
  due: { answer: DueAnswer, query: DueQuery, problems: ['unknown-party'] },
};

@ApiTags('registers')
@Controller('api/v1/relationships/:relationship')
export class RegistersController {
  constructor(@Inject(QueryBus) readonly queries: QueryBus) {}
}

for (const [register, { answer, query = RegisterQuery, problems = [] }] of Object.entries(ROUTES) as [
  RegisterName,
  RegisterRoute,
][]) {
  const summary = `The register of ${REGISTERS[register]}; at any pair of dates`;
  const route: ReadRoute<RegisterQuery> = { name: register, summary, answer, query, alsoAs: ['text/csv'], problems };
  addRead(RegistersController, route, async ({ queries }, relationship, asked, { reply }) => {
    const { format = 'json', ...parameters } = parametersOf(asked);
    if (format !== 'json' && format !== 'csv')
      throw new Problem('invalid-parameter', 'format: expected json or csv', 'format');
    const rows = await queries.execute(new GetRegister(relationship, { register, ...parameters }));
    if (format === 'json') return rows;
    const name = `${relationship}-${register}.csv`;
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
    return registerCsv(register, rows);
  });
}
