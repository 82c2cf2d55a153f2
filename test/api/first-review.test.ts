import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * Two people at the same moment: one opens a programme's first review, the other gives the programme other stages. Each
 * decides on what it read; the other commits in between.
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => tracker.stop());

/** The first asks, and just before it commits the other is done. */
const between = async (first: () => Promise<Told>, other: () => Promise<Told>): Promise<readonly [Told, Told]> => {
  const { send } = DynamoDBClient.prototype;
  const others: Told[] = [];
  const spy = vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBClient,
    ...given: unknown[]
  ) {
    if (given[0] instanceof TransactWriteItemsCommand) {
      spy.mockRestore();
      others.push(await other());
    }
    return Reflect.apply(send, this, given);
  } as never);
  const told = await first();
  const [toldBetween] = others;
  if (toldBetween === undefined) throw new Error('nothing was committed');
  return [told, toldBetween];
};

const set = async (programmeId: string) => {
  const params = { programmeId, reviewId: 'property' };
  const headers = { 'if-none-match': '*' };
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers });
  const restaged = { ...programme, stageModel: { kind: 'commissioning-cycle' } };
  return {
    open: () => tracker.ask('putReview', { params, body: review, headers }),
    restage: () =>
      tracker.ask('putProgramme', { as: people.office, params, body: restaged, headers: { 'if-match': '"1"' } }),
    stands: async () => [
      (await tracker.must('getProgramme', { params })).body.record.stageModel.kind,
      (await tracker.must('getReview', { params })).body.facts.stage,
    ],
  };
};

it('putProgramme keeps its stages where the first review was opened meanwhile, and says so', async () => {
  const { open, restage, stands } = await set('review-first');
  const [changed, opened] = await between(restage, open);
  expect(opened.status).toBe(201);
  expect(changed).toMatchObject({ status: 422, body: { code: 'content.breaks-rule' } });
  expect(changed.body.faults[0]).toMatchObject({
    pointer: '/stagesMoved',
    message: expect.stringContaining('property'),
  });
  expect(await stands()).toEqual(['service-review', 'identified']);
});

it('putReview opens the first review at the first of the stages that the programme was given meanwhile', async () => {
  const { open, restage, stands } = await set('stages-first');
  const [opened, changed] = await between(open, restage);
  expect([opened.status, changed.status]).toEqual([201, 200]);
  expect(await stands()).toEqual(['commissioning-cycle', 'analyse']);
});
