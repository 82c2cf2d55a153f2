import { type Decided, done, refused } from '#domain/decided.ts';
import { readCards } from '#store/cards.ts';
import type { ProgrammePlace } from '#store/keys.ts';
import { readHeads, readLineChunks, readPublished, withEveryRow } from '#store/reports.ts';
import { readEvents } from '#store/things.ts';
import type { Call, ReadsTable, UseCase } from '../kit/call.ts';
import { cursorOf, pageAsked } from '../kit/paging.ts';
import { param, placeOf } from '../kit/place.ts';
import { readPlace } from '../kit/read-place.ts';
import { RoomForLines } from '../kit/room-in-answer.ts';

/**
 * How far an export has come: the head of the programme's chain when it began (what is published later is not in it),
 * the part it is in, and the last review and sequence, or month and revision, that it told.
 */
interface Mark {
  readonly head: number;
  readonly part: 'programme' | 'reviews' | 'reports';
  readonly name: string;
  readonly number: number;
}

interface Told {
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

const eventsInOrder = async (
  deps: ReadsTable,
  place: ProgrammePlace,
  review: string | null,
  after: number,
  upTo: number,
) =>
  (await readEvents(deps.table, { ...place, review }))
    .filter((event) => event.sequence > after && event.sequence <= upTo)
    .sort((a, b) => a.sequence - b.sequence);

async function* reviewEvents(deps: ReadsTable, place: ProgrammePlace, mark: Mark): AsyncGenerator<Told> {
  const started = mark.part === 'reviews' ? mark : { ...mark, part: 'reviews' as const, name: '', number: 0 };
  const rest = async function* (review: string, after: number): AsyncGenerator<Told> {
    for (const event of await eventsInOrder(deps, place, review, after, Number.POSITIVE_INFINITY))
      yield { line: { kind: 'event', event }, mark: { ...started, name: review, number: event.sequence } };
  };
  if (started.name !== '') yield* rest(started.name, started.number);
  for await (const page of readCards(deps.table, place, { after: started.name === '' ? undefined : started.name }))
    for (const { review } of page) yield* rest(review, 0);
}

/** A report that has been told whole has this for the number of its lines told. */
const whole = 999_999;

async function* reports(deps: ReadsTable, place: ProgrammePlace, mark: Mark): AsyncGenerator<Told> {
  const seals = new Set((await eventsInOrder(deps, place, null, 0, mark.head)).map((event) => event.digest));
  for await (const report of readPublished(deps.table, place)) {
    // What was published after the export began has its seal beyond the events that were told.
    if (!seals.has(report.publication.sealingDigest)) continue;
    const { month, revision } = report.content;
    // Padded, so that the tenth revision follows the ninth.
    const name = `${month}.${String(revision).padStart(4, '0')}`;
    const resumed = mark.part === 'reports' ? mark : undefined;
    if (resumed !== undefined && (name < resumed.name || (name === resumed.name && resumed.number === whole))) continue;
    const at = (number: number): Mark => ({ head: mark.head, part: 'reports', name, number });
    let told = name === resumed?.name ? resumed.number : 0;
    for await (const lines of readLineChunks(deps.table, place, report, told)) {
      told += lines.length;
      yield { line: { kind: 'report-lines', month, revision, lines }, mark: at(told) };
    }
    const { heads } = await readHeads(deps.table, place, month, revision);
    const { content, publication } = await withEveryRow(deps.table, place, report);
    yield { line: { kind: 'report', content, publication, lines: [], heads }, mark: at(whole) };
  }
}

async function* everythingAfter(deps: ReadsTable, place: ProgrammePlace, mark: Mark): AsyncGenerator<Told> {
  if (mark.part === 'programme')
    for (const event of await eventsInOrder(deps, place, null, mark.number, mark.head))
      yield { line: { kind: 'event', event }, mark: { ...mark, number: event.sequence } };
  if (mark.part !== 'reports') yield* reviewEvents(deps, place, mark);
  yield* reports(deps, place, mark);
}

const start = async (call: Call, deps: ReadsTable, place: ProgrammePlace): Promise<Decided<Mark>> => {
  const page = pageAsked(call);
  if (page.kind === 'refused') return page;
  if (page.result.after === undefined) {
    const events = await readEvents(deps.table, { ...place, review: null });
    return done({
      head: events.reduce((most, event) => Math.max(most, event.sequence), 0),
      part: 'programme',
      name: '-',
      number: 0,
    });
  }
  const mark = markFrom(page.result.after);
  return mark === undefined
    ? refused({
        code: 'request.invalid',
        detail: 'cursor must be the "next" of the page before.',
        faults: [{ in: 'query', pointer: '/cursor', message: 'must be the "next" of the page before' }],
      })
    : done(mark);
};

export const exportProgramme: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const programme = await readPlace(deps, place);
  if (programme.kind === 'refused') return programme;
  const from = await start(call, deps, place);
  if (from.kind === 'refused') return from;
  const first = call.query.cursor === undefined;
  const lines = first ? [JSON.stringify({ kind: 'export', format: 1, programme: place.programme })] : [];
  const room = new RoomForLines();
  let reached = from.result;
  let more = false;
  for await (const { line, mark } of everythingAfter(deps, place, from.result)) {
    const text = JSON.stringify(line);
    if (!room.takes(text)) {
      more = true;
      break;
    }
    lines.push(text);
    reached = mark;
  }
  const next = more ? cursorOf(markText(reached)) : null;
  return done({
    status: 200,
    mediaType: 'application/jsonl',
    headers: {
      'cache-control': 'no-store',
      ...(next === null
        ? {}
        : { link: `</programmes/${param(call, 'programmeId')}/export?cursor=${next}>; rel="next"` }),
    },
    body: `${lines.join('\n')}\n`,
  });
};
