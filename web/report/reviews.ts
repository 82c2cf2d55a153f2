import { ageInWords, counted, dateInWords } from '#language/in-words.ts';
import { dayOf, financialYearOf, lastDayOf } from '#language/time.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { lifecycleNames, tierNames } from '#schemas/review.ts';
import { type Html, html } from '../html.ts';
import { listOf, none, section, subject, table } from './layout.ts';
import { returnNames, sroGap, waitKinds } from './names.ts';
import { dueInWords, isOverdue } from './overdue.ts';
import { lastRatingMark, ratingMark } from './rating-mark.ts';
import { wordsOfReviews } from './review-words.ts';
import { wordingOf } from './wording.ts';
import { worstFirst } from './worst-first.ts';

const titleCell = (line: ReportLine, { counts }: ReportContent): Html => {
  const within = counts.components?.rows.find((one) => one.review === line.review);
  return html`${line.title}<span class="under">${line.stageName}; stage work: ${line.stageWork}</span><span class="under">${tierNames[line.tier]}${
    line.counted ? null : html`; <strong>${lifecycleNames[line.lifecycle]}, not counted</strong>`
  }${line.counted && line.lifecycle === 'paused' && html`; <strong>Paused</strong>`}</span>${
    within !== undefined && html`<span class="under">Part of ${within.ofTitle}, and counted with it</span>`
  }${sroGap(line.sros) !== null && html`<span class="under"><strong>${sroGap(line.sros)}</strong></span>`}`;
};

const preferredCell = (line: ReportLine): Html =>
  html`${listOf(
    line.preferred.map(
      (option) =>
        html`${option.label}${option.scope !== null && ` (${option.scope})`}<span class="under">${deliveryModelInWords(option.model)}</span>`,
    ),
    'None preferred',
  )}${
    line.notRecommended > 0 &&
    html`<span class="under">${line.notRecommended} not recommended${
      line.notRecommendedAtThisStage > 0 && `, ${line.notRecommendedAtThisStage} of them only at this stage`
    }</span>`
  }`;

/** Reports by `rules-1` say no day of a rating. */
const ratingCell = (line: ReportLine, { risks, month }: ReportContent): Html =>
  html`<span class="rated"><span class="aside">SRO</span> ${
    line.ratings === undefined ? ratingMark(line.sroRating) : lastRatingMark(line.ratings.sro, { month })
  }</span><span class="rated"><span class="aside">Assurance</span> ${
    line.ratings === undefined ? ratingMark(line.assuranceRating) : lastRatingMark(line.ratings.assurance, { month })
  }</span>${
    line.risksPart > 0 &&
    html`<span class="under">${counted(line.risksPart, 'open risk')}, ${line.highRisks} ${risks.bands?.at(-1)?.name ?? 'high'}</span>`
  }`;

/** What a review waits for, and what of it was needed by now. */
const waitsCell = (line: ReportLine, { waits, observationEnd }: ReportContent): Html =>
  listOf(
    line.waitsFor.map((what) => {
      const late = waits.rows.find(
        (wait) => wait.review === line.review && wait.what === what && isOverdue(wait.neededBy, observationEnd),
      );
      return late === undefined || late.neededBy === null
        ? what
        : html`${what}<span class="under"><strong>Overdue:</strong> needed ${dateStatementInWords(late.neededBy)}</span>`;
    }),
    'Nothing recorded',
  );

/** The market's maturity where it is stated, and of how many reviews it is not. */
const marketMaturity = (
  lines: readonly ReportLine[],
  { observationEnd }: ReportContent,
  linesComplete: boolean,
): Html => {
  const today = dayOf(observationEnd);
  const lastConfirmed = (on: string | null | undefined): string =>
    on === null || on === undefined ? 'not known' : `${dateInWords(on)}, ${ageInWords(on, today)}`;
  const isDated = lines.some((line) => line.marketMaturityConfirmedOn !== undefined);
  const stated = lines.flatMap((line) =>
    line.marketMaturity === null
      ? []
      : [[line.title, line.marketMaturity, ...(isDated ? [lastConfirmed(line.marketMaturityConfirmedOn)] : [])]],
  );
  if (stated.length === 0) return none('Market maturity: not stated for any review.');
  const without = lines.length - stated.length;
  return html`${table({
    caption: 'Market maturity',
    columns: [{ head: 'Review' }, { head: 'Market maturity' }, ...(isDated ? [{ head: 'Last confirmed' }] : [])],
    rows: stated,
    none: '',
  })}${
    without > 0 &&
    html`<p class="aside">Market maturity: not stated for ${without} of ${counted(lines.length, 'review')}${!linesComplete && ' shown'}.</p>`
  }`;
};

const row = (content: ReportContent) => (line: ReportLine) => [
  titleCell(line, content),
  preferredCell(line),
  html`${waitsCell(line, content)}<span class="under">Ends: ${dateStatementInWords(line.endDate)}</span>`,
  line.savings.sentence,
  ratingCell(line, content),
  returnNames[line.return],
];

const reviewsTable = (content: ReportContent, caption: string, lines: readonly ReportLine[]): Html =>
  html`<div class="reviews">${table({
    caption,
    columns: [
      { head: 'Review and stage' },
      { head: 'Preferred option and delivery model' },
      { head: 'Waits for; end date' },
      { head: 'Savings planned' },
      { head: 'Delivery confidence' },
      { head: 'Return' },
    ],
    rows: lines.map(row(content)),
    none: 'No review is recorded.',
  })}</div>`;

/** A report with a page one has the counted reviews first, the worst of them at the top, and the others in a table of their own. */
const inTables = (
  content: ReportContent,
  lines: readonly ReportLine[],
): readonly (readonly [string, readonly ReportLine[]])[] => {
  if (content.pageOne === undefined) return [['Reviews', lines]];
  const sorted = worstFirst(lines, financialYearOf(lastDayOf(content.month)));
  const others = sorted.filter((line) => !line.counted);
  return [
    ['Reviews counted', sorted.filter((line) => line.counted)],
    ...(others.length > 0 ? [['Reviews that are not counted', others] as const] : []),
  ];
};

/** The reviews one by one, and what they wait for. */
export const reviews = (
  content: ReportContent,
  lines: readonly ReportLine[],
  linesComplete: boolean,
  whereAllAre: string,
): Html =>
  section(
    'reviews',
    'Review by review',
    linesComplete
      ? null
      : html`<p class="note">${lines.length} of ${counted(content.lines, 'review')} are shown here. ${whereAllAre}</p>`,
    (linesComplete || lines.length > 0) &&
      inTables(content, lines).map(([caption, of]) => reviewsTable(content, caption, of)),
    wordsOfReviews(
      inTables(content, lines).flatMap(([, of]) => of),
      content,
    ),
    // What has the register's own part shows them there, with what it says besides.
    content.dependencies === undefined &&
      table({
        caption: 'What reviews wait for',
        columns: [
          { head: 'Review' },
          { head: 'Waits for' },
          { head: 'Kind' },
          { head: 'Needed by' },
          { head: wordingOf(content).holds },
        ],
        rows: content.waits.rows.map((wait) => [
          subject(wait),
          wait.what,
          waitKinds[wait.on],
          wait.neededBy === null ? 'not stated' : dueInWords(wait.neededBy, content.observationEnd),
          wait.holdsStage === null ? wordingOf(content).noStage : wait.holdsStage,
        ]),
        none: 'No review is recorded as waiting for anything.',
        total: content.waits.total,
      }),
    (linesComplete || lines.length > 0) && marketMaturity(lines, content, linesComplete),
  );
