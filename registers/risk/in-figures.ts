import type { Given } from '#domain/report/figures/amounts.ts';
import type { InFigures } from '#schemas/in-figures.ts';
import { bandsOf, type RiskMatrix } from '#schemas/risk-matrix.ts';
import type { RisksSection } from './projections.ts';

/** The figure of a cell of the heat map, both counted from 1. */
export const cellName = (likelihood: number, impact: number): string => `${likelihood}-${impact}`;

const risk = (
  { id, title }: { readonly id: string; readonly title: string },
  more: Readonly<Record<string, Given>>,
): InFigures => ({
  register: 'risk',
  entry: id,
  title,
  figures: { risks: { open: 1 }, ...more },
});

/** What each open risk gives to the figures of risks: one, in its band, counted from the lowest, and in its cell (docs/meaning.md REPORT-27). */
export const risksInFigures = (
  { open, unscored }: Pick<RisksSection, 'open' | 'unscored'>,
  matrix: RiskMatrix,
): InFigures[] => [
  ...open.map((one) => {
    const band = bandsOf(matrix).findIndex(({ key }) => key === one.band) + 1;
    return risk(one, {
      ...(band === 0 ? {} : { 'risks.band': { [band]: 1 } }),
      'risks.cell': { [cellName(one.likelihood, one.impact)]: 1 },
    });
  }),
  ...unscored.map((one) => risk(one, { 'risks.without': { score: 1 } })),
];
