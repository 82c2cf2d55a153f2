import * as z from 'zod';
import { Id } from '../ids.ts';
import { AcceptTransfer, ProposeTransfer, RefuseTransfer, TransferEntry, WithdrawTransfer } from '../transfer.ts';
import { json, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { office } from './problem-lists.ts';
import { Nothing, paging, programmeParams, programmePath } from './request-parts.ts';

const transferPath = '/transfers/{transferId}';
const transferParams = z.strictObject({ transferId: Id });

const acting = [
  'request.malformed',
  'request.invalid',
  'role.not-allowed',
  'effective.not-taken',
  'request.too-large',
  'record.too-large',
  'media-type.not-json',
  'idempotency.key-missing',
  'idempotency.key-reused',
  'programme.unknown',
] as const;
const answering = [...acting, 'transfer.unknown', 'transfer.of-other-office', 'transfer.ended'] as const;

export const proposeTransferOperation = {
  id: 'proposeTransfer',
  method: 'POST',
  path: `${programmePath}/transfers`,
  tag: 'Transfers',
  summary: 'Propose that a whole programme goes to another organisation of the deployment',
  host: 'commands',
  useCase: 'propose-transfer',
  roles: office,
  params: programmeParams,
  query: Nothing,
  body: ProposeTransfer,
  judges: true,
  success: { status: 200, schema: TransferEntry, mediaTypes: json },
  problems: [...acting, 'content.breaks-rule', 'programme.handed-over', 'transfer.of-practice', 'transfer.open'],
} as const satisfies Operation;

export const withdrawTransferOperation = {
  id: 'withdrawTransfer',
  method: 'POST',
  path: `${transferPath}/withdrawals`,
  tag: 'Transfers',
  summary: 'Withdraw a proposal of your own office',
  host: 'commands',
  useCase: 'withdraw-transfer',
  roles: office,
  params: transferParams,
  query: Nothing,
  body: WithdrawTransfer,
  judges: true,
  success: { status: 200, schema: TransferEntry, mediaTypes: json },
  problems: answering,
} as const satisfies Operation;

export const refuseTransferOperation = {
  id: 'refuseTransfer',
  method: 'POST',
  path: `${transferPath}/refusals`,
  tag: 'Transfers',
  summary: 'Refuse a programme that another organisation would hand over',
  host: 'commands',
  useCase: 'refuse-transfer',
  roles: office,
  params: transferParams,
  query: Nothing,
  body: RefuseTransfer,
  judges: true,
  success: { status: 200, schema: TransferEntry, mediaTypes: json },
  problems: answering,
} as const satisfies Operation;

export const acceptTransferOperation = {
  id: 'acceptTransfer',
  method: 'POST',
  path: `${transferPath}/acceptances`,
  tag: 'Transfers',
  summary: 'Accept a programme of another organisation: from then on nothing is recorded there, and it is copied whole',
  host: 'commands',
  useCase: 'accept-transfer',
  roles: office,
  params: transferParams,
  query: Nothing,
  body: AcceptTransfer,
  judges: true,
  success: { status: 200, schema: TransferEntry, mediaTypes: json },
  problems: [...answering, 'transfer.accepted', 'transfer.id-taken', 'transfer.redaction-under-way'],
} as const satisfies Operation;

export const listTransfersOperation = {
  id: 'listTransfers',
  method: 'GET',
  path: '/transfers',
  tag: 'Transfers',
  summary: 'List the programmes that your organisation would hand over or receive, or has',
  host: 'queries',
  useCase: 'list-transfers',
  roles: office,
  params: Nothing,
  query: z.strictObject(paging),
  success: { status: 200, schema: pageOf(TransferEntry).meta({ id: 'TransferList' }), mediaTypes: json },
  problems: ['request.invalid', 'role.not-allowed'],
} as const satisfies Operation;

export const getTransferOperation = {
  id: 'getTransfer',
  method: 'GET',
  path: transferPath,
  tag: 'Transfers',
  summary: 'Read how a transfer stands',
  host: 'queries',
  useCase: 'get-transfer',
  roles: office,
  params: transferParams,
  query: Nothing,
  success: { status: 200, schema: TransferEntry, mediaTypes: json },
  problems: ['request.invalid', 'role.not-allowed', 'transfer.unknown'],
} as const satisfies Operation;

export const transferOperations: readonly Operation[] = [
  proposeTransferOperation,
  listTransfersOperation,
  getTransferOperation,
  acceptTransferOperation,
  refuseTransferOperation,
  withdrawTransferOperation,
];
