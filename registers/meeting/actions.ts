import type { LocalDate } from '#language/time.ts';
import { foldedName } from '#language/withheld-text.ts';
import { isPast } from '#schemas/date-statement.ts';
import type { MeetingsSection } from './record.ts';

type Action = Pick<MeetingsSection[number]['minutes'][number], 'due' | 'status' | 'kind'>;

const isOpenAction = ({ kind, status = 'open' }: Action): boolean => kind === 'action' && status === 'open';

/** The actions of its minutes that are neither done nor dropped. */
export const openActionsOf = <M extends { readonly minutes: readonly Action[] }>({
  minutes,
}: M): M['minutes'][number][] => minutes.filter(isOpenAction);

/** Open, and past the last day that its date stands for. */
export const isActionOverdue = ({ due }: Pick<Action, 'due'>, day: LocalDate): boolean =>
  due !== undefined && isPast(due, day);

/** Names of bodies that differ in case or blanks are one. */
export const sameBody = (one: string, other: string): boolean => foldedName(one) === foldedName(other);
