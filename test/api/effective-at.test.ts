import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operations, takesEffectiveAt } from '#schemas/operations.ts';
import { everyRole } from '#schemas/people.ts';
import { nothingStored } from '../support/chain.ts';
import { exampleBodyOf } from '../support/examples.ts';
import { of, openReview, startWithProgramme } from '../support/one-programme.ts';
import type { TestTracker } from '../support/tracker.ts';

/* A header that an operation does not take is refused and never left unread (docs/meaning.md TIME-2). */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
});
afterAll(() => tracker.stop());

const writing = operations.filter(({ method }) => method !== 'GET');
const ask = (operation: Operation, when: string) =>
  tracker.ask(operation.id, {
    as: { subject: 'somebody', roles: [...everyRole] },
    params: { ...of('property'), month: '2026-01', personId: 'sam', transferId: 'none' },
    body: exampleBodyOf(operation),
    headers: { 'effective-at': when, ...(operation.version === undefined ? {} : { 'if-match': '"1"' }) },
  });

it('corrections, reports that are asked for, an erasure and the choice of messages take none, nor do acts of judgement', () => {
  const none = writing
    .filter((one) => !takesEffectiveAt(one))
    .map(({ useCase, judges }) => (judges ? 'judges' : useCase));
  expect([...new Set(none)].toSorted()).toEqual([
    'choose-messages',
    'compare-days',
    'correct-appraisal',
    'correct-entry',
    'correct-programme',
    'correct-review',
    'draft-report',
    'erase-person',
    'judges',
    'rebuild-report',
    'revise-report',
    'run-report',
  ]);
});

describe.each(writing.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  it('reads Effective-At, or says that it takes none', async () => {
    const told = await nothingStored(tracker, () => ask(operation, '2999-01-01'));
    expect(told.body).toMatchObject({
      code: takesEffectiveAt(operation) ? 'request.invalid' : 'effective.not-taken',
      faults: expect.arrayContaining([expect.objectContaining({ in: 'header', pointer: '/Effective-At' })]),
    });
    expect(operation.problems).toContain(told.body.code);
  });
});
