import { done } from '#domain/decided.ts';
import { programmeHeadName } from '#schemas/export.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import type { ReportMonth } from '#schemas/time.ts';
import { endOfMonth } from '#schemas/time.ts';
import { counted, monthInWords } from '#schemas/words.ts';
import { readCards } from '#store/cards.ts';
import { UnreadableItem } from '#store/items.ts';
import type { Place, ProgrammePlace } from '#store/keys.ts';
import { readHeads, readPublished } from '#store/reports.ts';
import { readEvents } from '#store/things.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { placeOf } from '../kit/place.ts';
import { readPlace } from '../kit/read-place.ts';

interface Published {
  readonly month: ReportMonth;
  readonly revision: number;
  /** The sequence that the report knew of each chain, by review; the programme's own under `#programme`. */
  readonly known: ReadonlyMap<string, number>;
}

/** The latest revision of each published month with the heads that it was made from. */
const publishedMonths = async (deps: ReadsTable, place: ProgrammePlace): Promise<readonly Published[]> => {
  const latest = new Map<ReportMonth, number>();
  for await (const { content } of readPublished(deps.table, place)) latest.set(content.month, content.revision);
  return Promise.all(
    [...latest].map(async ([month, revision]) => {
      const { heads } = await readHeads(deps.table, place, month, revision);
      return { month, revision, known: new Map(heads.map(([name, sequence]) => [name, sequence])) };
    }),
  );
};

/** What of a chain a month's report would count but did not know. A return of the month itself is told after its end. */
const unknownTo = (
  events: readonly HistoryEvent[],
  { month, known }: Published,
  name: string,
): readonly HistoryEvent[] =>
  events.filter(
    (event) =>
      event.thing.kind !== 'publication' &&
      event.sequence > (known.get(name) ?? 0) &&
      event.effectiveAt <= endOfMonth(month),
  );

export const listRestatements: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const programme = await readPlace(deps, place);
  if (programme.kind === 'refused') return programme;
  const months = await publishedMonths(deps, place);
  const late = new Map<ReportMonth, { review: string | null; event: HistoryEvent }[]>(
    months.map((one) => [one.month, []]),
  );
  const look = async (chain: Place, name: string, among: readonly Published[]): Promise<void> => {
    if (among.length === 0) return;
    const events = await readEvents(deps.table, chain);
    for (const month of among)
      late.get(month.month)?.push(...unknownTo(events, month, name).map((event) => ({ review: chain.review, event })));
  };
  await look({ ...place, review: null }, programmeHeadName, months);
  for await (const cards of readCards(deps.table, place))
    for (const { review, card } of cards) {
      // The card says of which months something came late; only where a report did not know it is history read.
      const suspect = months.filter(
        (month) =>
          card instanceof UnreadableItem ||
          card.toldLate.some((one) => one.month <= month.month && one.sequence > (month.known.get(review) ?? 0)),
      );
      await look({ ...place, review }, review, suspect);
    }
  return done({
    status: 200,
    headers: {},
    body: {
      items: months.flatMap(({ month, revision }) => {
        const changes = late.get(month) ?? [];
        return changes.length === 0
          ? []
          : [
              {
                month,
                revision,
                sentence: `${counted(changes.length, 'change')} told since would change the report of ${monthInWords(month)}; a revision, with its reason, would take them in.`,
                changes: changes.map(({ review, event }) => ({
                  review,
                  sequence: event.sequence,
                  thing: event.thing,
                  effectiveAt: event.effectiveAt,
                  recordedAt: event.recordedAt,
                  by: event.by,
                })),
              },
            ];
      }),
    },
  });
};
