import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programme, records, review, risk, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * What is kept of a record along its line (scores, baselines, since when a forecast holds, changes of lifecycle) after an
 * earlier time was corrected: docs/meaning.md TIME-6.
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const open = async (programmeId: string): Promise<void> => {
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId },
    body: programme,
    headers: { 'if-none-match': '*', 'effective-at': '2026-01-01' },
  });
  await tracker.must('putReview', {
    params: { programmeId, reviewId: 'a' },
    body: review,
    headers: { 'if-none-match': '*', 'effective-at': '2026-01-01' },
  });
};

/** How each kind of record with facts is read and written, and what it says at a turn. */
const kinds = {
  Risk: (turn: number) => ({ ...risk, current: { likelihood: turn, impact: 4 } }),
  Saving: (turn: number) => ({
    ...saving,
    years: [{ year: '2026/27', plan: 900_000, forecast: turn * 90_000, claimedActual: turn * 1_000 }],
  }),
  Milestone: (turn: number) => ({
    ...(records.milestone as object),
    baseline: `2026-0${turn}-15`,
    delayReason: 'Late',
  }),
  BusinessCase: (turn: number) => ({ ...(records['business-case'] as object), title: `Turn ${turn}` }),
  Review: (turn: number) => ({
    ...review,
    lifecycle: (['active', 'paused', 'potential', 'completed', 'active'] as const)[turn - 1],
    lifecycleReason: 'So it is',
  }),
} as const;
type Stem = keyof typeof kinds;

interface Said {
  readonly day: string;
  readonly turn: number;
}

const place = (programmeId: string, stem: Stem) => ({
  programmeId,
  reviewId: stem === 'Review' ? 'b' : 'a',
  entryId: 'one',
});

/** A baseline moves by a change request of its own. */
const agreeToMove = async (
  programmeId: string,
  day: string,
  milestones: unknown,
): Promise<{ changeRequest: string }> => {
  const changeRequest = `of-${day}`;
  const params = { programmeId, reviewId: 'a', entryId: changeRequest };
  const body = {
    ...(records['change-request'] as object),
    raisedOn: '2026-01-01',
    milestones,
  };
  await tracker.must('putChangeRequest', { params, body, headers: { 'if-none-match': '*' } });
  const agreed = { decision: 'agreed', body: 'Board', on: '2026-01-01' };
  await tracker.must('decideChangeRequest', { as: people.office, params, body: agreed });
  return { changeRequest };
};

/** Says each of them in the order given: what is of an earlier day than the last is a correction. */
const record = async (programmeId: string, stem: Stem, all: readonly Said[]): Promise<void> => {
  let last: { day: string; version: number } | undefined;
  const params = place(programmeId, stem);
  for (const [n, { day, turn }] of all.entries()) {
    // Each says something new, so that none of them changes nothing.
    const said = { ...kinds[stem](turn), title: `Of ${day}` };
    const { baseline } = Object(said);
    const moves = n === 0 ? [] : [{ milestone: 'one', baseline }];
    const moved = stem === 'Milestone' ? await agreeToMove(programmeId, day, moves) : {};
    const body = { ...said, ...moved };
    // A lifecycle is put right by a correction at any time.
    if (last !== undefined && (day < last.day || stem === 'Review')) {
      const history = (await tracker.must('getReviewHistory', { as: people.assurance, params, query: 'limit=100' }))
        .body.items;
      const first = history.find(
        (event: { recordRef: { kind: string; id: string } }) =>
          event.recordRef.id === 'one' || (stem === 'Review' && event.recordRef.id === 'b'),
      );
      const { version } = (
        await tracker.must(`correct${stem}`, {
          params,
          body: { corrects: first.sequence, effectiveAt: day, record: body, reason: 'Found out' },
        })
      ).body;
      last = { ...last, version };
      continue;
    }
    const { version } = (
      await tracker.must(`put${stem}`, {
        params,
        body,
        headers: {
          'effective-at': day,
          ...(last === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${last.version}"` }),
        },
      })
    ).body;
    last = { day, version };
  }
};

const factsAt = async (programmeId: string, stem: Stem, day: string): Promise<unknown> => {
  const params = place(programmeId, stem);
  const [then, listed] = [
    await tracker.ask(`get${stem}`, { params, query: `asAt=${day}` }),
    stem === 'Review'
      ? undefined
      : await tracker.must(`list${stem}s`, { params: { programmeId, reviewId: 'a' }, query: `asAt=${day}` }),
  ];
  if (listed !== undefined && then.status === 200) expect(listed.body.items[0].facts).toEqual(then.body.facts);
  return then.status === 200 ? { facts: then.body.facts, record: then.body.record.title } : then.status;
};

const said = fc.uniqueArray(
  fc.record({
    day: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 28 }))
      .map(([month, date]) => `2026-0${month}-${String(date).padStart(2, '0')}`),
    turn: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 2, maxLength: 6, selector: ({ day }) => day },
);
const byDay = (all: readonly Said[]) => all.toSorted((a, b) => (a.day < b.day ? -1 : 1));

let programmes = 0;

describe.each(Object.keys(kinds) as Stem[])('%s', { tags: ['long'] }, (stem) => {
  it('in whatever order it is recorded, its facts are those of the same recorded in the order of their days', async () => {
    let corrected = 0;
    await fc.assert(
      fc.asyncProperty(said, async (all) => {
        programmes += 1;
        const [mixed, inOrder] = [`mixed-${programmes}`, `in-order-${programmes}`];
        await Promise.all([open(mixed), open(inOrder)]);
        await record(mixed, stem, all);
        await record(inOrder, stem, byDay(all));
        corrected += all.filter(({ day }, n) => all.slice(0, n).some((one) => one.day > day)).length;
        for (const { day } of all) expect(await factsAt(mixed, stem, day)).toEqual(await factsAt(inOrder, stem, day));
        const current = async (id: string) =>
          (await tracker.must(`get${stem}`, { params: place(id, stem) })).body.facts;
        expect(await current(mixed)).toEqual(await current(inOrder));
      }),
      { numRuns: 4, seed: 7 },
    );
    expect(corrected).toBeGreaterThan(5);
  });
});

it('the direction of travel of a risk is against the score that it had, as it was corrected', async () => {
  await open('travel');
  const params = { programmeId: 'travel', reviewId: 'a', entryId: 'one' };
  await record('travel', 'Risk', [
    { day: '2026-01-10', turn: 3 },
    { day: '2026-04-10', turn: 5 },
    { day: '2026-02-10', turn: 1 },
  ]);
  const { facts } = (await tracker.must('getRisk', { params })).body;
  expect(facts.scores.map((one: { score: number }) => one.score)).toEqual([12, 4, 20]);
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) {
    await tracker.must('runReport', { as: people.office, params: { programmeId: 'travel' }, body: { month } });
    await tracker.settled();
  }
  const travel = async (month: string) => {
    const { content } = (await tracker.must('getReport', { params: { programmeId: 'travel', month } })).body;
    const [{ direction, previousScore, risk: about }] = content.risks.top.rows;
    return [previousScore, direction, about.score];
  };
  expect(await travel('2026-02')).toEqual([12, 'down', 4]);
  expect(await travel('2026-03')).toEqual([4, 'same', 4]);
  expect(await travel('2026-04')).toEqual([4, 'up', 20]);
});
