import * as z from 'zod';
import { LocalDate, ReportMonth } from '#language/time.ts';
import type { Across } from '#registers/across.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { monthlyReturn } from '#registers/return/record.ts';
import { Id, KnownId } from '../ids.ts';
import { everyRole } from '../people.ts';
import { ReturnState, ReturnsOfMonth } from '../returns-of-month.ts';
import { Lifecycle } from '../review.ts';
import { json, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { order } from './order.ts';
import { reading } from './problem-lists.ts';
import { filtersOf, remembered, selecting, selectingOf } from './register-query.ts';
import { answering, entrySchema, registerTag } from './register-schemas.ts';
import { paging, programmeParams, programmePath, viewQuery } from './request-parts.ts';

/*
 * The lists over all reviews of a programme: one for each register that declares what its entries are selected and sorted by.
 */

export type RegisterAcross = Register & { readonly across: Across };
const hasList = (register: Register): register is RegisterAcross =>
  register.across !== undefined && register.scopes.includes('review');
const declared: readonly Register[] = registers;
export const registersAcross: readonly RegisterAcross[] = declared.filter(hasList);

/** In which order: what matters most first, or by something that the list shows. */
export const AcrossSort = z.enum(['worst', 'due', 'owner', 'state', 'title', 'review']);
export type AcrossSort = z.infer<typeof AcrossSort>;

const yes = z.enum(['true', 'false']).optional();

/** Which reviews a list over all of them is of. */
export const ofReviews = {
  mine: z.literal('true').optional().meta({
    description: 'Of the reviews that whoever asks, or somebody for whom they act today, answers for or leads',
  }),
  changedSince: LocalDate.optional().meta({ description: 'Recorded or changed on this day or later' }),
  review: Id.optional().meta({ description: 'Of this review alone' }),
  lifecycle: Lifecycle.optional().meta({ description: 'Of reviews that are so' }),
};

/** What every one of these lists can be asked; a register without owners or days to be done by takes fewer of it. */
const everyFilter = z.strictObject({
  ...paging,
  ...selecting,
  ...ofReviews,
  sort: AcrossSort.optional().meta({
    description:
      '`worst`, the default: open ones first, of these the overdue ones, then by what weighs most in the register, then the earliest due',
  }),
  order,
  ...viewQuery.shape,
});

function queryOf(register: RegisterAcross): typeof everyFilter;
function queryOf(register: RegisterAcross): z.ZodObject {
  const { across } = register;
  const sorts = AcrossSort.options.filter(
    (one) => !['owner', 'due'].includes(one) || across.has.some((it) => it === one),
  );
  const { owner, overdue, ...always } = everyFilter.shape;
  return z.strictObject({
    ...filtersOf(register),
    ...always,
    ...selectingOf(across),
    sort: z
      .enum(sorts)
      .optional()
      .meta(everyFilter.shape.sort.meta() ?? {}),
  });
}

const acrossQueryOf = remembered(queryOf);

/** The review that something in a list over all reviews is of. */
export const reviewOfItem = z
  .object({ id: KnownId, title: z.string(), lifecycle: Lifecycle })
  .nullable()
  .meta({ description: 'Null where it is of the programme itself' });

const itemOf = (register: RegisterAcross) =>
  z
    .object({
      review: reviewOfItem,
      state: z.enum(Object.keys(register.across.states)),
      stateName: z.string(),
      open: z.boolean().meta({ description: 'Whether something is still to be done' }),
      dueOn: LocalDate.nullable().meta({ description: 'The day by which; null where none is stated' }),
      overdue: z.boolean().meta({ description: 'Open, and the day is past' }),
      names: z.record(z.string(), z.string()).meta({
        description: 'What the people that the entry names by their subject are called today',
      }),
      entry: entrySchema(register),
    })
    .meta({ id: `${register.stem}Across` });

const listAcross = (register: RegisterAcross) =>
  ({
    id: `list${register.plural}Across`,
    method: 'GET',
    path: `${programmePath}/across/${register.path}`,
    pattern: `${programmePath}/across/{register}`,
    tag: registerTag(register),
    register,
    summary: `List the ${register.path.replaceAll('-', ' ')} of all reviews and of the programme itself, what matters most first`,
    host: 'queries',
    useCase: 'list-across',
    costly: true,
    roles: everyRole,
    params: programmeParams,
    get query() {
      return acrossQueryOf(register);
    },
    success: answering(() => pageOf(itemOf(register)).meta({ id: `${register.plural}Across` })),
    problems: [...reading, 'programme.unknown'],
  }) as const satisfies Operation;

export const listAcrossOperations = registersAcross.map(listAcross);
/** Asked at most of a programme as large as one answer has room for: some ten thousand reviews. */
export const getReturnsOfMonthOperation = {
  id: 'getReturnsOfMonth',
  method: 'GET',
  path: `${programmePath}/returns-of-month/{month}`,
  tag: registerTag(monthlyReturn),
  summary: 'Who owes a return of a month, and which are submitted, sent back or confirmed',
  host: 'queries',
  useCase: 'get-returns-of-month',
  costly: true,
  roles: everyRole,
  params: z.strictObject({ ...programmeParams.shape, month: ReportMonth }),
  query: z.strictObject({
    state: ReturnState.optional().meta({ description: 'Those in this state' }),
    owed: yes.meta({ description: '`true`: those that nobody has confirmed; `false`: the others' }),
    mine: ofReviews.mine,
    ...viewQuery.shape,
  }),
  success: { status: 200, schema: ReturnsOfMonth, mediaTypes: json },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;

export const acrossOperations: readonly Operation[] = [...listAcrossOperations, getReturnsOfMonthOperation];
