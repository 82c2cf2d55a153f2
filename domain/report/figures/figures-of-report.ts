import type { ReportContent } from '#schemas/report.ts';
import { ratingFigures, returnFigures, riskFigures } from './confidence-figures.ts';
import { countFigures, flowFigures } from './counts-and-flow.ts';
import type { FigureOfReport } from './figure.ts';
import { flowByPlaceFigures } from './flow-by-place.ts';
import { contentFigures } from './in-content.ts';
import { declaredFigures } from './in-figures.ts';
import { savingsFigures } from './savings-figures.ts';

/**
 * The figures of a published report that can be asked (docs/meaning.md REPORT-27), read out of its content and never computed again; none of a
 * part that could not be made, nor of a report by `rules-1`, whose lines do not keep what made them.
 */
export const figuresOfReport = (content: ReportContent): FigureOfReport[] => {
  if (content.ruleSet === 'rules-1') return [];
  const notMade = new Set((content.notMade ?? []).map(({ part }) => part));
  return [
    ...countFigures(content),
    ...flowFigures(content),
    ...flowByPlaceFigures(content),
    ...savingsFigures(content),
    ...ratingFigures(content),
    ...riskFigures(content),
    ...returnFigures(content),
    ...declaredFigures.flatMap(({ asked }) => asked(content)),
    ...contentFigures(content),
  ].filter(({ part }) => !notMade.has(part));
};
