import { type Decided, done } from '#domain/decided.ts';
import type { Shown } from '#schemas/exemption.ts';
import { exportProgrammeOperation } from '#schemas/operations/history.ts';
import { readReviewHeads } from '#store/positions/position-pages.ts';
import { readEvents } from '#store/records/records.ts';
import { LinesMissing, readLineChunks } from '#store/reports/report-lines.ts';
import { readLeftSalts, readReportSecret } from '#store/reports/report-salts.ts';
import { readHeads, readPublished, withEveryRow } from '#store/reports/reports.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { type TextAnswer, textAnswer } from '../http/answer.ts';
import type { ReadCall, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, leadsNowhere, requestedPage } from '../http/paging.ts';
import { RoomForLines } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { shownTo } from '../http/view-access.ts';
import { markingOf } from '../queries/marked-events.ts';
import { readChain } from '../queries/read-chain.ts';
import { eventLine, linesOfReport, reportLine } from '../reports/export-lines.ts';

/**
 * How far an export has come: the head of the programme's chain when it began (what is published later is not in it),
 * the part it is in, and the last review and sequence, or month and revision, that it gave.
 */
interface Mark {
  readonly head: number;
  readonly part: 'programme' | 'reviews' | 'reports';
  readonly name: string;
  readonly number: number;
}

interface Asked {
  readonly deps: ReadsTable;
  readonly programmeRef: ProgrammeRef;
  readonly shown: Shown;
}

interface ExportLine {
  readonly line: unknown;
  readonly mark: Mark;
}

const markText = (mark: Mark): string => [mark.head, mark.part, mark.name, mark.number].join(':');
const markFrom = (text: string): Mark | undefined => {
  const [head, part, name, number] = text.split(':');
  if ((part !== 'programme' && part !== 'reviews' && part !== 'reports') || name === undefined) return undefined;
  return Number.isInteger(Number(head)) && Number.isInteger(Number(number))
    ? { head: Number(head), part, name, number: Number(number) }
    : undefined;
};

const readInOrder = async (deps: ReadsTable, programmeRef: ProgrammeRef, review: string | null) =>
  [...(await readEvents(deps.table, { ...programmeRef, review }))].sort((a, b) => a.sequence - b.sequence);

/** The events of a chain after one and up to another, in order, each with its line. */
const eventLines = async (asked: Asked, review: string | null, after: number, upTo: number) => {
  const chain = await readInOrder(asked.deps, asked.programmeRef, review);
  const marked = markingOf(chain);
  return chain
    .filter((event) => event.sequence > after && event.sequence <= upTo)
    .map((event) => ({ event, line: eventLine(event, marked(event), asked.shown) }));
};

async function* reviewEvents(asked: Asked, mark: Mark): AsyncGenerator<ExportLine> {
  const { deps, programmeRef } = asked;
  const started = mark.part === 'reviews' ? mark : { ...mark, part: 'reviews' as const, name: '', number: 0 };
  const rest = async function* (review: string, after: number): AsyncGenerator<ExportLine> {
    for (const { event, line } of await eventLines(asked, review, after, Number.POSITIVE_INFINITY))
      yield { line, mark: { ...started, name: review, number: event.sequence } };
  };
  if (started.name !== '') yield* rest(started.name, started.number);
  for await (const page of readReviewHeads(deps.table, programmeRef, {
    after: started.name === '' ? undefined : started.name,
  }))
    for (const { review } of page) yield* rest(review, 0);
}

/** A report that was given whole has this for the number of its lines. */
const whole = 999_999;

