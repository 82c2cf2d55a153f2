import * as z from 'zod';
import { dayOfNextMonth, type LocalDate, ReportMonth } from '#language/time.ts';

/** When the programme reports: `lastMonth` where there is one; the days are of the month that follows. */
export const Reporting = z
  .strictObject({
    firstMonth: ReportMonth.meta({ title: 'First month', description: 'The first month that is reported' }),
    lastMonth: ReportMonth.optional().meta({
      title: 'Last month',
      description: 'The last month that is reported, where that is known',
    }),
    reportDay: z.int().min(1, 'must be a day from 1 to 28').max(28, 'must be a day from 1 to 28').default(6).meta({
      title: 'Report day',
      description: 'On which day of the month after it a month is reported: 1 to 28',
    }),
    returnsDueDay: z.int().min(1, 'must be a day from 1 to 28').max(28, 'must be a day from 1 to 28').default(5).meta({
      title: 'Day on which returns are due',
      description: 'Of the month after; not after the report day',
    }),
    ratingsHoldMonths: z.int().min(0, 'must be 0 to 12 months').max(12, 'must be 0 to 12 months').optional().meta({
      title: 'Months for which a rating holds',
      description:
        'How many months before the one that is reported a rating may be of and still be shown as up to date; unless set, 2',
    }),
    checkpointMonths: z.int().min(1, 'must be 1 to 60 months').max(60, 'must be 1 to 60 months').optional().meta({
      title: 'Months between checkpoints',
      description:
        'Within how many months each review of tier 1 has a checkpoint by assurance; unless set, none is asked for',
    }),
  })
  .refine((reporting) => reporting.lastMonth === undefined || reporting.lastMonth >= reporting.firstMonth, {
    path: ['lastMonth'],
    message: 'must not be before the first month',
  })
  .refine((reporting) => reporting.returnsDueDay <= reporting.reportDay, {
    path: ['returnsDueDay'],
    message: 'must not be after the report day: returns recorded until then count',
  })
  .meta({
    id: 'Reporting',
    title: 'Report dates',
    description: 'Which months are reported, and by when what is due in the month after',
  });
export type Reporting = z.infer<typeof Reporting>;

/** The last day on which returns of a month are in time. */
export const returnsDueOn = ({ returnsDueDay }: Reporting, month: ReportMonth): LocalDate =>
  dayOfNextMonth(month, returnsDueDay);

/** The day on which a month is reported. */
export const reportDueOn = ({ reportDay }: Reporting, month: ReportMonth): LocalDate =>
  dayOfNextMonth(month, reportDay);
