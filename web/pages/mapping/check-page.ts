import { counted } from '#language/in-words.ts';
import { bulletList, button, buttonGroup, insetText, link, paragraph } from '../../design/blocks.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { fileInput, hidden } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, formFrom, formToken } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { OwnerPlan } from '../../mapping/mapped-plan.ts';
import type { MoneyTotal } from '../../mapping/money-totals.ts';
import type { CellFault } from '../../workbook/place.ts';
import { partsOf, streamOf, type Waiting, waitingCarried } from '../by-parts/waiting.ts';
import { sentWith } from '../form-dates.ts';
import { chosenFor, fromWhen } from '../open-month.ts';
import { spreadsheetPath } from '../paths.ts';
import { type Brought, carriedOn, fileBox, mappingCarried, othersBox, stepBox } from './brought.ts';
import { notReadSaid } from './columns-page.ts';
import { isKeptSo, toKeep } from './keep-mapping.ts';
import { faultInWords, nameOfOwner, type PlanOf, placeOf, registerOf } from './owner-plans.ts';
import { rowsShown } from './rows-shown.ts';
import { totalsShown } from './totals-shown.ts';
import { wordsAskedOf } from './words-page.ts';

/*
 * What the rows of a spreadsheet would record, review by review and row by row.
 */

const mostFaults = 50;

export const faultsShown = (brought: Brought, faults: readonly CellFault[]): readonly ShownFault[] => [
  ...faults.slice(0, mostFaults).map((one) => ({ message: faultInWords(brought, one) })),
  ...(faults.length > mostFaults
    ? [{ message: `${counted(faults.length - mostFaults, 'more cell')} to put right` }]
    : []),
];

const countOf = ({ plan: { added, changed } }: PlanOf): number => added.length + changed.length;

const countsOf = (plans: readonly OwnerPlan[]): readonly number[] => [
  plans.reduce((sum, { added }) => sum + added.length, 0),
  plans.reduce((sum, { changed }) => sum + changed.length, 0),
  plans.reduce((sum, { unchanged }) => sum + unchanged, 0),
];

const owners = (brought: Brought, plans: readonly PlanOf[]): Html =>
  dataTable({
    caption: 'What would be recorded',
    stacked: true,
    columns: [
      { head: 'Review' },
      { head: 'New', numeric: true },
      { head: 'Changed', numeric: true },
      { head: 'As recorded already', numeric: true },
    ],
    rows: [
      ...plans.map(({ owner, plan }) => [
        link(registerOf(brought, owner), nameOfOwner(brought, owner)),
        ...countsOf([plan]),
      ]),
      ...(plans.length > 1 ? [['All together', ...countsOf(plans.map(({ plan }) => plan))]] : []),
    ],
    none: 'No row can be recorded as it stands.',
  });

/** What is to be recorded, planned here once. */
const waitingOf = (brought: Brought, plans: readonly PlanOf[]): Waiting => ({
  ...{ file: brought.file.name, digest: brought.file.digest, keeps: toKeep(brought) },
  streams: plans.map(({ owner, plan }) => {
    const { review = null } = placeOf(brought, owner);
    return streamOf({ review, name: nameOfOwner(brought, owner) }, partsOf(plan, brought.register.path));
  }),
});

const step = (brought: Brought, to: string, text: string, more?: Html): Html =>
  html`<form method="post" action="${brought.around.at.path}" novalidate>${carriedOn(brought)}${hidden(stepBox, to)}${more}${button(text, { kind: 'secondary' })}</form>`;

const broughtAgain = (brought: Brought): Html => {
  const { at } = brought.around;
  return html`<form method="post" action="${at.path}" enctype="multipart/form-data" novalidate>${hidden(formToken, at.token)}${hidden(stepBox, 'file')}${mappingCarried(brought)}
${fileInput({ name: fileBox, label: 'The spreadsheet, put right', hint: 'It is read by the same mapping', accept: '.xlsx,.csv,.txt' })}
${button('Read it again', { kind: 'secondary' })}</form>`;
};

export const checkPage = (
  brought: Brought,
  plans: readonly PlanOf[],
  {
    without,
    totals,
    faults,
    mayBeOthers,
  }: {
    readonly without: number;
    readonly totals: readonly MoneyTotal[];
    readonly faults: readonly ShownFault[];
    /** Whether a reference that another review has may be that of another record, which a person says. */
    readonly mayBeOthers: boolean;
  },
  values: FormValues,
): Html => {
  const { around, table, title, file } = brought;
  const { at, open, programme } = around;
  const count = plans.reduce((sum, one) => sum + countOf(one), 0);
  const from = open === undefined ? 'now' : values[formFrom] === undefined ? chosenFor(open, at) : sentWith(values);
  const isKept = isKeptSo(brought);
  const notRead = notReadSaid(brought);
  const notes = [
    ...table.notes,
    ...(notRead === undefined ? [] : [notRead]),
    ...(without > 0 ? [`Left out, as rows of no review here: ${counted(without, 'row')}.`] : []),
  ];
  return html`${paragraph(`Read of ${file.name}, by the mapping “${title}”, which is kept for next time${isKept ? '' : ' once rows are recorded by it'}: ${counted(table.rows.length, 'row')}.`)}
${owners(brought, plans)}
${totalsShown(totals)}
${notes.length > 0 && bulletList(notes)}
${
  faults.length > 0
    ? html`${insetText('Nothing is recorded while something is to be put right: in the spreadsheet, or in what its columns and words mean.')}${broughtAgain(brought)}${mayBeOthers && step(brought, 'others', 'They are other records, of the same reference', hidden(othersBox, 'yes'))}`
    : count > 0 &&
      html`<form method="post" action="${at.path}" novalidate>${hidden(formToken, at.token)}${hidden(stepBox, 'record')}${waitingCarried(waitingOf(brought, plans), at)}${open !== undefined && fromWhen(open, at, from, { isOpen: false, isKept: true })}
${buttonGroup(button(`Record ${counted(count, 'row')}`), link(spreadsheetPath(programme), 'Cancel'))}</form>`
}
${!isKept && (faults.length > 0 || count === 0) && step(brought, 'keep', 'Keep the mapping for next time')}
${rowsShown(brought, plans, values, (text, more) => step(brought, 'rows', text, more))}
${step(brought, 'again', 'Change the columns')}
${wordsAskedOf(brought).length > 0 && step(brought, 'words-again', 'Change what words mean')}`;
};
