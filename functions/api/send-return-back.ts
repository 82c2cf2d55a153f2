import { sendReturnBack as decideSendBack } from '#registers/return/rules.ts';
import { sendReturnBackOperation } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const sendReturnBack = command(sendReturnBackOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: 'sent-back',
    decide: (loaded, { state, version }, command) =>
      decideSendBack({ review: mustHaveReview(loaded), state, version, request, command }),
  });
});
