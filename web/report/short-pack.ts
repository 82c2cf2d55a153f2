import { dateInWords, listed, poundsInWords } from '#language/in-words.ts';
import { financialYearOf, lastDayOf } from '#language/time.ts';
import { isDue, wasDue } from '#registers/milestone/page-dates.ts';
import { bandTag } from '#registers/risk/page-bands.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import { lifecycleNames } from '#schemas/review.ts';
import { type Html, html, type Printable } from '../html.ts';
import { figureCell, gapCell, totalCell, totalValue } from './figure.ts';
import { type Content, isShown } from './in-short/answer.ts';
import { listOf, section, subject, table } from './layout.ts';
import { returnNames, sroGap } from './names.ts';
import { lastRatingMark } from './rating-mark.ts';
import type { RuleTo } from './rule-id.ts';
import { saidOnce } from './said-once.ts';
import { plannedIn, worstFirst } from './worst-first.ts';

/*
 * What stands behind page one and before the annex: the reviews, the money, the risks, the dates and what is missing, each in one
 * table, so that a board has the whole story on a few pages (docs/meaning.md REPORT-33).
 */
const tierOf = ({ tier }: ReportLine): string => (tier === 'to-be-confirmed' ? 'tier to be confirmed' : `tier ${tier}`);

const nameCell = (line: ReportLine, hasOptions: boolean): Html =>
  html`${line.title}<span class="under">${line.stageName}, ${tierOf(line)}${line.lifecycle === 'paused' && '; paused'}${
    sroGap(line.sros) !== null && html`; <strong>${sroGap(line.sros)}</strong>`
  }</span>${
    hasOptions &&
    line.preferred.length > 0 &&
    html`<span class="under">prefers ${listed(line.preferred.map(({ label }) => label))}</span>`
  }`;

const waitsAndEnd = (line: ReportLine): Html =>
  html`${dateStatementInWords(line.endDate)}${line.waitsFor.length > 0 && html`<span class="under">waits for ${listed(line.waitsFor)}</span>`}`;

/** The counted reviews, the worst first; of the others how many there are. */
const reviewsTable = (content: Content, lines: readonly ReportLine[], linesComplete: boolean): readonly Printable[] => {
  const year = financialYearOf(lastDayOf(content.month));
  const counted = worstFirst(
    lines.filter((line) => line.counted),
    year,
  );
  const others = content.counts.notCounted.filter(({ count }) => count > 0);
  const hasRatings = isShown(content, 'ratings');
  const hasSavings = isShown(content, 'savings');
  const hasOptions = isShown(content, 'options');
  return [
    table({
      caption: `Reviews counted: ${content.counts.counted}`,
      columns: [
        { head: 'Review, stage and tier' },
        ...(hasRatings ? [{ head: 'SRO' }, { head: 'Assurance' }] : []),
        ...(hasSavings ? [{ head: `Planned ${year}`, figures: true }] : []),
        { head: 'Ends' },
        { head: 'Return' },
      ],
      rows: counted.map((line) => {
        const planned = plannedIn(line, year);
        return [
          nameCell(line, hasOptions),
          ...(hasRatings
            ? [
                lastRatingMark(line.ratings?.sro ?? null, content),
                lastRatingMark(line.ratings?.assurance ?? null, content),
              ]
            : []),
          ...(hasSavings ? [planned === undefined ? '–' : totalValue(planned)] : []),
          waitsAndEnd(line),
          returnNames[line.return],
        ];
      }),
      none: linesComplete ? 'No review is counted.' : 'The reviews one by one have no room here.',
      total: linesComplete ? counted.length : content.counts.counted,
    }),
    others.length > 0 &&
      html`<p class="aside">Not in these: ${listed(others.map(({ lifecycle, count }) => `${count} ${lifecycleNames[lifecycle].toLowerCase()}`))}.</p>`,
  ];
};

const moneyTable = (content: Content): Html => {
  const from = financialYearOf(lastDayOf(content.month));
  const years = content.savings.years.filter((one) => one.year >= from && (one.required !== null || one.lines > 0));
  const stated = (pounds: number, lines: number | undefined): string =>
    lines === 0 ? 'nothing' : poundsInWords(pounds);
  return table({
    caption: 'Savings by year',
    columns: [
      { head: 'Year' },
      { head: 'Required', figures: true },
      { head: 'Planned', figures: true },
      { head: 'Achievable', figures: true },
      { head: 'Claimed', figures: true },
      { head: 'Validated', figures: true },
      { head: 'Still to find', figures: true },
    ],
    rows: years.map((one) => [
      one.year,
      figureCell(one.required),
      totalValue(one.plan),
      totalCell(one.identified),
      stated(one.claimedPounds, one.linesStated?.claimed),
      stated(one.validatedPounds, one.linesStated?.validated),
      gapCell(one.gap, 'not known'),
    ]),
    none: 'No saving is required or planned of this year or later.',
  });
};

