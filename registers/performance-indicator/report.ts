import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addMonths } from '#language/time.ts';
import type { IndicatorStatus, IndicatorsPart, IndicatorsSection } from './record.ts';
import { directionOf, inForceIn, latestBy, statusOf, yearToDateStatusOf } from './status.ts';

type Row = IndicatorsPart['rows']['rows'][number];

/** What a board looks at first. */
const worstFirst: readonly IndicatorStatus[] = ['red', 'amber', 'below', 'above', 'green', 'in-range', 'not-rated'];

const readingOf = (given: IndicatorsSection[number], month: ReportedMonth): Omit<Row, 'review' | 'title'> => {
  const { latest, before } = latestBy(given.readings, month.month);
  const indicator = inForceIn(given, latest?.month ?? month.month);
  const {
    id,
    title,
    unit,
    better,
    period,
    target = null,
    floor = null,
    targets = [],
    expected = null,
    deliveredBy = null,
  } = indicator;
  const aYearBefore = latest === undefined ? undefined : addMonths(latest.month, -12);
  return {
    ...{ indicator: id, indicatorTitle: title, unit, better, period, target, floor, expected, deliveredBy },
    targets: targets.map((one) => ({ year: one.year, target: one.target ?? null, floor: one.floor ?? null })),
    status: statusOf(indicator, latest?.value),
    reading:
      latest === undefined
        ? null
        : {
            month: latest.month,
            value: latest.value ?? null,
            parts: latest.parts ?? null,
            words: latest.words ?? null,
            yearToDate: latest.yearToDate ?? null,
            yearToDateStatus: yearToDateStatusOf(indicator, latest),
            dataOn: latest.dataOn ?? null,
            commentary: latest.commentary ?? null,
          },
    direction: directionOf(indicator, latest?.value, before?.value),
    before: before?.value ?? null,
    yearBefore: indicator.readings.find((one) => one.month === aYearBefore)?.value ?? null,
  };
};

/** Indicators of the programme and of the reviews whose results stand, each by its latest reading; the worst first. */
export const performanceIndicatorsPart = ({ programme, programmeWide }: ReportSetting, month: ReportedMonth) => {
  const rows = new Rows<Row>((one) => [worstFirst.indexOf(one.status), reviewKey(one), one.indicator]);
  const counts = new Map<IndicatorStatus, number>();
  const take = (subject: SubjectOfRow, indicators: IndicatorsSection): void => {
    for (const indicator of indicators) {
      const row = { ...subject, ...readingOf(indicator, month) };
      counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
      rows.add(row);
    }
  };
  take({ review: null, title: programme.name }, programmeWide.performanceIndicators);
  return {
    add: (review: ReviewInReport): void => {
      if (review.inResults) take(subjectOf(review), review.position.performanceIndicators);
    },
    close: (): IndicatorsPart => ({
      total: rows.total,
      byStatus: worstFirst.map((status) => ({ status, count: counts.get(status) ?? 0 })),
      rows: rows.listed(),
    }),
  };
};
