import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { type DateStatement, lastDayStated } from '#schemas/date-statement.ts';
import { dueDay } from '../field-kinds.ts';
import type { Status } from './choices.ts';

/** What follows from a decision by the law and by what is recorded of it. */
export const DecisionDates = z
  .object({
    dueBy: dueDay.meta({
      title: 'Due by',
      description:
        'The last day on which it is due, or was deferred to; none where no day is stated, and once it is taken, refused or withdrawn',
    }),
    earliestMeetingOn: LocalDate.nullable().meta({
      title: 'May be taken from',
      description: 'The earliest day of the meeting after 28 clear days of notice; none without a notice',
    }),
    callInEndsOn: LocalDate.nullable().meta({
      title: 'Can be called in until',
      description:
        'The last day on which it can be called in; none before it is published, or where it is exempt from call-in',
    }),
    earliestImplementationOn: LocalDate.nullable().meta({
      title: 'May be carried out from',
      description:
        'The first day on which it can be implemented; none before it is published, and once it is called in',
    }),
    keyTest: choice({ key: 'Key', 'not-key': 'Not key', 'not-known': 'Not known' }).meta({
      title: 'Key by the test',
      description:
        'Whether its value or the divisions that it affects make it key; not known where too little is stated',
    }),
  })
  .meta({ id: 'DecisionDates' });

/** The states in which it is still to be taken. */
export const openStates: readonly z.infer<typeof Status>[] = ['due', 'deferred'];
/** The last day on which a decision is due, while it is still to be taken. */
export const dueByOf = ({
  status,
  dueOn,
}: {
  readonly status: z.infer<typeof Status>;
  readonly dueOn: DateStatement;
}): LocalDate | null => (openStates.includes(status) ? lastDayStated(dueOn) : null);
