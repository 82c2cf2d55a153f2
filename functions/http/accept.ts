import type { MediaType } from '#schemas/operations.ts';

interface Wanted {
  readonly type: string;
  readonly quality: number;
}

const wantedFrom = (accept: string): readonly Wanted[] =>
  accept.split(',').flatMap((part) => {
    const [type, ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    if (type === undefined || type === '') return [];
    const quality = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1');
    return Number.isFinite(quality) && quality > 0 ? [{ type, quality }] : [];
  });

const precision = (type: string): number => (type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2);
const covers = (wanted: string, offered: string): boolean =>
  wanted === '*/*' || wanted === offered || (wanted.endsWith('/*') && offered.startsWith(wanted.slice(0, -1)));

/** The offered media type that an Accept header prefers (RFC 9110 12.5.1); the first one where it says nothing. */
export const preferredType = <T extends MediaType>(
  accept: string | undefined,
  offered: readonly T[],
): T | undefined => {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const wanted = wantedFrom(accept);
  const rated = offered.flatMap((type) => {
    const best = wanted
      .filter((one) => covers(one.type, type))
      .sort((a, b) => precision(b.type) - precision(a.type))[0];
    return best === undefined ? [] : [{ type, quality: best.quality, precision: precision(best.type) }];
  });
  return rated.sort((a, b) => b.quality - a.quality || b.precision - a.precision)[0]?.type;
};
