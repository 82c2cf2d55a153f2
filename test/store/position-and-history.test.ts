// @module-tag long
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldReview } from '#functions/scheduled/review-at-month-end.ts';
import { Programme } from '#schemas/programme.ts';
import { monthAsked, positionAtEnd, readMonthEnds } from '#store/positions/position-at-month-end.ts';
import { readReviewPages } from '#store/positions/position-pages.ts';
import type { StoredPosition } from '#store/positions/stored-position.ts';
import { tableClient } from '#store/table/client.ts';
import { UnreadableItem } from '#store/table/items.ts';
import { programme, records, review, risk, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId: 'tomorrow' },
    body: programme,
    headers: { 'if-none-match': '*', 'effective-at': '2026-01-01' },
  });
  await tracker.must('putReview', {
    params: { programmeId: 'tomorrow', reviewId: 'whole' },
    body: review,
    headers: { 'if-none-match': '*', 'effective-at': '2026-01-01' },
  });
});
afterAll(() => tracker.stop());

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
const kinds = ['risk', 'saving', 'milestone', 'issue', 'option', 'return', 'review'] as const;

/** Something told of a review with effect from some day; days need not go forward from one thing to another. */
const command = fc.record({
  kind: fc.constantFrom(...kinds),
  thing: fc.constantFrom('first', 'second'),
  month: fc.constantFrom(...months),
  day: fc.integer({ min: 1, max: 28 }),
  turn: fc.integer({ min: 1, max: 5 }),
});

const bodyOf = (kind: (typeof kinds)[number], turn: number): unknown => {
  switch (kind) {
    case 'risk':
      return { ...risk, lastReviewedOn: '2026-01-01', current: { likelihood: turn, impact: 4 } };
    case 'saving':
      return {
        ...saving,
        firmness: 'indicative',
        years: [{ year: '2026/27', plan: turn * 100_000, forecast: turn * 90_000 }],
      };
    case 'milestone':
      return { ...(records.milestone as object), title: `Turn ${turn}` };
    case 'issue':
      return { ...(records.issue as object), raisedOn: '2026-01-01', title: `Turn ${turn}` };
    case 'option':
      return { ...(records.option as object), label: `Turn ${turn}` };
    case 'return':
      return { narrative: `Turn ${turn}` };
    case 'review':
      return {
        ...review,
        title: `Turn ${turn}`,
        marketMaturity: turn > 2 ? 'mature' : 'growing',
        ...(turn > 3 ? { parent: 'whole' } : {}),
      };
  }
};

const operationOf = {
  risk: 'putRisk',
  saving: 'putSaving',
  milestone: 'putMilestone',
  issue: 'putIssue',
  option: 'putOption',
  return: 'putReturn',
  review: 'putReview',
} as const;

let reviews = 0;

it('whatever is told in whatever order, what is stored says of a month end what the history says, or says nothing', async () => {
  const settings = Programme.parse(programme);
  const table = tableClient({ name: tracker.tableName, endpoint: tracker.endpoint });
  const deps = { table };
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 14 }), async (tellings) => {
      reviews += 1;
      const id = `review-${String(reviews).padStart(4, '0')}`;
      const programmeRef = { organisation: 'council', programme: 'tomorrow' };
      await tracker.must('putReview', {
        params: { programmeId: 'tomorrow', reviewId: id },
        body: review,
        headers: { 'if-none-match': '*', 'effective-at': '2026-01-01' },
      });
      const versions = new Map<string, number>([['review/', 1]]);
      for (const { kind, thing, month, day, turn } of tellings) {
        const entryId = kind === 'return' ? month : kind === 'review' ? '' : thing;
        const name = `${kind}/${entryId}`;
        const version = versions.get(name);
        const told = await tracker.ask(operationOf[kind], {
          params: { programmeId: 'tomorrow', reviewId: id, entryId },
          body: bodyOf(kind, turn),
          headers: {
            'effective-at': `${month}-${String(day).padStart(2, '0')}`,
            ...(version === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
          },
        });
        if (told.status < 300) versions.set(name, told.body.version);
        else expect(told.body.code).toBe('effective.out-of-order');
      }
      let stored: StoredPosition | undefined;
      let head: [string, number, string] = ['', 0, ''];
      for await (const page of readReviewPages(table, programmeRef))
        for (const one of page.reviews)
          if (one.review === id && !(one.stored instanceof UnreadableItem) && one.stored !== 'changing') {
            stored = one.stored;
            head = [id, one.headSequence, one.headDigest];
          }
      if (stored === undefined) throw new Error('there is no head');
      for (const month of months) {
        const asked = monthAsked(month, [1]);
        const monthEnds = await readMonthEnds(table, programmeRef, new Map([[id, stored]]), asked);
        const kept = positionAtEnd(programmeRef, id, stored, asked, monthEnds);
        const folded = await foldReview(deps, programmeRef, asked, settings, head);
        if (kept === undefined) continue;
        answered += 1;
        expect({ month, ...kept }).toEqual({
          month,
          position: folded?.position,
          recordedInMonth: folded?.recordedInMonth,
        });
      }
    }),
    { numRuns: 25 },
  );
  expect(answered).toBeGreaterThan(25);
});