async function* reports({ deps, programmeRef, shown: { view, on } }: Asked, mark: Mark): AsyncGenerator<ExportLine> {
  const own = (await readInOrder(deps, programmeRef, null)).filter((event) => event.sequence <= mark.head);
  const seals = new Set(own.map((event) => event.digest));
  for await (const stored of readPublished(deps.table, programmeRef)) {
    const report = stored.report();
    // What was published after the export began has its seal beyond the events that were given.
    if (!seals.has(report.publication.sealingDigest)) continue;
    const { month, revision } = report.content;
    // Padded, so that the tenth revision follows the ninth.
    const name = `${month}.${String(revision).padStart(4, '0')}`;
    const resumed = mark.part === 'reports' ? mark : undefined;
    if (resumed !== undefined && (name < resumed.name || (name === resumed.name && resumed.number === whole))) continue;
    const at = (number: number): Mark => ({ head: mark.head, part: 'reports', name, number });
    const everyRow = await withEveryRow(deps.table, programmeRef, stored);
    const secret = await readReportSecret(deps.table, programmeRef, report.content);
    // What was read before its words were taken out has no salts any more that fit it.
    if (secret === undefined && stored.redactions === 0)
      throw new StoreBusy('words were taken out of a report while it was read');
    const exported = {
      report: everyRow.report(),
      secret,
      shown: { view, on: report.publication.publicView?.on ?? on },
    };
    let given = name === resumed?.name ? resumed.number : 0;
    try {
      for await (const chunk of readLineChunks(deps.table, programmeRef, report, { from: given, firstAlone: true })) {
        given += chunk.count;
        const left = chunk.isRedacted
          ? await readLeftSalts(deps.table, programmeRef, report.content, chunk.first)
          : undefined;
        yield { line: linesOfReport(exported, chunk, left), mark: at(given) };
      }
    } catch (error) {
      // An export hands on what there is: whoever verifies it finds that lines are missing.
      if (!(error instanceof LinesMissing)) throw error;
    }
    const { heads } = await readHeads(deps.table, programmeRef, { month, revision });
    const left =
      stored.redactions > 0
        ? await readLeftSalts(deps.table, programmeRef, report.content, report.content.lines)
        : undefined;
    yield { line: reportLine(exported, heads, left), mark: at(whole) };
  }
}

async function* everythingAfter(asked: Asked, mark: Mark): AsyncGenerator<ExportLine> {
  if (mark.part === 'programme')
    for (const { event, line } of await eventLines(asked, null, mark.number, mark.head))
      yield { line, mark: { ...mark, number: event.sequence } };
  if (mark.part !== 'reports') yield* reviewEvents(asked, mark);
  yield* reports(asked, mark);
}

const start = async (
  call: Pick<ReadCall, 'query'>,
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
): Promise<Decided<Mark>> => {
  const page = requestedPage(call, /^[A-Za-z0-9#.:_-]{1,300}$/);
  if (page.kind === 'refused') return page;
  if (page.result.after === undefined) {
    const events = await readEvents(deps.table, { ...programmeRef, review: null });
    return done({
      head: events.reduce((most, event) => Math.max(most, event.sequence), 0),
      part: 'programme',
      name: '-',
      number: 0,
    });
  }
  const mark = markFrom(page.result.after);
  return mark === undefined ? leadsNowhere() : done(mark);
};

/** One page of an export. */
export const exportPage = async (call: ReadCall, deps: ReadsTable): Promise<Decided<TextAnswer>> => {
  const chainRef = chainRefOf(call);
  const programme = await readChain(deps, chainRef);
  if (programme.kind === 'refused') return programme;
  const from = await start(call, deps, chainRef);
  if (from.kind === 'refused') return from;
  const first = call.query.cursor === undefined;
  const lines = first ? [JSON.stringify({ kind: 'export', format: 3, programme: chainRef.programme })] : [];
  const asked = { deps, programmeRef: chainRef, shown: await shownTo(call, deps.table) };
  const room = new RoomForLines();
  let reached = from.result;
  let more = false;
  for await (const { line, mark } of everythingAfter(asked, from.result)) {
    const text = JSON.stringify(line);
    if (!room.takes(text)) {
      more = true;
      break;
    }
    lines.push(text);
    reached = mark;
  }
  const next = more ? cursorOf(markText(reached)) : null;
  return done(
    textAnswer('application/jsonl', `${lines.join('\n')}\n`, {
      'cache-control': 'no-store',
      ...(next === null
        ? {}
        : {
            link: `</programmes/${call.params.programmeId}/export?cursor=${next}${call.query.view === undefined ? '' : `&view=${call.query.view}`}>; rel="next"`,
          }),
    }),
  );
};

export const exportProgramme = query(exportProgrammeOperation, exportPage);
