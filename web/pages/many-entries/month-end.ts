import { counted, monthInWords } from '#language/in-words.ts';
import { addMonths, financialYearOf, lastDayOf, monthOfDate, type ReportMonth } from '#language/time.ts';
import { team } from '#registers/declaration.ts';
import { saving } from '#registers/saving/record.ts';
import { button, buttonGroup, filterForm, link, paragraph } from '../../design/blocks.ts';
import { select } from '../../design/choice.ts';
import { tick } from '../../design/grid.ts';
import { hidden } from '../../design/input.ts';
import { type FormValues, pressed, valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { apiRegisterPath, entryPath, programmesPath, registerPath } from '../paths.ts';
import { type Answers, asking, orNothing } from '../question.ts';
import { EntryList } from '../registers/register-at.ts';
import { type At, may, type Screen } from '../screen.ts';
import { askReview, placeOf, stageCrumbs } from '../stage/review-at.ts';
import { boxOfFault, changesIn, isTicked, playedBack } from './changes.ts';
import { gridTable, partName } from './grid-table.ts';
import { type GridLine, gridParts, linesIn, seenOf, yearsOf, yearToShow } from './lines.ts';
import { movedGrid } from './moved.ts';

/** The month that has ended: with its end every line is compared. */
const monthBefore = ({ today }: At): ReportMonth => addMonths(monthOfDate(today), -1);

const asks = (at: At) => {
  const lines = apiRegisterPath(placeOf(at), saving.path);
  return {
    review: askReview(at),
    lines: asking(lines, EntryList, { limit: '200' }),
    before: orNothing(asking(lines, EntryList, { limit: '200', asAt: lastDayOf(monthBefore(at)) })),
  };
};
type Asked = Answers<ReturnType<typeof asks>>;

/** The lines of the year that a form is of. */
const linesOf = ({ lines, before }: Asked, year: string): readonly GridLine[] => linesIn(lines, before, year);

const titleOf = (field: string, { lines }: Asked): string => {
  if (field === 'rest') return 'The form';
  const [, line = '', part = ''] = field.split('/');
  const title = String(lines.items.find(({ id }) => id === line)?.record.title ?? line);
  const named = gridParts.find((one) => one === part);
  return named === undefined ? title : `${title}, ${partName(named).toLowerCase()}`;
};

const yearFilter = ({ path }: At, years: readonly string[], year: string): Html | false =>
  years.length > 1 &&
  filterForm(
    path,
    select({
      name: 'year',
      label: 'Financial year',
      value: year,
      options: years.map((one) => ({ value: one, label: one })),
    }),
  );

const gridForm = (at: At, lines: readonly GridLine[], filled: Filled): Html => {
  const { values, sending, faultOf } = filled;
  const { programme, review } = placeOf(at);
  const year = valueIn(values, 'year');
  const back = registerPath({ programme, review }, saving.path);
  return html`<form method="post" action="${at.path}" novalidate>${sending}${hidden('year', year)}<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true" name="${pressed}" value="check">Check the totals</button>
${gridTable({ lines, year, month: monthBefore(at), filled, addressOf: (id) => entryPath({ programme, review }, saving.path, id) })}
${tick({ name: 'rest', label: 'Every other line was reviewed and has not changed', ticked: isTicked(values, 'rest'), fault: faultOf('rest') })}
${buttonGroup(button('Save all', {}), button('Check the totals', { kind: 'secondary', name: pressed, value: 'check' }), link(back, 'Cancel'))}</form>`;
};

const introduction = (month: ReportMonth): Html =>
  html`${paragraph(`Beside each box is what was recorded at the end of ${monthInWords(month)}. Fill in what is other now, like £1.2m, 1,200,000 or 5k; a box that you leave empty changes nothing. Tick “No change” for a line that you looked at and that still is so.`)}
${paragraph('Everything is saved together, or nothing is.')}`;

const doneNotice = (answer: unknown): string => {
  const entries: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'entries') : undefined;
  return Array.isArray(entries)
    ? `${counted(entries.length, 'savings line was', 'savings lines were')} saved.`
    : 'The savings lines were saved.';
};

/** Every savings line of a review on one form at the end of the month; all of it is recorded together, or nothing is. */
export const savingsMonthEnd: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/savings/_month-end`,
  roles: team,
  asks,
  dates: 'as-chosen',
  steps: true,
  editionOf: ({ lines }) => lines.items.map(({ id, version }) => `${id}:${version}`).join(' '),
  start: (answers, at): FormValues => {
    const year = yearToShow(yearsOf(answers.lines), at.query.year, financialYearOf(at.trueOn ?? at.today)) ?? '';
    return {
      year,
      rest: '',
      ...Object.assign({}, ...linesOf(answers, year).map(seenOf)),
    };
  },
  nameOf: titleOf,
  show: (answers, at, filled) => {
    const { title } = answers.review.record;
    const year = valueIn(filled.values, 'year');
    const lines = linesOf(answers, year);
    const years = yearsOf(answers.lines);
    return {
      title: 'Month-end update of savings',
      caption: title,
      crumbs: [...stageCrumbs(at, title, false), { text: 'Savings', to: registerPath(placeOf(at), saving.path) }],
      body:
        lines.length === 0
          ? paragraph('The review has no savings lines yet.')
          : !may(at.viewer, team)
            ? paragraph('The transformation team and the programme office keep the savings of a review.')
            : html`${filled.above}${introduction(monthBefore(at))}
${answers.lines.next !== null && paragraph('These are the first 200 savings lines of the review.')}
${yearFilter(at, years, year)}
${gridForm(at, lines, filled)}`,
    };
  },
  decide: (values, at, answers, { which }) => {
    const lines = linesOf(answers, valueIn(values, 'year'));
    const { changes, faults } = changesIn(values, lines);
    if (faults.size > 0) return { kind: 'faults', faults };
    if (which === 'check') return { kind: 'again', values: playedBack(values) };
    if (changes.length === 0)
      return {
        kind: 'faults',
        faults: new Map([['rest', 'is empty: fill in a box, or tick that there is no change']]),
      };
    return {
      kind: 'send',
      sending: {
        method: 'POST',
        path: `${apiRegisterPath(placeOf(at), saving.path)}/changes`,
        body: { entries: changes },
      },
    };
  },
  fieldOf: (pointer, values, answers) => boxOfFault(pointer, values, linesOf(answers, valueIn(values, 'year'))),
  moved: (values, now, problem) => movedGrid(values, linesOf(now, valueIn(values, 'year')), problem),
  done: (at, _, answer) => ({ path: registerPath(placeOf(at), saving.path), notice: doneNotice(answer) }),
});
