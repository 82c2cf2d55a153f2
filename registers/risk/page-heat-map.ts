import { counted } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { table } from '#web/report/layout.ts';
import { RiskBand } from './record.ts';

type Risks = ReportContent['risks'];

const cellWidth = 104;
const cellHeight = 58;
const left = 118;
const top = 28;
const levels = [1, 2, 3, 4, 5] as const;
const likelihoods = [5, 4, 3, 2, 1] as const;

const bandOf = (score: number, risks: Risks): RiskBand =>
  score <= risks.lowUpTo ? 'low' : score <= risks.mediumUpTo ? 'medium' : 'high';

const countAt = (risks: Risks, likelihood: number, impact: number): number =>
  risks.heatMap[5 - likelihood]?.[impact - 1] ?? 0;

const wordAt = (words: readonly string[], level: number): string => words[level - 1] ?? String(level);

const cell = (risks: Risks, likelihood: number, impact: number): Html => {
  const x = left + (impact - 1) * cellWidth;
  const y = top + (5 - likelihood) * cellHeight;
  const band = bandOf(likelihood * impact, risks);
  const count = countAt(risks, likelihood, impact);
  return html`<rect class="band ${band}" x="${x + 1.5}" y="${y + 1.5}" width="${cellWidth - 3}" height="${cellHeight - 3}"/>
<text class="band-word" x="${x + 10}" y="${y + 18}">${labelOf(RiskBand, band)} ${likelihood * impact}</text>
<text class="${count === 0 ? 'count nobody' : 'count'}" x="${x + cellWidth - 12}" y="${y + 44}" text-anchor="end">${count}</text>`;
};

const summary = (risks: Risks): string => {
  const filled = likelihoods.flatMap((likelihood) =>
    levels.flatMap((impact) => {
      const count = countAt(risks, likelihood, impact);
      return count === 0
        ? []
        : [
            `${count} at likelihood ${likelihood}, impact ${impact} (${labelOf(RiskBand, bandOf(likelihood * impact, risks)).toLowerCase()})`,
          ];
    }),
  );
  return `${counted(risks.open, 'open risk')}: ${filled.length === 0 ? 'none in any cell' : filled.join('; ')}.`;
};

/** Open risks by likelihood and impact: each cell holds its band's word and score as well as its colour. */
export const heatMap = (
  risks: Risks,
): Html => html`<div class="chart" role="region" tabindex="0" aria-label="Heat map of open risks">
<svg class="heat-map" viewBox="0 0 ${left + 5 * cellWidth} ${top + 5 * cellHeight + 52}" role="img" aria-labelledby="heat-map-title heat-map-text">
<title id="heat-map-title">Heat map of open risks, likelihood by impact</title>
<desc id="heat-map-text">${summary(risks)}</desc>
${likelihoods.map(
  (
    likelihood,
  ) => html`<text class="axis-word" x="${left - 10}" y="${top + (5 - likelihood) * cellHeight + cellHeight / 2 + 4}" text-anchor="end">${likelihood} ${wordAt(risks.likelihoodWords, likelihood)}</text>
${levels.map((impact) => cell(risks, likelihood, impact))}`,
)}
${levels.map(
  (impact) =>
    html`<text class="axis-word" x="${left + (impact - 0.5) * cellWidth}" y="${top + 5 * cellHeight + 20}" text-anchor="middle">${impact} ${wordAt(risks.impactWords, impact)}</text>`,
)}
<text class="axis-name" x="${left + 2.5 * cellWidth}" y="${top + 5 * cellHeight + 44}" text-anchor="middle">Impact</text>
<text class="axis-name" x="${left - 10}" y="16" text-anchor="end">Likelihood</text>
</svg>
</div>`;

export const heatMapTable = (risks: Risks): Html =>
  table({
    caption: 'Open risks by likelihood and impact',
    columns: [
      { head: 'Likelihood' },
      ...levels.map((impact) => ({ head: `${impact} ${wordAt(risks.impactWords, impact)}`, figures: true })),
    ],
    rows: likelihoods.map((likelihood) => [
      `${likelihood} ${wordAt(risks.likelihoodWords, likelihood)}`,
      ...levels.map(
        (impact) =>
          html`${countAt(risks, likelihood, impact)} <span class="aside">${labelOf(RiskBand, bandOf(likelihood * impact, risks))}</span>`,
      ),
    ]),
    none: '',
  });
