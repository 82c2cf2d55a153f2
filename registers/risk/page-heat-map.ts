import { counted } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { table } from '#web/report/layout.ts';
import { bandOfScore, bandsIn, scoreOfCell } from './page-bands.ts';

type Risks = ReportContent['risks'];

const cellWidth = 104;
const cellHeight = 58;
const left = 118;
const top = 28;

const levelsOf = (words: readonly string[]): readonly number[] => words.map((_, n) => n + 1);
const impactsOf = (risks: Risks): readonly number[] => levelsOf(risks.impactWords);
/** The highest first, as the rows stand. */
const likelihoodsOf = (risks: Risks): readonly number[] => levelsOf(risks.likelihoodWords).toReversed();

const countAt = (risks: Risks, likelihood: number, impact: number): number =>
  risks.heatMap[risks.likelihoodWords.length - likelihood]?.[impact - 1] ?? 0;

const wordAt = (words: readonly string[], level: number): string => words[level - 1] ?? String(level);

const bandAt = (risks: Risks, likelihood: number, impact: number) =>
  bandOfScore(bandsIn(risks), scoreOfCell(risks, likelihood, impact));

const cell = (risks: Risks, likelihood: number, impact: number): Html => {
  const x = left + (impact - 1) * cellWidth;
  const y = top + (risks.likelihoodWords.length - likelihood) * cellHeight;
  const band = bandAt(risks, likelihood, impact);
  const count = countAt(risks, likelihood, impact);
  return html`<rect class="band ${band?.shade}" x="${x + 1.5}" y="${y + 1.5}" width="${cellWidth - 3}" height="${cellHeight - 3}"/>
<text class="band-word" x="${x + 10}" y="${y + 18}">${band?.name} ${scoreOfCell(risks, likelihood, impact)}</text>
<text class="${count === 0 ? 'count nobody' : 'count'}" x="${x + cellWidth - 12}" y="${y + 44}" text-anchor="end">${count}</text>`;
};

const summary = (risks: Risks): string => {
  const filled = likelihoodsOf(risks).flatMap((likelihood) =>
    impactsOf(risks).flatMap((impact) => {
      const count = countAt(risks, likelihood, impact);
      const band = bandAt(risks, likelihood, impact)?.name ?? '';
      return count === 0 ? [] : [`${count} at likelihood ${likelihood}, impact ${impact} (${band.toLowerCase()})`];
    }),
  );
  return `${counted(risks.open, 'open risk')}: ${filled.length === 0 ? 'none in any cell' : filled.join('; ')}.`;
};

/** Open risks by likelihood and impact: each cell holds its band's word and score as well as its colour. */
export const heatMap = (risks: Risks): Html => {
  const rows = risks.likelihoodWords.length;
  const columns = risks.impactWords.length;
  return html`<div class="chart" role="region" tabindex="0" aria-label="Heat map of open risks">
<svg class="heat-map" viewBox="0 0 ${left + columns * cellWidth} ${top + rows * cellHeight + 52}" role="img" aria-labelledby="heat-map-title" aria-describedby="heat-map-text">
<title id="heat-map-title">Heat map of open risks, likelihood by impact</title>
<desc id="heat-map-text">${summary(risks)}</desc>
${likelihoodsOf(risks).map(
  (
    likelihood,
  ) => html`<text class="axis-word" x="${left - 10}" y="${top + (rows - likelihood) * cellHeight + cellHeight / 2 + 4}" text-anchor="end">${likelihood} ${wordAt(risks.likelihoodWords, likelihood)}</text>
${impactsOf(risks).map((impact) => cell(risks, likelihood, impact))}`,
)}
${impactsOf(risks).map(
  (impact) =>
    html`<text class="axis-word" x="${left + (impact - 0.5) * cellWidth}" y="${top + rows * cellHeight + 20}" text-anchor="middle">${impact} ${wordAt(risks.impactWords, impact)}</text>`,
)}
<text class="axis-name" x="${left + (columns / 2) * cellWidth}" y="${top + rows * cellHeight + 44}" text-anchor="middle">Impact</text>
<text class="axis-name" x="${left - 10}" y="16" text-anchor="end">Likelihood</text>
</svg>
</div>`;
};

export const heatMapTable = (risks: Risks): Html =>
  table({
    caption: 'Open risks by likelihood and impact',
    columns: [
      { head: 'Likelihood' },
      ...impactsOf(risks).map((impact) => ({ head: `${impact} ${wordAt(risks.impactWords, impact)}`, figures: true })),
    ],
    rows: likelihoodsOf(risks).map((likelihood) => [
      `${likelihood} ${wordAt(risks.likelihoodWords, likelihood)}`,
      ...impactsOf(risks).map(
        (impact) =>
          html`${countAt(risks, likelihood, impact)} <span class="aside">${bandAt(risks, likelihood, impact)?.name}</span>`,
      ),
    ]),
    none: '',
  });
