import { counted, listedAtMost } from '#language/in-words.ts';
import { bulletList, button, buttonGroup, insetText, link, paragraph } from '../../design/blocks.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { fileInput, hidden } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, formToken } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { BookPlan, PlanOfOwner, SheetFault } from '../../workbook/book-plan.ts';
import { placeOfFault } from '../../workbook/place.ts';
import { type CheckedWaiting, notReached } from '../by-parts/check-waiting.ts';
import { leftOf, partsOf, type Stream, streamOf, type Waiting, waitingCarried } from '../by-parts/waiting.ts';
import { shownFrom } from '../form-dates.ts';
import { fromWhen, type OpenMonth } from '../open-month.ts';
import { ownerPath } from '../paths.ts';
import type { At } from '../screen.ts';
import { isOfTexts } from './book-of-texts.ts';

const [mostFaults, mostRows, mostFields, longest] = [50, 40, 6, 60];
const shortened = (text: string): string =>
  text === '' ? 'nothing' : text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** The file that was brought. */
type File = Checked['file'];
const inSheet = (file: File, sheet: string): string => (isOfTexts(file) ? `File “${sheet}.csv”` : `Sheet “${sheet}”`);
const inWords = (file: File, fault: SheetFault): string =>
  `${inSheet(file, fault.sheet)}, ${placeOfFault(fault)} ${fault.message}`;

/** What is wrong with cells, as a page shows it. */
export const faultsOfBook = ({ faults }: BookPlan, file: File): readonly ShownFault[] => [
  ...faults.slice(0, mostFaults).map((one) => ({ message: inWords(file, one) })),
  ...(faults.length > mostFaults
    ? [{ message: `${counted(faults.length - mostFaults, 'more cell')} to put right` }]
    : []),
];

const countsOf = ({ plans }: PlanOfOwner) => ({
  added: plans.reduce((sum, { plan }) => sum + plan.added.length, 0),
  changed: plans.reduce((sum, { plan }) => sum + plan.changed.length, 0),
  unchanged: plans.reduce((sum, { plan }) => sum + plan.unchanged, 0),
});

/** What is to be recorded: a review with a cell that somebody else changed too is stopped, and no other. */
export const waitingOf = (file: File, { owners }: BookPlan): Waiting => ({
  ...{ file: file.name, digest: file.digest },
  streams: owners.flatMap((one) => {
    const { owner, plans, clashes } = one;
    const parts = plans.flatMap(({ sheet, plan }) =>
      partsOf(plan, sheet.register, {
        placeOf: ({ row }) => `${inSheet(file, sheet.title)}, row ${row}`,
        cells: { sheet: inSheet(file, sheet.title), letters: plan.letters },
      }),
    );
    return parts.length + clashes.length === 0
      ? []
      : [
          streamOf(
            owner,
            parts,
            clashes.map((clash) => inWords(file, clash)),
          ),
        ];
  }),
});

export const uploadOfBook = (at: At, fault?: string): Html =>
  html`<form method="post" action="${at.path}" enctype="multipart/form-data" novalidate>${hidden(formToken, at.token)}
${fileInput({ name: 'file', label: 'The workbook, filled in', hint: 'An Excel workbook (.xlsx), its CSV files together (.zip), or one of them under the name that it had, up to 4 MB. Nothing is recorded before you have seen what it would change', fault, accept: '.xlsx,.zip,.csv' })}
${button('Check what it changes')}</form>`;

export interface Checked {
  readonly at: At;
  readonly open: OpenMonth | undefined;
  readonly file: { readonly name: string; readonly digest?: string | undefined };
  readonly plan: BookPlan;
  /** What is to be recorded, judged by the rules. */
  readonly checked: CheckedWaiting;
}

const hasSomething = (one: PlanOfOwner): boolean => {
  const { added, changed } = countsOf(one);
  return added + changed + one.clashes.length > 0;
};

const streamIn = ({ checked: { waiting } }: Checked, { owner }: PlanOfOwner): Stream | undefined =>
  waiting.streams.find(({ review }) => review === owner.review);
const isStopped = (checked: Checked, one: PlanOfOwner): boolean => (streamIn(checked, one)?.refused.length ?? 0) > 0;

