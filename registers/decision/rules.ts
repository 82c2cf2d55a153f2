import { defineRules } from '#domain/registers/define-rules.ts';
import { dateInWords } from '#language/in-words.ts';
import { callInOf, earliestMeetingOn } from './decision-dates.ts';
import { keyTestOf } from './key-test.ts';
import { decision } from './record.ts';
import { dueByOf } from './worked-out.ts';

export const decisionRules = defineRules(decision, {
  rules: [
    {
      id: 'DEC-01',
      sentence: 'The bodies of a route are in the order in which they took the decision up.',
      breaches: ({ record: { route = [] } }) =>
        route.flatMap(({ actual }, n) => {
          const latest = route
            .slice(0, n)
            .reduce((last, one) => ((one.actual ?? '') > last ? (one.actual ?? '') : last), '');
          return actual === undefined || actual >= latest
            ? []
            : [
                {
                  pointer: `/route/${n}/actual`,
                  message: `must not be before ${dateInWords(latest)}, when a body above it took the decision up`,
                },
              ];
        }),
    },
    {
      id: 'DEC-02',
      sentence: 'What came of a step of the route is said once the step has taken place.',
      breaches: ({ record: { route = [] } }) =>
        route.flatMap(({ actual, outcome }, n) =>
          outcome === undefined || actual !== undefined
            ? []
            : [
                {
                  pointer: `/route/${n}/outcome`,
                  message: 'must be left out until the day on which it took place is given',
                },
              ],
        ),
    },
    {
      id: 'DEC-03',
      sentence: 'A decision is taken on the day on which the step of its route that decides took place.',
      breaches: ({ record: { takenOn, route = [] } }) => {
        const decides = route.findLastIndex(({ purpose }) => purpose === 'decision');
        const on = route[decides]?.actual;
        return takenOn === undefined || on === undefined || on === takenOn
          ? []
          : [
              {
                pointer: `/route/${decides}/actual`,
                message: `must be ${dateInWords(takenOn)}, on which it was taken`,
              },
            ];
      },
    },
  ],
  computed: (record, _facts, programme) => ({
    dueBy: dueByOf(record),
    earliestMeetingOn: record.noticeOn === undefined ? null : earliestMeetingOn(record.noticeOn),
    ...callInOf(record),
    keyTest: keyTestOf(record, programme.keyDecisionThreshold),
  }),
});
