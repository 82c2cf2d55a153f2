import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { Id } from '../ids.ts';
import { everyRole } from '../people.ts';
import { json, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { reading } from './problem-lists.ts';
import { paging, programmeParams, programmePath, viewQuery } from './request-parts.ts';

/** A record in whose text, as the reader may see it, every word was found. */
export const Found = z
  .object({
    review: z
      .object({ id: z.string(), title: z.string() })
      .nullable()
      .meta({ description: 'Null where it is of the programme itself' }),
    kind: z.string(),
    id: z.string(),
    called: z.string().meta({ description: 'What the record is called today' }),
    struckOut: z.boolean(),
    texts: z.array(
      z.object({
        field: z.string().meta({ description: 'The field of the record that the words stand in' }),
        label: z.string(),
        excerpt: z.string().meta({ description: 'What stands around the first of the words' }),
      }),
    ),
    earlier: z.object({ sequence: z.int(), effectiveAt: Instant }).nullable().meta({
      description: 'Of a text that the record no longer has: the change that recorded it, and from when it was true',
    }),
  })
  .meta({ id: 'Found' });
export type Found = z.infer<typeof Found>;

export const searchOperation = {
  id: 'searchProgramme',
  method: 'GET',
  path: `${programmePath}/search`,
  tag: 'Record',
  summary: 'Find words in the reviews and registers of a programme, and in what their texts were before',
  host: 'queries',
  useCase: 'search-programme',
  costly: true,
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({
    ...paging,
    q: z.string().max(100, 'must have at most 100 characters').optional().meta({
      description:
        'Each of these words must stand in the texts of a record, as whole words or parts of them, in any case; without words nothing is found',
    }),
    history: z.enum(['true', 'false']).optional().meta({
      description: '`true`: in texts that were changed since as well; for those who may read the history',
    }),
    review: Id.optional().meta({ description: 'In this review alone' }),
    ...viewQuery.shape,
  }),
  success: {
    status: 200,
    schema: pageOf(Found)
      .extend({
        reviews: z.int().meta({ description: 'How many reviews the programme has' }),
        lookedThrough: z.int().meta({
          description:
            'How many of them were looked through, those of the pages before counted in. A page may hold little or nothing: `next` goes on',
        }),
      })
      .meta({ id: 'FoundPage' }),
    mediaTypes: json,
  },
  problems: [...reading, 'programme.unknown', 'review.unknown'],
} as const satisfies Operation;

export const searchOperations: readonly Operation[] = [searchOperation];
