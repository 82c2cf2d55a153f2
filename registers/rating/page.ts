import { dateInWords, listed } from '#language/in-words.ts';
import { financialYearOf, lastDayOf } from '#language/time.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { share } from '#web/report/fact.ts';
import { totalCell } from '#web/report/figure.ts';
import { bar, firstOf, none, subject, table } from '#web/report/layout.ts';
import { percentageOf } from '#web/report/percentage.ts';
import { outOfDateInWords, type ReportOf, ratingMark, voiceNames } from '#web/report/rating-mark.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { type Wording, wordingOf } from '#web/report/wording.ts';
import { voiceInWords } from './record.ts';

type Ratings = ReportContent['ratings'];

const countTable = (
  caption: string,
  counts: Ratings['sro'],
  { sentence, content }: { sentence: string; content: ReportContent },
): Html =>
  table({
    caption,
    columns: [
      { head: 'Rating' },
      { head: 'Reviews', figures: true },
      { head: wordingOf(content).outOf, figures: true },
      { head: 'Share' },
    ],
    rows: counts.map((one) => [
      ratingMark(one.rating),
      one.share.numerator,
      one.share.denominator,
      html`<span class="share">${bar(one.share.percent)} <span>${percentageOf(content)(one.share)}</span></span>`,
    ]),
    none: sentence,
  });

const schemeInWords = ({ scheme }: Ratings, { twoBetween }: Wording): string =>
  scheme === 'three-point'
    ? 'Three-point scheme: Green (circle), Amber (triangle), Red (square).'
    : `Five-point scheme: Green (circle), Amber/Green, Amber (triangle), Amber/Red, Red (square); ${twoBetween}.`;

type Cause = NonNullable<Ratings['worst']>['because']['rows'][number];

const causeInWords = ({ title, said }: Cause): string =>
  said === undefined ? title : `${title} (${listed(said.map(({ by }) => voiceInWords[by]))})`;

const noWorst = ({ outOfDate }: Ratings): string => {
  if (outOfDate === undefined) return 'No SRO has rated a review.';
  return outOfDate.total === 0 ? 'Nobody has rated a review.' : 'No rating is up to date.';
};

const dayUnder = (on: string | undefined): Html | null =>
  on === undefined ? null : html`<span class="under">on ${dateInWords(on)}</span>`;

const outOfDateTable = ({ outOfDate }: Ratings, month: ReportOf): readonly Html[] =>
  outOfDate === undefined
    ? []
    : [
        table({
          caption: 'Ratings that are out of date, or came without the month’s return',
          columns: [{ head: 'Review' }, { head: 'Rated by' }, { head: 'Last said' }, { head: 'Why it does not count' }],
          rows: outOfDate.rows.map((one) => [
            subject(one),
            voiceNames[one.by],
            ratingInWords(one.rating),
            outOfDateInWords(one, month),
          ]),
          none: 'Every rating is up to date.',
          total: outOfDate.total,
        }),
      ];

/** Delivery confidence: SRO and assurance side by side, worst-of with its reasons, and weighed by planned savings. */
export const ratingsPage: RegisterPage<ReportContent['ratings']> = {
  section: { id: 'ratings', title: 'Delivery confidence' },
  body: (r, content, wording = wordingOf(content)) => [
    r.worst === null
      ? none(noWorst(r))
      : html`<p>${r.outOfDate === undefined ? 'Worst rating by an SRO: ' : 'Worst rating by SROs and assurance: '}${r.worst.atLeast === true && 'at least '}${ratingMark(r.worst.rating)}, because of ${listed(r.worst.because.rows.map(causeInWords))}.</p>${firstOf(r.worst.because)}`,
    html`<p class="aside">${schemeInWords(r, wording)} Each rating is written out as well.</p>`,
    html`<div class="pairs">${[
      countTable('Overall rating by the SRO', r.sro, {
        sentence: 'Ratings by SROs: not stated.',
        content,
      }),
      countTable('Overall rating by assurance', r.assurance, {
        sentence: 'Ratings by assurance: not stated.',
        content,
      }),
    ]}</div>`,
    ...outOfDateTable(r, content),
    table({
      caption: `${wording.weightedBy} ${financialYearOf(lastDayOf(content.month))}`,
      columns: [{ head: 'Rating' }, { head: 'Planned savings', figures: true }, { head: 'Share' }],
      rows: r.valueWeighted.map((one) => [
        ratingMark(one.rating),
        totalCell(one.planned),
        html`<span class="share">${bar(one.share.percent)} <span>${one.share.percent === null ? 'not applicable' : `${one.share.percent}%`}</span></span>`,
      ]),
      none: 'No planned savings to weigh the ratings by.',
    }),
    html`<p class="aside">${r.weighedBy}</p>`,
    table({
      caption: 'Where the SRO and assurance differ',
      columns: [{ head: 'Review' }, { head: 'SRO' }, { head: 'Assurance' }],
      rows: r.differ.rows.map((one) => [
        subject(one),
        html`${ratingMark(one.sro)}${dayUnder(one.sroOn)}`,
        html`${ratingMark(one.assurance)}${dayUnder(one.assuranceOn)}`,
      ]),
      none: 'The SROs and assurance differ on no review that both have rated.',
      total: r.differ.total,
    }),
  ],
  facts: (ratings) => [
    ...ratings.sro.map((one) => share('Ratings by SROs', ratingInWords(one.rating), one.share)),
    ...ratings.assurance.map((one) => share('Ratings by assurance', ratingInWords(one.rating), one.share)),
  ],
};
