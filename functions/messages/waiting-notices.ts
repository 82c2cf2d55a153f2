import { LRUCache } from 'lru-cache';
import { addresseesOf, type Directory, type People } from '#domain/messages/addressed.ts';
import { type ChannelFor, channelsFor } from '#domain/messages/channels.ts';
import { type Known, nameOfNotice, type Sendable, sendableOn } from '#domain/messages/moments.ts';
import type { Waiting } from '#domain/messages/next-message.ts';
import { monthToClose, reportPublished } from '#domain/messages/notices-of-programme.ts';
import { noticesOfReview } from '#domain/messages/notices-of-review.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { isHandedOver } from '#domain/transfer.ts';
import { dayOf } from '#language/time.ts';
import { subjectOfChannel } from '#schemas/message.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import { isForPractice } from '#schemas/practice.ts';
import { Programme } from '#schemas/programme.ts';
import { digestOf } from '#store/digests/digest.ts';
import { type ReviewAcross, readReviewsAcross } from '#store/positions/across-reviews.ts';
import { readProgrammesPage } from '#store/records/programmes.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { readDue } from '#store/reports/due.ts';
import { readReportList } from '#store/reports/reports.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { causeOf, log, logged } from '../http/log.ts';
import { readPositionsOfNotices } from '../queries/positions-of-notices.ts';
import { settingsOfMonths } from '../queries/settings-of-months.ts';
import { readForChannels, readOwnOverdue, readQueries } from './notices-beside-positions.ts';

/** Of the reports that were published so many are looked at: a revision of an earlier month may come after that of the latest. */
const latestReports = 3;

/**
 * Positions as they were read last, by review, for sweeps that follow each other closely, as when a sample programme is recorded: of 65 reviews
 * without a change a sweep takes some 70 ms in place of 180 (the medians of six pairs, 30 November 2026). On AWS, where the next comes in a
 * quarter of an hour, it holds nothing that is used. No longer than that: words that are redacted meanwhile leave a position without another
 * event of its review.
 */
const remembered = new LRUCache<string, { readonly sequence: number; readonly position: ReviewPosition }>({
  max: 5_000,
  ttl: 60_000,
});

/** The positions of reviews; those that have not changed since are remembered. */
const readPositions = async (
  deps: ReadsTable,
  { organisation, programme }: ProgrammeRef,
  reviews: readonly ReviewAcross[],
): Promise<ReadonlyMap<string, ReviewPosition>> => {
  const nameOf = (review: string): string => `${deps.table.name}#${organisation}#${programme}#${review}`;
  const changed = reviews.filter(({ review, sequence }) => remembered.get(nameOf(review))?.sequence !== sequence);
  const has = new Map(changed.map((one) => [one.review, one.has]));
  const read = await readPositionsOfNotices(
    deps,
    { organisation, programme },
    changed.map(({ review }) => review),
    (review, section) => has.get(review)?.(section) === true,
  );
  for (const { review, sequence } of changed) {
    const position = read.get(review);
    // What was changed after its head was read is read again by the next sweep, whose head is another.
    if (position !== undefined) remembered.set(nameOf(review), { sequence, position });
  }
  return new Map(
    reviews.flatMap(({ review }) => {
      const position = read.get(review) ?? remembered.get(nameOf(review))?.position;
      return position === undefined ? [] : [[review, position] as const];
    }),
  );
};

const readOfReviews = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { state, effectiveAt: since }: StoredRecord,
  reviews: readonly ReviewAcross[],
  now: string,
): Promise<readonly Known[]> => {
  const programme = Programme.parse(state.record);
  const [settingsOf, positions] = await Promise.all([
    settingsOfMonths(deps, programmeRef, { programme, since, now }),
    readPositions(deps, programmeRef, reviews),
  ]);
  return reviews.flatMap(({ review: reviewId, recordedAt }) => {
    const position = positions.get(reviewId);
    return position === undefined
      ? []
      : noticesOfReview(
          { programmeId: programmeRef.programme, reviewId, recordedAt, position },
          { programme, settingsOf, now },
        );
  });
};

