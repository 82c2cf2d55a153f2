import type { FileType } from '#schemas/operations.ts';
import type { SectionTable } from '#web/tables/report-tables.ts';
import { type RowsAreOf, sectionCsv } from '#web/tables/section-csv.ts';
import type { WritesFiles } from '../http/call.ts';

type Writers = Awaited<ReturnType<WritesFiles['loadWriters']>>;
type AboutDocument = Parameters<Awaited<ReturnType<WritesFiles['loadPaper']>>['paged']>[1];

/** A report of whatever months as it goes into a file, with what the file says of itself. */
export interface ToWrite extends AboutDocument {
  /** The first says which report it is. */
  readonly tables: readonly SectionTable[];
  readonly rowsAreOf: RowsAreOf;
  readonly page: () => string;
  /** What the name of each sheet of its workbook begins with. */
  readonly sheetsBegin?: string;
}

/** Undefined: it is too much to be written at all. */
type Write = (given: ToWrite) => Promise<Uint8Array | undefined>;

const writeTables: Readonly<
  Record<Exclude<FileType, 'application/pdf'>, (writers: Writers, given: ToWrite) => Uint8Array | Promise<Uint8Array>>
> = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': (
    { workbook },
    { tables, writtenAt, sheetsBegin },
  ) => workbook(tables, writtenAt, sheetsBegin),
  'application/zip': ({ archive }, { tables, rowsAreOf, writtenAt }) =>
    archive(new Map(tables.map((table) => [`${table.id}.csv`, sectionCsv(rowsAreOf, table)])), writtenAt),
};

/** Letters of a page that are drawn on paper within the time of an answer: some hundred pages. */
const mostPageLetters = 1_000_000;

const paperOf = async (deps: WritesFiles): Promise<Write> => {
  const { paged, readFonts } = await deps.loadPaper();
  const fonts = readFonts(deps.fonts);
  return async ({ page: drawn, title, author, subject, writtenAt, foot, mark }) => {
    const page = drawn();
    return page.length > mostPageLetters
      ? undefined
      : paged(page, { title, author, subject, writtenAt, foot, mark }, fonts);
  };
};

/** What writes a report as a file of a type. */
export const writerOf = async (deps: WritesFiles, type: FileType): Promise<Write> => {
  if (type === 'application/pdf') return paperOf(deps);
  const writers = await deps.loadWriters();
  return async (given) => writeTables[type](writers, given);
};
