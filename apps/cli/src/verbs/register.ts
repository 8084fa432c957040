import { registers, type Due, type BehaviourRegister, type IssueRegister, type ObjectiveRegister } from '@app/ledger';
import type { ExitRegister, FactorSetRegister, PlanRegister, RegisterDates, RegisterName } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { behavioursText } from '../text/behaviours';
import { exitText, planText } from '../text/documents';
import { dueText } from '../text/due';
import { factorSetsText } from '../text/factor-sets';
import { issuesText } from '../text/issues';
import { objectivesText } from '../text/objectives';
import { rowsText } from '../text/rows';
import type { Verb } from '../verb';

type Options = ClockOptions & { readonly within?: string };
type Text = (register: RegisterDates) => string;

/** Registers that say more on a terminal than a table of their rows. */
const TEXTS: Partial<Readonly<Record<RegisterName, Text>>> = {
  'factor-sets': (register) => factorSetsText(register as FactorSetRegister),
  objectives: (register) => objectivesText(register as ObjectiveRegister),
  issues: (register) => issuesText(register as IssueRegister),
  behaviours: (register) => behavioursText(register as BehaviourRegister),
  exit: (register) => exitText(register as ExitRegister),
  plan: (register) => planText(register as PlanRegister),
  due: (register) => dueText(register as Due),
};

export function registerVerb(name: RegisterName): Verb {
  return (command, setting) => {
    withKnownAt(withAsOf(command.argument('<relationship>')));
    if (name === 'due') command.option('--within <days>', 'days ahead (default: 90)');
    command.action((relationship: string, options: Options) =>
      show(
        setting(),
        relationship,
        (views) => registers[name](views, relationship, options, Date.now()),
        TEXTS[name] ?? ((register) => rowsText(name, register)),
        options,
      ),
    );
  };
}
