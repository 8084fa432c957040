import { catalogue } from '../catalogue/catalogue';
import type { Clocks } from '../parameters';
import { idsOf, visibleIn, type RegisterDates } from '../register';
import type { Views } from '../views';

/** The five key steps towards a joint relationship, in the words of the domain. */
const STEPS = [
  'Vision and commitment',
  'Behavioural and cultural competencies',
  'Governance and sponsorship reviewed',
  'Disparate systems merged',
  'Relationship management plan',
] as const;

export interface Step {
  /** 1 to 5. */
  readonly step: number;
  readonly title: string;
  /** `waiting`: what was logged of it waits until all parties agree. */
  readonly situation: 'none' | 'waiting' | 'taken';
  /** Effective date of the first entry that took it … */
  readonly taken: string | null;
  /** … and of the last. */
  readonly last: string | null;
  /** What takes it. */
  readonly kinds: readonly string[];
  readonly entries: readonly string[];
}

export interface StepRegister extends RegisterDates {
  readonly steps: readonly Step[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function stepsOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<StepRegister> {
  const { dates, entries } = await visibleIn(views, relationship, clocks, now);
  const steps = STEPS.map((title, place): Step => {
    const step = place + 1;
    const own = entries.filter(({ kind }) => kind?.step === step);
    const took = own.filter(({ inEffect }) => inEffect);
    return {
      step,
      title,
      situation: took.length > 0 ? 'taken' : own.length > 0 ? 'waiting' : 'none',
      taken: took[0]?.effective ?? null,
      last: took.at(-1)?.effective ?? null,
      kinds: catalogue.kinds.flatMap((kind) => (kind.step === step ? [kind.kind] : [])),
      entries: idsOf(own),
    };
  });
  return { ...dates, steps };
}
