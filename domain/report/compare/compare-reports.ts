import { monthInWords } from '#language/in-words.ts';
import { addMonths } from '#language/time.ts';
import type { ReportComparison } from '#schemas/report-comparison.ts';
import { type GivenMonth, madeFrom } from '../span/given-months.ts';
import { sideBySide } from '../span/side-by-side.ts';
import { comparedContents, howMuchDiffers } from './compared-contents.ts';
import { isOfMonth } from './row-differences.ts';

const named = ({ report: { content } }: GivenMonth): string =>
  `${monthInWords(content.month)} (revision ${content.revision})`;

/**
 * All that differs between two published reports of a programme, as their reader may see them: figures and rows by part, and review by
 * review (docs/meaning.md REPORT-36). What is of a month alone is no difference: the span of the months between says what happened.
 */
export const compareReports = (after: GivenMonth, before: GivenMonth): Omit<ReportComparison, 'view'> => {
  const [now, then] = [after.report.content, before.report.content];
  const { id, name, phase, council, fictional } = now.programme;
  const between = `${named(before)} and ${named(after)}`;
  const compared = comparedContents(after, before, isOfMonth);
  return {
    programme: { id, name, phase, council, fictional },
    before: madeFrom(before),
    after: madeFrom(after),
    ...compared,
    inShort: [howMuchDiffers(compared, between) ?? `Nothing that both reports count differs between ${between}.`],
    figures: { before: sideBySide(before), after: sideBySide(after) },
    between: then.month < now.month ? { from: addMonths(then.month, 1), to: now.month } : null,
  };
};
