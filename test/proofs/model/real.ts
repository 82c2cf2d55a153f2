import { expect } from 'vitest';
import type { Asked, Told } from '../../support/client.ts';
import { people } from '../../support/client.ts';
import { programme, records, review } from '../../support/records.ts';
import { required } from '../../support/required.ts';
import type { TestTracker } from '../../support/tracker.ts';
import type { Flow } from './flow.ts';
import type { Answer, Change, Read, Write } from './predict.ts';
import { type Content, programmeBegins, type Ref } from './world.ts';

/* The tracker as the model asks it: one programme, its reviews, and the issues of each for any register. */

export const firstMonth = '2025-01';
export interface Real {
  readonly tracker: TestTracker;
  readonly programmeId: string;
}

const reasoned = ['paused', 'stopped', 'transferred'];
/** The whole record of a review or an entry, of which the model tells two fields apart. */
const bodyOf = ({ entry }: Ref, { title, kind }: Content, leavesLifecycle = false): object =>
  entry === null
    ? {
        ...review,
        title,
        ...(leavesLifecycle ? { lifecycle: undefined } : { lifecycle: kind }),
        ...(!leavesLifecycle && reasoned.includes(kind) ? { lifecycleReason: 'It was decided' } : {}),
        ...completed,
      }
    : {
        ...required(Object.entries(records).find(([name]) => name === 'issue')?.[1] ?? undefined),
        title,
        severity: kind,
        raisedOn: '2024-12-01',
      };
const completed = { handover: { owner: 'Estates', on: '2024-12-01' }, lessons: [{ learned: 'Begin early' }] };

const operationOf = ({ entry }: Ref, act: Change['act'] | 'get'): string => {
  if (act === 'live') return 'changeLifecycle';
  const verb = { put: 'put', get: 'get', 'strike-out': 'strikeOut', correct: 'correct' }[act];
  return `${verb}${entry === null ? 'Review' : 'Issue'}`;
};

const paramsOf = ({ programmeId }: Real, { review: reviewId, entry }: Ref) => ({
  programmeId,
  reviewId,
  ...(entry === null ? {} : { entryId: entry }),
});

const ofKind: Readonly<Record<string, object>> = {
  transfer: { to: 'The joint service' },
  complete: { unrealised: [{ what: 'Rents', owner: 'Estates' }] },
};
const changeBody = (ref: Ref, change: Change, opens: boolean): object => {
  if (change.act === 'put') return bodyOf(ref, change.content, !opens);
  if (change.act === 'live') return { kind: change.kind, reason: 'It was decided', ...ofKind[change.kind] };
  if (change.act === 'strike-out') return { reason: 'Recorded twice', undo: change.undo };
  const { corrects, at, content } = change;
  return { corrects, effectiveAt: at, record: bodyOf(ref, content), reason: 'It was not so' };
};

/** A change as it is sent. */
export const askedOf = (
  real: Real,
  { ref, change, expected, effectiveAt, mayWrite }: Write,
  key: string,
): readonly [operation: string, asked: Asked] => [
  operationOf(ref, change.act),
  {
    as: mayWrite ? people.team : people.board,
    params: paramsOf(real, ref),
    body: changeBody(ref, change, expected === 'none-there' || expected === undefined),
    headers: {
      'idempotency-key': key,
      ...(expected === undefined
        ? {}
        : expected === 'none-there'
          ? { 'if-none-match': '*' }
          : { 'if-match': `"${expected}"` }),
      ...(effectiveAt === undefined ? {} : { 'effective-at': effectiveAt }),
    },
  },
];

export const read = (real: Real, { ref, asAt, knownAt }: Read): Promise<Told> => {
  const query = new URLSearchParams({
    ...(asAt === undefined ? {} : { asAt }),
    ...(knownAt === undefined ? {} : { knownAt }),
  });
  return real.tracker.ask(operationOf(ref, 'get'), { params: paramsOf(real, ref), query: query.toString() });
};

/** Of an answer, what the model says. */
const seenIn = ({ status, body }: Told, { code, record }: Answer) => ({
  status,
  ...(code === undefined ? {} : { code: body.code }),
  ...(record === undefined
    ? {}
    : {
        record: {
          content: { title: body.record?.title, kind: body.record?.severity ?? body.record?.lifecycle },
          struckOut: body.struckOut !== null,
          version: body.version,
          effectiveAt: body.effectiveAt,
        },
      }),
});
export const expectAsPredicted = (told: Told, predicted: Answer): void => {
  expect({ ...seenIn(told, predicted), ...(told.status === predicted.status ? {} : { text: told.text }) }).toEqual(
    predicted,
  );
};

export const openProgramme = ({ tracker, programmeId }: Real): Promise<Told> =>
  tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId },
    body: { ...programme, reporting: { firstMonth } },
    headers: { 'if-none-match': '*', 'effective-at': programmeBegins },
  });

/** Has a report made, or one more revision of it. */
export const report = async ({ tracker, programmeId }: Real, month: string, isRevision: boolean): Promise<Told> => {
  const told = isRevision
    ? await tracker.ask('reviseReport', {
        as: people.office,
        params: { programmeId, month },
        body: { reason: 'Recorded late' },
      })
    : await tracker.ask('runReport', { as: people.office, params: { programmeId }, body: { month } });
  await tracker.settled();
  return told;
};

export const expectReport = async (
  { tracker, programmeId }: Real,
  month: string,
  expected: { readonly flow: Flow; readonly counted: readonly string[]; readonly revision: number },
): Promise<void> => {
  const { content } = (await tracker.must('getReport', { params: { programmeId, month } })).body;
  const { opening, closing } = content.flow;
  const [restated, entered, left] = [content.flow.restated.rows, content.flow.entered.rows, content.flow.left.rows];
  const rows = (all: readonly Flow['entered'][number][]) =>
    all.map(({ review: id, how, on }) => ({ review: id, how, on }));
  expect({
    revision: content.revision,
    counted: content.counts.counted,
    flow: {
      opening,
      restated: restated.map(({ review: id, change }: Flow['restated'][number]) => ({ review: id, change })),
      entered: rows(entered),
      left: rows(left),
      closing,
    },
  }).toEqual({ revision: expected.revision, counted: expected.counted.length, flow: expected.flow });
  const net = restated.reduce((sum: number, one: { change: number }) => sum + one.change, 0);
  expect(opening + net + entered.length - left.length).toBe(closing);
};
