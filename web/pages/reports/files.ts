import { paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import type { At, Screen } from '../screen.ts';

/** The files of a report, by what their addresses end with: each as the API writes it. */
const files = {
  pdf: ['PDF', 'application/pdf'],
  xlsx: ['Excel workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  csv: ['CSV', 'text/csv'],
  zip: ['a CSV for each section', 'application/zip'],
  json: ['JSON', 'application/json'],
  html: ['web page', 'text/html'],
} as const;
export type FileFormat = keyof typeof files;
const formats: readonly FileFormat[] = ['pdf', 'xlsx', 'csv', 'zip', 'json', 'html'];

/** Links to the files, after what they are of. */
export const filesAt = (of: string, addressOf: (format: FileFormat) => string): Html =>
  paragraph(
    `${of}: `,
    formats.map(
      (format, n) => html`${n > 0 && ', '}<a class="govuk-link" href="${addressOf(format)}">${files[format][0]}</a>`,
    ),
    '.',
  );

/** The files below an address as the API writes them; `asked` is where the API has them. */
export const fileScreens = (of: string, asked: (at: At, format: FileFormat) => string): readonly Screen[] =>
  formats.map((format) => ({
    path: `${of}/${format}`,
    open: async (at, api) => {
      const [, type] = files[format];
      const { name, base64 } = await api.pull(asked(at, format), type);
      return { kind: 'file', name, type, body: base64, isBase64: true };
    },
  }));
