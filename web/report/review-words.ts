import { type LastRating, Rating, voices } from '#registers/rating/record.ts';
import { labelOf } from '#schemas/choices.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { ReportLine } from '#schemas/report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { table } from './layout.ts';
import { returnNames } from './names.ts';
import { lastRatingMark, type ReportOf, voiceNames } from './rating-mark.ts';

const forwardLooks = Rating.shape.forwardLook.unwrap();

/** Where a rating is heading. */
export const forwardLookInWords = (look: NonNullable<LastRating['forwardLook']>): string => labelOf(forwardLooks, look);

/** The dimensions that were rated. */
const partsOf = ({ time, cost, benefits, risk }: LastRating) =>
  [
    { label: 'Time', part: time },
    { label: 'Cost', part: cost },
    { label: 'Benefits', part: benefits },
    { label: 'Risk', part: risk },
  ].flatMap(({ label, part }) => (part === null ? [] : [{ label, part }]));

/** The same as texts, the overall words first. */
export const ratingWords = (last: LastRating | null): readonly string[] =>
  last === null
    ? []
    : [last.words, ...partsOf(last).map(({ label, part }) => `${label}, ${ratingInWords(part.rating)}: ${part.words}`)];

/** A rating's words, then its dimensions and where it is heading. */
const saidInWords = (last: LastRating): Html =>
  html`${last.words}${partsOf(last).map(
    ({ label, part }) =>
      html`<span class="under"><strong>${label}: ${ratingInWords(part.rating)}.</strong> ${part.words}</span>`,
  )}${last.forwardLook !== null && html`<span class="under">Forward look: ${forwardLookInWords(last.forwardLook)}</span>`}`;

const ratingRows = (line: ReportLine, month: ReportOf): readonly (readonly Printable[])[] =>
  voices.flatMap((by) => {
    const last = line.ratings?.[by] ?? null;
    return last === null ? [] : [[line.title, voiceNames[by], lastRatingMark(last, month), saidInWords(last)]];
  });

/** What SROs, assurance and teams wrote of each review: why it is rated so, and what happened in the month. */
export const wordsOfReviews = (lines: readonly ReportLine[], month: ReportOf): readonly Html[] => {
  if (lines.every((line) => line.ratings === undefined)) return [];
  return [
    table({
      caption: 'Why reviews are rated so',
      columns: [{ head: 'Review' }, { head: 'Rated by' }, { head: 'Overall' }, { head: 'In their words' }],
      rows: lines.flatMap((line) => ratingRows(line, month)),
      none: 'No rating is recorded.',
    }),
    table({
      caption: 'What the returns say',
      columns: [{ head: 'Review' }, { head: 'Return' }, { head: 'The month in words' }],
      rows: lines.flatMap((line) =>
        line.returnWords ? [[line.title, returnNames[line.return], line.returnWords]] : [],
      ),
      none: 'No return has words.',
    }),
  ];
};
