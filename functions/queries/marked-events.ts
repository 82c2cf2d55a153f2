import { markedFileDigest, markedReason, markedState } from '#domain/exemption/marked-state.ts';
import { type Exemption, exemptionOf } from '#schemas/exemption.ts';
import type { HistoryEvent, RecordState } from '#schemas/history.ts';
import { endOfTime, foldRecords, recordAt } from '#store/records/records.ts';

export const recordRefOf = ({ recordRef }: Pick<HistoryEvent, 'recordRef'>): string =>
  `${recordRef.kind}#${recordRef.id}`;

/** What an event recorded, withheld text with its marks. */
export type MarkedContents = Pick<HistoryEvent, 'reason' | 'fileDigest'> & { readonly after: RecordState };

/**
 * How the events of a chain are shown: what each left of its record, and the reason given, with marks on what is withheld
 * by its own exemption and by the current one of its record.
 */
export const markingOf = (chain: readonly HistoryEvent[]): ((event: HistoryEvent) => MarkedContents) => {
  const today = new Map<string, Exemption>();
  for (const storedRecord of foldRecords(chain, endOfTime, Number.POSITIVE_INFINITY)) {
    const exempt = exemptionOf(storedRecord.state.record);
    if (exempt !== undefined) today.set(recordRefOf({ recordRef: storedRecord }), exempt);
  }
  return (event) => {
    const storedRecord = recordAt(event);
    const inForce = [exemptionOf(event.after.record), today.get(recordRefOf(event))].filter((one) => one !== undefined);
    return {
      after: markedState(storedRecord, inForce),
      ...(event.fileDigest === undefined ? {} : { fileDigest: markedFileDigest(event.fileDigest, storedRecord) }),
      ...(event.reason === undefined ? {} : { reason: markedReason(event.reason, storedRecord, inForce) }),
    };
  };
};
