import { counted, listed } from '#language/in-words.ts';
import type { Counts } from '#schemas/counts.ts';
import type { Report, ReportContent } from '#schemas/report.ts';
import { lifecycleNames } from '#schemas/review.ts';
import { type Html, html } from '../html.ts';
import { bar, none, section, subject, table } from './layout.ts';
import { percentageOf } from './percentage.ts';
import { wordingOf } from './wording.ts';

type Counted = ReportContent['counts']['stage'];

const countTable = (by: string, rows: Counted, content: ReportContent): Html =>
  table({
    caption: `Reviews by ${by}`,
    columns: [
      { head: by.charAt(0).toUpperCase() + by.slice(1) },
      { head: 'Reviews', figures: true },
      { head: wordingOf(content).outOf, figures: true },
      { head: 'Share' },
    ],
    rows: rows.map((row) => [
      row.name,
      row.share.numerator,
      row.share.denominator,
      html`<span class="share">${bar(row.share.percent)} <span>${percentageOf(content)(row.share)}</span></span>`,
    ]),
    none: `Reviews by ${by}: not stated.`,
  });

/** Which reviews count within another, and at which stage each of the two is. */
const componentsTable = (components: Counts['components']): Html | false =>
  components !== undefined &&
  components.total > 0 &&
  table({
    caption: 'Reviews that are part of another, and count once with it',
    columns: [{ head: 'Review' }, { head: 'Its stage' }, { head: 'Counts with' }, { head: 'Stage of that' }],
    rows: components.rows.map((one) => [subject(one), one.stage, one.ofTitle, one.ofStage]),
    none: '',
    total: components.total,
  });

const notStatedOnly = (rows: Counted): boolean => rows.every((row) => row.name === 'Not stated');

/** The reviews by stage, lifecycle, portfolio, directorate, tier and theme; what is not in the total is apart. */
export const counts = ({ content }: Pick<Report, 'content'>): Html => {
  const { counts } = content;
  const wording = wordingOf(content);
  const dimensions = ['portfolio', 'directorate', 'theme'] as const;
  const unstated = dimensions.filter((by) => notStatedOnly(counts[by]));
  return section(
    'counts',
    'Where the reviews stand',
    html`<p>${counted(counts.counted, 'review')} counted, over ${counted(counts.services, 'service')}.</p>`,
    counts.notCounted.length === 0
      ? none('No review is counted apart.')
      : html`<p>${wording.notIncluded}: ${listed(
          counts.notCounted.map((one) => `${one.count} ${lifecycleNames[one.lifecycle].toLowerCase()}`),
        )}.</p>`,
    componentsTable(counts.components),
    html`<div class="pairs">${[
      countTable('stage', counts.stage, content),
      countTable('lifecycle', counts.lifecycle, content),
      countTable('tier', counts.tier, content),
      ...dimensions.filter((by) => !unstated.includes(by)).map((by) => countTable(by, counts[by], content)),
    ]}</div>`,
    unstated.length === 0 ? null : none(`Reviews by ${listed(unstated)}: not stated for any review.`),
  );
};
