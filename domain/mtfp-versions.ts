import type { Mtfp } from '#schemas/mtfp.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ContentRule } from './content-rule.ts';

/*
 * Which version of the medium-term financial plan holds (docs/meaning.md SAVINGS-28). What names none is of the first one.
 */

type Versions = Pick<Programme, 'mtfps' | 'mtfpInUse'>;

/** The version that the programme says is in use, and the one listed before it; null where there is none. */
export const mtfpsInUse = ({
  mtfps = [],
  mtfpInUse,
}: Versions): { readonly inUse: Mtfp | null; readonly before: Mtfp | null } => {
  const place = mtfps.findIndex(({ id }) => id === mtfpInUse);
  return { inUse: mtfps[place] ?? null, before: mtfps[place - 1] ?? null };
};

/** Whether what names this version, or none, is of the version in use; without one every figure is. */
export const isOfMtfpInUse = (programme: Versions, named: string | undefined): boolean => {
  const { inUse } = mtfpsInUse(programme);
  return inUse === null || inUse.id === (named ?? programme.mtfps?.[0]?.id);
};

/** What a list of versions must keep, and which of them is in use. */
export const mtfpRules: readonly ContentRule<{ readonly before: Versions | null; readonly record: Versions }>[] = [
  {
    id: 'MTF-01',
    sentence: 'Where versions of the MTFP are listed, one of them is in use.',
    breaches: ({ record }) =>
      (record.mtfps ?? []).length === 0 && record.mtfpInUse === undefined
        ? []
        : mtfpsInUse(record).inUse === null
          ? [{ pointer: '/mtfpInUse', message: 'must be the id of one of the versions in "mtfps"' }]
          : [],
  },
  {
    id: 'MTF-02',
    sentence: 'A version of the MTFP that was listed stays, in its place: the next one comes after the last.',
    breaches: ({ before, record }) =>
      (before?.mtfps ?? []).every(({ id }, n) => record.mtfps?.[n]?.id === id)
        ? []
        : [
            {
              pointer: '/mtfps',
              message: `must begin with the versions that were listed: ${(before?.mtfps ?? []).map(({ id }) => id).join(', ')}`,
            },
          ],
  },
];
