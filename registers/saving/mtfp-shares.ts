import type { Breach } from '#domain/content-rule.ts';
import { isOfMtfpOfYear } from '#domain/mtfp-versions.ts';
import type { FigureOrPounds } from '#schemas/figures.ts';
import type { Mtfp } from '#schemas/mtfp.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Saving, SavingYear } from './record.ts';

/*
 * What each version of the medium-term financial plan holds of a savings line (docs/meaning.md SAVINGS-28).
 */

type Share = NonNullable<SavingYear['mtfpShares']>[number];

/** Every share by its version; one that names none is of the first version. Without versions there are none. */
const sharesOf = ({ mtfpShares = [], alreadyInMtfp }: SavingYear, [first]: readonly Mtfp[]): readonly Share[] =>
  first === undefined
    ? []
    : [...(alreadyInMtfp === undefined ? [] : [{ mtfp: first.id, figure: alreadyInMtfp }]), ...mtfpShares];

/** The line with every share by its version, and what the version of each year holds of it as what the MTFP already holds: not stated where it has none. */
export const byMtfpInUse = (saving: Saving, programme: Programme): Saving => {
  const { mtfps = [] } = programme;
  if (mtfps.length === 0) return saving;
  return {
    ...saving,
    years: saving.years.map(({ alreadyInMtfp, ...year }) => {
      const shares = sharesOf({ ...year, alreadyInMtfp }, mtfps);
      const ofYear = shares.find(({ mtfp }) => isOfMtfpOfYear(programme, mtfp, year.year));
      const figure: FigureOrPounds | undefined = ofYear?.figure;
      return { ...year, mtfpShares: [...shares], ...(figure === undefined ? {} : { alreadyInMtfp: figure }) };
    }),
  };
};

/** Shares of versions that are not listed, and second shares of one version. */
export const faultsOfShares = (year: SavingYear, at: number, mtfps: readonly Mtfp[]): readonly Breach[] => {
  const { mtfpShares = [], alreadyInMtfp } = year;
  const first = alreadyInMtfp === undefined ? undefined : mtfps[0]?.id;
  return mtfpShares.flatMap(({ mtfp }, n) => {
    const pointer = `/years/${at}/mtfpShares/${n}/mtfp`;
    if (!mtfps.some(({ id }) => id === mtfp))
      return [{ pointer, message: "must be a version of the MTFP in the programme's settings" }];
    const isSecond = mtfp === first || mtfpShares.findIndex((one) => one.mtfp === mtfp) < n;
    return isSecond ? [{ pointer, message: `must not be a second share of ${mtfp}` }] : [];
  });
};
