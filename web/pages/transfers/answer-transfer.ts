import { dateInWords } from '#language/in-words.ts';
import { fieldsOf } from '#registers/fields.ts';
import { office } from '#schemas/operations/problem-lists.ts';
import {
  AcceptTransfer,
  ProposeTransfer,
  RefuseTransfer,
  type TransferEntry,
  WithdrawTransfer,
} from '#schemas/transfer.ts';
import { paragraph, warningText } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiChainPath, programmesPath, setUpPath, transferPath, transfersPath } from '../paths.ts';
import { decidedBy, formOfRecord, nameOfField } from '../registers/record-form.ts';
import { byId } from '../registers/shown-value.ts';
import type { Screen } from '../screen.ts';
import { askSettings, programmeIn, setUpCrumbs } from '../set-up/set-up-at.ts';
import { apiTransfer, askTransfer, transferCrumbs, transferName } from './transfers.ts';

const named = { nameOf: byId, optionsOf: () => [] } as const;
const proposeFields = fieldsOf(ProposeTransfer);

/** Proposes that a whole programme goes to another organisation. */
export const proposeTransfer: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/_transfer`,
  roles: office,
  asks: (at) => ({ programme: askSettings(at) }),
  start: () => ({}),
  nameOf: nameOfField(proposeFields),
  show: ({ programme }, at, filled) => ({
    title: 'Hand the programme over to another organisation',
    caption: programme.record.name,
    crumbs: [...setUpCrumbs(at, programme), { text: 'Set-up', to: setUpPath(programmeIn(at)) }],
    body: formOfRecord({
      fields: proposeFields,
      at,
      filled,
      named,
      first: html`${warningText('Once the other office accepts, nothing is recorded in this programme here again, and it cannot be taken back.')}
${paragraph('Its whole record, the history and every published report go there as a copy. Here they stay to be read as they were on that day. The names of people whom the record names go along; posts, addresses, deputies and roles do not.')}
${paragraph('You can withdraw the proposal until it is answered.')}`,
      cancel: setUpPath(programmeIn(at)),
      save: 'Propose',
    }),
  }),
  decide: (values, at, _, { which }) =>
    decidedBy(proposeFields, values, which, (body) => ({
      method: 'POST',
      path: `${apiChainPath({ programme: programmeIn(at) })}/transfers`,
      body,
    })),
  done: () => ({ path: transfersPath, notice: 'It was proposed. The other office finds it under Transfers.' }),
});

interface Answer {
  readonly page: string;
  readonly api: string;
  readonly body: Parameters<typeof fieldsOf>[0];
  readonly title: (name: string) => string;
  readonly first: (transfer: TransferEntry) => Html;
  readonly save: string;
  readonly notice: string;
}

const answerTransfer = ({ page, api, body, title, first, save, notice }: Answer): Screen => {
  const fields = fieldsOf(body);
  return formScreen({
    path: `${transfersPath}/{transferId}/${page}`,
    roles: office,
    asks: (at) => ({ transfer: askTransfer(at) }),
    start: () => ({}),
    nameOf: nameOfField(fields),
    show: ({ transfer }, at, filled) => {
      const name = transferName(transfer);
      const here = transferPath(transfer.id);
      return {
        title: title(name),
        caption: 'Transfer',
        crumbs: [...transferCrumbs, { text: name, to: here }],
        body: formOfRecord({ fields, at, filled, named, first: first(transfer), cancel: here, save }),
      };
    },
    decide: (values, at, _, { which }) =>
      decidedBy(fields, values, which, (record) => ({
        method: 'POST',
        path: `${apiTransfer(at)}/${api}`,
        body: record,
      })),
    done: ({ params }) => ({ path: transferPath(params.transferId ?? ''), notice }),
  });
};

const acceptance = ({ from, to, programme, until }: TransferEntry): Html =>
  html`${warningText(`From the moment you accept, nothing is recorded in it at ${from} again, and it cannot be taken back.`)}
${paragraph(`Its whole record, the history and every published report are copied to ${to}. Until that is done, some hours for the largest, nobody can read or record anything in it here. Afterwards it is a programme of ${to} like any other, under the id ${programme}, and its months are reported by you.`)}
${paragraph(`The names of people whom the record names come along. Posts, addresses, deputies and roles do not: enter them under People, and have the roles given where people sign in. It can be accepted until ${dateInWords(until)}.`)}`;

/** What an office does with a proposal that can still be answered. */
export const transferAnswers: readonly Screen[] = [
  answerTransfer({
    ...{ page: '_withdraw', api: 'withdrawals', body: WithdrawTransfer, save: 'Withdraw' },
    title: (name) => `Withdraw the transfer of ${name}`,
    first: ({ from, to }) => paragraph(`The programme stays with ${from}, and ${to} can no longer accept it.`),
    notice: 'The proposal was withdrawn.',
  }),
  answerTransfer({
    ...{ page: '_accept', api: 'acceptances', body: AcceptTransfer, save: 'Accept for good' },
    title: (name) => `Accept ${name}`,
    first: acceptance,
    notice: 'It was accepted, and is being copied.',
  }),
  answerTransfer({
    ...{ page: '_refuse', api: 'refusals', body: RefuseTransfer, save: 'Refuse' },
    title: (name) => `Refuse ${name}`,
    first: ({ from }) => paragraph(`The programme stays with ${from}, whose office can propose it again.`),
    notice: 'The programme was refused.',
  }),
];
