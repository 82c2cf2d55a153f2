import * as z from 'zod';
import { ReportMonth } from '#language/time.ts';
import { Id } from '../ids.ts';
import { Revision } from './request-parts.ts';

/** Which report: of a month, of a month or the latest, or a revision of a month. */
export const monthParams = z.strictObject({ programmeId: Id, month: ReportMonth });
export const monthOrLatest = z.strictObject({
  programmeId: Id,
  month: z.union([ReportMonth, z.literal('latest')], { error: 'must be a month written 2014-04, or "latest"' }),
});
export const revisionParams = z.strictObject({
  ...monthParams.shape,
  revision: Revision,
});
