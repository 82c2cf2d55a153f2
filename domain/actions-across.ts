import * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { EntryWithActions } from '#registers/across.ts';
import type { RegisterKind } from '#registers/all.ts';
import { Action } from '#registers/field-kinds.ts';
import type { Place } from './place-in-list.ts';

/*
 * The actions of open risks and issues over all reviews, in the order in which they are to be done (docs/adr/0101): a position says
 * where actions are to be looked for, the record which there are.
 */

/** Open ones that say a day, open ones that say none, and those that are done or cancelled. */
const groups = ['dated', 'undated', 'ended'] as const;
type Group = (typeof groups)[number];

/** The actions of one entry that stand together in the list: of one group, and due on one day. */
export interface Slot {
  readonly review: string | null;
  readonly kind: RegisterKind;
  readonly entry: string;
  readonly group: Group;
  readonly dueOn: LocalDate | null;
}

/** Where actions of an entry can be in the list. */
export const slotsOf = (kind: RegisterKind, { id: entry, days }: EntryWithActions): readonly Omit<Slot, 'review'>[] => [
  ...[...new Set(days)].map((dueOn) => ({ kind, entry, group: 'dated' as const, dueOn })),
  { kind, entry, group: 'undated', dueOn: null },
  { kind, entry, group: 'ended', dueOn: null },
];

interface ActionsWanted {
  readonly open?: string | undefined;
  readonly overdue?: string | undefined;
}

export const isOverdue = ({ group, dueOn }: Pick<Slot, 'group' | 'dueOn'>, today: LocalDate): boolean =>
  group === 'dated' && dueOn !== null && dueOn < today;

export const isWantedSlot = (slot: Slot, { open, overdue }: ActionsWanted, today: LocalDate): boolean =>
  (open === undefined || (slot.group !== 'ended') === (open === 'true')) &&
  (overdue === undefined || isOverdue(slot, today) === (overdue === 'true'));

const inSlot = ({ group, dueOn, review, kind, entry }: Slot, action: string): Place => [
  groups.indexOf(group),
  dueOn ?? '',
  review ?? '',
  `${kind}/${entry}/${action}`,
];

/** Where an action stands in the list. */
export const placeOfAction = (slot: Slot, action: Pick<KeptAction, 'id'>): Place => inSlot(slot, action.id);
/** Behind all of its actions: no id has this sign, and each is before it. */
export const endOfSlot = (slot: Slot): Place => inSlot(slot, '~');

const KeptAction = Action.extend({ what: z.string(), owner: z.string().optional() });
export type KeptAction = z.infer<typeof KeptAction>;
const WithActions = z.object({ actions: z.array(KeptAction).default([]) });

/** The actions of a record that are in a slot, in the order of the list. */
export const actionsIn = (record: unknown, { group, dueOn }: Slot): readonly KeptAction[] =>
  WithActions.parse(record)
    .actions.filter((one) =>
      group === 'ended' ? one.status !== 'open' : one.status === 'open' && (one.dueOn ?? null) === dueOn,
    )
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
