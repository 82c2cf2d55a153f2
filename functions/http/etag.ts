/** Whether If-None-Match names the entity tag (RFC 9110 13.1.2: compared weakly). */
export const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));

/** The entity tag of a version of a record. */
export const etagOf = (version: number): string => `"${version}"`;
