import { listed } from '#language/in-words.ts';
import { type Register, team } from '#registers/declaration.ts';
import { spreadsheetMapping } from '#registers/spreadsheet-mapping/record.ts';
import { button, link, paragraph } from '../../design/blocks.ts';
import { radios } from '../../design/choice.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { fileInput, hidden } from '../../design/input.ts';
import { type FormValues, formToken, valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import { moneyTotals } from '../../mapping/money-totals.ts';
import { faultOfMoved } from '../../mapping/moved-rows.ts';
import { inOrderOfSheet } from '../../workbook/place.ts';
import { goOn, type OnceRecorded, waitingShown } from '../by-parts/going-on.ts';
import { waitingIn } from '../by-parts/waiting.ts';
import { programmesPath, registerPath } from '../paths.ts';
import type { Api } from '../question.ts';
import { crumbsOf, pluralTitle } from '../registers/register-at.ts';
import type { At, Page, Reply, Screen } from '../screen.ts';
import {
  type Around,
  askAround,
  type Brought,
  broughtIn,
  fileBox,
  mappable,
  mappingBox,
  othersBox,
  stepBox,
  whatBox,
} from './brought.ts';
import { checkPage, faultsShown } from './check-page.ts';
import { columnsPage, mappingChosen } from './columns-page.ts';
import { faultsOfHeads, faultsOfMapping } from './faults-of-mapping.ts';
import { keepMapping, keptIn, ToKeep, toKeep } from './keep-mapping.ts';
import { askMoved, nameOfOwner, plansOf, rowsByOwner } from './owner-plans.ts';
import { withWords, wordsPage, wordsStillUnknown } from './words-page.ts';

/*
 * A spreadsheet of the council's own comes in, by a mapping that a person makes once and keeps (docs/meaning.md WRITE-28).
 */

const reply = (
  { at, owner }: Around,
  title: string,
  body: Html,
  faults: readonly ShownFault[] = [],
  status = faults.length > 0 ? 422 : 200,
): Reply => {
  const page: Page = {
    title,
    caption: owner,
    crumbs: crumbsOf(at, owner),
    body,
    ...(faults.length > 0 ? { faults } : {}),
  };
  return { kind: 'page', status, page };
};

const firstPage = (around: Around, values: FormValues, faults: readonly ShownFault[] = []): Reply => {
  const { at, kept, programme } = around;
  const fault = (name: string): string | undefined => faults.find(({ field }) => field === name)?.message;
  const options = [
    ...kept.map(({ id, record }) => ({
      value: `kept:${id}`,
      label: record.title,
      hint: `${pluralTitle(mappable().find(({ path }) => path === record.register) ?? spreadsheetMapping)}, as it was read last time`,
    })),
    ...mappable().map((register) => ({
      value: `new:${register.path}`,
      label: kept.length > 0 ? `${pluralTitle(register)}, of a spreadsheet that is new here` : pluralTitle(register),
    })),
  ];
  return reply(
    around,
    'Bring in a spreadsheet of your own',
    html`${paragraph('A tracker that you keep as a spreadsheet, as it is: you say once which column is which and what its words mean, and see what would be recorded before anything is. The next time the same spreadsheet changes what it recorded.')}
<form method="post" action="${at.path}" enctype="multipart/form-data" novalidate>${hidden(formToken, at.token)}${hidden(stepBox, 'file')}
${radios({ name: whatBox, label: 'What are its rows?', value: valueIn(values, whatBox), fault: fault(whatBox), options })}
${fileInput({ name: fileBox, label: 'The spreadsheet', hint: 'An Excel workbook (.xlsx) or CSV, up to 4 MB', accept: '.xlsx,.csv,.txt', fault: fault(fileBox) })}
${button('Go on')}</form>
${kept.length > 0 && paragraph(link(registerPath({ programme }, spreadsheetMapping.path), 'Mappings that are kept'))}`,
    faults,
  );
};

const showColumns = (brought: Brought, faults: readonly ShownFault[] = []): Reply =>
  reply(brought.around, 'Which column is which', columnsPage(brought, faults), faults);
const showWords = (brought: Brought): Reply => reply(brought.around, 'What your words mean', wordsPage(brought));

const check = async (brought: Brought, api: Api, values: FormValues): Promise<Reply> => {
  const { rows, owners, without, faults: ofRows } = rowsByOwner(brought);
  const plans = await plansOf(brought, [...owners], api);
  const moved = await askMoved(brought, plans, api);
  const toPutRight = moved.filter(({ isSame }) => isSame || valueIn(values, othersBox) === '');
  const wrong = inOrderOfSheet([
    ...ofRows,
    ...plans.flatMap(({ plan }) => plan.faults),
    ...toPutRight.map((one) => faultOfMoved(brought, one, (owner) => nameOfOwner(brought, owner))),
  ]);
  const faults = faultsShown(brought, wrong);
  const mayBeOthers = toPutRight.some(({ isSame }) => !isSame);
  const totals = moneyTotals(brought, rows);
  const title = wrong.length > 0 ? 'The spreadsheet has something to put right' : 'Check what would be recorded';
  return reply(
    brought.around,
    title,
    checkPage(brought, plans, { without, totals, faults, mayBeOthers }, values),
    faults,
  );
};

/** Columns, then words, then what would be recorded: the first that is not settled. */
const next = async (
  brought: Brought,
  api: Api,
  values: FormValues,
  after: 'file' | 'columns' | 'words',
): Promise<Reply> => {
  const faults = faultsOfMapping(brought);
  if (faults.length > 0) return showColumns(brought, after === 'file' ? faultsOfHeads(brought) : faults);
  if (after !== 'words' && wordsStillUnknown(brought).length > 0) return showWords(brought);
  return check(brought, api, values);
};

/** Keeps the mapping by its name, before anything is recorded by it. */
const keep = async (brought: Brought, api: Api, values: FormValues): Promise<Reply> => {
  const mapping = toKeep(brought);
  const kept = await keepMapping(brought.around.at, api, mapping);
  return 'faults' in kept
    ? showColumns(brought, kept.faults)
    : check({ ...brought, id: kept.id, around: keptIn(brought.around, kept, mapping) }, api, values);
};

/** Whether it goes on by the mapping that a file was brought with; where no column names the reviews, a person says of which one this file is. */
const isGiven = ({ mapping, id }: Brought, values: FormValues): boolean =>
  valueIn(values, mappingBox) !== '' || (id !== '' && mapping.review !== undefined);

const stepOf = (around: Around, api: Api, values: FormValues): Promise<Reply> | Reply => {
  const step = valueIn(values, stepBox);
  const brought = broughtIn(values, around, step === 'heads');
  if ('fault' in brought) return firstPage(around, values, [{ message: brought.fault, field: brought.on }]);
  switch (step) {
    case 'columns':
      return next({ ...brought, mapping: mappingChosen(brought, values) }, api, values, 'columns');
    case 'words':
      return next({ ...brought, mapping: withWords(brought.mapping, values) }, api, values, 'words');
    case 'others':
    case 'rows':
      return next(brought, api, values, 'words');
    case 'keep':
      return keep(brought, api, values);
    case 'words-again':
      return showWords(brought);
    case 'file':
      return isGiven(brought, values)
        ? next(brought, api, values, 'file')
        : showColumns(brought, faultsOfHeads(brought));
    default:
      return showColumns(brought);
  }
};

/** The step that a form was sent from, as it was filled in. */
const stepFilledIn = (around: Around, api: Api, values: FormValues): Promise<Reply> | Reply => {
  const step = valueIn(values, stepBox);
  const brought = broughtIn(values, around, step === 'heads');
  if ('fault' in brought) return firstPage(around, values, [{ message: brought.fault, field: brought.on }]);
  if (['words-again', 'others', 'rows', 'keep'].includes(step)) return next(brought, api, values, 'words');
  if (step === 'words') return showWords({ ...brought, mapping: withWords(brought.mapping, values) });
  return showColumns(step === 'columns' ? { ...brought, mapping: mappingChosen(brought, values) } : brought);
};

/** Once something is recorded by a mapping it is kept. */
const keptOnceRecorded =
  (at: At, api: Api): OnceRecorded =>
  async (waiting) => {
    const mapping = ToKeep.safeParse(waiting.keeps).data;
    if (mapping === undefined) return { waiting };
    const kept = await keepMapping(at, api, mapping);
    return 'faults' in kept
      ? { waiting, fault: listed(kept.faults.map(({ message }) => message)) }
      : { waiting: { ...waiting, keeps: undefined } };
  };

export const spreadsheetScreen = (all: readonly Register[]): Screen => ({
  path: `${programmesPath}/{programmeId}/from-a-spreadsheet`,
  roles: team,
  open: async (at, api) => {
    const waiting = waitingIn(at.kept ?? {});
    if (waiting !== undefined) return waitingShown(at, api, waiting, at.kept ?? {});
    const around = await askAround(at, api, all);
    if (at.kept === undefined) return firstPage(around, {});
    return at.isBack ? stepFilledIn(around, api, at.kept) : stepOf(around, api, at.kept);
  },
  send: async (at, api, sent) => {
    const waiting = waitingIn(sent);
    return waiting === undefined
      ? stepOf(await askAround(at, api, all), api, sent)
      : goOn(at, api, waiting, sent, keptOnceRecorded(at, api));
  },
});
