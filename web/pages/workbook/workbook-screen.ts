import * as z from 'zod';
import { counted } from '#language/in-words.ts';
import type { Register } from '#registers/declaration.ts';
import { button, buttonGroup, buttonLink, heading2, insetText, link, paragraph } from '../../design/blocks.ts';
import { fileInput, hidden } from '../../design/input.ts';
import { type FormValues, formToken, jsonIn, packedName } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { PlannedEntry, SheetPlan } from '../../workbook/place.ts';
import { planOf } from '../../workbook/plan.ts';
import { ReadFile } from '../../workbook/sheet.ts';
import { sheetToFillIn } from '../../workbook/sheet-to-fill-in.ts';
import { ofAnother, type Whose } from '../../workbook/whose.ts';
import { type CheckedWaiting, checkWaiting, notReached } from '../by-parts/check-waiting.ts';
import { goOn, recordedOrNot, waitingShown } from '../by-parts/going-on.ts';
import { isAllDone, partsOf, recordedOf, streamOf, type Waiting, waitingIn } from '../by-parts/waiting.ts';
import { doneFrom, sentWith, shownFrom } from '../form-dates.ts';
import { askOpenMonth, fromWhen, instantOf, type OpenMonth } from '../open-month.ts';
import { registerPath } from '../paths.ts';
import type { ProblemAnswer } from '../question.ts';
import { type Api, askAll } from '../question.ts';
import { crumbsOf, pluralTitle, type RegisterPlace, registerAt, routeOf } from '../registers/register-at.ts';
import type { At, Page, Reply, Screen } from '../screen.ts';
import { notesOnTexts } from './book-of-texts.ts';
import { checkedPlan, faultsOfPlan } from './checked-plan.ts';
import { asksOfWorkbook, type PlaceOfWorkbook, placeOfWorkbook } from './entries-of-place.ts';
import { workbookFilePage, workbookPage } from './offered.ts';

interface Shown {
  readonly at: At;
  readonly register: Register;
  readonly place: PlaceOfWorkbook;
  readonly open: OpenMonth | undefined;
}

type FileRead = Exclude<ReadFile, { readonly refused: string }>;

const fileName = 'file';
/** What was refused of it, on a page that is shown again. */
const refusedBox = 'refused';
const Refused = z.object({ status: z.int().min(400).max(499), faults: z.array(z.object({ message: z.string() })) });
const thoseOf = ({ path }: Register): string => path.replaceAll('-', ' ');

/** What is to be recorded. */
const waitingOf = ({ at, register, place: { owner } }: Shown, { name, digest }: FileRead, plan: SheetPlan): Waiting => {
  const { review = null } = registerAt(at);
  const inFile = { placeOf: ({ row }: PlannedEntry) => `Row ${row}`, cells: { sheet: '', letters: plan.letters } };
  return { file: name, digest, streams: [streamOf({ review, name: owner }, partsOf(plan, register.path, inFile))] };
};

/** What was refused of what a workbook was to record. */
const faultsOfRefusal = ({ detail, title }: ProblemAnswer, waiting: Waiting): NonNullable<Page['faults']> => {
  const recorded = recordedOf(waiting);
  const refused = waiting.streams.flatMap((stream) => stream.refused);
  return [
    ...(recorded === 0
      ? []
      : [{ message: `${counted(recorded, 'row')} recorded before this one was refused; the rest was not` }]),
    ...(refused.length > 0 ? refused : [detail || title]).map((message) => ({ message })),
  ];
};

/** From when what is recorded is true, while a month is open: as it was chosen on this form, else as it is chosen for the session. */
const fromWhenOf = ({ at, open }: Shown, values: FormValues): Html | false => {
  if (open === undefined) return false;
  return fromWhen(open, at, shownFrom(open, at, values), { isOpen: false, isKept: true });
};

const whoseOf = (at: At, register: Register, owner: string): Whose => {
  const address = `${registerPath(registerAt(at), register.path)}${workbookPage}`;
  return { key: address, name: `the ${thoseOf(register)} of “${owner}”`, address };
};

const uploadForm = ({ at }: Shown, fault?: string): Html =>
  html`<form method="post" action="${at.path}" enctype="multipart/form-data" novalidate>${hidden(formToken, at.token)}
${fileInput({ name: fileName, label: 'The workbook, filled in', hint: 'An Excel workbook (.xlsx) or CSV, up to 4 MB. Nothing is recorded before you have seen what it would change', fault, accept: '.xlsx,.csv,.txt' })}
${button('Check what it changes')}</form>`;

