import { monthInWords } from '#language/in-words.ts';
import type { View } from '#schemas/exemption.ts';
import type { FileType } from '#schemas/operations/operation.ts';
import { bulletList, link, paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { reportCsv } from '../../report-csv.ts';
import { reportWithin } from '../../report-page.ts';
import {
  apiChainPath,
  comparePath,
  inView,
  programmePath,
  programmesPath,
  reportFilePath,
  reportPath,
  reportsPath,
} from '../paths.ts';
import { askAll } from '../question.ts';
import { type At, type Screen, screen } from '../screen.ts';
import { monthsOf, reportAsked, reportGiven, viewAsked } from './report-at.ts';

const path = `${programmesPath}/{programmeId}/reports/{month}`;
const mostMonths = 12;

/** The files of a report, by what their addresses end with. */
const fileNames = {
  pdf: 'PDF',
  xlsx: 'Excel workbook',
  csv: 'CSV',
  zip: 'a CSV for each section',
  json: 'JSON',
} as const;

/** To the other view of a report, for whoever is shown one of two. */
const otherView = (at: At, month: string, view: View | undefined): Html | false => {
  const path = reportPath(at.params.programmeId ?? '', month);
  if (viewAsked(at) !== undefined) return paragraph(link(path, 'Show everything that you may read'));
  return (
    view === 'full' && paragraph(link(inView(path, 'public'), 'Show the public view: what the council may publish'))
  );
};

/** A published report as a page of its own, with the files to keep and the months beside it. */
export const report: Screen = screen({
  path,
  asks: reportAsked,
  show: (answers, at) => {
    const { programmeId = '' } = at.params;
    const view = viewAsked(at);
    const given = reportGiven(answers);
    const { programme, month } = given.report.content;
    const others = monthsOf(answers.months ?? { items: [] }).filter((one) => one.month !== month);
    return {
      title: `Board report for ${monthInWords(month)}${view === undefined ? '' : ', public view'}`,
      caption: programme.phase === null ? programme.name : `${programme.name}, ${programme.phase}`,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: programme.name, to: programmePath(programmeId) },
        { text: 'Reports', to: reportsPath(programmeId) },
      ],
      body: html`<p class="govuk-body">Keep it: ${Object.entries(fileNames).map(([format, name], n) => html`${n > 0 && ', '}${link(inView(reportFilePath(programmeId, month, format), view), name)}`)}.</p>
${otherView(at, month, given.report.view)}
${reportWithin(given)}
${
  others.length > 0 &&
  html`<h2 class="govuk-heading-m">Other months</h2>${bulletList(others.slice(0, mostMonths).map((one) => link(inView(reportPath(programmeId, one.month), view), monthInWords(one.month))))}
<h2 class="govuk-heading-m">Compare with another month</h2>${bulletList(others.slice(0, mostMonths).map((one) => link(comparePath(programmeId, one.month, month), `${monthInWords(one.month)} and ${monthInWords(month)}`)))}`
}`,
    };
  },
});

/** A report as a file, under the name of its programme, month and revision. */
const file = (
  format: 'csv' | 'json',
  type: string,
  bodyOf: (given: ReturnType<typeof reportGiven>) => string,
): Screen => ({
  path: `${path}/${format}`,
  open: async (at, api) => {
    const given = reportGiven((await askAll(reportAsked(at), api)).answers);
    const { programme, month, revision } = given.report.content;
    return { kind: 'file', name: `${programme.id}-${month}-r${revision}.${format}`, type, body: bodyOf(given) };
  },
});

/** A file that the API writes. */
const written = (format: 'pdf' | 'xlsx' | 'zip', type: FileType): Screen => ({
  path: `${path}/${format}`,
  open: async (at, api) => {
    const { programmeId = '', month = '' } = at.params;
    const asked = `${apiChainPath({ programme: programmeId })}/reports/${encodeURIComponent(month)}`;
    const { name, base64 } = await api.pull(inView(asked, viewAsked(at)), type);
    return { kind: 'file', name, type, body: base64, isBase64: true };
  },
});

export const reportFiles: readonly Screen[] = [
  written('pdf', 'application/pdf'),
  written('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  written('zip', 'application/zip'),
  file('csv', 'text/csv; charset=utf-8', ({ report: whole, lines, linesComplete }) =>
    reportCsv(whole, lines, linesComplete ? null : { count: whole.content.lines - lines.length, address: null }),
  ),
  file('json', 'application/json', ({ report: whole }) => JSON.stringify(whole)),
];