type Top = Content['risks']['top']['rows'][number];

const doneCell = ({ words }: Top): Html =>
  html`${listOf(
    (words?.controls ?? []).map(({ what, owner }) => (owner === null ? what : `${what} (${owner})`)),
    'no control',
  )}${(words?.actions ?? []).map(
    ({ what, dueOn }) =>
      html`<span class="under">To do: ${what}${dueOn !== null && `, due ${dateInWords(dueOn)}`}</span>`,
  )}`;

const risksTable = ({ risks }: Content): Html =>
  table({
    caption: 'The highest risks',
    columns: [
      { head: 'Risk' },
      { head: 'Review' },
      { head: 'Score' },
      { head: 'Owner' },
      { head: 'Controls and actions' },
    ],
    rows: risks.top.rows.map((one) => [
      one.risk.title,
      subject(one),
      html`${one.risk.score} ${bandTag(risks, one.risk.band)}${
        (one.direction === 'up' || one.direction === 'down') &&
        html`<span class="under">${one.direction}, was ${one.previousScore}</span>`
      }`,
      one.risk.owner ?? 'no owner',
      doneCell(one),
    ]),
    none: 'No scored risk is open.',
  });

const issuesTable = ({ issues }: Content): Html | false =>
  issues.highOpen !== undefined &&
  issues.highOpen.total > 0 &&
  table({
    caption: 'Open issues of high severity',
    columns: [{ head: 'Issue' }, { head: 'Review' }, { head: 'Owner' }, { head: 'Raised' }],
    rows: issues.highOpen.rows.map((one) => [
      one.issueTitle,
      subject(one),
      one.owner ?? 'no owner',
      dateInWords(one.raisedOn),
    ]),
    none: '',
    total: issues.highOpen.total,
  });

const datesAtMost = 15;

/** Milestones that were missed, are past their day, or come by the end of the next month. */
const datesTable = ({ milestones, observationEnd }: Content): Html =>
  table({
    caption: 'Milestones missed, late, or due by the end of next month',
    columns: [{ head: 'Milestone' }, { head: 'Review' }, { head: 'Due' }],
    rows: [
      ...milestones.missed.rows.map((one) => [
        one.milestone,
        subject(one),
        html`${wasDue(one)} <strong>missed</strong>`,
      ]),
      ...milestones.due.rows.map((one) => [one.milestone, subject(one), isDue(one, observationEnd)]),
    ].slice(0, datesAtMost),
    none: 'No milestone is missed, late or due.',
    total: milestones.missed.total + milestones.due.total,
  });

interface Part {
  readonly id: string;
  readonly title: string;
  readonly shows: readonly string[];
  readonly body: (
    content: Content,
    lines: readonly ReportLine[],
    linesComplete: boolean,
    ruleTo: RuleTo | undefined,
  ) => Printable;
}
const parts: readonly Part[] = [
  { id: 'in-brief-reviews', title: 'The reviews, the worst first', shows: [], body: reviewsTable },
  { id: 'in-brief-savings', title: 'Savings, year by year', shows: ['savings'], body: moneyTable },
  {
    id: 'in-brief-risks',
    title: 'Risks, issues and what is done about them',
    shows: ['risks', 'issues'],
    body: (content) => [
      isShown(content, 'risks') && risksTable(content),
      isShown(content, 'issues') && issuesTable(content),
    ],
  },
  { id: 'in-brief-dates', title: 'Dates', shows: ['milestones'], body: datesTable },
  {
    id: 'in-brief-gaps',
    title: 'What does not fit together, or is missing',
    shows: [],
    body: (content, _lines, _complete, ruleTo) => saidOnce(content, ruleTo),
  },
];

/** The parts that a report has, of sections that are left out none. */
const partsOf = (content: Content): readonly Part[] =>
  parts.filter(({ shows }) => shows.length === 0 || shows.some((part) => isShown(content, part)));

export const contentsOfPack = (content: Content): readonly (readonly [id: string, title: string])[] =>
  partsOf(content).map(({ id, title }) => [id, title]);

/** The pages between page one and the annex. */
export const shortPack = (
  { content }: Pick<Report, 'content'>,
  lines: readonly ReportLine[],
  linesComplete: boolean,
  ruleTo?: RuleTo,
): Html =>
  html`<div class="short-pack">${partsOf(content).map(({ id, title, body }) => section(id, title, body(content, lines, linesComplete, ruleTo)))}</div>`;