const ofProgramme = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  stored: StoredRecord,
  now: string,
): Promise<readonly Known[]> => {
  const options = { limit: latestReports, after: undefined, by: now };
  const [due, { items }] = await Promise.all([
    readDue(deps.table, programmeRef),
    readReportList(deps.table, programmeRef, options),
  ]);
  const of = { programmeId: programmeRef.programme, title: Programme.parse(stored.state.record).name };
  return [...(due === undefined ? [] : [monthToClose(of, due, now)]), ...items.map((one) => reportPublished(of, one))];
};

/** A notice as somebody has it: by a name of the same few letters, whatever it is about; sendable where it is one to send today. */
interface OfPerson {
  readonly person: string;
  readonly name: string;
  readonly sendable: Sendable | undefined;
}

/** Whom notices are for: people, and channels of the council's. */
interface ToWhom {
  readonly people: People;
  readonly channels: readonly ChannelFor[];
}

/** What is so of one programme today, by whom it is for. */
const ofOneProgramme = async (
  deps: ReadsTable,
  organisation: string,
  stored: StoredRecord,
  { people, channels }: ToWhom,
  now: string,
): Promise<readonly OfPerson[]> => {
  const programmeRef = { organisation, programme: stored.id };
  const reviews = (await readReviewsAcross(deps.table, programmeRef)).filter(({ listed }) => !isStruckOut(listed));
  const programme = Programme.parse(stored.state.record);
  const ofReviews = await readOfReviews(deps, programmeRef, stored, reviews, now);
  const known = [
    ...ofReviews,
    ...(await readQueries(deps, programmeRef, ofReviews)),
    ...(await ofProgramme(deps, programmeRef, stored, now)),
    ...(await readOwnOverdue(deps, programmeRef, programme, now)),
    ...(channels.length === 0 ? [] : await readForChannels(deps, programmeRef, programme, { reviews, ofReviews, now })),
  ];
  const directory: Directory = {
    people,
    named: new Map(reviews.map(({ review, listed }) => [review, listed])),
    today: dayOf(now),
  };
  return known.flatMap((one) => {
    const sendable = sendableOn(one, directory.today);
    const name = digestOf(nameOfNotice(one)).slice(0, 22);
    const to = [...addresseesOf(one.notice, directory), ...channelsFor(one.notice, channels).map(subjectOfChannel)];
    return to.map((person) => ({ person, name, sendable }));
  });
};

/** What is to be sent in an organisation today, by person; not whole where a programme could not be read. */
export interface WaitingNotices {
  readonly byPerson: ReadonlyMap<string, Waiting>;
  readonly isWhole: boolean;
}

export const readWaitingNotices = async (
  deps: ReadsTable,
  organisation: string,
  to: ToWhom,
  now: string,
): Promise<WaitingNotices> => {
  const byPerson = new Map<string, { names: Set<string>; sendable: (Sendable & { name: string })[] }>();
  let isWhole = true;
  let afterId: string | undefined;
  do {
    const { programmes, nextId } = await readProgrammesPage(deps.table, organisation, { limit: 100, afterId });
    for (const stored of programmes) {
      if (isHandedOver(stored.state) || isForPractice(stored.id)) continue;
      try {
        for (const { person, name, sendable } of await ofOneProgramme(deps, organisation, stored, to, now)) {
          const found = byPerson.get(person) ?? { names: new Set(), sendable: [] };
          byPerson.set(person, found);
          found.names.add(name);
          if (sendable !== undefined) found.sendable.push({ ...sendable, name });
        }
      } catch (error) {
        if (!(error instanceof UnreadableItem)) throw error;
        // One that cannot be read keeps nobody from what waits for them in the others.
        log.error(logged.itemUnreadable, { programme: stored.id, ...causeOf(error) });
        isWhole = false;
      }
    }
    afterId = nextId;
  } while (afterId !== undefined);
  return { byPerson, isWhole };
};
