import type * as z from 'zod';
import { type Decided, done, refused } from '#domain/decided.ts';
import type { FeedTable } from '#domain/feeds/column.ts';
import { feedTable, feedTables } from '#domain/feeds/tables.ts';
import { metadataXml } from '#domain/odata/metadata.ts';
import { selected } from '#domain/odata/shaping.ts';
import { getODataResourceOperation } from '#schemas/operations/feeds.ts';
import { changesFrom } from '../feeds/feed-cursor.ts';
import { sourceOf } from '../feeds/feed-sources.ts';
import { objectOfRow } from '../feeds/feed-text.ts';
import { odataAnswer, serviceRoot } from '../feeds/odata-answer.ts';
import { optionsOf, preferencesIn, refusalOfOptions, type TableOptions, tableOptions } from '../feeds/odata-options.ts';
import { type ODataRows, odataRows, rowOfKey } from '../feeds/odata-rows.ts';
import { odataTokenFrom, odataTokenOf } from '../feeds/odata-token.ts';
import { unknownFeed } from '../feeds/unknown-feed.ts';
import type { TextAnswer } from '../http/answer.ts';
import type { Call, ReadsFeeds } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { leadsNowhere } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { readChain } from '../queries/read-chain.ts';

type ODataCall = Call<
  { readonly programmeId: string; readonly resource: string },
  z.output<typeof getODataResourceOperation.query>
>;

/** The address of the same request, with other options in place of some. */
const addressWith = (
  call: ODataCall,
  table: FeedTable,
  given: Readonly<Record<string, string | undefined>>,
): string => {
  const options = Object.entries({ ...call.query, ...given }).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return `${serviceRoot(call)}/${table.name}?${options.join('&')}`;
};

const contextOf = (call: ODataCall, table: FeedTable, columns: FeedTable['columns'], suffix: string): string =>
  `${serviceRoot(call)}/$metadata#${table.name}${columns === table.columns ? '' : `(${columns.map(({ name }) => name).join(',')})`}${suffix}`;

const goneOf = (call: ODataCall, table: FeedTable, key: unknown) => ({
  '@odata.context': `${serviceRoot(call)}/$metadata#${table.name}/$deletedEntity`,
  id: `${serviceRoot(call)}/${table.name}('${encodeURIComponent(String(key))}')`,
  reason: 'deleted',
});

const pageBody = (
  call: ODataCall,
  table: FeedTable,
  { columns, since }: TableOptions,
  { rows, count }: ODataRows,
  link: Readonly<Record<string, string>>,
): string => {
  const key = table.columns.findIndex(({ name }) => name === 'key');
  return JSON.stringify({
    '@odata.context': contextOf(call, table, columns, since === undefined ? '' : '/$delta'),
    ...(count === undefined ? {} : { '@odata.count': count }),
    value: rows.map(({ kind, row }) =>
      kind === 'gone' ? goneOf(call, table, row[key]) : objectOfRow(table, row, columns),
    ),
    ...link,
  });
};

const tableOf = async (call: ODataCall, deps: ReadsFeeds, table: FeedTable): Promise<Decided<TextAnswer>> => {
  const stray = refusalOfOptions(call, tableOptions);
  if (stray !== undefined) return stray;
  const asked = optionsOf(table, call.query);
  if (asked.kind === 'refused') return asked;
  const options = asked.result;
  const { since, skip, top } = options;
  const { $skiptoken: token } = call.query;
  const before = token === undefined ? undefined : odataTokenFrom(token, { table: table.name, since });
  if (token !== undefined && before === undefined) return leadsNowhere();
  const source = await sourceOf(deps, chainRefOf(call), table, call.now);
  if (source.kind === 'refused') return source;
  const { pageSize, tracksChanges } = preferencesIn(call.headers.prefer);
  const start = before?.continued ?? { after: undefined, sorted: undefined, skip, top };
  const page = await odataRows(table, source.result, options, start, pageSize);
  if (page.kind === 'refused') return page;
  const { next } = page.result;
  const from = before?.from ?? changesFrom(call.now);
  const tracks = table.saysWhatIsGone && (tracksChanges || since !== undefined || before?.tracks === true);
  const link: Readonly<Record<string, string>> =
    next !== undefined
      ? {
          '@odata.nextLink': addressWith(call, table, {
            $skiptoken: odataTokenOf({ table: table.name, from, since, tracks, continued: next }),
          }),
        }
      : tracks
        ? {
            '@odata.deltaLink': addressWith(call, table, {
              ...{ $skiptoken: undefined, $orderby: undefined, $top: undefined, $skip: undefined, $count: undefined },
              $deltatoken: from,
            }),
          }
        : {};
  const applied = tracks && tracksChanges ? { 'preference-applied': 'odata.track-changes' } : {};
  return done(odataAnswer(pageBody(call, table, options, page.result, link), applied));
};

const rowOf = async (
  call: ODataCall,
  deps: ReadsFeeds,
  table: FeedTable,
  key: string,
): Promise<Decided<TextAnswer>> => {
  const stray = refusalOfOptions(call, ['$select', '$format', 'view']);
  if (stray !== undefined) return stray;
  const columns = selected(table, call.query.$select);
  if (columns.kind === 'refused') return columns;
  const source = await sourceOf(deps, chainRefOf(call), table, call.now);
  if (source.kind === 'refused') return source;
  const row = await rowOfKey(table, source.result, key);
  if (row === undefined)
    return refused({ code: 'entry.unknown', detail: `The table ${table.name} has no row ${key}.` });
  const context = { '@odata.context': contextOf(call, table, columns.result, '/$entity') };
  return done(odataAnswer(JSON.stringify({ ...context, ...objectOfRow(table, row, columns.result) })));
};

const metadataOf = async (call: ODataCall, deps: ReadsFeeds): Promise<Decided<TextAnswer>> => {
  const programme = await readChain(deps, chainRefOf(call));
  if (programme.kind === 'refused') return programme;
  return done(odataAnswer(metadataXml(feedTables), {}, 'application/xml;charset=utf-8'));
};

const aKey = /^([A-Za-z]+)\((?:key=)?'((?:[^']|'')*)'\)$/;

export const getODataResource = query(getODataResourceOperation, async (call, deps: ReadsFeeds) => {
  const { resource } = call.params;
  if (resource === '$metadata') return metadataOf(call, deps);
  const [, named, key] = aKey.exec(resource) ?? [];
  const name = named ?? resource;
  const table = feedTable(name);
  if (table === undefined) return refused(unknownFeed(name));
  return key === undefined ? tableOf(call, deps, table) : rowOf(call, deps, table, key.replaceAll("''", "'"));
});
