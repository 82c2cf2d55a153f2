import { defineRules } from '#domain/registers/define-rules.ts';
import { dateInWords } from '#language/in-words.ts';
import { lastDayStated } from '#schemas/date-statement.ts';
import { contract } from './record.ts';
import { averageOf } from './undecided.ts';

export const contractRules = defineRules(contract, {
  rules: [
    {
      id: 'CTR-01',
      sentence: 'A contract does not end before it begins.',
      breaches: ({ record: { start, end } }) => {
        const [from, to] = [lastDayStated(start), lastDayStated(end)];
        return from === null || to === null || to >= from
          ? []
          : [{ pointer: '/end', message: `must not be before ${dateInWords(from)}, when it begins` }];
      },
    },
    {
      id: 'CTR-02',
      sentence: 'Notice of a break, an extension or the end is needed by a day that is not after it.',
      breaches: ({ record: { choices, end, endNoticeBy } }) =>
        [
          ...choices.map(({ on, noticeBy }, n) => ({ on, noticeBy, pointer: `/choices/${n}/noticeBy` })),
          { on: end, noticeBy: endNoticeBy, pointer: '/endNoticeBy' },
        ].flatMap(({ on, noticeBy, pointer }) => {
          const last = lastDayStated(on);
          return noticeBy === undefined || last === null || noticeBy <= last
            ? []
            : [{ pointer, message: `must not be after ${dateInWords(last)}` }];
        }),
    },
    {
      id: 'CTR-03',
      sentence: 'A score of maturity is on the scale of the contract.',
      breaches: ({ record: { maturity, highestScore } }) =>
        maturity.flatMap(({ score }, n) =>
          score === undefined || score <= highestScore
            ? []
            : [{ pointer: `/maturity/${n}/score`, message: `must be at most ${highestScore}` }],
        ),
    },
  ],
  computed: ({ maturity }) => ({
    scored: maturity.filter(({ score }) => score !== undefined).length,
    average: averageOf(maturity),
  }),
});
