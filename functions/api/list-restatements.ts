import { done } from '#domain/decided.ts';
import { recordedAfterItsEnd } from '#domain/report/late-changes.ts';
import { counted, monthInWords } from '#language/in-words.ts';
import type { Instant, ReportMonth } from '#language/time.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { listRestatementsOperation } from '#schemas/operations/history.ts';
import { readReviewHeads } from '#store/positions/position-pages.ts';
import { readEvents } from '#store/records/records.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ChainRef, ProgrammeRef } from '#store/table/keys.ts';
import { jsonAnswer } from '../http/answer.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import { nameAmongHeads, readKnown, readPublications } from '../queries/list-published-months.ts';
import { readChain } from '../queries/read-chain.ts';

interface Published {
  readonly month: ReportMonth;
  readonly revision: number;
  /** The sequence that the report knew of each chain. */
  readonly known: ReadonlyMap<string, number>;
}

/** The latest revision of each published month, or of those published by then, with the heads that it was made from. */
const publishedMonths = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  by: Instant | undefined,
): Promise<readonly Published[]> =>
  Promise.all(
    [...(await readPublications(deps, programmeRef, by))].map(async ([month, publications]) => {
      const revision = Math.max(...publications.map((one) => one.revision));
      return { month, revision, known: await readKnown(deps, programmeRef, month, revision) };
    }),
  );

/** What of a chain a month's report would count but did not know. */
const unknownTo = (
  events: readonly HistoryEvent[],
  { month, known }: Published,
  chain: ChainRef,
): readonly HistoryEvent[] =>
  events.filter(
    (event) => event.sequence > (known.get(nameAmongHeads(chain)) ?? 0) && recordedAfterItsEnd(event, month),
  );

export const listRestatements = query(listRestatementsOperation, async (call, deps: ReadsTable) => {
  const chainRef = chainRefOf(call);
  const programme = await readChain(deps, chainRef);
  if (programme.kind === 'refused') return programme;
  const by = requestedAsAt(call);
  const months = await publishedMonths(deps, chainRef, by);
  const late = new Map<ReportMonth, { review: string | null; event: HistoryEvent }[]>(
    months.map((one) => [one.month, []]),
  );
  const look = async (chain: ChainRef, among: readonly Published[]): Promise<void> => {
    if (among.length === 0) return;
    const events = (await readEvents(deps.table, chain)).filter((event) => by === undefined || event.recordedAt <= by);
    for (const month of among)
      late.get(month.month)?.push(...unknownTo(events, month, chain).map((event) => ({ review: chain.review, event })));
  };
  await look({ ...chainRef, review: null }, months);
  for await (const reviews of readReviewHeads(deps.table, chainRef))
    for (const { review, head } of reviews) {
      // The head says of which months something came late; only where a report did not know it is history read.
      const suspect = months.filter(
        (month) =>
          head instanceof UnreadableItem ||
          head.recordedLate.some((one) => one.month <= month.month && one.sequence > (month.known.get(review) ?? 0)),
      );
      await look({ ...chainRef, review }, suspect);
    }
  return done(
    jsonAnswer({
      items: months.flatMap(({ month, revision }) => {
        const changes = late.get(month) ?? [];
        return changes.length === 0
          ? []
          : [
              {
                month,
                revision,
                sentence: `${counted(changes.length, 'change')} recorded since would change the report of ${monthInWords(month)}; a revision, with its reason, would take them in.`,
                changes: changes.map(({ review, event }) => ({
                  review,
                  sequence: event.sequence,
                  recordRef: event.recordRef,
                  effectiveAt: event.effectiveAt,
                  recordedAt: event.recordedAt,
                  by: event.by,
                })),
              },
            ];
      }),
    }),
  );
});
