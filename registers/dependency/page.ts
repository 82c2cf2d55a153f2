import { counted } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { type Html, html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { type DependenciesPart, Dependency } from './record.ts';

type Row = DependenciesPart['openRows']['rows'][number];
const { direction, on, status } = Dependency.shape;

const dueIn = ({ neededBy, overdue }: Row): string => `${dateStatementInWords(neededBy)}${overdue ? ': overdue' : ''}`;
const onWhat = (one: Row): string => `${labelOf(on, one.on)}${one.otherReview === null ? '' : ` (${one.otherReview})`}`;
const statusOf = (one: Row): string => labelOf(status.unwrap(), one.status);

/** The milestone that it affects and the stage that it holds. */
const bearsOn = ({ milestone, holdsStage }: Row): readonly Html[] => [
  ...(milestone === null ? [] : [html`<span class="under">affects the milestone "${milestone}"</span>`]),
  ...(holdsStage === null ? [] : [html`<span class="under">holds the stage "${holdsStage}"</span>`]),
];

export const dependenciesPage: RegisterPage<DependenciesPart> = {
  section: { id: 'dependencies', title: 'Dependencies' },
  body: (part) => [
    part.total === 0
      ? none('No dependency of a review that is counted or has ended, or of the programme, is recorded.')
      : html`<p>${counted(part.total, 'dependency', 'dependencies')}: ${part.open} open, ${part.met} met, ${part.noLongerNeeded} no longer needed. At risk: ${part.atRisk}. Overdue: ${part.overdue}.</p>`,
    part.open > 0 &&
      table({
        caption: 'Open dependencies, the earliest needed first',
        columns: ['Dependency', 'Of', 'On', 'Owner', 'Needed by', 'Status'].map((head) => ({ head })),
        rows: part.openRows.rows.map((one) => [
          html`${one.dependencyTitle}${bearsOn(one)}`,
          subject(one),
          html`${labelOf(direction.unwrap(), one.direction)}<span class="under">${onWhat(one)}</span>`,
          one.owner ?? 'no owner',
          dueIn(one),
          statusOf(one),
        ]),
        none: '',
        total: part.openRows.total,
      }),
  ],
  facts: (part) => [
    count('Dependencies', 'In all', part.total),
    count('Dependencies', 'Open', part.open),
    count('Dependencies', 'Met', part.met),
    count('Dependencies', 'No longer needed', part.noLongerNeeded),
    count('Dependencies', 'At risk', part.atRisk),
    count('Dependencies', 'Overdue', part.overdue),
    ...part.openRows.rows.map((one) =>
      words(
        'Dependencies',
        one.title,
        'Open',
        `${one.dependencyTitle} (${labelOf(direction.unwrap(), one.direction).toLowerCase()}; ${onWhat(one)}): ${one.owner ?? 'no owner'}, needed by ${dueIn(one)}; ${statusOf(one)}`,
      ),
    ),
  ],
};
