import * as z from 'zod';
import { addMonths, dayOfNextMonth, type LocalDate, ReportMonth } from '#language/time.ts';
import { workingDayOf } from '#language/working-days.ts';
import { choice } from './choices.ts';

/** Every month has so many working days, whatever is proclaimed. */
const mostWorkingDays = 15;

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
    daysAre: choice({ calendar: 'Days of the month', working: 'Working days' }).optional().meta({
      title: 'Which days these are',
      description:
        'Whether day 5 is the fifth day of the month after or its fifth working day, weekends and bank holidays of England left out; unless set, the fifth day. Of working days 1 to 15',
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
  .refine(({ daysAre, reportDay }) => daysAre !== 'working' || reportDay <= mostWorkingDays, {
    path: ['reportDay'],
    message: 'must be a working day from 1 to 15 where days are working days: a month may have no more',
  })
  .meta({
    id: 'Reporting',
    title: 'Report dates',
    description: 'Which months are reported, and by when what is due in the month after',
  });
export type Reporting = z.infer<typeof Reporting>;

const dayDue = ({ daysAre }: Pick<Reporting, 'daysAre'>, month: ReportMonth, day: number): LocalDate =>
  daysAre === 'working' ? workingDayOf(addMonths(month, 1), day) : dayOfNextMonth(month, day);

/** The last day on which returns of a month are in time. */
export const returnsDueOn = (reporting: Pick<Reporting, 'daysAre' | 'returnsDueDay'>, month: ReportMonth): LocalDate =>
  dayDue(reporting, month, reporting.returnsDueDay);

/** The day on which a month is reported. */
export const reportDueOn = (reporting: Reporting, month: ReportMonth): LocalDate =>
  dayDue(reporting, month, reporting.reportDay);