const pageOf = (
  { at, register, place: { owner } }: Shown,
  title: string,
  body: Html,
  faults?: Page['faults'],
): Page => ({
  title,
  caption: owner,
  crumbs: crumbsOf(at, owner, register),
  ...(faults === undefined || faults.length === 0 ? {} : { faults }),
  body,
});

const firstPage = (shown: Shown, fault?: string, where?: string): Page => {
  const { register, place, at } = shown;
  const those = thoseOf(register);
  return pageOf(
    shown,
    `Update ${those} from a spreadsheet`,
    place.isTooLong
      ? paragraph(
          `There are more than 5,000 ${those}: a workbook has no room for all of them. Change them on their pages.`,
        )
      : html`${heading2('1. Download the workbook')}
${paragraph(`It holds ${counted(place.entries.length, register.noun, those)}, a row each, with the fields of a form as its columns and, grey after them, what the tracker works out. Go into a cell to read what belongs there.`)}
${buttonLink(`${registerPath(registerAt(at), register.path)}${workbookFilePage}`, 'Download the workbook', 'secondary')}
${heading2('2. Fill it in')}
${paragraph(`Change cells, and add a row at the end for each new ${register.noun}. An empty cell takes out what was there. A row that you delete changes nothing: nothing is ever struck out by a workbook.`)}
${paragraph('Amounts may be written as people say them: £1.2m, about 500k, between £1m and £2m, TBC: the tender is out.')}
${heading2('3. Bring it back')}
${where !== undefined && paragraph(link(where, 'Bring it back where it was downloaded'))}
${uploadForm(shown, fault)}`,
    fault === undefined ? [] : [{ message: `The workbook ${fault}`, field: fileName }],
  );
};

type RowsChecked = Pick<CheckedWaiting, 'refused' | 'unchecked'>;
const notChecked: RowsChecked = { refused: [], unchecked: 0 };

const checkPage = (
  shown: Shown,
  file: ReadFile,
  plan: SheetPlan,
  values: FormValues,
  { refused = [], checked = notChecked }: { readonly refused?: Page['faults']; readonly checked?: RowsChecked },
): Page => {
  const { at, register } = shown;
  const faults = [...faultsOfPlan(plan), ...checked.refused.map((message) => ({ message })), ...refused];
  const isWrong = plan.faults.length + checked.refused.length > 0;
  const back = link(registerPath(registerAt(at), register.path), 'Cancel');
  const changes = plan.added.length + plan.changed.length;
  const body = html`${paragraph(`Read of ${file.name}:`)}
${checkedPlan(register, plan)}
${checked.unchecked > 0 && paragraph(notReached(checked.unchecked))}
${
  isWrong
    ? html`${insetText('Nothing was recorded. Put these cells right in the workbook, save it, and bring it again.')}${uploadForm(shown)}`
    : changes === 0
      ? html`${paragraph('Nothing in it is different from what is recorded.')}${paragraph(back)}`
      : html`<form method="post" action="${at.path}" novalidate>${hidden(formToken, at.token)}${hidden(packedName(fileName), at.pack(JSON.stringify(file)))}${hidden('confirmed', 'yes')}
${fromWhenOf(shown, values)}
${buttonGroup(button(`Record ${counted(changes, 'row')}`), back)}</form>`
}`;
  const title = isWrong ? 'The workbook has something to put right' : 'Check what the workbook changes';
  return pageOf(shown, title, body, faults);
};

interface Planned {
  readonly file: FileRead;
  readonly plan: SheetPlan;
}

const page = (status: number, shown: Page): Extract<Reply, { kind: 'page' }> => ({ kind: 'page', status, page: shown });

