import { type Decided, done } from '#domain/decided.ts';
import { listedAfter } from '#domain/place-in-list.ts';
import { isRated, placeOfReview } from '#domain/review/reviews-in-order.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { RatingsSection } from '#registers/rating/record.ts';
import { listReviewsOperation } from '#schemas/operations/reviews.ts';
import type { Programme } from '#schemas/programme.ts';
import { stageNameIn, stageNow } from '#schemas/stages.ts';
import { readSectionAcross } from '#store/positions/across-reviews.ts';
import { namesThen, namesToday, readPeople } from '#store/records/people.ts';
import { pageAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, leadsNowhere, pinnedCursorOf, requestedPage } from '../http/paging.ts';
import { cursorTextOf, placeFrom, placeInCursor } from '../http/place-in-cursor.ts';
import { requestInvalid } from '../http/request-faults.ts';
import { query } from '../http/use-case.ts';
import type { AsOf } from '../queries/as-of.ts';
import { type ListCall, type Row, readFound } from '../queries/listed-reviews.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { withStagesOf } from '../queries/stages-of-reviews.ts';

type Ratings = ReadonlyMap<string, RatingsSection>;

const overall = (latest: RatingsSection['sro']) =>
  latest && { rating: latest.given.overall.rating, on: latest.given.on };

const summaryOf = (
  { id, version, review }: Row,
  programme: Programme,
  names: ReadonlyMap<string, string>,
  ratings: Ratings | undefined,
) => {
  const { sro = null, assurance = null } = ratings?.get(id) ?? {};
  return {
    id,
    title: review.title,
    services: review.services,
    stage: stageNow(programme, review.stage),
    stageName: stageNameIn(programme.stageModel, stageNow(programme, review.stage)),
    lifecycle: review.lifecycle,
    tier: review.tier,
    portfolio: review.portfolio ?? null,
    directorate: review.directorate ?? null,
    theme: review.theme ?? null,
    sros: review.sros.map((subject) => ({ subject, name: names.get(subject) ?? subject })),
    ...(ratings === undefined ? {} : { ratings: { sro: overall(sro), assurance: overall(assurance) } }),
    ...(isStruckOut(review) ? { struckOut: true } : {}),
    version,
  };
};

/** The last ratings of some reviews, where the list says them. */
const readRatings = async (call: ListCall, deps: ReadsTable, rows: readonly Row[]): Promise<Ratings> => {
  const ids = rows.map(({ id }) => id);
  const sections = await readSectionAcross(deps.table, chainRefOf(call), 'ratings', ids);
  return new Map(sections.map(({ review, content }) => [review, RatingsSection.parse(content)]));
};

const asksByRating = ({ query: { rating, sort } }: ListCall): boolean => rating !== undefined || sort === 'worst';

/** Ratings are kept as they are today. */
const ofToday = (call: ListCall, asOf: AsOf | undefined): Decided<null> =>
  asOf === undefined || !asksByRating(call)
    ? done(null)
    : requestInvalid([
        {
          in: 'query',
          pointer: call.query.rating === undefined ? '/sort' : '/rating',
          message: 'is of today alone: leave out asAt and knownAt',
        },
      ]);

/** Those of the reviews that are shown on a page, in their order, and what the next page goes on after. */
const pageOfRows = (
  call: ListCall,
  { rows, programme, ratings }: { rows: readonly Row[]; programme: Programme; ratings: Ratings | undefined },
  { limit, after }: { limit: number; after: string | undefined },
): Decided<{ readonly shown: readonly Row[]; readonly nextAfter: (count: number) => string | undefined }> => {
  const { rating, sort = 'id', order = 'ascending' } = call.query;
  const sorted = { by: sort, order };
  const place = after === undefined ? undefined : placeFrom(after, sorted);
  if (place === undefined && after !== undefined) return leadsNowhere();
  const wanted = rows.filter(({ id }) => rating === undefined || isRated(ratings?.get(id), rating));
  const placeOf = (row: Row) => placeOfReview(row, sort, programme, ratings?.get(row.id));
  const following = listedAfter(wanted, placeOf, place, order);
  return done({
    shown: following.slice(0, limit),
    nextAfter: (count) => {
      const last = count < following.length ? following[count - 1] : undefined;
      return last && cursorTextOf(placeOf(last), sorted);
    },
  });
};

export const listReviews = query(listReviewsOperation, async (call, deps: ReadsTable) => {
  const { sort = 'id', order = 'ascending', rating } = call.query;
  const isAsStored = sort === 'id' && order === 'ascending' && rating === undefined;
  const page = isAsStored ? requestedPage(call) : requestedPage(call, placeInCursor);
  if (page.kind === 'refused') return page;
  const chainRef = chainRefOf(call);
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const ofThatTime = ofToday(call, asOf);
  if (ofThatTime.kind === 'refused') return ofThatTime;
  const { limit, after } = page.result;
  const found = await readFound(call, deps, { asOf, inOrder: isAsStored ? { afterId: after, limit } : undefined });
  if (found.kind === 'refused') return found;
  const { rows, programme } = found.result;
  const ofAll = asksByRating(call) ? await readRatings(call, deps, rows) : undefined;
  const arranged = isAsStored
    ? done({
        shown: rows.slice(0, limit),
        nextAfter: (count: number) => (rows.length > count ? rows[count - 1]?.id : undefined),
      })
    : pageOfRows(call, { rows, programme, ratings: ofAll }, { limit, after });
  if (arranged.kind === 'refused') return arranged;
  const { shown, nextAfter } = arranged.result;
  const ratings =
    ofAll ?? (asOf === undefined && call.query.sort !== undefined ? await readRatings(call, deps, shown) : undefined);
  const stages = shown.map((row) => row.review.stage);
  const asShown = await withStagesOf(deps, chainRef, programme, stages);
  if (asShown.kind === 'refused') return asShown;
  const people = [...new Set(shown.flatMap((row) => row.review.sros))];
  const registered = await readPeople(deps.table, chainRef.organisation, people);
  const names = asOf === undefined ? namesToday(registered) : namesThen(registered, asOf.asAt);
  return done(
    pageAnswer(
      shown.map((row) => summaryOf(row, asShown.result, names, ratings)),
      (count) => {
        const next = nextAfter(count);
        return asOf === undefined ? cursorOf(next) : pinnedCursorOf(call, next, asOf.known);
      },
    ),
  );
});
