import { markedReason, markedState } from '#domain/exemption/marked-state.ts';
import { type Exemption, exemptionOf } from '#schemas/exemption.ts';
import type { HistoryEvent, ThingState } from '#schemas/history.ts';
import { endOfTime, foldThings, thingAt } from '#store/records/records.ts';

export const thingNameOf = ({ thing }: Pick<HistoryEvent, 'thing'>): string => `${thing.kind}#${thing.id}`;

/** What an event told, withheld text with its marks. */
export type MarkedContents = Pick<HistoryEvent, 'reason'> & { readonly after: ThingState };

/**
 * How the events of a chain are told: what each left of its thing, and the reason given, with marks on what is withheld
 * by the exemption that it told itself and by the one that stands on its thing today.
 */
export const markingOf = (chain: readonly HistoryEvent[]): ((event: HistoryEvent) => MarkedContents) => {
  const today = new Map<string, Exemption>();
  for (const thing of foldThings(chain, endOfTime, Number.POSITIVE_INFINITY)) {
    const exempt = exemptionOf(thing.state.record);
    if (exempt !== undefined) today.set(thingNameOf({ thing }), exempt);
  }
  return (event) => {
    const thing = thingAt(event);
    const standing = [exemptionOf(event.after.record), today.get(thingNameOf(event))].filter(
      (one) => one !== undefined,
    );
    return {
      after: markedState(thing, standing),
      ...(event.reason === undefined ? {} : { reason: markedReason(event.reason, thing, standing) }),
    };
  };
};
