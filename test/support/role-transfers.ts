import * as z from 'zod';
import type { Operation } from '#schemas/operations.ts';
import type { Asked } from './client.ts';
import { exampleBodyOf } from './examples.ts';
import { organisations, programmeRecord } from './role-record.ts';

interface Willing {
  readonly params: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks as somebody of the record's organisation, or of another, and takes no refusal. */
type MustOf = (operation: string, asked: Asked, organisation?: string) => Promise<unknown>;

const neighbour = 'medway';
const Proposed = z.object({ id: z.string() });

/** Whether an operation is of a transfer of a programme. */
export const isOfTransfer = ({ path }: Operation): boolean =>
  path.includes('{transferId}') || path.endsWith('/transfers');

/** A programme of its own for each request, for it goes once: to a neighbour, or from there where its office answers. */
export const willingToTransfer = async (must: MustOf, operation: Operation, turn: number): Promise<Willing> => {
  const isAnswer = ['accept-transfer', 'refuse-transfer'].includes(operation.useCase);
  const [from, to] = isAnswer ? [neighbour, organisations.own] : [organisations.own, neighbour];
  const body = exampleBodyOf(operation);
  if (operation.path === '/transfers') return { params: {}, headers: {} };
  const params = { programmeId: `goes-${turn}` };
  await must('putProgramme', { params, body: programmeRecord, headers: { 'if-none-match': '*' } }, from);
  if (operation.useCase === 'propose-transfer') return { params, headers: {}, body };
  const proposal = { to, reason: 'The councils are reorganised', until: '2150-03-31' };
  const { id } = Proposed.parse(await must('proposeTransfer', { params, body: proposal }, from));
  return { params: { transferId: id }, headers: {}, ...(body === undefined ? {} : { body }) };
};
