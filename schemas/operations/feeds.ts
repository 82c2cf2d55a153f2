import * as z from 'zod';
import { GivenInstant, LocalDate } from '#language/time.ts';
import { Feeds } from '../feeds.ts';
import { feedPage, pageSizePattern } from '../limits.ts';
import { everyRole } from '../people.ts';
import type { ProblemCode } from '../problems.ts';
import { json } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { paging, programmeParams, programmePath } from './request-parts.ts';

/*
 * The tables that tools read (docs/adr/0110-feeds.md). Whoever asks is shown the public view: what a tool reads goes on to its readers.
 */

/** There is one to choose from. */
const view = z.literal('public').optional().meta({ description: 'The view that is shown, whoever asks: `public`' });

/** Nobody is refused a view here. */
const reading: readonly ProblemCode[] = ['request.invalid', 'role.not-allowed', 'answer.too-large'];

const tableName = z
  .string()
  .regex(/^[a-z][A-Za-z]{0,80}$/, 'must be the name of a table, as GET /programmes/{programmeId}/feeds lists them');

export const listFeedsOperation = {
  id: 'listFeeds',
  method: 'GET',
  path: `${programmePath}/feeds`,
  tag: 'Feeds',
  summary: 'List the tables that tools can read, with their data dictionary',
  host: 'queries',
  useCase: 'list-feeds',
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({ view }),
  success: { status: 200, schema: Feeds, mediaTypes: json },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;

export const getFeedOperation = {
  id: 'getFeed',
  method: 'GET',
  path: `${programmePath}/feeds/{table}`,
  tag: 'Feeds',
  summary: 'Read the rows of a table, in the public view: all of them, or those that changed',
  host: 'queries',
  useCase: 'get-feed',
  costly: true,
  roles: everyRole,
  params: z.strictObject({ ...programmeParams.shape, table: tableName }),
  query: z.strictObject({
    format: z.enum(['csv', 'jsonl']).optional().meta({
      description: 'In place of the header Accept, for tools that send none: `csv`, the default, or `jsonl`',
    }),
    changedSince: z
      .union([LocalDate, GivenInstant], {
        error: 'must be a date written 2014-04-30 or an instant written 2014-04-30T22:59:59Z',
      })
      .optional()
      .meta({
        description:
          'Rows that were recorded or changed then or later, and in the column `removed` those that are gone since. Take it from the link to the changes that the last page gave before',
      }),
    limit: z
      .string()
      .regex(pageSizePattern(feedPage), `must be a whole number from 1 to ${feedPage.most}`)
      .optional()
      .meta({
        description: `At most so many rows, 1 to ${feedPage.most}; default ${feedPage.byDefault}. Fewer where an answer has no room for more, or much was looked through`,
      }),
    cursor: paging.cursor,
    view,
  }),
  success: { status: 200, schema: z.string(), mediaTypes: ['text/csv', 'application/jsonl'] },
  problems: [...reading, 'programme.unknown', 'feed.unknown', 'answer.not-acceptable'],
} as const satisfies Operation;

export const getODataServiceOperation = {
  id: 'getODataService',
  method: 'GET',
  path: `${programmePath}/odata`,
  tag: 'OData',
  summary: 'The tables that tools can read as an OData 4.0 service: its service document',
  host: 'queries',
  useCase: 'get-odata-service',
  errors: 'odata',
  roles: everyRole,
  params: programmeParams,
  query: z.looseObject({
    $format: z.string().max(100).optional().meta({ description: '`json` alone' }),
    view,
  }),
  success: { status: 200, schema: z.looseObject({}), mediaTypes: json },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;

const option = (description: string) =>
  z.string().max(4_000, 'must have at most 4000 characters').optional().meta({ description });

/** What may be asked of a table: every other option is refused by name. */
const ODataQuery = z.looseObject({
  $select: option('Columns, with commas between them'),
  $filter: option(
    'Which rows: columns and values compared by eq, ne, gt, ge, lt, le and in, or by contains, startswith and endswith, also within tolower and toupper; joined by and, or, not and parentheses',
  ),
  $orderby: option('Columns, each with asc or desc after it; of a table that is not too large to be read at once'),
  $top: option('At most so many rows'),
  $skip: option('After so many'),
  $count: option('`true`: how many rows there are in all; of a table that is not too large to be read at once'),
  $skiptoken: option('Where the next page goes on: from `@odata.nextLink`'),
  $deltatoken: option('From when what changed is asked: from `@odata.deltaLink`'),
  $format: option('`json` alone'),
  view,
});

export const getODataResourceOperation = {
  id: 'getODataResource',
  method: 'GET',
  path: `${programmePath}/odata/{resource}`,
  tag: 'OData',
  summary:
    "Read a table of the OData service (`risks`), one of its rows (`risks('property.lease')`) or what there is (`$metadata`, in XML)",
  host: 'queries',
  useCase: 'get-odata-resource',
  errors: 'odata',
  costly: true,
  roles: everyRole,
  params: z.strictObject({
    ...programmeParams.shape,
    resource: z
      .string()
      .regex(
        /^(?:\$metadata|[A-Za-z]{1,81}(?:\([^()]{1,400}\))?)$/,
        "must be a table, a row as risks('property.lease'), or $metadata",
      ),
  }),
  query: ODataQuery,
  success: { status: 200, schema: z.looseObject({}), mediaTypes: json },
  problems: [...reading, 'programme.unknown', 'feed.unknown', 'entry.unknown'],
} as const satisfies Operation;

export const feedOperations: readonly Operation[] = [
  listFeedsOperation,
  getFeedOperation,
  getODataServiceOperation,
  getODataResourceOperation,
];
