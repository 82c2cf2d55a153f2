import { dayOf } from '#language/time.ts';
import type { TransferEntry } from '#schemas/transfer.ts';
import type { StoredTransfer } from '#store/transfers/transfers.ts';
import type { Call } from '../http/call.ts';

/** A transfer as either office reads it. */
export const transferView = (transfer: StoredTransfer, { actor, now }: Pick<Call, 'actor' | 'now'>): TransferEntry => {
  const { id, from, to, programme, words, until, state, proposed, answered, receivedAt } = transfer;
  return {
    ...{ id, from, to, programme, until },
    side: actor.organisation === from ? 'gives' : 'receives',
    name: words?.name ?? null,
    reason: words?.reason ?? null,
    state: state === 'proposed' && until < dayOf(now) ? 'lapsed' : state,
    proposedAt: proposed.at,
    proposedBy: proposed.by,
    answeredAt: answered?.at ?? null,
    answeredBy: answered?.by ?? null,
    receivedAt: receivedAt ?? null,
  };
};
