import { counted } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { fitted, widthOfWords } from '#web/report/fitted.ts';
import { table } from '#web/report/layout.ts';
import { bandOfScore, bandsIn, scoreOfCell } from './page-bands.ts';

type Risks = ReportContent['risks'];

const cellHeight = 58;
const top = 28;
const mostLetters = 26;
const [leastLeft, leastCellWidth] = [118, 104];
/** Its matrix is as large as the council has it, so that it is no wider than its words need. */
const pixelsOfUnit = 1.08;

const axisWord = (words: readonly string[], level: number): string =>
  fitted(`${level} ${wordAt(words, level)}`, widthOfWords('n'.repeat(mostLetters)));
/** What the words of an axis take: a council names its own levels. */
const roomFor = (words: readonly string[], least: number): number =>
  Math.max(least, ...words.map((_, n) => widthOfWords(axisWord(words, n + 1), unitsOfAxisWord) + 14));
const unitsOfAxisWord = 7.6;

/** Where the cells begin, and how wide each is. */
const frameOf = ({ likelihoodWords, impactWords }: Risks) => ({
  left: roomFor(likelihoodWords, leastLeft),
  cellWidth: roomFor(impactWords, leastCellWidth),
});

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
  const { left, cellWidth } = frameOf(risks);
  const x = left + (impact - 1) * cellWidth;
  const y = top + (risks.likelihoodWords.length - likelihood) * cellHeight;
  const band = bandAt(risks, likelihood, impact);
  const count = countAt(risks, likelihood, impact);
  return html`<rect class="band ${band?.shade}" x="${x + 1.5}" y="${y + 1.5}" width="${cellWidth - 3}" height="${cellHeight - 3}"/>
<text class="band-word" x="${x + 10}" y="${y + 18}">${band?.name} ${scoreOfCell(risks, likelihood, impact)}</text>
<text class="${count === 0 ? 'count nobody' : 'count'}" x="${x + cellWidth - 12}" y="${y + 44}" text-anchor="end">${count}</text>`;
};

/** The middle of a cell, a little lower than its word. */
const middleOf = (
  risks: Risks,
  { likelihood, impact }: { likelihood: number; impact: number },
): readonly [number, number] => {
  const { left, cellWidth } = frameOf(risks);
  return [
    Math.round(left + (impact - 0.5) * cellWidth),
    top + (risks.likelihoodWords.length - likelihood + 0.62) * cellHeight,
  ];
};

const onMatrix = ({ likelihoodWords, impactWords }: Risks, at: { likelihood: number; impact: number }): boolean =>
  at.likelihood <= likelihoodWords.length && at.impact <= impactWords.length;

type Moved = Risks['moved']['rows'][number];
interface Travel {
  readonly from: NonNullable<Moved['was']>;
  readonly to: Pick<Moved['risk'], 'likelihood' | 'impact'>;
  readonly count: number;
}

/** The ways from last month's cell to this one's, each once with how many risks took it. */
const travels = (risks: Risks): readonly Travel[] => {
  const ways = new Map<string, Travel>();
  for (const { was, risk } of risks.moved.rows) {
    if (was === undefined || !onMatrix(risks, was) || !onMatrix(risks, risk)) continue;
    const { likelihood, impact } = risk;
    const key = [was.likelihood, was.impact, likelihood, impact].join(' ');
    ways.set(key, { from: was, to: { likelihood, impact }, count: (ways.get(key)?.count ?? 0) + 1 });
  }
  return [...ways.values()];
};

const arrow = (risks: Risks, { from, to, count }: Travel): Html => {
  const [x1, y1] = middleOf(risks, from);
  const [x2, y2] = middleOf(risks, to);
  const length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const point = (along: number, aside: number): string =>
    `${Math.round(x2 - dx * along - dy * aside)} ${Math.round(y2 - dy * along + dx * aside)}`;
  return html`<line class="arrow" x1="${x1}" y1="${y1}" x2="${Math.round(x2 - dx * 10)}" y2="${Math.round(y2 - dy * 10)}"/>
<path class="arrow-head" d="M${point(0, 0)} L${point(12, 6)} L${point(12, -6)} Z"/>${
    count > 1 &&
    html`<text class="bar-value" x="${Math.round((x1 + x2) / 2) + 6}" y="${Math.round((y1 + y2) / 2)}">${count}</text>`
  }`;
};

const travelsInWords = (risks: Risks): string =>
  travels(risks)
    .map(
      ({ from, to, count }) =>
        ` ${count} came from likelihood ${from.likelihood}, impact ${from.impact} to likelihood ${to.likelihood}, impact ${to.impact}.`,
    )
    .join('');

/** What the arrows are, and of how many risks that moved there is none. */
export const arrowsInWords = (risks: Risks): Html | false => {
  const drawn = travels(risks).reduce((sum, { count }) => sum + count, 0);
  if (drawn === 0) return false;
  const without = risks.moved.total - drawn;
  return html`<p class="aside">Arrows lead from where a risk stood in the last report${without > 0 && `; of ${counted(without, 'risk')} that moved, that report does not list the place`}.</p>`;
};

const summary = (risks: Risks): string => {
  const filled = likelihoodsOf(risks).flatMap((likelihood) =>
    impactsOf(risks).flatMap((impact) => {
      const count = countAt(risks, likelihood, impact);
      const band = bandAt(risks, likelihood, impact)?.name ?? '';
      return count === 0 ? [] : [`${count} at likelihood ${likelihood}, impact ${impact} (${band.toLowerCase()})`];
    }),
  );
  return `${counted(risks.open, 'open risk')}: ${filled.length === 0 ? 'none in any cell' : filled.join('; ')}.${travelsInWords(risks)}`;
};

/** Open risks by likelihood and impact: each cell holds its band's word and score as well as its colour. */
export const heatMap = (risks: Risks): Html => {
  const rows = risks.likelihoodWords.length;
  const columns = risks.impactWords.length;
  const { left, cellWidth } = frameOf(risks);
  const width = left + columns * cellWidth;
  return html`<div class="chart" role="region" tabindex="0" aria-label="Heat map of open risks">
<svg class="heat-map" width="${Math.round(width * pixelsOfUnit)}" viewBox="0 0 ${width} ${top + rows * cellHeight + 52}" role="img" aria-labelledby="heat-map-title" aria-describedby="heat-map-text">
<title id="heat-map-title">Heat map of open risks, likelihood by impact</title>
<desc id="heat-map-text">${summary(risks)}</desc>
${likelihoodsOf(risks).map(
  (
    likelihood,
  ) => html`<text class="axis-word" x="${left - 10}" y="${top + (rows - likelihood) * cellHeight + cellHeight / 2 + 4}" text-anchor="end">${axisWord(risks.likelihoodWords, likelihood)}</text>
${impactsOf(risks).map((impact) => cell(risks, likelihood, impact))}`,
)}
${travels(risks).map((one) => arrow(risks, one))}
${impactsOf(risks).map(
  (impact) =>
    html`<text class="axis-word" x="${left + (impact - 0.5) * cellWidth}" y="${top + rows * cellHeight + 20}" text-anchor="middle">${axisWord(risks.impactWords, impact)}</text>`,
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
