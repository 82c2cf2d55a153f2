import { everyRole, type Role } from '../people.ts';
import type { ProblemCode } from '../problems.ts';

/*
 * The problems and the roles that many operations share.
 */

/** Of every read of the record. */
export const reading: readonly ProblemCode[] = [
  'request.invalid',
  'role.not-allowed',
  'view.not-allowed',
  'answer.too-large',
];
/** Of what takes `knownAt`. */
export const readingAsKnown: readonly ProblemCode[] = [...reading, 'report.unpublished'];

const writing: readonly ProblemCode[] = [
  'request.malformed',
  'request.invalid',
  'role.not-allowed',
  'effective.out-of-order',
  'effective.too-early',
  'programme.closed',
  'programme.handed-over',
  'review.struck-out',
  'version.stale',
  'version.exists',
  'version.of-another',
  'request.too-large',
  'record.too-large',
  'review.too-large',
  'review.sum-too-large',
  'media-type.not-json',
  'idempotency.key-reused',
  'content.breaks-rule',
];
/** Of every PUT. */
export const putting: readonly ProblemCode[] = [...writing, 'version.missing'];
/** Of every POST. */
export const acting: readonly ProblemCode[] = [...writing, 'idempotency.key-missing'];

export const office: readonly Role[] = ['programme-office'];
export const team: readonly Role[] = ['transformation-team', 'programme-office'];

/** Whoever keeps the record mends what a draft or a comparison of days shows; the board reads what is published. */
export const readersOfDrafts: readonly Role[] = everyRole.filter((role) => role !== 'board');
