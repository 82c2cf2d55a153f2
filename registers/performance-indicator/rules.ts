import { defineRules } from '#domain/registers/define-rules.ts';
import { monthInWords } from '#language/in-words.ts';
import { monthOf } from '#language/time.ts';
import { IndicatorsSection, type PerformanceIndicator, performanceIndicator } from './record.ts';
import { directionOf, inForceIn, latestBy, statusOf, yearToDateStatusOf } from './status.ts';

/** A year, and the month before it for the direction. */
const monthsKept = 14;
const endOfMonths = '9999-12';

/** Where a target and its floor are stated: for every year, and for each of those that have their own. */
const barsOf = ({ target, floor, targets = [] }: PerformanceIndicator) => [
  { at: '', target, floor },
  ...targets.map((ofYear, n) => ({ at: `/targets/${n}`, target: ofYear.target, floor: ofYear.floor })),
];

export const performanceIndicatorRules = defineRules(performanceIndicator, {
  rules: [
    {
      id: 'KPI-01',
      sentence: 'The floor of an indicator is on the worse side of its target.',
      breaches: ({ record }) =>
        barsOf(record).flatMap(({ at, target, floor }) => {
          if (target === undefined || floor === undefined || record.better === 'neither') return [];
          if (record.better === 'higher' ? floor <= target : floor >= target) return [];
          const side = record.better === 'higher' ? 'above' : 'below';
          return [{ pointer: `${at}/floor`, message: `must not be ${side} the target, ${target}` }];
        }),
    },
    {
      id: 'KPI-02',
      sentence: 'An activity has an expected range and neither target nor floor; every other indicator the reverse.',
      breaches: ({ record: { better, target, floor, targets, expected } }) => {
        if (better !== 'neither')
          return expected === undefined
            ? []
            : [{ pointer: '/expected', message: 'must be left out: only an activity has an expected range' }];
        const range =
          expected !== undefined && expected.low > expected.high
            ? [{ pointer: '/expected/high', message: 'must not be below the low end' }]
            : [];
        const bars = Object.entries({ target, floor, targets }).flatMap(([name, bar]) =>
          bar === undefined
            ? []
            : [{ pointer: `/${name}`, message: 'must be left out: an activity is not better higher or lower' }],
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
    {
      id: 'KPI-05',
      sentence: 'A year with a floor has a target.',
      breaches: ({ record: { targets = [] } }) =>
        targets.flatMap(({ target, floor }, n) =>
          floor === undefined || target !== undefined
            ? []
            : [
                {
                  pointer: `/targets/${n}/target`,
                  message: 'must be given: a floor is what is still Amber short of it',
                },
              ],
        ),
    },
  ],
  computed: (given) => {
    const { latest, before } = latestBy(given.readings, endOfMonths);
    const record = latest === undefined ? given : inForceIn(given, latest.month);
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
