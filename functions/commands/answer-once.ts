import { earlierWinner, keepAnswer } from '#store/records/idempotency.ts';
import { savePerson } from '#store/records/people-register.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { WritesTable } from '../http/call.ts';
import { throughSchema } from '../http/http-answer.ts';
import type { Sent } from './act.ts';
import { type ChangeOutcome, recorded } from './change-outcome.ts';
import { earlierOutcome } from './earlier-outcome.ts';

/** Keeps the answer of a request that came to many transactions, after them; of two equal requests the first one's holds. */
export const answerOnce = async (call: Sent, deps: WritesTable, body: object): Promise<ChangeOutcome> => {
  throughSchema(call.operation, body);
  const status = call.operation.success.status;
  const { identity } = call;
  if (identity === undefined) return recorded(jsonAnswer(body, {}, status));
  const kept = await savePerson(deps.table, [
    keepAnswer(deps.table, identity, { status, headers: {}, body }, call.now),
  ]);
  const winner = kept.kind === 'committed' ? undefined : kept.failed.get('idempotency');
  return winner === undefined
    ? recorded(jsonAnswer(body, {}, status))
    : earlierOutcome(deps.table, call, earlierWinner(winner, identity));
};
