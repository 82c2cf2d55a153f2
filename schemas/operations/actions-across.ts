import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import type { Across } from '#registers/across.ts';
import { Action } from '#registers/field-kinds.ts';
import { KnownId } from '../ids.ts';
import { everyRole } from '../people.ts';
import { ofReviews, type RegisterAcross, registersAcross, reviewOfItem } from './across.ts';
import { json, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { reading } from './problem-lists.ts';
import { selecting } from './register-query.ts';
import { paging, programmeParams, programmePath, viewQuery } from './request-parts.ts';

type RegisterWithActions = RegisterAcross & { readonly across: Required<Across> };
/** The registers whose records have actions. */
export const registersWithActions: readonly RegisterWithActions[] = registersAcross.filter(
  (register): register is RegisterWithActions => register.across.withActions !== undefined,
);

/** An action of an open risk or issue. */
export const ActionAcross = z
  .object({
    review: reviewOfItem,
    kind: z.enum(registersWithActions.map(({ kind }) => kind)).meta({ description: 'What it is an action of' }),
    entry: z.object({ id: KnownId, title: z.string() }).meta({ description: 'The risk or issue' }),
    id: KnownId.meta({ description: 'Of the action within its risk or issue' }),
    what: z.string(),
    owner: z.string().nullable().meta({ description: 'The post or team that does it; null where none is stated' }),
    dueOn: LocalDate.nullable().meta({ description: 'The day by which; null where none is stated' }),
    status: Action.shape.status.unwrap(),
    open: z.boolean().meta({ description: 'Whether it is still to be done' }),
    overdue: z.boolean().meta({ description: 'Open, and the day is past' }),
  })
  .meta({ id: 'ActionAcross' });

export const listActionsAcrossOperation = {
  id: 'listActionsAcross',
  method: 'GET',
  path: `${programmePath}/across/actions`,
  tag: 'Record',
  summary:
    'List the actions of the open risks and issues of all reviews and of the programme itself: open ones first, the earliest due of them first',
  host: 'queries',
  useCase: 'list-actions-across',
  costly: true,
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({
    ...paging,
    open: selecting.open,
    overdue: selecting.overdue,
    owner: selecting.owner.meta({ description: 'To be done by this post or team, in any case' }),
    ...ofReviews,
    ...viewQuery.shape,
  }),
  success: { status: 200, schema: pageOf(ActionAcross).meta({ id: 'ActionsAcross' }), mediaTypes: json },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;
