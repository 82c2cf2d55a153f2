import { returnKey } from '#domain/report/facts-held.ts';
import { figuresOfRecords, reviewItself } from '#domain/report/figures/of-records.ts';
import { monthInWords } from '#language/in-words.ts';
import { lastDayOf } from '#language/time.ts';

export const returnsInFigures = [
  figuresOfRecords({
    ...reviewItself,
    part: 'returns',
    whose: 'counted',
    unit: 'reviews',
    rule: { id: 'MONTH-22', sentence: 'The report shows what was confirmed with the returns of the month.' },
    figures: {
      'with-figures': {
        title: 'Returns confirmed with their figures',
        value: ({ confirmedFigures }) => confirmedFigures?.total,
        gives: ({ position }, { month }) => {
          const given = position.returns.find((one) => one.month === month.returnsMonth);
          return given?.figures !== undefined && given.confirmedAt !== null;
        },
      },
    },
  }),
  figuresOfRecords({
    part: 'returns',
    register: 'return',
    whose: 'every',
    rule: { id: 'REPORT-20', sentence: 'A return that was confirmed late is in the first report that knows of it.' },
    ofReview: ({ position }) => position.returns,
    named: ({ month }) => ({ id: month, title: monthInWords(month) }),
    figures: {
      'came-since': {
        title: 'Returns of earlier months that came since',
        value: ({ cameSince }) => cameSince?.total,
        gives: ({ month: of, confirmedAt }, { isHere, month }) =>
          confirmedAt !== null && of < month.returnsMonth && isHere({ key: returnKey(of), on: lastDayOf(of) }),
      },
    },
  }),
];
