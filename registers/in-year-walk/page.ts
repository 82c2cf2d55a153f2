import { counted, poundsInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { html } from '#web/html.ts';
import { count, pounds, words } from '#web/report/fact.ts';
import { none, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { InYearWalk, type InYearWalksPart } from './record.ts';

type Walk = InYearWalksPart['walks']['rows'][number];
type Action = InYearWalksPart['actions']['rows'][number];

const status = InYearWalk.shape.actions.unwrap().element.shape.status.unwrap();
const figure = (value: number | null): string => (value === null ? 'not stated' : poundsInWords(value));
const takenOff = ({ actions: { pounds: value, stated, of } }: Walk): string =>
  stated === of ? poundsInWords(value) : `${poundsInWords(value)}, stated by ${stated} of ${of}`;
const left = (one: Walk): string => {
  if (one.left === null) return one.worked === null ? 'not stated' : `${poundsInWords(one.worked)}, worked out`;
  return one.worked === null || one.worked === one.left
    ? poundsInWords(one.left)
    : `${poundsInWords(one.left)} as printed; its steps give ${poundsInWords(one.worked)}`;
};
const foundBy = ({ leftBy }: Walk): string => (leftBy === null ? 'not stated' : dateStatementInWords(leftBy));
const under = (one: Action): readonly string[] => [
  ...(one.objective === null ? [] : [one.objective]),
  ...(one.directorate === null ? [] : [one.directorate]),
  ...(one.due === null ? [] : [dateStatementInWords(one.due)]),
  ...(one.status === null ? [] : [labelOf(status, one.status)]),
  ...(one.inWalk ? [] : ['not a step of the walk']),
];
const about = (one: Walk | Action): string => `${one.walkTitle}, ${one.year}`;

export const inYearWalksPage: RegisterPage<InYearWalksPart> = {
  section: { id: 'in-year-walks', title: 'Walk to a balanced year' },
  body: (part) => [
    part.walks.total === 0
      ? none('No in-year walk is recorded.')
      : html`<p>${counted(part.walks.total, 'walk')} from a forecast to what is left, in whole pounds. Below zero is an underspend.</p>`,
    part.walks.total > 0 &&
      table({
        caption: 'From the forecast before action to what is left',
        columns: [
          { head: 'Walk' },
          { head: 'Before action', figures: true },
          { head: 'Actions take off', figures: true },
          { head: 'Left', figures: true },
          { head: 'To be found by' },
        ],
        rows: part.walks.rows.map((one) => [
          html`${one.walkTitle}<span class="under">${one.year}, as at ${dateStatementInWords(one.asAt)}</span>`,
          figure(one.beforeAction),
          takenOff(one),
          left(one),
          foundBy(one),
        ]),
        none: '',
        total: part.walks.total,
      }),
    part.actions.total > 0 &&
      table({
        caption: 'Management action',
        columns: [{ head: 'Action' }, { head: 'Walk' }, { head: 'Owner' }, { head: 'Pounds', figures: true }],
        rows: part.actions.rows.map((one) => [
          html`${one.what}${under(one).length > 0 && html`<span class="under">${under(one).join(', ')}</span>`}`,
          about(one),
          one.owner ?? 'no owner',
          figure(one.pounds),
        ]),
        none: '',
        total: part.actions.total,
      }),
  ],
  facts: (part) => [
    count('In-year walks', 'In all', part.walks.total),
    ...part.walks.rows.flatMap((one) => [
      pounds('In-year walks', about(one), 'Before action', one.beforeAction),
      {
        ...pounds('In-year walks', about(one), 'Actions take off', one.actions.pounds),
        coverage: `stated by ${one.actions.stated} of ${one.actions.of} actions`,
      },
      pounds('In-year walks', about(one), 'Left, as printed', one.left),
      pounds('In-year walks', about(one), 'Left, worked out', one.worked),
      words('In-year walks', about(one), 'To be found by', foundBy(one)),
    ]),
    ...part.actions.rows.flatMap((one) => [
      pounds('In-year walks', `${about(one)}: ${one.what}`, 'Takes off', one.pounds),
      words(
        'In-year walks',
        `${about(one)}: ${one.what}`,
        'Owner',
        [one.owner ?? 'no owner', ...under(one)].join('; '),
      ),
    ]),
  ],
};
