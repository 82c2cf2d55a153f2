import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { bandInWords } from './record.ts';

type Risks = ReportContent['risks'];

/** A band as a report counts it: `shade` is the colour of its cells, of which the words say the same. */
interface PageBand {
  readonly key: string;
  readonly name: string;
  readonly upTo: number | null;
  readonly count: number;
  readonly shade: 'low' | 'medium' | 'high';
}

const threeBands = ({ byBand, lowUpTo, mediumUpTo }: Risks) =>
  (['low', 'medium', 'high'] as const).map((key) => ({
    key,
    name: bandInWords(key),
    upTo: { low: lowUpTo ?? null, medium: mediumUpTo ?? null, high: null }[key],
    count: byBand?.[key] ?? 0,
  }));

/** The bands of the matrix by which a report counts, the lowest first. */
export const bandsIn = (risks: Risks): readonly PageBand[] => {
  const bands = risks.bands ?? threeBands(risks);
  return bands.map((band, n) => ({ ...band, shade: n === 0 ? 'low' : n === bands.length - 1 ? 'high' : 'medium' }));
};

/** Which scores are in a band: `above 15`, `7 to 15`, `up to 6`. */
export const scoresOf = (bands: readonly PageBand[], band: PageBand): string => {
  const before = bands[bands.findIndex(({ key }) => key === band.key) - 1]?.upTo;
  if (before === undefined || before === null) return `up to ${band.upTo ?? 0}`;
  return band.upTo === null ? `above ${before}` : `${before + 1} to ${band.upTo}`;
};

/** The band of a score; undefined where the report counts by none. */
export const bandOfScore = (bands: readonly PageBand[], score: number): PageBand | undefined =>
  bands.find(({ upTo }) => upTo === null || score <= upTo);

/** What a cell of the matrix scores. */
export const scoreOfCell = ({ impactWeights }: Risks, likelihood: number, impact: number): number =>
  likelihood * (impactWeights?.[impact - 1] ?? impact);

/** How many open risks have a score. */
export const withScore = (risks: Risks, score: number): number =>
  risks.heatMap.reduce(
    (sum, row, n) =>
      sum +
      row.reduce(
        (those, count, impact) =>
          those + (scoreOfCell(risks, risks.heatMap.length - n, impact + 1) === score ? count : 0),
        0,
      ),
    0,
  );

/** `9 of 12`: a score, and the highest that the matrix has. */
export const scoreInWords = (risks: Risks, score: number): string => {
  const { heatMap } = risks;
  const highest = scoreOfCell(risks, heatMap.length, heatMap[0]?.length ?? 0);
  return highest < score ? `${score}` : `${score} of ${highest}`;
};

/** The name of a band in its colour, which follows from its place among the bands; of no band, the words alone. */
export const bandTag = (risks: Risks, key: string): Html =>
  html`<span class="band-tag ${bandsIn(risks).find((band) => band.key === key)?.shade}">${bandInWords(key)}</span>`;

/** How a score is made: `3 × 4`; where impacts weigh more than their numbers, `3 × 7 (impact 4 weighs 7)`. */
export const scoreMadeOf = (risks: Risks, { likelihood, impact }: { likelihood: number; impact: number }): string => {
  const weight = risks.impactWeights?.[impact - 1] ?? impact;
  return `${likelihood} × ${weight}${weight === impact ? '' : ` (impact ${impact} weighs ${weight})`}`;
};
