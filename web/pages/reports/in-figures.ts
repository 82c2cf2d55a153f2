import { monthInWords } from '#language/in-words.ts';
import { ReportFigures } from '#schemas/report-figures.ts';
import { details, link } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import type { Html } from '../../html.ts';
import { givenInWords, howInWords } from '../../report/why.ts';
import { apiReportPath, figurePath, type RegisterAt } from '../paths.ts';
import { asking, orNothingIfBusy } from '../question.ts';

/** A record of a register, or with `review` as its register the review itself. */
interface RecordAt extends RegisterAt {
  readonly register: string;
  readonly entry: string;
}

/** Asks in which figures of the latest published report a record is; there may be no report, and the record's page does not wait for one that cannot be had. */
export const askInFigures = ({ programme, review, register, entry }: RecordAt) =>
  orNothingIfBusy(
    asking(`${apiReportPath({ programme, month: 'latest' })}/figures`, ReportFigures, { review, register, entry }),
  );

/** Those figures, each with what the record gives to it; nothing where it is in none. */
export const inFigures = (programme: string, list: ReportFigures | null): Html | false => {
  if (list === null || list.figures.length === 0) return false;
  const { month } = list;
  const caption = `In which figures of the board report for ${monthInWords(month)}`;
  return details(
    caption,
    dataTable({
      caption,
      captionHidden: true,
      stacked: true,
      columns: [{ head: 'Figure' }, { head: 'Gives' }, { head: 'How' }],
      rows: list.figures.flatMap(({ figure, title, unit, row }) =>
        row === undefined
          ? []
          : [[link(figurePath({ programme, month }, figure), title), givenInWords(row, unit), howInWords(row)]],
      ),
      none: '',
    }),
  );
};
