// @module-tag long
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import * as recordSchemas from '#domain/record-schemas.ts';
import { type Operation, operations } from '#schemas/operations.ts';
import { ReviewPosition } from '#schemas/position.ts';
import { everythingStored } from '../support/chain.ts';
import { inTwoParts } from '../support/in-every-run.ts';
import { whoMay } from '../support/role-holders.ts';
import { reviewIds, type Target, tellRecord } from '../support/role-record.ts';
import { type Willing, willingRequests } from '../support/role-requests.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Whatever a change would store or answer goes through its own schema before the commit: where that refuses it, the sender
 * is told of a fault and nothing is stored, instead of something acknowledged that nobody can read again.
 */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });
let tracker: TestTracker;
const target: Target = { reviewId: reviewIds.own, ratingOf: null };
let willing: (operation: Operation, target: Target) => Promise<Willing>;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellRecord(tracker);
  willing = willingRequests(tracker);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => tracker.stop());

const changing = operations.filter(({ method }) => method !== 'GET');
const refusing = { success: false, error: { issues: [] } } as never;

/** Asks while something refuses what it is shown, and expects that nothing of it is stored or handed over. */
const expectNothingStored = async (operation: Operation, refuse: () => void): Promise<void> => {
  const request = await willing(operation, target);
  await tracker.settled();
  const before = await everythingStored(tracker);
  refuse();
  const told = await tracker.ask(operation.id, { ...request, as: whoMay(operation) });
  vi.restoreAllMocks();
  expect({ id: operation.id, status: told.status }).toEqual({ id: operation.id, status: 500 });
  expect({ id: operation.id, queue: tracker.queue.state() }).toMatchObject({ queue: { waiting: 0, inWork: 0 } });
  expect({ id: operation.id, stored: await everythingStored(tracker) }).toEqual({ id: operation.id, stored: before });
};

for (const { which, these, tags } of inTwoParts(changing)) {
  it(`an answer that does not fit is not committed: ${which}`, { tags }, async () => {
    for (const operation of these)
      await expectNothingStored(operation, () =>
        vi.spyOn(operation.success.schema, 'safeParse').mockReturnValue(refusing),
      );
  });

  // People are no record: what is stored of them goes through the schema of the register of people.
  const acts = these.filter(
    ({ useCase, tag }) =>
      !/-report$|^compare-days$/.test(useCase) && !useCase.startsWith('strike-out-') && tag !== 'People',
  );
  it(`a record whose facts do not fit is not committed, whatever records it: ${which}`, { tags }, async () => {
    const schemasOf = recordSchemas.schemasOf;
    for (const operation of acts)
      await expectNothingStored(operation, () =>
        vi
          .spyOn(recordSchemas, 'schemasOf')
          // An agreement looks at another record besides, of which nothing is recorded.
          .mockImplementation((kind) =>
            operation.useCase === 'agree-redaction' && kind !== 'redaction' ? schemasOf(kind) : refusesAll,
          ),
      );
  });
}

const puts = changing.filter(
  ({ register, method, scope }) => register?.position && method === 'PUT' && scope !== 'programme',
);
for (const { which, these, tags } of inTwoParts(puts))
  it(`a part of the position that does not fit is not committed, whatever the register: ${which}`, {
    tags,
  }, async () => {
    expect(puts.length).toBeGreaterThan(8);
    for (const operation of these) {
      const section = ReviewPosition.shape[operation.register?.position?.name as keyof typeof ReviewPosition.shape];
      await expectNothingStored(operation, () => vi.spyOn(section, 'safeParse').mockReturnValue(refusing));
    }
  });

const refuseAll = { safeParse: () => refusing } as never;
const refusesAll = { record: refuseAll, facts: refuseAll };
