import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { office } from '#schemas/operations/problem-lists.ts';
import { TransferEntry } from '#schemas/transfer.ts';
import { buttonGroup, buttonLink, insetText, link, paragraph } from '../../design/blocks.ts';
import { dataTable, type SummaryRow, summaryList } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { programmePath, programmesPath, transferPath, transfersPath } from '../paths.ts';
import { asking } from '../question.ts';
import { type At, type Crumb, type Screen, screen } from '../screen.ts';

const Transfers = z.object({ items: z.array(TransferEntry), next: z.string().nullable() });

export const apiTransfer = ({ params }: At): string => `/transfers/${encodeURIComponent(params.transferId ?? '')}`;
export const askTransfer = (at: At) => asking(apiTransfer(at), TransferEntry);

/** What the programme is called while it can be answered; its id afterwards. */
export const transferName = ({ name, programme }: TransferEntry): string => name ?? programme;

export const transferCrumbs: readonly Crumb[] = [
  { text: 'Programmes', to: programmesPath },
  { text: 'Transfers', to: transfersPath },
];

const states: Readonly<Record<TransferEntry['state'], string>> = {
  proposed: 'Proposed',
  withdrawn: 'Withdrawn',
  refused: 'Refused',
  accepted: 'Accepted, and being copied',
  received: 'Received',
  lapsed: 'Lapsed: nobody answered in time',
};

const wayOf = ({ side, from, to }: TransferEntry): string => (side === 'gives' ? `To ${to}` : `From ${from}`);

/** The programmes that the organisation would hand over or receive, or has. */
export const transfers: Screen = screen({
  path: transfersPath,
  roles: office,
  asks: ({ query }) => ({ list: asking('/transfers', Transfers, { limit: '100', cursor: query.cursor }) }),
  show: ({ list: { items, next } }) => ({
    title: 'Transfers of programmes',
    crumbs: transferCrumbs.slice(0, 1),
    body: html`${paragraph('Whole programmes that go to another organisation, or come from one. The office of the programme proposes it from its set-up; the office of the other organisation accepts or refuses.')}
${dataTable({
  caption: 'Transfers of programmes',
  captionHidden: true,
  columns: [
    { head: 'Programme' },
    { head: 'Where' },
    { head: 'State' },
    { head: 'Proposed', short: true },
    { head: 'Last day', short: true },
  ],
  rows: items.map((one) => [
    link(transferPath(one.id), transferName(one)),
    wayOf(one),
    states[one.state],
    dateInWords(dayOf(one.proposedAt)),
    dateInWords(one.until),
  ]),
  none: 'No programme goes to another organisation or comes from one.',
})}
${next !== null && paragraph(link(`${transfersPath}?cursor=${encodeURIComponent(next)}`, 'Next page'))}`,
  }),
});

const rowsOf = (one: TransferEntry): readonly SummaryRow[] => [
  { key: 'State', value: states[one.state] },
  { key: 'From', value: one.from },
  { key: 'To', value: one.to },
  ...(one.reason === null ? [] : [{ key: 'Why', value: one.reason }]),
  { key: 'Proposed on', value: dateInWords(dayOf(one.proposedAt)) },
  { key: 'Last day for an answer', value: dateInWords(one.until) },
  ...(one.answeredAt === null ? [] : [{ key: 'Answered on', value: dateInWords(dayOf(one.answeredAt)) }]),
  ...(one.receivedAt === null ? [] : [{ key: 'Received on', value: dateInWords(dayOf(one.receivedAt)) }]),
];

const actions = ({ id, side, state }: TransferEntry): Html | false => {
  if (state !== 'proposed') return false;
  const here = transferPath(id);
  return side === 'gives'
    ? buttonGroup(buttonLink(`${here}/_withdraw`, 'Withdraw'))
    : buttonGroup(buttonLink(`${here}/_accept`, 'Accept'), buttonLink(`${here}/_refuse`, 'Refuse', 'secondary'));
};

/** What has become of it, for the office that reads this. */
const whereItIs = (one: TransferEntry): Html | false => {
  const { side, state, programme, from, to } = one;
  if (state === 'accepted')
    return insetText(
      side === 'gives'
        ? `${to} has accepted it. Nothing is recorded in it here any more.`
        : `It is being copied from ${from}. Nobody can record anything in it until that is done.`,
    );
  if (state !== 'received') return false;
  return side === 'gives'
    ? paragraph(link(programmePath(programme), 'Read it as it was when it went'))
    : paragraph(link(programmePath(programme), 'Open the programme'));
};

/** How a transfer stands, and what can be done. */
export const transfer: Screen = screen({
  path: `${transfersPath}/{transferId}`,
  roles: office,
  asks: (at) => ({ transfer: askTransfer(at) }),
  show: ({ transfer: one }) => ({
    title: transferName(one),
    caption: 'Transfer',
    crumbs: transferCrumbs,
    body: html`${whereItIs(one)}${summaryList(rowsOf(one))}${actions(one)}
${one.side === 'receives' && one.state === 'accepted' && paragraph('Where the copy does not come to its end, ', link(`${transferPath(one.id)}/_accept`, 'accept it again'), ': what is still missing is handed over again.')}`,
  }),
});
