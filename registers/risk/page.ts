import { dateInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { count, type Fact, words } from '#web/report/fact.ts';
import { listOf, none, subject, table, tally } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { wordingOf } from '#web/report/wording.ts';
import { bandsIn, bandTag, scoreMadeOf, scoresOf } from './page-bands.ts';
import { escalationFacts, escalationTables } from './page-escalations.ts';
import { arrowsInWords, heatMap, heatMapTable } from './page-heat-map.ts';

type Risks = ReportContent['risks'];
type InReport = Risks['top']['rows'][number];

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

const riskTable = (
  part: Risks,
  caption: string,
  { rows: risks, total }: { readonly rows: readonly InReport[]; readonly total: number },
  sentence: string,
): Html =>
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
      html`${one.risk.score}<span class="under money">${scoreMadeOf(part, one.risk)}</span>`,
      bandTag(part, one.risk.band),
      directionWords(one),
      one.risk.owner ?? 'no owner',
      one.risk.nextReviewOn === null ? 'not stated' : dateInWords(one.risk.nextReviewOn),
    ]),
    none: sentence,
    total,
  });

type High = Risks['top']['rows'][number];

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

/** The three bands that most councils have are words of a sentence; others stand as the council writes them. */
const bandWord = ({ bands }: Risks, name: string): string => (bands === undefined ? name.toLowerCase() : name);

/** Open risks of which nobody can say how high they are; a report by `rules-1` has none. */
const unscoredTable = ({ unscored }: Risks): readonly Html[] =>
  unscored === undefined || unscored.total === 0
    ? []
    : [
        table({
          caption: 'Open risks that are not scored: in no band',
          columns: [{ head: 'Risk' }, { head: 'Review' }, { head: 'Owner' }, { head: 'Why' }],
          rows: unscored.rows.map((one) => [one.riskTitle, subject(one), one.owner ?? 'no owner', one.because]),
          none: '',
          total: unscored.total,
        }),
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
            ...bandsIn(r)
              .toReversed()
              .map((band) => ({
                value: band.count,
                label: `${bandWord(r, band.name)} (${scoresOf(bandsIn(r), band)})`,
              })),
            ...(r.unscored === undefined || r.unscored.total === 0
              ? []
              : [{ value: r.unscored.total, label: 'not scored' }]),
            { value: r.open, label: `open risks, ${r.programmeWide} of the programme itself` },
          ]),
          heatMap(r),
          arrowsInWords(r),
          heatMapTable(r),
        ],
    riskTable(r, 'The highest risks', { ...r.top, total: r.top.rows.length }, 'There is no highest risk to show.'),
    ...highestInWords(r.top.rows),
    ...unscoredTable(r),
    ...escalationTables(r),
    riskTable(
      r,
      'Risks whose score moved since the last report',
      r.moved,
      'No risk’s score moved since the last report.',
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
    ...bandsIn(risks)
      .toReversed()
      .map(({ name, count: inBand }) => count('Risks', name, inBand)),
    ...(risks.unscored === undefined || risks.unscored.total === 0
      ? []
      : [count('Risks', 'Not scored', risks.unscored.total)]),
    ...escalationFacts(risks),
    count('Risks', 'Overdue', risks.overdue.total),
    count('Risks', 'Incomplete', risks.incomplete.total),
    ...risks.top.rows.flatMap(factsOfHighest),
    ...(risks.unscored?.rows ?? []).map((one) => words('Risks', one.riskTitle, 'Not scored', one.because)),
  ],
};
