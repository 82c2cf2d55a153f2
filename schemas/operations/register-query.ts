import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import type { Across } from '#registers/across.ts';
import type { Register } from '#registers/declaration.ts';
import { type Field, type FieldKind, fieldsOf } from '#registers/fields.ts';
import { Id, Title } from '../ids.ts';
import { order } from './order.ts';
import { paging, twoTimes, viewQuery } from './request-parts.ts';

/*
 * What the list of a register can be sorted and filtered by, from its declaration: its columns, and what its entries are selected by
 * over all reviews (docs/meaning.md LIST-5, LIST-6).
 */

/** Kinds of values that are before one another; a group, a reference and a long text are not. */
const sortable: readonly FieldKind[] = [
  ...(['text', 'id', 'number', 'yes or no', 'choice', 'date', 'month', 'financial year', 'instant'] as const),
  ...(['pounds', 'figure', 'date as stated', 'list'] as const),
];

/** Each value of a choice is a filter; of a list of words, so far as an entry has one of them. */
const isFilter = ({ kind, list }: Field): boolean =>
  kind === 'choice' || kind === 'yes or no' || kind === 'financial year' || list !== undefined;

/** What is made of a register, once: when it is first asked for. */
export const remembered = <R extends Register, T>(make: (register: R) => T): ((register: R) => T) => {
  const made = new WeakMap<R, T>();
  return (register) => {
    const found = made.get(register) ?? make(register);
    made.set(register, found);
    return found;
  };
};

/** The fields that a list of a register shows, in the order of its columns. */
export const columnsOf = remembered((register): readonly Field[] => {
  const fields = fieldsOf(register.record);
  return register.columns.flatMap((name) => fields.filter((one) => one.name === name));
});

/** The columns that a list can be sorted by. */
export const sortableColumns = remembered((register): readonly Field[] =>
  columnsOf(register).filter(({ kind }) => sortable.includes(kind)),
);

/** The columns of which a list can show one value alone. */
export const filterColumns = remembered((register): readonly Field[] =>
  columnsOf(register).filter((one) => one.kind !== 'list' && isFilter(one)),
);

/** Whether some entries of a register matter more than others. */
export const hasWorst = ({ states, has }: Across): boolean => Object.keys(states).length > 1 || has.includes('due');

const yes = z.enum(['true', 'false']).optional();

/** What the lists that know of each entry whether something is still to be done have in common. */
export const selecting = {
  state: z.string().optional().meta({ description: 'Those in this state' }),
  open: yes.meta({ description: '`true`: those of which something is still to be done; `false`: the others' }),
  overdue: yes.meta({ description: '`true`: open ones whose day is past; `false`: the others' }),
  owner: Title.optional().meta({ description: 'Of this post or team, in any case' }),
};

/** Of `selecting` what a register has. */
export const selectingOf = ({ states, has }: Across) => ({
  state: z.enum(Object.keys(states)).optional().meta({ description: 'Those in this state' }),
  open: selecting.open,
  ...(has.includes('owner') ? { owner: selecting.owner } : {}),
  ...(has.includes('due') ? { overdue: selecting.overdue } : {}),
});

const filterOf = ({ kind, list, choices = [], label }: Field): z.ZodType => {
  const schema =
    list !== undefined
      ? Id
      : kind === 'choice'
        ? z.enum(choices.map(({ name }) => name))
        : kind === 'financial year'
          ? FinancialYear
          : z.enum(['true', 'false']);
  return schema.optional().meta({ description: `Of this alone: ${label.charAt(0).toLowerCase()}${label.slice(1)}` });
};

/** A filter for each column of a register that has few values, under the name of its field. */
export const filtersOf = (register: Register): Readonly<Record<string, z.ZodType>> =>
  Object.fromEntries(filterColumns(register).map((field) => [field.name, filterOf(field)]));

const everyQuery = z.strictObject({
  ...twoTimes.shape,
  ...paging,
  ...selecting,
  sort: z.string().optional(),
  order,
  ...viewQuery.shape,
});

function makeListQuery(register: Register): typeof everyQuery;
function makeListQuery(register: Register): z.ZodObject {
  const { across } = register;
  const judged = across !== undefined && hasWorst(across) ? across : undefined;
  const sorts = [
    'id',
    ...(judged === undefined ? [] : ['worst']),
    ...sortableColumns(register).map(({ name }) => name),
  ];
  return z.strictObject({
    ...filtersOf(register),
    ...(judged === undefined ? {} : selectingOf(judged)),
    ...twoTimes.shape,
    ...paging,
    sort: z
      .enum(sorts)
      .optional()
      .meta({
        description: `By a field that lists show; by \`id\` unless said${judged === undefined ? '' : '. `worst`: open ones first, of these the overdue ones, then by what weighs most in the register, then the earliest due'}`,
      }),
    order,
    ...viewQuery.shape,
  });
}

/** What the list of a register within a review, or of the programme itself, can be asked. */
export const listQueryOf = remembered(makeListQuery);
