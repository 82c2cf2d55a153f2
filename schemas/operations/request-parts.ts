import * as z from 'zod';
import { GivenInstant, KnownAt, LocalDate } from '#language/time.ts';
import { View } from '../exemption.ts';
import { Id, Narrative } from '../ids.ts';
import { linesPage, listPage, type PageLimits, pageSizePattern } from '../limits.ts';
import { numberFault } from '../number-fault.ts';

/*
 * The parts of paths, queries and bodies that several operations have.
 */

export const Nothing = z.strictObject({});

export const programmePath = '/programmes/{programmeId}';
export const reviewPath = `${programmePath}/reviews/{reviewId}`;
export const programmeParams = z.strictObject({ programmeId: Id });
export const reviewParams = z.strictObject({ programmeId: Id, reviewId: Id });

/** Every read of the record is answered in either view, by the roles of the token and what the programme lets its board see. */
export const viewQuery = z.strictObject({
  view: View.optional().meta({
    description: 'What the council may publish (`public`), or everything; default: what your roles may see',
  }),
});

export const asAtQuery = z.strictObject({
  asAt: z
    .union([LocalDate, GivenInstant], {
      error: 'must be a date written 2014-04-30 or an instant written 2014-04-30T22:59:59Z',
    })
    .optional()
    .meta({ description: 'What was true then; a date means the end of that day, Europe/London' }),
});

export const Revision = z.string().regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1');

export const sectionAsked = z.strictObject({
  section: z
    .string()
    .regex(/^[a-z][a-z-]{0,60}$/, 'must be the name of a section, such as savings')
    .optional()
    .meta({
      description:
        'One section alone, as text/csv: by the name that its file has in the archive (application/zip) of them all.',
    }),
});

export const twoTimes = z.strictObject({
  ...asAtQuery.shape,
  knownAt: KnownAt.optional().meta({
    description:
      'By what was recorded then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month',
  }),
});

const pageSize = (limits: PageLimits, more = '') =>
  z
    .string()
    .regex(pageSizePattern(limits), `must be a whole number from 1 to ${limits.most}`)
    .optional()
    .meta({ description: `At most so many, 1 to ${limits.most}; default ${limits.byDefault}${more}` });

export const paging = {
  limit: pageSize(listPage),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,1000}$/, 'must be the "next" of the page before')
    .optional()
    .meta({ description: 'The `next` of the page before' }),
};
export const linesLimit = pageSize(linesPage, '. Fewer where an answer has no room for more');

/** What a correction says: the event it corrects, the instant from which it holds, the truth, and why. */
export const correctionOf = <R extends z.ZodType>(record: R, stem: string) =>
  z
    .strictObject({
      corrects: z.int(numberFault('must be the sequence number of an event')).min(1),
      effectiveAt: z.union([LocalDate, GivenInstant], { error: 'must be a date written 2014-04-30 or an instant' }),
      record,
      reason: Narrative,
    })
    .meta({ id: `Correct${stem}` });
