import * as z from 'zod';
import { GivenInstant, LocalDate } from '#language/time.ts';

/*
 * The headers of requests and answers, as the OpenAPI document describes them.
 */

export const header = {
  ifMatch: z.string().meta({
    description: 'The `ETag` of the version that is changed or judged, as it was read',
    example: '"business-case:tomorrow/property/outline-case:3"',
    param: { id: 'IfMatch' },
  }),
  ifMatchToChange: z
    .string()
    .optional()
    .meta({
      description: 'To change: the `ETag` of the version that is changed. Exactly one of If-Match and If-None-Match',
      example: '"review:tomorrow/property:3"',
      param: { id: 'IfMatchToChange' },
    }),
  ifNoneMatchToCreate: z
    .literal('*')
    .optional()
    .meta({
      description: 'To create: `*`. Exactly one of If-Match and If-None-Match',
      param: { id: 'IfNoneMatchToCreate' },
    }),
  ifMatchOrNeither: z
    .string()
    .optional()
    .meta({
      description:
        'Only where that version is there: its `ETag`. With neither If-Match nor If-None-Match, whatever is there is changed',
      example: '"ledger-period:tomorrow/2025-26-p09:3"',
      param: { id: 'IfMatchOrNeither' },
    }),
  ifNoneMatchOrNeither: z
    .literal('*')
    .optional()
    .meta({ description: 'Only where nothing is there: `*`', param: { id: 'IfNoneMatchOrNeither' } }),
  ifNoneMatch: z
    .string()
    .optional()
    .meta({
      description: 'The `ETag` already held: the answer is 304 where nothing has changed',
      param: { id: 'IfNoneMatch' },
    }),
  key: z
    .string()
    .meta({ description: 'A key of the caller’s making; send it again to repeat', param: { id: 'IdempotencyKey' } }),
  keyOfPut: z
    .string()
    .optional()
    .meta({
      description: 'A key of the caller’s making; send it again to repeat',
      param: { id: 'IdempotencyKeyOfPut' },
    }),
  effectiveAt: z
    .union([LocalDate, GivenInstant])
    .optional()
    .meta({
      description: 'From when this is true: an instant, or a date (00:00 Europe/London); default: now',
      param: { id: 'EffectiveAt' },
    }),
};

export const ETag = z
  .string()
  .optional()
  .meta({ description: 'The version answered', header: { id: 'ETag' } });
export const fromMemory = {
  Age: z
    .string()
    .optional()
    .meta({
      description:
        'Set while the record cannot be reached: the seconds since it last said what is answered here, from memory',
      header: { id: 'Age' },
    }),
  'Cache-Status': z
    .string()
    .optional()
    .meta({
      description: 'Set together with `Age`: `transformation-tracker; hit; detail=record-not-reached` (RFC 9211)',
      header: { id: 'CacheStatus' },
    }),
};
export const Location = z
  .string()
  .meta({ description: 'Where to ask how far it has come', header: { id: 'Location' } });
export const RetryAfter = z
  .string()
  .meta({ description: 'Seconds to wait before trying again', header: { id: 'RetryAfter' } });
