import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { View } from './exemption.ts';
import { Flow } from './flow.ts';
import { Id, KnownSubject } from './ids.ts';
import { ReportComparison } from './report-comparison.ts';
import { listedOf } from './row-lists.ts';
import { Happening, SpanMonth } from './span-report.ts';
import { TwoDays } from './two-days.ts';

/* Two days of a programme beside each other, by what is recorded when they are compared (docs/meaning.md REPORT-37). */

/** The main figures at the end of a day. */
export const DayFigures = SpanMonth.omit({ month: true, entered: true, left: true }).meta({ id: 'DayFigures' });
export type DayFigures = z.infer<typeof DayFigures>;

/** What a comparison says, in one view. */
export const ComparedDays = ReportComparison.pick({
  programme: true,
  rowsAtMost: true,
  inShort: true,
  parts: true,
  reviews: true,
  notCompared: true,
}).extend({
  figures: z.object({ before: DayFigures, after: DayFigures }).meta({ description: 'The main figures of both days' }),
  flow: Flow.omit({ months: true, ways: true }).meta({
    description:
      'How the number of counted reviews at the end of the earlier day became that at the end of the later one',
  }),
  happened: listedOf(Happening.omit({ month: true })).meta({
    description: 'Stage moves, outcomes, decisions and change requests that the earlier day did not have',
  }),
});
export type ComparedDays = z.infer<typeof ComparedDays>;

export const DaysComparison = ComparedDays.extend({
  ...TwoDays.shape,
  knownAt: Instant.meta({ description: 'Both days are by what was recorded by then' }),
  madeBy: z.object({ subject: KnownSubject, name: z.string() }),
  keptUntil: Instant,
  recordedSince: z.boolean().meta({
    description: 'Whether anything was recorded in the programme since: compared now, the days may say something else',
  }),
  view: View.optional().meta({ description: 'Where text is withheld from the public view: which view this is' }),
}).meta({
  id: 'DaysComparison',
  description: 'All that differs between two days of a programme, and what happened between them; kept for some days',
});
export type DaysComparison = z.infer<typeof DaysComparison>;

/** What is kept of a comparison besides what it says. */
export const KeptComparison = z.object({
  ...TwoDays.shape,
  run: Id,
  /** Under which name its pieces stand: each that is made has its own. */
  pieces: z.string(),
  headsRoot: z.string(),
  /** The last event of the programme's chain that it was made from. */
  readUpTo: z.int(),
  knownAt: Instant,
  madeBy: KnownSubject,
  keptUntil: Instant,
});
export type KeptComparison = z.infer<typeof KeptComparison>;

/** What it says, and what of that may be published; null: text is withheld in neither day, so that both are the same. */
export const ComparedInViews = z.object({ full: ComparedDays, public: ComparedDays.nullable() });
export type ComparedInViews = z.infer<typeof ComparedInViews>;
