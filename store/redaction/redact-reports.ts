import * as z from 'zod';
import { redactedReport } from '#domain/redaction/redacted-report.ts';
import { dayOf, type LocalDate } from '#language/time.ts';
import { Report, ReportContent, ReportLine } from '#schemas/report.ts';
import { linesItem, readLineChunks } from '../reports/report-lines.ts';
import { type LeftSalts, readLeftSalts, readReportSecret, saltItems } from '../reports/report-salts.ts';
import { summaryItem, wholeItems } from '../reports/stored-report.ts';
import { bodyText, readBody, readPieces } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, queryAll, queryPages, readItem, sortKeyOf } from '../table/items.ts';
import { everyLineOf, everyWholeOf, linesKey, type ProgrammeRef, summariesOf, wholeOf } from '../table/keys.ts';
import { commit, type Intent, putOver } from '../table/transaction.ts';
import { leftOfParts, type Part, type SaltedBy } from './left-salts.ts';
import type { Redact } from './redact-line.ts';
import { alsoRedactedBy, putRedacted, RedactedElsewhere, redactionsOf } from './redacted-by.ts';

/*
 * Words are taken out of a published report chunk by chunk, each with what is left of its salts in one transaction, and last out of its
 * content and summary, with which its secret goes. Content digest, public view and seal stay as they were published.
 */

interface Redaction {
  readonly id: string;
  readonly redact: Redact;
}

/** A published report that is being redacted. */
interface Published extends Redaction {
  readonly table: Table;
  readonly programmeRef: ProgrammeRef;
  readonly report: Report;
  readonly secret: string | undefined;
  readonly on: LocalDate;
}

const Lines = z.array(ReportLine);
const changed = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
const puts = (table: Table, items: readonly Item[]): readonly Intent<'item'>[] =>
  items.map((item) => ({ name: 'item', item: putOver(table, item) }));

const commitOrElse = async (table: Table, intents: readonly Intent[]): Promise<void> => {
  if ((await commit(table, intents)).kind === 'failed') throw new RedactedElsewhere();
};

const saltedBy = ({ secret }: Published, left: LeftSalts | undefined): SaltedBy => {
  if (left !== undefined) return left;
  if (secret === undefined) throw new Error('a report has neither a secret nor what is left of its salts');
  return { secret };
};

/** What is left of the salts of some parts, to be stored with them. */
const leftItems = async (one: Published, first: number, parts: readonly Part[]): Promise<readonly Item[]> => {
  const { table, programmeRef, report, on } = one;
  const earlier = await readLeftSalts(table, programmeRef, report.content, first);
  const left = leftOfParts(parts, saltedBy(one, earlier), on);
  return saltItems(programmeRef, report.content, first, left, earlier?.pieces ?? 1);
};

const redactedLines = (lines: readonly ReportLine[], redact: Redact): readonly ReportLine[] =>
  lines.map((line) => redactedReport(ReportLine, line, redact));

const redactChunk = async (one: Published, first: number): Promise<void> => {
  const { table, programmeRef, report, id, redact } = one;
  const { month, revision } = report.content;
  const item = await readItem(table, linesKey(programmeRef, month, revision, first));
  if (item === undefined || redactionsOf(item).includes(id)) return;
  const before = Lines.parse(JSON.parse(bodyText(item)));
  const after = redactedLines(before, redact);
  const parts = before.map((line, n) => ({ number: first + n, before: line, after: after[n] }));
  const redacted = { ...linesItem(programmeRef, month, revision, first, after), ...alsoRedactedBy(item, id) };
  const left = await leftItems(one, first, parts);
  await commitOrElse(table, [putRedacted(table, item, redacted), ...puts(table, left)]);
};

const redactContent = async (one: Published, summary: Item, whole: readonly Item[]): Promise<void> => {
  const { table, programmeRef, report, id, redact } = one;
  const before = readPieces(whole, ReportContent) ?? report.content;
  const after = redactedReport(ReportContent, before, redact);
  const shown = { ...report, content: redactedReport(ReportContent, report.content, redact) };
  const redacted = summaryItem(programmeRef, shown, alsoRedactedBy(summary, id));
  const wholeAfter = whole.length === 0 ? [] : wholeItems(programmeRef, { content: after }, whole.length);
  const left = await leftItems(one, before.lines, [{ number: before.lines, before, after }]);
  await commitOrElse(table, [putRedacted(table, summary, redacted), ...puts(table, [...wholeAfter, ...left])]);
};

