import type { FinancialYear } from '#language/time.ts';
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

/**
 * The version by which a year is reported: the one in use, or, of a year before it begins, the last one listed before it that plans that
 * year. So the year that is running keeps its plan when the next plan is agreed. Null where none is in use.
 */
export const mtfpOfYear = (programme: Versions, year: FinancialYear | null): Mtfp | null => {
  const { inUse } = mtfpsInUse(programme);
  if (inUse === null || year === null || year >= inUse.from) return inUse;
  const { mtfps = [] } = programme;
  return mtfps.slice(0, mtfps.indexOf(inUse)).findLast(({ from, to }) => from <= year && year <= to) ?? inUse;
};

/** Whether what names this version, or none, is of the version by which a year is reported; without one every figure is. */
export const isOfMtfpOfYear = (programme: Versions, named: string | undefined, year: FinancialYear | null): boolean => {
  const reported = mtfpOfYear(programme, year);
  return reported === null || reported.id === (named ?? programme.mtfps?.[0]?.id);
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
