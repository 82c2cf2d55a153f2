import type { Shown } from '#schemas/exemption.ts';
import { visibleText } from '#schemas/exemption.ts';
import type { ReportLine } from '#schemas/report.ts';
import type { LineChunk } from '#store/reports/report-lines.ts';
import { RoomForLines } from '../http/response-size.ts';
import { chunkInView } from './report-view.ts';

/** Where a page of lines begins: at a chunk, by the number of its first line, after so many of its lines. */
export interface LinesStart {
  readonly chunk: number;
  readonly after: number;
}

/** As the cursor holds it: `300`, or `300.20` within a chunk. */
export const startFrom = (after: string | undefined): LinesStart | undefined => {
  if (after === undefined) return { chunk: 0, after: 0 };
  const [, chunk, within] = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(after) ?? [];
  return chunk === undefined ? undefined : { chunk: Number(chunk), after: Number(within ?? 0) };
};
export const startAsText = ({ chunk, after }: LinesStart): string => (after === 0 ? `${chunk}` : `${chunk}.${after}`);

/** A run of lines that stand in one chunk, as a view shows them. */
export interface LinesPart {
  /** Their JSON, one after the other with commas between. */
  readonly json: string;
  readonly lines: () => readonly ReportLine[];
  /** Where the lines after them begin. */
  readonly next: LinesStart;
}

/** A whole chunk is handed on as it was written, without being read line by line; a part of one is cut out of it. */
const partOf = (chunk: LineChunk, from: number, to: number, shown: Shown): LinesPart => {
  const next = to === chunk.count ? { chunk: chunk.first + to, after: 0 } : { chunk: chunk.first, after: to };
  if (from === 0 && to === chunk.count)
    return { json: visibleText(chunk.json, shown).slice(1, -1), lines: () => chunkInView(chunk, shown), next };
  const lines = chunkInView(chunk, shown).slice(from, to);
  return { json: JSON.stringify(lines).slice(1, -1), lines: () => lines, next };
};

/** So many lines as are asked for and one answer has room for; none where the chunk does not go so far. */
export const linesPage = async (
  chunks: AsyncIterable<LineChunk>,
  start: LinesStart,
  limit: number,
  shown: Shown,
): Promise<readonly LinesPart[]> => {
  const room = new RoomForLines();
  const parts: LinesPart[] = [];
  let left = limit;
  let from = start.after;
  for await (const chunk of chunks) {
    if (from >= chunk.count) break;
    const to = Math.min(chunk.count, from + left);
    const part = partOf(chunk, from, to, shown);
    if (!room.takes(part.json)) break;
    parts.push(part);
    left -= to - from;
    from = 0;
    if (left === 0) break;
  }
  return parts;
};
