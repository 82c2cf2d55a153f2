import type { ContentRule } from '#domain/content-rule.ts';
import { totalOf } from '#domain/totals.ts';
import { poundsInWords } from '#language/in-words.ts';
import type { Saving } from './record.ts';
import { assessedPoundsOf } from './savings-profile.ts';

const splitYears = (saving: Saving) =>
  saving.years.flatMap((given, n) => {
    const assessed = given.states === undefined ? 0 : assessedPoundsOf(given.states);
    return assessed === 0
      ? []
      : [{ year: given.year, pointer: `/years/${n}/states`, assessed, plan: totalOf([given.plan]) }];
  });

/** What the content of a savings line must keep. */
export const savingContentRules: readonly ContentRule<Saving>[] = [
  {
    id: 'SAV-01',
    sentence: 'The states of a year add up to no more than the high end of its plan.',
    breaches: (saving) =>
      splitYears(saving).flatMap(({ year, pointer, assessed, plan }) => {
        if (plan.count === 0 || plan.high === null || assessed <= plan.high) return [];
        const most = poundsInWords(plan.high);
        return [{ pointer, message: `must not add up to ${poundsInWords(assessed)}: the plan of ${year} is ${most}` }];
      }),
  },
  {
    id: 'SAV-02',
    sentence: 'Only a plan with a figure is split into states.',
    breaches: (saving) =>
      splitYears(saving).flatMap(({ year, pointer, plan }) =>
        plan.count === 0 ? [{ pointer, message: `must not split the plan of ${year}, which has no figure` }] : [],
      ),
  },
];
