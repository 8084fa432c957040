import type { JsonObject } from '@app/event-store';
import type { Story } from './story';

interface Measure {
  readonly indicator: string;
  readonly title: string;
  readonly unit: string;
  readonly target: number;
  readonly direction: 'at-least' | 'at-most';
  /** One value a year from April 2016; null where nobody reported. */
  readonly values: readonly (number | null)[];
}

const FIRST_YEAR = 2016;

const INDICATORS: readonly Measure[] = [
  {
    indicator: 'ind-safety',
    title: 'Dangerous defects made safe in a day',
    unit: '%',
    target: 97,
    direction: 'at-least',
    values: [97.2, 98.4, 97.6, 92.1, 93.8, 96.4, 97.9, 98.3, 98.6, 98.8],
  },
  {
    indicator: 'ind-programme',
    title: 'Planned works done in their month',
    unit: '%',
    target: 90,
    direction: 'at-least',
    values: [91, 93, 88, 71, null, 86, 91, 92, 94, 93],
  },
];

const TRUST: readonly Measure[] = [
  {
    indicator: 'tru-candour',
    title: 'We hear bad news from them first',
    unit: 'of 5',
    target: 3.5,
    direction: 'at-least',
    values: [3.6, 3.9, 3.5, 2.1, null, 3.2, 3.6, 3.9, 4.1, 4.2],
  },
];

/** What is measured: performance (613) and trust indicators (614). */
export function tellMeasurement(story: Story): void {
  tellMeasures(story, 'indicator', INDICATORS);
  tellMeasures(story, 'trust', TRUST);
  tellFiguresPutRight(story);
}

function tellMeasures(story: Story, family: 'indicator' | 'trust', measures: readonly Measure[]): void {
  for (const { indicator, title, unit, target, direction, values } of measures) {
    story.tell('client', `${family}.defined`, '2016-06-02', `${title}: how we measure it.`, {
      data: { indicator, title, unit, target, direction, every: 'year' },
    });
    for (const [index, value] of values.entries()) {
      const from = `${FIRST_YEAR + index}-04-01`;
      const until = `${FIRST_YEAR + index + 1}-03-31`;
      // The last year ends with the contract's first term; its figures are counted a month early.
      const effective = index === values.length - 1 ? `${FIRST_YEAR + index + 1}-02-27` : until;
      if (value === null) continue;
      const met = direction === 'at-least' ? value >= target : value <= target;
      const data: JsonObject = { indicator, value, from, until, ...(met ? {} : { reason: 'See the year’s entries' }) };
      const measured = story.tell(
        index % 2 === 0 ? 'provider' : 'client',
        `${family}.measured`,
        effective,
        `${title}: ${value} ${unit}.`,
        {
          data,
        },
      );
      measured.oftenAgreed();
    }
  }
}

function tellFiguresPutRight(story: Story): void {
  story.derive('report.overdue', '2021-04-14', 'No figure for planned works in 2020/21.', {
    indicator: 'ind-programme',
    due: '2021-03-31',
  });
  story.derive('indicator.unacted', '2020-04-28', 'No action on the missed programme figure within four weeks.', {
    indicator: 'ind-programme',
    due: '2020-04-28',
  });
  story
    .tell('provider', 'indicator.acted-on', '2021-05-25', 'Monthly look-ahead by both planners, every last Thursday.', {
      data: { indicator: 'ind-programme', action: 'Joint look-ahead' },
    })
    .oftenAgreed();
  story
    .tell('provider', 'indicator.measured', '2018-09-30', 'Half-year figure for planned works: 89%.', {
      data: { indicator: 'ind-programme', value: 89, from: '2018-04-01', until: '2018-09-30' },
    })
    .corrected('A spreadsheet slip: 91%, not 89%.', { value: 91, text: 'Half-year figure for planned works: 91%.' })
    .oftenAgreed();
  story
    .tell('client', 'note.logged', '2019-07-25', 'Eight gullies reported clean are full.', {
      factor: 613,
      sign: '-',
      severity: 'major',
      data: { category: 'performance' },
      evidence: [{ title: 'Gully survey, July 2019 (fictional)' }],
    })
    .disputed('It had rained for a week.', { afterDays: 4 })
    .corrected('Five, after a joint visit; three were new silt.', {
      severity: 'moderate',
      text: 'Five gullies reported clean are full.',
    })
    .agreed({ text: 'Five it was.' });
  story
    .tell('provider', 'note.logged', '2020-01-16', 'The council counts the same defect twice.', {
      factor: 613,
      sign: '-',
      data: { category: 'performance' },
    })
    .voided('Logged in anger and wrong: two holes in one street.', { afterDays: 33 });
  story.tell('client', 'deduction.applied', '2019-12-20', 'Deduction for the failed patches under the decision.', {
    data: {
      amount: { amount: '57000.00', currency: 'GBP' },
      about: 'provider',
      reason: 'Adjudicator’s decision',
      indicator: 'ind-safety',
    },
  });
  story.tell('client', 'payment.made', '2018-03-29', 'Year-end account paid on the day.', {
    data: { amount: { amount: '1310000.00', currency: 'GBP' }, to: 'provider', due: '2018-03-29' },
  });
}
