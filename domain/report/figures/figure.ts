import type { Gap } from '#registers/saving/projections.ts';
import type { Total } from '#schemas/figures.ts';
import type { FigureUnit } from '#schemas/report-figures.ts';

/** The rule that makes a figure: its id in docs/meaning.md, and its sentence. */
export interface FigureRule {
  readonly id: string;
  readonly sentence: string;
}

/** One whose id is of two digits as those of findings and records are, and is none of them. */
export const ruleOfMeaning = (id: string, sentence: string): FigureRule => ({ id, sentence });

/** A row that stands in the content of a report and in no line. */
export interface ContentRow {
  readonly review: string | null;
  readonly title: string;
  readonly register: string;
  readonly entry: string;
  readonly entryTitle: string | null;
  readonly amount: number | Total;
  readonly because: string | null;
}

/** A figure of a published report: what it is in its content, by which rule, and where the rows are that made it. */
export interface FigureOfReport {
  readonly figure: string;
  readonly title: string;
  /** The name of the part of the content that it is in. */
  readonly part: string;
  readonly unit: FigureUnit;
  readonly value: number | Total | Gap | null;
  readonly rule: FigureRule;
  /** It is made of other figures, added up or taken off. */
  readonly madeOf?: readonly { readonly figure: string; readonly sign: 1 | -1 }[];
  /** It is taken over from the report before. */
  readonly from?: { readonly month: string; readonly revision: number; readonly figure: string };
  /** Its rows stand in the content: the first of them, and how many there are. */
  readonly rows?: { readonly total: number; readonly rows: readonly ContentRow[] };
  /** The figure whose rows it has, where that is not itself. */
  readonly rowsOf?: string;
  /** A review that is part of another is not in it while that one is. */
  readonly countsOnce?: true;
}
