import type * as z from 'zod';
import { claimInWords, dateInWords, monthInWords, totalInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { FiguresToConfirm } from '#registers/return/record.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import { lifecycleNames } from '#schemas/review.ts';
import { insetText, paragraph, tag } from '../../design/blocks.ts';
import { dataTable, summaryCard, summaryList } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';

type Figures = z.infer<typeof FiguresToConfirm>;

/** What ids of the figures are called. */
export interface FigureNames {
  readonly stage: (id: string) => string;
  readonly milestone: (id: string) => string;
}

const changes = ({ since, changed, sentence }: Figures): Html =>
  since === null || changed.length === 0
    ? insetText(sentence)
    : dataTable({
        caption: `What has changed since ${monthInWords(since.month)}, confirmed on ${dateInWords(dayOf(since.confirmedAt))}`,
        columns: [{ head: 'Figure' }, { head: 'Then' }, { head: 'Now' }],
        rows: changed.map(({ what, was, is }) => [`${what.charAt(0).toUpperCase()}${what.slice(1)}`, was, is]),
        none: '',
      });

/**
 * The figures of a return, as an SRO reads them before confirming: what has changed first, then all of them.
 * @param rateAt where whoever looks rates the review; undefined: they do not
 */
export const returnFiguresShown = (given: Figures, names: FigureNames, rateAt: string | undefined): Html => {
  const { figures, asAt } = given;
  return html`${changes(given)}
${summaryCard({
  title: `Figures as at ${dateInWords(dayOf(asAt))}`,
  content: summaryList([
    { key: 'Stage', value: figures.stage === null ? 'Not stated' : names.stage(figures.stage) },
    { key: 'Lifecycle', value: figures.lifecycle === null ? 'Not stated' : lifecycleNames[figures.lifecycle] },
    {
      key: "SRO's rating",
      value: ratingInWords(figures.sroRating ?? 'not-rated'),
      ...(rateAt === undefined ? {} : { change: { to: rateAt, text: 'Give' } }),
    },
    { key: "Assurance's rating", value: ratingInWords(figures.assuranceRating ?? 'not-rated') },
    { key: 'Gross expenditure', value: totalInWords(figures.grossExpenditure) },
    { key: 'Net expenditure', value: totalInWords(figures.netExpenditure) },
  ]),
})}
${
  figures.savings.length === 0
    ? paragraph('No savings are recorded.')
    : dataTable({
        caption: 'Savings by year',
        columns: [
          { head: 'Year' },
          { head: 'Plan', numeric: true },
          { head: 'Forecast', numeric: true },
          { head: 'Claimed', numeric: true },
          { head: 'Validated', numeric: true },
        ],
        rows: figures.savings.map(({ year, plan, forecast, claimedPounds, validatedPounds, linesStated }) => [
          year,
          totalInWords(plan),
          totalInWords(forecast),
          claimInWords('claimed', claimedPounds, linesStated?.claimed),
          claimInWords('validated', validatedPounds, linesStated?.validated),
        ]),
        none: '',
      })
}
${dataTable({
  caption: 'Next milestones',
  columns: [{ head: 'Milestone' }, { head: 'Expected' }],
  rows: figures.milestones.map(({ id, expectedOn }) => [
    names.milestone(id),
    expectedOn < dayOf(asAt) ? html`${dateInWords(expectedOn)} ${tag('Late', 'red')}` : dateInWords(expectedOn),
  ]),
  none: 'No milestone is outstanding.',
})}`;
};