const screenOf = (place: RegisterPlace, all: readonly Register[]) => {
  const { register } = place;
  const shownTo = async (at: At, api: Api): Promise<Shown> => {
    const [{ answers }, open] = await Promise.all([askAll(asksOfWorkbook(place, all)(at), api), askOpenMonth(at, api)]);
    return { at, register, place: placeOfWorkbook(place, all, at, answers), open };
  };
  const check = async (shown: Shown, api: Api, { file, plan }: Planned, values: FormValues): Promise<RowsChecked> => {
    const { at, open } = shown;
    const effectiveAt = instantOf(open, shownFrom(open, at, values));
    return plan.faults.length > 0 ? notChecked : checkWaiting({ at, api, effectiveAt }, waitingOf(shown, file, plan));
  };
  const show = async (shown: Shown, api: Api, values: FormValues, otherwise: number): Promise<Reply> => {
    const file = ReadFile.safeParse(jsonIn(values, fileName)).data;
    if (file === undefined)
      return page(otherwise, firstPage(shown, otherwise === 200 ? undefined : 'is missing: choose it'));
    if ('refused' in file) return page(422, firstPage(shown, file.refused));
    const another = ofAnother(file.sheets, whoseOf(shown.at, register, shown.place.owner));
    if (another !== undefined) return page(422, firstPage(shown, another.why, another.address));
    const read = planOf(shown.place, file.sheets);
    const plan = { ...read, notes: [...notesOnTexts(file), ...read.notes] };
    const refused = Refused.safeParse(jsonIn(values, refusedBox)).data;
    const checked = refused === undefined ? await check(shown, api, { file, plan }, values) : notChecked;
    const status = refused?.status ?? (plan.faults.length + checked.refused.length > 0 ? 422 : 200);
    return page(status, checkPage(shown, file, plan, values, { refused: refused?.faults ?? [], checked }));
  };
  const record = async (shown: Shown, api: Api, values: FormValues): Promise<Reply> => {
    const { at } = shown;
    const file = ReadFile.safeParse(jsonIn(values, fileName)).data;
    if (file === undefined || 'refused' in file || ofAnother(file.sheets, whoseOf(at, register, shown.place.owner)))
      return show(shown, api, values, 422);
    const plan = planOf(shown.place, file.sheets);
    if (plan.faults.length > 0) return show(shown, api, values, 422);
    const list = registerPath(registerAt(at), register.path);
    // Sent twice, its first sending has recorded it.
    if (plan.added.length + plan.changed.length === 0)
      return { kind: 'to', path: list, notice: `All of ${file.name} is recorded.` };
    const from = sentWith(values);
    const { open } = shown;
    const { owner } = shown.place;
    const waiting = waitingOf(shown, file, plan);
    const recorded = await recordedOrNot({ at, api, owner, open }, waiting, values);
    if ('closed' in recorded)
      return page(409, checkPage(shown, file, plan, {}, { refused: [{ message: recorded.closed }] }));
    const { refusal } = recorded;
    if (refusal === undefined) {
      if (!isAllDone(recorded.waiting)) return recorded.reply;
      const notice = `${counted(recordedOf(recorded.waiting), `${register.noun} was`, `${thoseOf(register)} were`)} recorded from ${file.name}.`;
      return doneFrom({ dates: 'as-chosen' }, { path: list, notice }, at, { open, from });
    }
    const now = await shownTo(at, api);
    const faults = faultsOfRefusal(refusal, recorded.waiting);
    return {
      ...page(refusal.status, checkPage(now, file, planOf(now.place, file.sheets), values, { refused: faults })),
      shownBy: { ...values, [refusedBox]: JSON.stringify({ status: refusal.status, faults }) },
    };
  };
  return { shownTo, show, record };
};

/** A register goes out as a workbook, and what comes back is read, shown and then recorded (docs/meaning.md WRITE-25). */
export const workbookScreen = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { shownTo, show, record } = screenOf(place, all);
  return {
    path: routeOf(place, workbookPage),
    roles: place.register.writers,
    open: async (at, api) => {
      const waiting = waitingIn(at.kept ?? {});
      return waiting === undefined
        ? show(await shownTo(at, api), api, at.kept ?? {}, 200)
        : waitingShown(at, api, waiting, at.kept ?? {});
    },
    send: async (at, api, sent) => {
      const waiting = waitingIn(sent);
      if (waiting !== undefined) return goOn(at, api, waiting, sent);
      const shown = await shownTo(at, api);
      return sent.confirmed === 'yes' ? record(shown, api, sent) : show(shown, api, sent, 422);
    },
  };
};

/** The workbook itself. */
export const workbookFile = (place: RegisterPlace, all: readonly Register[]): Screen => ({
  path: routeOf(place, workbookFilePage),
  open: async (at, api) => {
    const { answers } = await askAll(asksOfWorkbook(place, all)(at), api);
    const { programme, review } = registerAt(at);
    const of = placeOfWorkbook(place, all, at, answers);
    return {
      kind: 'workbook',
      whose: whoseOf(at, place.register, of.owner),
      name: `${[programme, review, place.register.path].filter((part) => part !== undefined).join('-')}.xlsx`,
      sheets: [sheetToFillIn(pluralTitle(place.register), of)],
    };
  },
});
