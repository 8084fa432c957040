import type { ComponentType } from 'react';
import { BenefitsView } from './benefits-view';
import { ExitView } from './exit-view';
import { IndicatorsView, TrustIndicatorsView } from './indicators-view';
import { IssuesView } from './issues-view';
import { ObjectivesView } from './objectives-view';
import { PlanView } from './plan-view';
import type { RegisterName } from './register-groups';
import { RisksView } from './risks-view';

export interface OwnViewProps {
  /** Whether a row has the words that are asked for. */
  readonly keep: (row: object) => boolean;
}

/** Registers that are more than a table. Each can be shown as one all the same. */
export const ownViews: Readonly<Partial<Record<RegisterName, ComponentType<OwnViewProps>>>> = {
  issues: IssuesView,
  benefits: BenefitsView,
  objectives: ObjectivesView,
  risks: RisksView,
  exit: ExitView,
  plan: PlanView,
  indicators: IndicatorsView,
  'trust-indicators': TrustIndicatorsView,
};
