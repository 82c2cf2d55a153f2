import { afterAll, beforeAll, expect, it } from 'vitest';
import { operations } from '#schemas/operations.ts';
import { everyRole } from '#schemas/people.ts';
import { exampleBodyOf } from '../support/examples.ts';
import { of, openReview, startWithProgramme } from '../support/one-programme.ts';
import type { TestTracker } from '../support/tracker.ts';

/* A refusal calls a record what people call it, and not what programs do. */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
});
afterAll(() => tracker.stop());

const ofSavings = operations.filter(
  ({ register, path, method }) => register?.kind === 'saving' && path.includes('{entryId}') && method !== 'PUT',
);

it.each(ofSavings.map((one) => [one.id, one] as const))(
  '%s of none says that there is no such savings line',
  async (id, operation) => {
    const told = await tracker.ask(id, {
      as: { subject: 'somebody', roles: [...everyRole] },
      params: of('property', 'nowhere'),
      ...(operation.body === undefined ? {} : { body: exampleBodyOf(operation) }),
      headers: operation.version === undefined ? {} : { 'if-match': '"1"' },
    });
    expect([told.status, told.body.code]).toEqual([404, 'entry.unknown']);
    expect(told.body.detail).toMatch(/savings line/);
  },
);
