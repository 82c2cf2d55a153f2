import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyTable } from '#cli/verify-table.ts';
import { StoreBusy } from '#store/table/items.ts';
import { exportedLines } from '../support/exported.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review, risk } from '../support/records.ts';
import { redact } from '../support/redacting.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

const park = { programmeId: 'parks', reviewId: 'wood' };
const from = (day: string) => ({ ...create, 'effective-at': day });
let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: park, body: programme, headers: from('2026-01-01') });
  await tracker.must('putReview', { params: park, body: review, headers: from('2026-01-02') });
  await tracker.must('putRisk', {
    params: { ...park, entryId: 'offer' },
    body: { ...risk, title: 'Jane Doe sells the wood' },
    headers: from('2026-01-10'),
  });
  await tracker.must('runReport', { as: people.office, params: park, body: { month: '2026-01' } });
  await tracker.settled();
}, 60_000);
afterAll(() => tracker.stop());

/** Does something once, between the answer of the store to the reading of published reports and what its reader does next. */
const afterReportsAreRead = (act: () => Promise<unknown>): void => {
  let isDone = false;
  tracker.client.middlewareStack.add((next) => async (args) => {
    const answer = await next(args);
    const asked = JSON.stringify(args.input ?? {});
    if (!isDone && asked.includes('KeyConditionExpression') && asked.includes('"MONTH#"')) {
      isDone = true;
      await act();
    }
    return answer;
  });
};

it('an export of a report whose words are taken out while it is read is to be asked for again, and then is whole', async () => {
  afterReportsAreRead(() =>
    redact(
      tracker,
      { programmeId: 'parks', entryId: 'erased' },
      { review: 'wood', kind: 'risk', entry: 'offer', texts: [{ pointer: '/record/title' }] },
    ),
  );
  await expect(verifyTable(tracker.table)).rejects.toThrow(StoreBusy);
  expect((await verifyTable(tracker.table))[0]?.faults).toEqual([]);
  const lines = await exportedLines(tracker, park, 'full');
  expect(lines.join('\n')).not.toContain('Jane Doe');
  const month = { ...park, month: '2026-01' };
  const { body } = await tracker.must('getReport', { as: people.office, params: month });
  expect(verdictOf(lines, body.publication.sealingDigest)).toMatchObject({ kind: 'proved' });
  expect(tracker.failures).toEqual([]);
});
