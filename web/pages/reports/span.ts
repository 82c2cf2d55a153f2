import { spanName, spansAmong } from '#language/financial-spans.ts';
import { monthInWords } from '#language/in-words.ts';
import { addMonths } from '#language/time.ts';
import { mostSpanMonths } from '#schemas/limits.ts';
import type { FileType } from '#schemas/operations/operation.ts';
import { SpanReport } from '#schemas/span-report.ts';
import { bulletList, link, paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { spanWithin } from '../../span-page.ts';
import { apiChainPath, programmePath, programmesPath, reportsPath, spanFilePath, spanPath } from '../paths.ts';
import { asking } from '../question.ts';
import { type At, type Screen, screen } from '../screen.ts';

const path = `${programmesPath}/{programmeId}/reports/span`;

/** Links to the parts of financial years of which every month is published, and to all months together. */
export const spanLinks = (programme: string, published: readonly string[]): Html => {
  const spans = spansAmong(published);
  const last = published[0] ?? '';
  const earliest = addMonths(last, 1 - mostSpanMonths);
  const first = published.findLast((month) => month >= earliest) ?? last;
  return html`${
    spans.length === 0
      ? paragraph('No quarter of a financial year is published whole yet.')
      : bulletList(spans.map((span) => link(spanPath(programme, span), span.name)))
  }${paragraph(link(spanPath(programme, { from: first, to: last }), `All months from ${monthInWords(first)} to ${monthInWords(last)}`))}`;
};

const asked = ({ params: { programmeId = '' }, query: { from, to } }: At) =>
  asking(`${apiChainPath({ programme: programmeId })}/reports/span`, SpanReport, { from, to });

const formats = { pdf: 'PDF', xlsx: 'Excel workbook', csv: 'CSV', zip: 'a CSV for each section' } as const;

/** The report of a quarter, a half year, a year or any other span. */
const spanPage: Screen = screen({
  path,
  asks: (at) => ({ report: asked(at) }),
  show: ({ report }, { params: { programmeId = '' } }) => ({
    title: `Report of ${spanName(report) ?? `${monthInWords(report.from)} to ${monthInWords(report.to)}`}`,
    caption: report.programme.name,
    crumbs: [
      { text: 'Programmes', to: programmesPath },
      { text: report.programme.name, to: programmePath(programmeId) },
      { text: 'Reports', to: reportsPath(programmeId) },
    ],
    body: html`<p class="govuk-body">${monthInWords(report.from)} to ${monthInWords(report.to)}. Keep it: ${Object.entries(
      formats,
    ).map(([format, name], n) => html`${n > 0 && ', '}${link(spanFilePath(programmeId, report, format), name)}`)}.</p>
${spanWithin(report)}`,
  }),
});

/** A file of it, that the API writes. */
const file = (format: string, type: FileType | 'text/csv'): Screen => ({
  path: `${path}/${format}`,
  open: async ({ params: { programmeId = '' }, query: { from = '', to = '' } }, api) => {
    const address = `${apiChainPath({ programme: programmeId })}/reports/span?${new URLSearchParams({ from, to })}`;
    const { name, base64 } = await api.pull(address, type);
    return { kind: 'file', name, type, body: base64, isBase64: true };
  },
});

export const spanScreens: readonly Screen[] = [
  spanPage,
  file('pdf', 'application/pdf'),
  file('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  file('csv', 'text/csv'),
  file('zip', 'application/zip'),
];
