import { defineRules } from '#domain/registers/define-rules.ts';
import { monthInWords } from '#language/in-words.ts';
import { monthOf } from '#language/time.ts';
import { IndicatorsSection, performanceIndicator } from './record.ts';
import { directionOf, latestBy, statusOf, yearToDateStatusOf } from './status.ts';

/** A year, and the month before it for the direction. */
const monthsKept = 14;
const endOfMonths = '9999-12';

export const performanceIndicatorRules = defineRules(performanceIndicator, {
  rules: [
    {
      id: 'KPI-01',
      sentence: 'The floor of an indicator is on the worse side of its target.',
      breaches: ({ record: { better, target, floor } }) => {
        if (target === undefined || floor === undefined || better === 'neither') return [];
        if (better === 'higher' ? floor <= target : floor >= target) return [];
        const side = better === 'higher' ? 'above' : 'below';
        return [{ pointer: '/floor', message: `must not be ${side} the target, ${target}` }];
      },
    },
    {
      id: 'KPI-02',
      sentence: 'An activity has an expected range and neither target nor floor; every other indicator the reverse.',
      breaches: ({ record: { better, target, floor, expected } }) => {
        if (better !== 'neither')
          return expected === undefined
            ? []
            : [{ pointer: '/expected', message: 'must be left out: only an activity has an expected range' }];
        const range =
          expected !== undefined && expected.low > expected.high
            ? [{ pointer: '/expected/high', message: 'must not be below the low end' }]
            : [];
        const bars = [...(target === undefined ? [] : ['/target']), ...(floor === undefined ? [] : ['/floor'])].map(
          (pointer) => ({ pointer, message: 'must be left out: an activity is not better higher or lower' }),
        );
        return [...bars, ...range];
      },
    },
    {
      id: 'KPI-03',
      sentence: 'A snapshot has no year to date.',
      breaches: ({ record: { period, readings } }) =>
        period !== 'snapshot'
          ? []
          : readings.flatMap(({ yearToDate }, n) =>
              yearToDate === undefined
                ? []
                : [{ pointer: `/readings/${n}/yearToDate`, message: 'must be left out: the indicator is a snapshot' }],
            ),
    },
    {
      id: 'KPI-04',
      sentence: 'A reading is of no month after the one in which it is recorded.',
      breaches: ({ record: { readings }, command: { effectiveAt } }) =>
        readings.flatMap(({ month }, n) =>
          month <= monthOf(effectiveAt)
            ? []
            : [
                {
                  pointer: `/readings/${n}/month`,
                  message: `must not be after ${monthInWords(monthOf(effectiveAt))}, in which it is recorded`,
                },
              ],
        ),
    },
  ],
  computed: (record) => {
    const { latest, before } = latestBy(record.readings, endOfMonths);
    return {
      month: latest?.month ?? null,
      status: statusOf(record, latest?.value),
      yearToDateStatus: yearToDateStatusOf(record, latest ?? {}),
      direction: directionOf(record, latest?.value, before?.value),
    };
  },
  section: (entries) =>
    IndicatorsSection.parse(
      entries.map(({ id, record }) => ({
        ...record,
        id,
        // What explains a reading is read with it: of the months before only the figures are needed.
        readings: record.readings
          .slice(-monthsKept)
          .map(({ commentary, ...reading }, n, all) => (n === all.length - 1 ? { ...reading, commentary } : reading)),
      })),
    ),
});
