import { dateInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { count, type Fact, words } from '#web/report/fact.ts';
import { listOf, none, subject, table, tally } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { wordingOf } from '#web/report/wording.ts';
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

type High = ReportContent['risks']['top']['rows'][number];

const withOwner = ({ what, owner }: { readonly what: string; readonly owner: string | null }): string =>
  owner === null ? what : `${what} (${owner})`;

const withDate = (action: NonNullable<High['words']>['actions'][number]): string =>
  `${withOwner(action)}${action.dueOn === null ? '' : `, due ${dateInWords(action.dueOn)}`}`;

/** What is behind the highest risks and what is done about them; a report by `rules-1` does not say. */
const highestInWords = (risks: readonly High[]): readonly Html[] => {
  const said = risks.flatMap((one) => (one.words === undefined ? [] : [{ one, words: one.words }]));
  if (said.length === 0) return [];
  return [
    table({
      caption: 'What is done about the highest risks',
      columns: [
        { head: 'Risk' },
        { head: 'Why, and what would follow' },
        { head: 'Controls' },
        { head: 'Open actions' },
        { head: 'Escalated' },
      ],
      rows: said.map(({ one, words }) => [
        one.risk.title,
        html`${words.cause}<span class="under">${words.event}</span><span class="under">${words.consequence}</span>`,
        listOf(words.controls.map(withOwner), 'none'),
        listOf(words.actions.map(withDate), 'none'),
        words.escalated === null ? 'no' : `to ${words.escalated.to} on ${dateInWords(words.escalated.on)}`,
      ]),
      none: '',
    }),
  ];
};

const factsOfHighest = ({ risk, words: said }: High): readonly Fact[] =>
  said === undefined
    ? []
    : [
        words('Risks', risk.title, 'Cause', said.cause),
        words('Risks', risk.title, 'Event', said.event),
        words('Risks', risk.title, 'Consequence', said.consequence),
        ...said.controls.map((one) => words('Risks', risk.title, 'Control', withOwner(one))),
        ...said.actions.map((one) => words('Risks', risk.title, 'Open action', withDate(one))),
        ...(said.escalated === null
          ? []
          : [words('Risks', risk.title, 'Escalated', `to ${said.escalated.to} on ${dateInWords(said.escalated.on)}`)]),
      ];

/** The registers' open risks, the highest, the moved, the overdue and the incomplete. */
export const risksPage: RegisterPage<ReportContent['risks']> = {
  section: { id: 'risks', title: 'Risks and issues' },
  body: (r, content) => [
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
    ...highestInWords(r.top.rows),
    riskTable(
      'Risks whose score moved since the last report',
      r.moved.rows,
      'No risk’s score moved since the last report.',
      r.moved.total,
    ),
    table({
      caption: wordingOf(content).overdueOfRisks,
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
    ...risks.top.rows.flatMap(factsOfHighest),
  ],
};
