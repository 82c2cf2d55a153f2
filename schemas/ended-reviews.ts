import * as z from 'zod';
import { FinancialYear, LocalDate } from '#language/time.ts';
import { Issue } from '#registers/issue/record.ts';
import { Id } from './ids.ts';
import { listedOf, ReportSubject } from './row-lists.ts';

/** Who goes on reporting on it, where it was handed over. */
const handed = { handedTo: z.string().nullable().optional() };
const OwnedBy = ReportSubject.extend({ owner: z.string().nullable(), ...handed });

/** What reviews that have ended leave open: in no total of counted reviews. */
export const EndedReviews = z
  .object({
    reviews: z.int(),
    /** How many of them are paused, where paused reviews do not count. */
    paused: z.int().optional(),
    highRisks: z.int(),
    risks: listedOf(OwnedBy.extend({ risk: Id, riskTitle: z.string(), score: z.int(), band: z.string() })),
    issues: listedOf(OwnedBy.extend({ issue: Id, issueTitle: z.string(), severity: Issue.shape.severity })),
    milestones: listedOf(
      /** `due`: as it is stated; reports by `rules-1` have only days. */
      ReportSubject.extend({
        milestone: z.string(),
        dueOn: LocalDate.nullable(),
        due: z.string().optional(),
        ...handed,
      }),
    ),
    conditions: listedOf(ReportSubject.extend({ condition: z.string(), owner: z.string(), dueOn: LocalDate })),
    /** What is planned for the month's financial year and later ones; `inTotals`: the savings' totals hold it. */
    savings: listedOf(
      ReportSubject.extend({
        saving: z.string(),
        year: FinancialYear,
        pounds: z.int().nullable(),
        inTotals: z.boolean(),
        ...handed,
      }),
    ),
    /** What their own records name as not realised. */
    unrealised: listedOf(OwnedBy.extend({ what: z.string() })).optional(),
    sentence: z.string(),
  })
  .meta({ id: 'EndedReviews' });
export type EndedReviews = z.infer<typeof EndedReviews>;
