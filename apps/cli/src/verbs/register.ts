import {
  Problem,
  dueCalendarOf,
  logViews,
  registerCsv,
  registers,
  type Due,
  type BehaviourRegister,
  type BenefitRegister,
  type CandidateRegister,
  type IssueRegister,
  type ObjectiveRegister,
} from '@app/ledger';
import type { ExitRegister, FactorSetRegister, PlanRegister, RegisterDates, RegisterName } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { withStore } from '../place';
import { show } from '../show';
import { behavioursText } from '../text/behaviours';
import { benefitsText } from '../text/benefits';
import { candidatesText } from '../text/candidates';
import { exitText, planText } from '../text/documents';
import { dueText } from '../text/due';
import { factorSetsText } from '../text/factor-sets';
import { issuesText } from '../text/issues';
import { objectivesText } from '../text/objectives';
import { rowsText } from '../text/rows';
import type { Setting, Verb } from '../verb';
import { writeLines } from '../write-lines';

type Options = ClockOptions & {
  readonly within?: string;
  readonly party?: string;
  readonly csv?: true;
  readonly ical?: true;
};
type Text = (register: RegisterDates) => string;

/** Registers that say more on a terminal than a table of their rows. */
const TEXTS: Partial<Readonly<Record<RegisterName, Text>>> = {
  'factor-sets': (register) => factorSetsText(register as FactorSetRegister),
  objectives: (register) => objectivesText(register as ObjectiveRegister),
  issues: (register) => issuesText(register as IssueRegister),
  benefits: (register) => benefitsText(register as BenefitRegister),
  behaviours: (register) => behavioursText(register as BehaviourRegister),
  candidates: (register) => candidatesText(register as CandidateRegister),
  exit: (register) => exitText(register as ExitRegister),
  plan: (register) => planText(register as PlanRegister),
  due: (register) => dueText(register as Due),
};

export function registerVerb(name: RegisterName): Verb {
  return (command, setting) => {
    withKnownAt(withAsOf(command.argument('<relationship>')));
    if (name === 'due') {
      command.option('--within <days>', 'days ahead (default: 90)');
      command.option('--party <party>', 'only what this party has to do');
      command.option('--ical', 'as a calendar on standard output (iCalendar)');
    }
    command.option('--csv', 'its rows as CSV on standard output');
    command.action((relationship: string, { csv, ical, ...options }: Options) => {
      if (csv === true || ical === true) return sayFile(name, setting(), relationship, { csv, ical, ...options });
      return show(
        setting(),
        relationship,
        (views) => registers[name](views, relationship, options, Date.now()),
        TEXTS[name] ?? ((register) => rowsText(name, register)),
        options,
      );
    });
  };
}

/** As a file for other programs, on standard output. */
async function sayFile(
  name: RegisterName,
  { place, json }: Setting,
  relationship: string,
  { csv, ical, ...options }: Options,
): Promise<void> {
  const form = ical === true ? 'ical' : 'csv';
  const other = json ? 'json' : csv === true && ical === true ? 'csv' : null;
  if (other !== null) throw new Problem('invalid-parameter', `${form}: give it or ${other}, not both`, form);
  await withStore(place, 'read', async (store) => {
    const views = logViews(store);
    const file =
      form === 'ical'
        ? await dueCalendarOf(views, relationship, options, Date.now())
        : registerCsv(name, await registers[name](views, relationship, options, Date.now()));
    await writeLines([file]);
  });
}
