import { dateInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { count } from '#web/report/fact.ts';
import { listOf, none, subject, table, tally } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { heatMap, heatMapTable } from './page-heat-map.ts';
import { RiskBand } from './record.ts';

type InReport = ReportContent['risks']['top']['rows'][number];

const directionWords = (one: InReport): string => {
  const before = one.previousScore === null ? '' : ` from ${one.previousScore}`;
  switch (one.direction) {
    case 'new':
      return '+ New';
    case 'up':
      return `▲ Up${before}`;
    case 'down':
      return `▼ Down${before}`;
    case 'same':
      return '– No change';
  }
};

const riskTable = (caption: string, risks: readonly InReport[], sentence: string, total: number): Html =>
  table({
    caption,
    columns: [
      { head: 'Risk' },
      { head: 'Review' },
      { head: 'Score', figures: true },
      { head: 'Band' },
      { head: 'Since last report' },
      { head: 'Owner' },
      { head: 'Next review' },
    ],
    rows: risks.map((one) => [
      one.risk.title,
      subject(one),
      html`${one.risk.score}<span class="under money">${one.risk.likelihood} × ${one.risk.impact}</span>`,
      html`<span class="band-tag ${one.risk.band}">${labelOf(RiskBand, one.risk.band)}</span>`,
      directionWords(one),
      one.risk.owner ?? 'no owner',
      one.risk.nextReviewOn === null ? 'not stated' : dateInWords(one.risk.nextReviewOn),
    ]),
    none: sentence,
    total,
  });

/** The registers' open risks, the highest, the moved, the overdue and the incomplete. */
export const risksPage: RegisterPage<ReportContent['risks']> = {
  section: { id: 'risks', title: 'Risks and issues' },
  body: (r) => [
    html`<p class="coverage"><strong>Coverage.</strong> ${r.coverage}</p>`,
    r.open === 0
      ? none('No open risk is recorded.')
      : [
          tally([
            { value: r.byBand.high, label: `high (above ${r.mediumUpTo})` },
            { value: r.byBand.medium, label: `medium (${r.lowUpTo + 1} to ${r.mediumUpTo})` },
            { value: r.byBand.low, label: `low (up to ${r.lowUpTo})` },
            { value: r.open, label: `open risks, ${r.programmeWide} of the programme itself` },
          ]),
          heatMap(r),
          heatMapTable(r),
        ],
    riskTable('The highest risks', r.top.rows, 'There is no highest risk to show.', r.top.rows.length),
    riskTable(
      'Risks whose score moved since the last report',
      r.moved.rows,
      'No risk’s score moved since the last report.',
      r.moved.total,
    ),
    table({
      caption: 'Overdue reviews and actions of risks',
      columns: [{ head: 'Risk' }, { head: 'Review' }, { head: 'What is overdue' }, { head: 'Was due' }],
      rows: r.overdue.rows.map((one) => [one.riskTitle, subject(one), one.what, dateInWords(one.dueOn)]),
      none: 'Nothing about a risk is overdue.',
      total: r.overdue.total,
    }),
    table({
      caption: 'Incomplete risks',
      columns: [{ head: 'Risk' }, { head: 'Review' }, { head: 'Missing' }],
      rows: r.incomplete.rows.map((one) => [one.riskTitle, subject(one), listOf(one.missing, 'not stated')]),
      none: 'No open risk is incomplete.',
      total: r.incomplete.total,
    }),
  ],
  facts: (risks) => [
    count('Risks', 'Open', risks.open),
    count('Risks', 'High', risks.byBand.high),
    count('Risks', 'Medium', risks.byBand.medium),
    count('Risks', 'Low', risks.byBand.low),
    count('Risks', 'Overdue', risks.overdue.total),
    count('Risks', 'Incomplete', risks.incomplete.total),
  ],
};
