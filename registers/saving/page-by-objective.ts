import { poundsInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { Html } from '#web/html.ts';
import { type Fact, pounds } from '#web/report/fact.ts';
import { table } from '#web/report/layout.ts';

type Given = ReportContent['savings']['byObjective'];
type Sum = NonNullable<Given>['objectives'][number]['sum'];

const sumInWords = ({ pounds: value, lines, withoutFigure }: Sum): string =>
  withoutFigure === 0 ? poundsInWords(value) : `${poundsInWords(value)}, of ${lines - withoutFigure} of ${lines} lines`;

const sums = (caption: string, head: string, rows: readonly { year: string; name: string; sum: Sum }[]): Html =>
  table({
    caption,
    columns: [{ head }, { head: 'Year' }, { head: 'Lines', figures: true }, { head: 'Planned', figures: true }],
    rows: rows.map(({ year, name, sum }) => [name, year, sum.lines, sumInWords(sum)]),
    none: 'No savings line plans anything.',
  });

/** What is planned by objective, by directorate, and by both; a programme without objectives shows none of it. */
export const byObjectiveTables = (given: Given): readonly Html[] =>
  given === undefined
    ? []
    : [
        sums('Planned savings by objective', 'Objective', given.objectives),
        sums('Planned savings by directorate', 'Directorate', given.directorates),
        table({
          caption: 'Planned savings by objective and directorate',
          columns: [
            { head: 'Objective' },
            { head: 'Directorate' },
            { head: 'Year' },
            { head: 'Planned', figures: true },
          ],
          rows: given.cells.rows.map((one) => [one.objective, one.directorate, one.year, sumInWords(one.sum)]),
          none: 'No savings line plans anything.',
          total: given.cells.total,
        }),
      ];

const factOf = (about: string, item: string, { pounds: value, lines, withoutFigure }: Sum): Fact => ({
  ...pounds('Savings', about, item, value),
  coverage: `${lines - withoutFigure} of ${lines} lines have a figure`,
});

export const byObjectiveFacts = (given: Given): readonly Fact[] =>
  given === undefined
    ? []
    : [
        ...given.objectives.map(({ year, name, sum }) => factOf(year, `Planned for the objective ${name}`, sum)),
        ...given.directorates.map(({ year, name, sum }) => factOf(year, `Planned by the directorate ${name}`, sum)),
        ...given.cells.rows.map((one) =>
          factOf(one.year, `Planned for the objective ${one.objective} by the directorate ${one.directorate}`, one.sum),
        ),
      ];
