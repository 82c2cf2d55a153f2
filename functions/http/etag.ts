import type { RecordRef } from '#store/records/load-for-change.ts';
import type { ChainRef } from '#store/table/keys.ts';

/** Whether If-None-Match names the entity tag (RFC 9110 13.1.2: compared weakly). */
export const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));

type Chain = Pick<ChainRef, 'programme' | 'review'>;

/** Kinds of which a chain has one: the chain's own address says which. */
const onlyOne: readonly RecordRef['kind'][] = ['programme', 'review', 'appraisal'];

/** Which record an entity tag is of: its kind, then the ids of its address. */
export const tagged = ({ programme, review }: Chain, { kind, id }: RecordRef): string =>
  `${kind}:${[programme, ...(review === null ? [] : [review]), ...(onlyOne.includes(kind) ? [] : [id])].join('/')}`;

/** The entity tag of a version of a record, as `"saving:tomorrow/property/fewer-buildings:3"`: no two records share one. */
export const etagOf = (chain: Chain, recordRef: RecordRef, version: number): string =>
  `"${tagged(chain, recordRef)}:${version}"`;

/** Of a person of the register, which is outside every chain. */
export const taggedPerson = (id: string): string => `person:${id}`;
export const etagOfPerson = (id: string, version: number): string => `"${taggedPerson(id)}:${version}"`;

/** What an entity tag says; undefined where it is none of ours. */
export const readEtag = (etag: string): { readonly of: string; readonly version: number } | undefined => {
  const [, of, version] = /^"([a-z-]+:[!#-~]{1,400}):([1-9]\d{0,9})"$/.exec(etag.trim()) ?? [];
  return of === undefined || version === undefined ? undefined : { of, version: Number(version) };
};
