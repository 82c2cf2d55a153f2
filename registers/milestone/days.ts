import type { LocalDate } from '#language/time.ts';
import { type DateStatement, lastDayStated } from '#schemas/date-statement.ts';

/*
 * The days by which a milestone is held: a date that is stated as a month, a season, a quarter or the like stands for its last day, and one in
 * words for none (docs/meaning.md DELIVERY-24).
 */

/** A date of a milestone as a day, as it is stated, or both. */
export interface Dated {
  readonly day: LocalDate | undefined;
  readonly stated: DateStatement | undefined;
}

/** The dates of a milestone's record. */
interface Dates {
  readonly baseline?: LocalDate | undefined;
  readonly baselineStated?: DateStatement | undefined;
  readonly forecast?: LocalDate | undefined;
  readonly forecastStated?: DateStatement | undefined;
  readonly actual?: LocalDate | undefined;
  readonly actualStated?: DateStatement | undefined;
}

export const datesOf = (record: Dates): Readonly<Record<'baseline' | 'forecast' | 'actual', Dated>> => ({
  baseline: { day: record.baseline, stated: record.baselineStated },
  forecast: { day: record.forecast, stated: record.forecastStated },
  actual: { day: record.actual, stated: record.actualStated },
});

/** The day by which it is held; undefined where it stands for none. */
export const dayHeld = ({ day, stated }: Dated): LocalDate | undefined =>
  day ?? (stated === undefined ? undefined : (lastDayStated(stated) ?? undefined));

interface Days {
  readonly baseline?: LocalDate;
  readonly forecast?: LocalDate;
  readonly actual?: LocalDate;
}

/** Those of its three dates that stand for a day, as days. */
export const daysOf = (record: Dates): Days => {
  const dates = datesOf(record);
  const [baseline, forecast, actual] = [dayHeld(dates.baseline), dayHeld(dates.forecast), dayHeld(dates.actual)];
  return {
    ...(baseline === undefined ? {} : { baseline }),
    ...(forecast === undefined ? {} : { forecast }),
    ...(actual === undefined ? {} : { actual }),
  };
};
