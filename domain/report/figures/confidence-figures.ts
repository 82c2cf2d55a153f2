import type { RatedOrNot } from '#registers/rating/record.ts';
import { cellName } from '#registers/risk/in-figures.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { FigureOfReport, FigureRule } from './figure.ts';

const voices: FigureRule = {
  id: 'CONFIDENCE-3',
  sentence: 'The current rating of a voice is that of the latest date; one that is out of date is counted apart.',
};
const worst: FigureRule = {
  id: 'CONFIDENCE-21',
  sentence: 'The worst rating is the worst of both voices: these are the reviews that make it so.',
};
const weighed: FigureRule = {
  id: 'CONFIDENCE-4',
  sentence:
    "The SROs' ratings are weighed by the savings planned for the month's financial year; what is out of date is left out.",
};
const returnsRule: FigureRule = {
  id: 'MONTH-3',
  sentence:
    'Every review that is counted owes a return: received when confirmed by the due day, late after it, unconfirmed when only submitted, else missing.',
};
const risksRule: FigureRule = {
  id: 'SCORE-7',
  sentence: 'Open risks of counted reviews and of the programme are in the report.',
};
const band: FigureRule = {
  id: 'SCORE-2',
  sentence: "A score is in the band that the programme's matrix gives it.",
};
const cell: FigureRule = {
  id: 'SCORE-1',
  sentence: "A score is likelihood times impact by the programme's matrix.",
};
const unscored: FigureRule = {
  id: 'SCORE-20',
  sentence: 'An open risk without a current score is counted as open and on a row of its own, in no band.',
};

export const rulesOfConfidence: readonly FigureRule[] = [
  voices,
  worst,
  weighed,
  returnsRule,
  risksRule,
  band,
  cell,
  unscored,
];

const ratedBy = (voice: 'sro' | 'assurance', rows: ReportContent['ratings']['sro']): FigureOfReport[] =>
  rows.map(({ rating, share }) => ({
    figure: `ratings.${voice}.${rating}`,
    title: `Rated by ${voice === 'sro' ? 'SROs' : 'assurance'}: ${ratingInWords(rating)}`,
    part: 'ratings',
    unit: 'reviews',
    value: share.numerator,
    rule: voices,
  }));

export const ratingFigures = ({ ratings }: ReportContent): FigureOfReport[] => [
  ...ratedBy('sro', ratings.sro),
  ...ratedBy('assurance', ratings.assurance),
  ...(ratings.worst === null
    ? []
    : [
        {
          figure: 'ratings.worst',
          title: `Worst rating: ${ratingInWords(ratings.worst.rating)}`,
          part: 'ratings',
          unit: 'reviews' as const,
          value: ratings.worst.because.total,
          rule: worst,
          rowsOf: `ratings.leading.${ratings.worst.rating}`,
        },
      ]),
  ...ratings.valueWeighted.map(
    ({ rating, planned }): FigureOfReport => ({
      figure: `ratings.weighed.${rating}` satisfies `ratings.weighed.${RatedOrNot}`,
      title: `Weighed by planned savings: ${ratingInWords(rating)}`,
      part: 'ratings',
      unit: 'pounds',
      value: planned,
      rule: weighed,
    }),
  ),
];

export const returnFigures = ({ returns }: ReportContent): FigureOfReport[] => {
  const figures: readonly [string, string, number][] = [
    ['expected', 'Expected', returns.expected],
    ['received', 'Received', returns.received.numerator],
    ['nothing-changed', 'Received: nothing changed', returns.nothingChanged],
    ['late', 'Late', returns.late.total],
    ['unconfirmed', 'Not confirmed', returns.unconfirmed.total],
    ['missing', 'Missing', returns.missing.total],
  ];
  return figures.map(([name, title, value]) => ({
    figure: `returns.${name}`,
    title: `Returns: ${title}`,
    part: 'returns',
    unit: 'reviews',
    value,
    rule: returnsRule,
  }));
};

const bandsIn = ({
  byBand,
  bands,
}: ReportContent['risks']): readonly { readonly name: string; readonly count: number }[] =>
  bands ??
  (byBand === undefined
    ? []
    : [
        { name: 'Low', count: byBand.low },
        { name: 'Medium', count: byBand.medium },
        { name: 'High', count: byBand.high },
      ]);

export const riskFigures = ({ risks }: ReportContent): FigureOfReport[] => {
  const of = { part: 'risks', unit: 'records' as const };
  const rows = risks.heatMap.length;
  return [
    { ...of, figure: 'risks.open', title: 'Open risks', value: risks.open, rule: risksRule },
    ...bandsIn(risks).map(({ name, count }, n) => ({
      ...of,
      figure: `risks.band.${n + 1}`,
      title: `Open risks: ${name}`,
      value: count,
      rule: band,
    })),
    ...(risks.unscored === undefined
      ? []
      : [
          {
            ...of,
            figure: 'risks.without.score',
            title: 'Open risks without a score',
            value: risks.unscored.total,
            rule: unscored,
          },
        ]),
    ...risks.heatMap.flatMap((row, n) =>
      row.map((count, m) => ({
        ...of,
        figure: `risks.cell.${cellName(rows - n, m + 1)}`,
        title: `Open risks of likelihood ${rows - n} and impact ${m + 1}`,
        value: count,
        rule: cell,
      })),
    ),
  ];
};