/** Whether a report holds any of the words. */
const holdsWords = async (
  { table, programmeRef, report, redact }: Published,
  whole: readonly Item[],
): Promise<boolean> => {
  const content = readPieces(whole, ReportContent) ?? report.content;
  if (changed(redactedReport(ReportContent, content, redact), content)) return true;
  for await (const chunk of readLineChunks(table, programmeRef, report)) {
    const lines = Lines.parse(chunk.lines());
    if (changed(redactedLines(lines, redact), lines)) return true;
  }
  return false;
};

/** Takes words out of a published report; false: it holds none of them. */
const redactReport = async (
  table: Table,
  programmeRef: ProgrammeRef,
  summary: Item,
  redaction: Redaction,
): Promise<boolean> => {
  if (redactionsOf(summary).includes(redaction.id)) return true;
  const report = readBody(summary, Report);
  const { content, publication } = report;
  const secret = await readReportSecret(table, programmeRef, content);
  const on = publication.publicView?.on ?? dayOf(publication.publishedAt);
  const one: Published = { ...redaction, table, programmeRef, report, secret, on };
  const whole = await queryAll(table, wholeOf(programmeRef, content.month, content.revision));
  if (!(await holdsWords(one, whole)) && !(await isBegun(one))) return false;
  const firsts: number[] = [];
  for await (const chunk of readLineChunks(table, programmeRef, report)) firsts.push(chunk.first);
  for (const first of firsts) await redactChunk(one, first);
  await redactContent(one, summary, whole);
  return true;
};

/** Whether some of its lines were redacted by a try that was cut off, so that no others are left that hold the words. */
const isBegun = async ({ table, programmeRef, report, id }: Published): Promise<boolean> => {
  const item = await readItem(table, linesKey(programmeRef, report.content.month, report.content.revision, 0));
  return item !== undefined && redactionsOf(item).includes(id);
};

/** Lines that tries wrote which published nothing, or ended their chunks elsewhere: nobody reads them, and they held the words too. */
const redactStrayLines = async (table: Table, programmeRef: ProgrammeRef, { id, redact }: Redaction): Promise<void> => {
  for await (const items of queryPages(table, everyLineOf(programmeRef)))
    for (const item of items) {
      if (redactionsOf(item).includes(id)) continue;
      const lines = Lines.parse(JSON.parse(bodyText(item)));
      const after = redactedLines(lines, redact);
      if (!changed(after, lines)) continue;
      const [, month = '', revision, first] = sortKeyOf(item).split('#');
      const redacted = linesItem(programmeRef, month, Number(revision), Number(first), after);
      await commitOrElse(table, [putRedacted(table, item, { ...redacted, ...alsoRedactedBy(item, id) })]);
    }
};

/** The same of contents that were written and not published. */
const redactStrayContents = async (table: Table, programmeRef: ProgrammeRef, { redact }: Redaction): Promise<void> => {
  const reports = new Map<string, Item[]>();
  for (const item of await queryAll(table, everyWholeOf(programmeRef))) {
    const [, month, revision] = sortKeyOf(item).split('#');
    reports.set(`${month}#${revision}`, [...(reports.get(`${month}#${revision}`) ?? []), item]);
  }
  for (const pieces of reports.values()) {
    const content = readPieces(pieces, ReportContent);
    if (content === undefined) continue;
    const after = redactedReport(ReportContent, content, redact);
    if (!changed(after, content)) continue;
    await commitOrElse(table, puts(table, wholeItems(programmeRef, { content: after }, pieces.length)));
  }
};

/** A22: takes words out of everything that a programme has published; of how many reports it did. */
export const redactPublished = async (
  table: Table,
  programmeRef: ProgrammeRef,
  redaction: Redaction,
): Promise<number> => {
  let redacted = 0;
  for await (const summaries of queryPages(table, summariesOf(programmeRef)))
    for (const summary of summaries) if (await redactReport(table, programmeRef, summary, redaction)) redacted += 1;
  await redactStrayLines(table, programmeRef, redaction);
  await redactStrayContents(table, programmeRef, redaction);
  return redacted;
};
