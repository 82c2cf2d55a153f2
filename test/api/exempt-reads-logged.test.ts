// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Operation, operations } from '#schemas/operations.ts';
import { idIn, recordExemptProgramme } from '../support/exempt-programme.ts';
import { property, tomorrow } from '../support/one-of-each.ts';
import { type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* Who read what is exempt: the functions say which request showed it, the gateway's access log who asked by that id. */

const lines: string[] = [];
const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
  lines.push(String(chunk));
  return true;
});
let tracker: TestTracker;
let ratingId: string;

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = 'INFO';
  tracker = await startTestTracker('of-what-is-recorded');
  ({ ratingId } = await recordExemptProgramme(tracker));
  await tracker.must('runReport', { as: people.office, params: tomorrow, body: { month: '2026-01' } });
  await tracker.settled();
});
afterAll(async () => {
  stdout.mockRestore();
  await tracker.stop();
});

const accessOf = async (operation: Operation, as: Person, query: string) => {
  lines.length = 0;
  const entryId = operation.register?.kind === 'rating' ? ratingId : idIn(operation.register?.kind ?? '');
  const params = { ...property, entryId, month: '2026-01', revision: '1', runId: '2026-01-r1' };
  const answered = await tracker.ask(operation.id, { as, params, query });
  expect(answered.status).toBe(200);
  const told = lines
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{'));
  return told.map((line) => JSON.parse(line)).filter(({ message }) => message === 'ACCESS');
};

const named = ['getRisk', 'listRisks', 'getReviewHistory', 'getReportRevision', 'exportProgramme'];

it.each(operations.filter(({ id }) => named.includes(id)).map((operation) => [operation.id, operation] as const))(
  '%s says under the id of its request that exempt text was shown, or withheld, and names nobody',
  async (_id, operation) => {
    for (const [query, view] of [
      ['', 'full'],
      ['view=public', 'public'],
    ] as const) {
      const access = await accessOf(operation, people.assurance, query);
      expect(access).toEqual([
        expect.objectContaining({
          operation: operation.id,
          programme: tomorrow.programmeId,
          view,
          request: expect.stringMatching(/./),
        }),
      ]);
      expect(JSON.stringify(access)).not.toContain(people.assurance.subject);
    }
  },
);
