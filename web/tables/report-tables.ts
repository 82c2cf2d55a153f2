import { type Report, ReportLine } from '#schemas/report.ts';
import { inWords, type TableCell } from './cell.ts';
import { rowsOfPart, type TableRow } from './rows.ts';
import { type ContentSection, sectionsOf } from './sections.ts';
import { shapeHeads } from './shape.ts';

/** A section of a report as one table: its head, and its rows as long as the head. */
export interface SectionTable {
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Each is a section, the rows of its lists below one another; the single figures of all sections are in one of their own. */
export const figuresId = 'figures';

interface SectionRows {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly TableRow[];
  readonly lists: readonly TableRow[];
}

const atTheEnd: readonly string[] = ['Item', ...shapeHeads];

/** The heads of all rows in the order in which they are first met, those of figures last. */
const headsOf = (rows: readonly TableRow[]): readonly string[] => {
  const met = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  return [...[...met].filter((head) => !atTheEnd.includes(head)), ...atTheEnd.filter((head) => met.has(head))];
};

/** The rows of a list below one another, whatever stood between them. */
const byList = (rows: readonly TableRow[]): readonly TableRow[] =>
  [...Map.groupBy(rows, ({ list }) => list).values()].flat();

const tableOf = ({ id, title, lists }: SectionRows): SectionTable => {
  const heads = headsOf(lists);
  return {
    id,
    title,
    head: ['List', ...heads],
    rows: byList(lists).map(({ list, cells }) => [
      list === '' ? title : list,
      ...heads.map((head) => cells.get(head) ?? null),
    ]),
  };
};

const figuresOf = (sections: readonly SectionRows[]): SectionTable => {
  const heads = headsOf(sections.flatMap(({ figures }) => figures));
  return {
    id: figuresId,
    title: 'Figures',
    head: ['Section', 'List', ...heads],
    rows: sections.flatMap(({ title, figures }) =>
      figures.map(({ list, cells }) => [title, list, ...heads.map((head) => cells.get(head) ?? null)]),
    ),
  };
};

const rowsOf = ({ id, title, parts }: ContentSection, notMade: ReadonlyMap<string, string>): SectionRows => {
  const made = parts.map(({ name, schema, value }) => {
    const sentence = notMade.get(name);
    // What could not be made holds figures of nothing.
    if (sentence !== undefined)
      return {
        figures: [
          {
            list: '',
            cells: new Map([
              ['Item', 'Not made'],
              ['Value', sentence],
            ]),
          },
        ],
        lists: [],
      };
    // A section of several parts says of each row which it is of; the first is the section itself.
    return rowsOfPart(value, schema, name === parts[0]?.name ? '' : inWords(name));
  });
  return {
    id,
    title,
    figures: made.flatMap(({ figures }) => figures),
    lists: made.flatMap(({ lists }) => lists),
  };
};

const ofReviews = (lines: readonly ReportLine[]): SectionRows => {
  // Which report holds which fact is for the reports that follow, and what makes a figure is asked for by the figure.
  const shown = lines.map(({ facts: _, inFigures: __, ...line }) => line);
  return { id: 'reviews', title: 'Review by review', ...rowsOfPart(shown, ReportLine.array(), '') };
};

const tablesFrom = (sections: readonly SectionRows[]): readonly SectionTable[] => [
  figuresOf(sections),
  ...sections.filter(({ lists }) => lists.length > 0).map(tableOf),
];

/** The tables of sections whose every part is made: their single figures, then a section each; empty ones are left out. */
export const tablesOfSections = (sections: readonly ContentSection[]): readonly SectionTable[] =>
  tablesFrom(sections.map((one) => rowsOf(one, new Map())));

/** The tables of a report: its single figures, then a section each, in the order of the content; empty ones are left out. */
export const tablesOf = (
  { content }: Pick<Report, 'content'>,
  lines: readonly ReportLine[],
): readonly SectionTable[] => {
  const notMade = new Map((content.notMade ?? []).map(({ part, sentence }) => [part, sentence]));
  return tablesFrom([...sectionsOf(content).map((one) => rowsOf(one, notMade)), ofReviews(lines)]);
};
