import type { LastRating } from '#registers/rating/record.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import type { ReportLine } from '#schemas/report.ts';
import { type Cell, csv } from './csv.ts';
import type { Fact } from './report/fact.ts';
import { coverageOf } from './report/figure.ts';
import { returnNames } from './report/names.ts';
import { type ReportOf, saidBy } from './report/rating-mark.ts';
import type { ReportShown } from './report/report-shown.ts';
import { ratingWords } from './report/review-words.ts';
import { factsOf } from './report-facts.ts';
import { type FurtherReviews, withoutAddress } from './tables/further-reviews.ts';
import { rowsAreOf } from './tables/rows-are-of.ts';

const listed = (items: readonly string[]): string => items.join('; ');

const plainHead = [
  'Review id',
  'Review',
  'Services',
  'Lifecycle',
  'Counted',
  'Stage',
  'Stage work',
  'Tier',
  'Portfolio',
  'SROs',
  'Preferred options',
  'Delivery models',
  'Options not recommended',
  'Of which only at this stage',
  'Market maturity',
  'Waits for',
  'SRO rating',
  'Assurance rating',
  'Open risks',
  'High risks',
  'End date',
  'Return',
  'Savings lines',
  'Savings',
  'SRO rating as at',
  'SRO in words',
  'SRO forward look',
  'Assurance rating as at',
  'Assurance in words',
  'Assurance forward look',
  'Return in words',
  'Market maturity last confirmed',
  'Part of',
] as const;

/** As at, in words with each dimension that was rated, and the forward look. */
const wordsOf = (last: LastRating | null | undefined): readonly Cell[] =>
  last === null || last === undefined ? [null, null, null] : [last.on, listed(ratingWords(last)), last.forwardLook];

const plainCells = (line: ReportLine, month: ReportOf): readonly Cell[] => [
  line.review,
  line.title,
  listed(line.services),
  line.lifecycle,
  line.counted ? 'yes' : 'no',
  line.stageName,
  line.stageWork,
  line.tier,
  line.portfolio ?? 'not stated',
  line.sros,
  listed(line.preferred.map((one) => (one.scope === null ? one.label : `${one.label} (${one.scope})`))),
  listed(line.preferred.map((one) => deliveryModelInWords(one.model))),
  line.notRecommended,
  line.notRecommendedAtThisStage,
  line.marketMaturity ?? 'not stated',
  listed(line.waitsFor),
  saidBy(line, 'sro', month),
  saidBy(line, 'assurance', month),
  line.risksPart,
  line.highRisks,
  dateStatementInWords(line.endDate),
  returnNames[line.return],
  line.savings.lines,
  line.savings.sentence,
  ...wordsOf(line.ratings?.sro),
  ...wordsOf(line.ratings?.assurance),
  line.returnWords ?? null,
  line.marketMaturityConfirmedOn ?? null,
  line.parent ?? null,
];

/**
 * The reviews of a report, one to a row, for a spreadsheet (RFC 4180, UTF-8 with a byte-order mark). Each financial year
 * of a plan has its low and high end in whole pounds and its coverage; the high end is empty where the top is open,
 * both ends where there is no figure.
 */
export const reportLinesCsv = (lines: readonly ReportLine[], month: ReportOf): string => {
  const years = [...new Set(lines.flatMap((line) => line.savings.plan.map((one) => one.year)))].sort();
  const head = [
    ...plainHead,
    ...years.flatMap((year) => [`Plan ${year}, low (£)`, `Plan ${year}, high (£)`, `Plan ${year}, coverage`]),
  ];
  const rows = lines.map((line) => {
    const cells = [...plainCells(line, month)];
    for (const year of years) {
      const total = line.savings.plan.find((one) => one.year === year)?.total;
      if (total === undefined) cells.push(null, null, 'nothing recorded');
      else if (total.count === 0) cells.push(null, null, coverageOf(total));
      else cells.push(total.low, total.high, coverageOf(total));
    }
    return cells;
  });
  return csv(head, rows);
};

/**
 * A whole report for a spreadsheet: one fact to a row, each with its programme, month and revision, so that months can be
 * put under one another. A figure stands as whole pounds (`Low`, `High`) or a count (both alike), and says its coverage.
 * `rest`: how many reviews had no room here, and the address where they go on, if there is one.
 */
export const reportCsv = (
  report: ReportShown,
  lines: readonly ReportLine[],
  rest: FurtherReviews | null = null,
): string => {
  const of = rowsAreOf(report);
  const left: readonly Fact[] =
    rest === null
      ? []
      : [
          {
            section: 'Reviews',
            about: 'Programme',
            item: 'Further reviews, not in this file',
            unit: 'reviews',
            low: rest.count,
            high: rest.count,
            words: rest.address === null ? withoutAddress(report) : `They go on at ${rest.address}`,
          },
        ];
  return csv(
    [...Object.keys(of), 'Section', 'About', 'Item', 'Unit', 'Low', 'High', 'Of', 'Coverage', 'Words'],
    [...factsOf(report, lines), ...left].map((fact) => [
      ...Object.values(of),
      fact.section,
      fact.about,
      fact.item,
      fact.unit,
      fact.low ?? null,
      fact.high ?? null,
      fact.of ?? null,
      fact.coverage ?? null,
      fact.words ?? null,
    ]),
  );
};
