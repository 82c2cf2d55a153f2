import * as z from 'zod';
import { LocalDate, ReportMonth } from '#language/time.ts';
import { choice } from './choices.ts';
import { KnownId } from './ids.ts';

/** How a month stands with its report. */
export const MonthState = choice({
  reported: 'Reported',
  'not-reported': 'Not reported',
  waiting: 'To be reported',
  'to-come': 'To come',
}).meta({ id: 'MonthState', description: '`waiting`: it has ended; `to-come`: it has not' });
export type MonthState = z.infer<typeof MonthState>;

const DueDay = z
  .object({
    on: LocalDate,
    workingDay: z.int().meta({ description: 'How many working days its month has up to and with this day' }),
    notWorking: z
      .string()
      .nullable()
      .meta({ description: 'Where it is no working day: which, as `a Saturday` or `Good Friday`' }),
  })
  .meta({ id: 'DueDay' });

const CalendarMonth = z
  .object({
    month: ReportMonth,
    state: MonthState,
    endsOn: LocalDate,
    returnsDue: DueDay,
    reportDue: DueDay,
    meetings: z
      .array(
        z.object({
          id: KnownId,
          title: z.string(),
          body: z.string(),
          on: LocalDate,
          beforeReport: z.boolean().meta({ description: 'It is before the day on which the month is reported' }),
        }),
      )
      .meta({
        description: 'Meetings of boards in the month after, the one in which it is reported; none that is cancelled',
      }),
    bankHolidays: z.array(z.object({ on: LocalDate, name: z.string() })).meta({ description: 'In the month after' }),
  })
  .meta({ id: 'CalendarMonth' });

/** The cycle of the months to come: from the last one that has ended, twelve of those that the programme reports. */
export const ReportingCalendar = z
  .object({
    months: z.array(CalendarMonth).meta({ description: 'None where the programme reports no more' }),
    bankHolidays: z.object({
      publishedUntil: LocalDate.meta({
        description:
          'Until when bank holidays are as the Government published them (gov.uk/bank-holidays, England and Wales); later ones follow the law, and one that is proclaimed for an occasion is not among them',
      }),
      goesBeyond: z.boolean().meta({ description: 'Whether a day of this calendar is later than that' }),
    }),
  })
  .meta({ id: 'ReportingCalendar' });
export type ReportingCalendar = z.infer<typeof ReportingCalendar>;
