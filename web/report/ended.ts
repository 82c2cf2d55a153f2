import { dateInWords, poundsInWords } from '#language/in-words.ts';
import { Issue } from '#registers/issue/record.ts';
import { bandTag } from '#registers/risk/page-bands.ts';
import { labelOf } from '#schemas/choices.ts';
import type { EndedReviews } from '#schemas/ended-reviews.ts';
import type { Report, ReportContent } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { endedInWords } from './ended-in-words.ts';
import { count, type Fact, whole, words } from './fact.ts';
import { section, subject, table } from './layout.ts';

const severity = Issue.shape.severity;

interface Handed {
  readonly handedTo?: string | null | undefined;
}
/** Who goes on reporting on it, of a report that says so. */
const handedHead = (rows: readonly Handed[]) =>
  rows.some((one) => one.handedTo !== undefined) ? [{ head: 'Handed over to' }] : [];
const handedCell = ({ handedTo }: Handed): readonly string[] => (handedTo === undefined ? [] : [handedTo ?? 'nobody']);

const risksAndIssues = (ended: EndedReviews, risks: ReportContent['risks']): readonly Html[] => [
  table({
    caption: `Open risks of reviews that ${endedInWords(ended)}`,
    columns: [
      { head: 'Risk' },
      { head: 'Review' },
      { head: 'Score', figures: true },
      { head: 'Band' },
      { head: 'Owner' },
      ...handedHead(ended.risks.rows),
    ],
    rows: ended.risks.rows.map((one) => [
      one.riskTitle,
      subject(one),
      one.band === 'not-scored' ? '' : one.score,
      bandTag(risks, one.band),
      one.owner ?? 'no owner',
      ...handedCell(one),
    ]),
    none: 'None of their risks is open.',
    total: ended.risks.total,
  }),
  table({
    caption: `Open issues of reviews that ${endedInWords(ended)}`,
    columns: [
      { head: 'Issue' },
      { head: 'Review' },
      { head: 'Severity' },
      { head: 'Owner' },
      ...handedHead(ended.issues.rows),
    ],
    rows: ended.issues.rows.map((one) => [
      one.issueTitle,
      subject(one),
      labelOf(severity, one.severity),
      one.owner ?? 'no owner',
      ...handedCell(one),
    ]),
    none: 'None of their issues is open.',
    total: ended.issues.total,
  }),
];

const workAndMoney = (ended: EndedReviews): readonly Html[] => [
  table({
    caption: `Outstanding milestones of reviews that ${endedInWords(ended)}`,
    columns: [{ head: 'Milestone' }, { head: 'Review' }, { head: 'Due' }, ...handedHead(ended.milestones.rows)],
    rows: ended.milestones.rows.map((one) => [
      one.milestone,
      subject(one),
      one.due ?? (one.dueOn === null ? 'not stated' : dateInWords(one.dueOn)),
      ...handedCell(one),
    ]),
    none: 'None of their milestones is outstanding.',
    total: ended.milestones.total,
  }),
  table({
    caption: `Open conditions of reviews that ${endedInWords(ended)}`,
    columns: [{ head: 'Condition' }, { head: 'Review' }, { head: 'Owner' }, { head: 'Due' }],
    rows: ended.conditions.rows.map((one) => [one.condition, subject(one), one.owner, dateInWords(one.dueOn)]),
    none: 'None of their conditions of approval is open.',
    total: ended.conditions.total,
  }),
  table({
    caption: `Savings planned by reviews that ${endedInWords(ended)}`,
    columns: [
      { head: 'Saving' },
      { head: 'Review' },
      { head: 'Year' },
      { head: 'Planned', figures: true },
      { head: 'In the totals' },
      ...handedHead(ended.savings.rows),
    ],
    rows: ended.savings.rows.map((one) => [
      one.saving,
      subject(one),
      one.year,
      one.pounds === null ? 'no figure' : poundsInWords(one.pounds),
      one.inTotals ? 'yes' : 'no',
      ...handedCell(one),
    ]),
    none: 'They plan no savings from this year on.',
    total: ended.savings.total,
  }),
  ...(ended.unrealised === undefined || ended.unrealised.total === 0
    ? []
    : [
        table({
          caption: `Unrealised benefits of reviews that ${endedInWords(ended)}`,
          columns: ['Benefit', 'Review', 'Owner', 'Handed over to'].map((head) => ({ head })),
          rows: ended.unrealised.rows.map((one) => [
            one.what,
            subject(one),
            one.owner ?? 'no owner',
            ...handedCell(one),
          ]),
          none: '',
          total: ended.unrealised.total,
        }),
      ]),
];

/** What completed, stopped and transferred reviews leave open; a report by `rules-1` has none of it. */
export const ended = ({ content }: Pick<Report, 'content'>): Html | null =>
  content.ended === undefined
    ? null
    : section(
        'ended',
        `Reviews that ${endedInWords(content.ended)}`,
        html`<p>${content.ended.sentence}</p>`,
        content.ended.reviews > 0 && [...risksAndIssues(content.ended, content.risks), ...workAndMoney(content.ended)],
      );

export const factsOfEnded = (given: EndedReviews | undefined): readonly Fact[] =>
  given === undefined
    ? []
    : [
        words(`Reviews that ${endedInWords(given)}`, whole, 'Sentence', given.sentence),
        ...(['risks', 'issues', 'milestones', 'conditions', 'savings'] as const).map((kind) =>
          count(`Reviews that ${endedInWords(given)}`, `Open ${kind}`, given[kind].total),
        ),
        ...(given.unrealised?.rows ?? []).map((one) =>
          words(
            `Reviews that ${endedInWords(given)}`,
            one.title,
            'Unrealised benefit',
            `${one.what} (${one.owner ?? 'no owner'})`,
          ),
        ),
      ];