const stateOf = (checked: Checked, one: PlanOfOwner): Html | string => {
  const { added, changed } = countsOf(one);
  const said = streamIn(checked, one)?.refused ?? [];
  const why =
    one.clashes.length > 0 ? 'as somebody else changed the same' : 'as rules do not allow what is in these cells';
  return said.length === 0
    ? 'Can be recorded'
    : html`Stopped with ${counted(added + changed, 'row')}, ${why}:<ul class="govuk-list govuk-list--bullet">${said.map((text) => html`<li>${text}</li>`)}</ul>`;
};

const reviewByReview = (checked: Checked): Html => {
  const { at, plan } = checked;
  const { programmeId: programme = '' } = at.params;
  return dataTable({
    caption: 'Review by review',
    stacked: true,
    columns: [
      { head: 'Review' },
      { head: 'New', numeric: true },
      { head: 'Changed', numeric: true },
      { head: 'As recorded already', numeric: true },
      { head: 'State' },
    ],
    rows: plan.owners.filter(hasSomething).map((one) => {
      const { added, changed, unchanged } = countsOf(one);
      const { owner } = one;
      return [
        link(ownerPath({ programme, review: owner.review ?? undefined }), owner.name),
        ...(isStopped(checked, one) ? [0, 0] : [added, changed]),
        unchanged,
        stateOf(checked, one),
      ];
    }),
    none: 'No review has anything new or changed.',
  });
};

const rowByRow = (checked: Checked): Html => {
  const going = checked.plan.owners.filter((one) => !isStopped(checked, one));
  /** Rows that are new or changed, and of a review that is stopped. */
  const stopped = checked.plan.owners
    .filter((one) => isStopped(checked, one))
    .map(countsOf)
    .reduce((sum, { added, changed }) => sum + added + changed, 0);
  const all = going.flatMap(({ owner, plans }) =>
    plans.flatMap(({ sheet, plan }) =>
      [...plan.added, ...plan.changed].map((entry) => ({ owner, sheet: sheet.title, entry })),
    ),
  );
  return dataTable({
    caption: all.length > mostRows ? `Row by row: the first ${mostRows} of ${all.length}` : 'Row by row',
    stacked: true,
    columns: [{ head: 'Sheet, row and title' }, { head: 'Review' }, { head: 'What would be recorded' }],
    rows: all.slice(0, mostRows).map(({ owner, sheet, entry: { row, title, version, cells } }) => [
      `${sheet}, ${row}: ${title}`,
      owner.name,
      version === undefined
        ? 'New'
        : listedAtMost(
            cells.map(({ label, from, to }) => `${label}: ${shortened(from)} becomes ${shortened(to)}`),
            mostFields,
          ),
    ]),
    none:
      stopped === 0
        ? 'Nothing in it is different from what is recorded.'
        : `None: what is new or changed, ${counted(stopped, 'row')}, is of reviews that are stopped.`,
  });
};

/** What the workbook would add and change, and what stays as it is; with the form that records it. */
export const checkedBook = (checked: Checked, values: FormValues): Html => {
  const { at, open, file, plan } = checked;
  const { waiting, refused, unchecked } = checked.checked;
  const notes = plan.notes.length > 0 && bulletList(plan.notes);
  if (plan.faults.length > 0)
    return html`${insetText('Nothing was recorded. Put these cells right in the workbook, save it, and bring it again.')}
${notes}
${uploadOfBook(at)}`;
  const count = leftOf(waiting);
  const from = shownFrom(open, at, values);
  const asRecorded = plan.owners
    .filter((one) => !hasSomething(one))
    .reduce((sum, one) => sum + countsOf(one).unchanged, 0);
  return html`${paragraph(`Read of ${file.name}:`)}
${reviewByReview(checked)}
${asRecorded > 0 && paragraph(`As recorded already, in reviews of which nothing is new or changed: ${counted(asRecorded, 'row')}.`)}
${plan.leftOut > 0 && paragraph(`Without a row, and left as recorded: ${counted(plan.leftOut, 'entry', 'entries')}.`)}
${unchecked > 0 && paragraph(notReached(unchecked))}
${notes}
${
  count > 0 &&
  html`<form method="post" action="${at.path}" novalidate>${hidden(formToken, at.token)}${waitingCarried(waiting, at)}
${open !== undefined && fromWhen(open, at, from, { isOpen: false, isKept: true })}
${buttonGroup(button(`Record ${counted(count, 'row')}`), link(at.path, 'Cancel'))}</form>`
}
${refused.length > 0 && (count > 0 ? paragraph(html`What is stopped is put right in the workbook: ${link(at.path, 'bring it again')} then.`) : uploadOfBook(at))}
${rowByRow(checked)}`;
};
