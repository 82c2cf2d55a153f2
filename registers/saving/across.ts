import { choice } from '#schemas/choices.ts';
import { across } from '../across.ts';
import { SavingsSection } from './projections.ts';

type Year = SavingsSection['lines'][number]['years'][number];

const isToValidate = ({ claimed, validated }: Year): boolean => claimed !== null && validated === null;

/** Savings lines over all reviews, by what finance has still to validate: the line with the most pounds of it first. */
export const savingsAcross = across(SavingsSection, {
  states: choice({ 'to-validate': 'To validate', validated: 'Validated', 'not-claimed': 'Not claimed' }),
  open: ['to-validate'],
  rows: ({ lines }) =>
    lines.map(({ id, title, years }) => {
      const toValidate = years.filter(isToValidate);
      const state =
        toValidate.length > 0
          ? 'to-validate'
          : years.some(({ claimed }) => claimed !== null)
            ? 'validated'
            : 'not-claimed';
      const weight = toValidate.reduce((sum, { claimed }) => sum + Math.abs(claimed ?? 0), 0);
      return { id, title, state, dueOn: null, weight };
    }),
});
