import type * as z from 'zod';
import { type Decided, done, refused } from '#domain/decided.ts';
import { feedTable } from '#domain/feeds/tables.ts';
import { startOfDay } from '#language/time.ts';
import { feedPage } from '#schemas/limits.ts';
import { getFeedOperation } from '#schemas/operations/feeds.ts';
import type { MediaType } from '#schemas/operations.ts';
import { changesFrom, feedCursorFrom, feedCursorOf } from '../feeds/feed-cursor.ts';
import { sourceOf } from '../feeds/feed-sources.ts';
import { csvOfRows, jsonLineOf } from '../feeds/feed-text.ts';
import { takeRows } from '../feeds/take-rows.ts';
import { unknownFeed } from '../feeds/unknown-feed.ts';
import { preferredType } from '../http/accept.ts';
import { textAnswer } from '../http/answer.ts';
import type { Call, ReadsFeeds } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { leadsNowhere } from '../http/paging.ts';
import { RoomForLines } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { notCached } from '../http/view-access.ts';

type FeedCall = Call<{ readonly programmeId: string; readonly table: string }, z.output<typeof getFeedOperation.query>>;

const typeOf = ({ headers, query: { format }, operation }: FeedCall): Decided<MediaType> => {
  if (format !== undefined) return done(format === 'csv' ? 'text/csv' : 'application/jsonl');
  const offered = operation.success.mediaTypes;
  const type = preferredType(headers.accept, offered);
  return type === undefined
    ? refused({
        code: 'answer.not-acceptable',
        detail: `A table is offered as ${offered.join(' and ')}.`,
        facts: { offered: [...offered] },
      })
    : done(type);
};

/** How a link to the changes that come is marked: no registered relation means it. */
const toChanges = 'urn:transformation-tracker:changes';

export const getFeed = query(getFeedOperation, async (call, deps: ReadsFeeds) => {
  const { params, query: asked, now } = call;
  const type = typeOf(call);
  if (type.kind === 'refused') return type;
  const table = feedTable(params.table);
  if (table === undefined) return refused(unknownFeed(params.table));
  const since = asked.changedSince?.length === 10 ? startOfDay(asked.changedSince) : asked.changedSince;
  const cursor = asked.cursor === undefined ? undefined : feedCursorFrom(asked.cursor, { table: table.name, since });
  if (cursor === undefined && asked.cursor !== undefined) return leadsNowhere();
  const source = await sourceOf(deps, chainRefOf(call), table, now);
  if (source.kind === 'refused') return source;
  const room = new RoomForLines();
  const { rows, next } = await takeRows(source.result, {
    after: cursor?.after,
    since,
    limit: Number(asked.limit ?? feedPage.byDefault),
    takes: (taken) => room.takes(jsonLineOf(table, taken)),
  });
  const from = cursor?.from ?? changesFrom(now);
  const linkTo = (more: Readonly<Record<string, string>>): string => {
    const { format, limit } = asked;
    const kept = { ...(format === undefined ? {} : { format }), ...(limit === undefined ? {} : { limit }) };
    return `/programmes/${params.programmeId}/feeds/${table.name}?${new URLSearchParams({ ...kept, ...more })}`;
  };
  const sameSince = asked.changedSince === undefined ? {} : { changedSince: asked.changedSince };
  const link =
    next === undefined
      ? `<${linkTo({ changedSince: from })}>; rel="${toChanges}"`
      : `<${linkTo({ ...sameSince, cursor: feedCursorOf({ table: table.name, from, since, after: next }) })}>; rel="next"`;
  const isCsv = type.result === 'text/csv';
  return done(
    textAnswer(
      isCsv ? 'text/csv; charset=utf-8' : type.result,
      isCsv ? csvOfRows(table, rows) : rows.map((row) => `${jsonLineOf(table, row)}\n`).join(''),
      { link, vary: 'Accept, Authorization', 'cache-control': notCached },
    ),
  );
});
