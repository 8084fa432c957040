import { Controller, Get, Inject, Param, Query, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { REGISTERS, type RegisterName } from '@app/ledger';
import { GetRegister } from '@app/ledger/handlers';
import { Rule } from '../access/rule';
import { AuditsAnswer, FindingsAnswer } from '../answers/assurance.answer';
import { BehavioursAnswer } from '../answers/behaviours.answer';
import { ExitAnswer, PlanAnswer } from '../answers/documents.answer';
import { DueAnswer } from '../answers/due.answer';
import { FactorSetsAnswer } from '../answers/factor-sets.answer';
import { IssuesAnswer } from '../answers/issues.answer';
import { ObjectivesAnswer } from '../answers/objectives.answer';
import { RoundsAnswer } from '../answers/rounds.answer';
import { DueQuery, RegisterQuery } from '../bodies/queries';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { parametersOf } from './parameters';

interface RegisterRoute {
  readonly answer: Type;
  /** What it can be asked with; absent: both clocks. */
  readonly query?: Type;
}

const ROUTES: Readonly<Record<RegisterName, RegisterRoute>> = {
  'factor-sets': { answer: FactorSetsAnswer },
  objectives: { answer: ObjectivesAnswer },
  issues: { answer: IssuesAnswer },
  behaviours: { answer: BehavioursAnswer },
  exit: { answer: ExitAnswer },
  plan: { answer: PlanAnswer },
  rounds: { answer: RoundsAnswer },
  audits: { answer: AuditsAnswer },
  findings: { answer: FindingsAnswer },
  due: { answer: DueAnswer, query: DueQuery },
};

@ApiTags('registers')
@Controller('api/v1/relationships/:relationship')
export class RegistersController {
  constructor(@Inject(QueryBus) readonly queries: QueryBus) {}
}

type Read = (this: RegistersController, relationship: string, query: RegisterQuery) => Promise<unknown>;

/** Each register is a route of its own, so that each has its shape in the description of the API. */
function addRoute(register: RegisterName, { answer, query = RegisterQuery }: RegisterRoute): void {
  const read: Read = function (relationship, asked) {
    return this.queries.execute(new GetRegister(relationship, { register, ...parametersOf(asked) }));
  };
  // The description of the API names operations by it.
  Object.defineProperty(read, 'name', { value: register });
  const target = RegistersController.prototype;
  Object.defineProperty(target, register, { value: read, configurable: true });
  Reflect.defineMetadata('design:paramtypes', [String, query], target, register);
  Param('relationship')(target, register, 0);
  Query()(target, register, 1);
  const descriptor = Object.getOwnPropertyDescriptor(target, register) as TypedPropertyDescriptor<Read>;
  for (const decorate of [
    Get(register),
    Rule('read-entries'),
    ApiOperation({ summary: `The register of ${REGISTERS[register]}; at any pair of dates` }),
    ApiOkResponse({ type: answer, description: 'What was asked for.' }),
    RelationshipParameter(),
    DescribeRead('relationship-not-found'),
  ]) {
    decorate(target, register, descriptor);
  }
}

for (const [register, route] of Object.entries(ROUTES)) addRoute(register as RegisterName, route);
