import { operationById } from '#schemas/operations.ts';

/**
 * The ETag of a version of what an operation changes or judges, as its answer or its read has it: the entry of the path,
 * or the review, the appraisal or the programme.
 */
export const etagFor = (operationId: string, params: Readonly<Record<string, string>>, version: number): string => {
  const { path, register } = operationById(operationId);
  const { programmeId = '', reviewId, entryId, personId } = params;
  if (personId !== undefined && path.startsWith('/people/')) return `"person:${personId}:${version}"`;
  const ids = [programmeId, ...(path.includes('{reviewId}') ? [reviewId] : [])];
  if (register !== undefined && path.includes('{entryId}'))
    return `"${register.kind}:${[...ids, entryId].join('/')}:${version}"`;
  const kind = path.includes('/appraisal') ? 'appraisal' : path.includes('{reviewId}') ? 'review' : 'programme';
  return `"${kind}:${ids.join('/')}:${version}"`;
};

/** The read of what an act on an entry, or one that makes an entry, judges; undefined for every other operation. */
export const judgedBy = (operationId: string): string | undefined => {
  const { method, path, register, version, useCase, scope } = operationById(operationId);
  if (method !== 'POST' || register === undefined || version !== 'if-match' || useCase === 'strike-out-entry')
    return undefined;
  if (!path.includes('{entryId}')) return 'getReview';
  return `get${scope === 'programme' ? 'Programme' : ''}${register.stem}`;
};
