import type { FileType, MediaType } from '#schemas/operations.ts';

/** The formats that reports, their drafts and reports of spans are offered in. */
export type ReportFormat = Exclude<MediaType, 'application/jsonl'>;
export type TextFormat = Exclude<ReportFormat, FileType>;

interface AboutFormat {
  /** What the names of its files end with. */
  readonly ending: string;
  /** A browser keeps it as a file or shows it. */
  readonly disposition: 'attachment' | 'inline';
}

export const reportFormats: Readonly<Record<ReportFormat, AboutFormat>> = {
  'application/json': { ending: 'json', disposition: 'inline' },
  'text/html': { ending: 'html', disposition: 'inline' },
  'text/csv': { ending: 'csv', disposition: 'attachment' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', disposition: 'attachment' },
  'application/zip': { ending: 'zip', disposition: 'attachment' },
  'application/pdf': { ending: 'pdf', disposition: 'attachment' },
};

/** The header that names the file which a format would be kept as. */
export const contentDisposition = (type: ReportFormat, nameWithoutEnding: string) => ({
  'content-disposition': `${reportFormats[type].disposition}; filename="${nameWithoutEnding}.${reportFormats[type].ending}"`,
});

export const contentTypeOf = (type: TextFormat): string =>
  type === 'application/json' ? type : `${type}; charset=utf-8`;
