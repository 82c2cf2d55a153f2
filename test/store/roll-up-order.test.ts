// @module-tag long
import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { rollUpMonth } from '#functions/scheduled/roll-up-month.ts';
import { readReviewPages } from '#store/positions/position-pages.ts';
import { HeadsFixedElsewhere, ReportHeads } from '#store/reports/report-heads.ts';
import { noteRun } from '#store/reports/runs.ts';
import type { Table } from '#store/table/client.ts';
import { growTo } from '../../bench/grow-programme.ts';
import { aRun } from '../support/a-run.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const reviews = 230;
let tracker: TestTracker;
let table: Table;

beforeAll(async () => {
  tracker = await startTestTracker();
  table = { client: tracker.client, name: tracker.tableName };
  const params = { programmeId: 'tomorrow', reviewId: 'first' };
  const headers = { 'if-none-match': '*', 'effective-at': '2026-01-01' };
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers });
  await tracker.must('putReview', { params, body: review, headers: { ...headers, 'effective-at': '2026-01-02' } });
  await growTo(tracker, programmeRef, reviews, programmeRef);
});
afterAll(() => tracker.stop());

/** What kind of item a write is of, by how its sort key begins. */
const kindOf = (sk: string | undefined): string => sk?.split('#')[0] ?? '';

/** The table with every write of a kind held up, and the kinds in the order in which they were written. */
const writing = (heldUp: string) => {
  const written: string[] = [];
  const client = new Proxy(tracker.client, {
    get: (of, name) =>
      name === 'send'
        ? async (command: Parameters<typeof of.send>[0]) => {
            const kinds =
              command instanceof PutItemCommand
                ? [kindOf(command.input.Item?.sk?.S)]
                : command instanceof TransactWriteItemsCommand
                  ? (command.input.TransactItems ?? []).map(({ Put }) => kindOf(Put?.Item?.sk?.S))
                  : [];
            if (kinds.includes(heldUp)) await new Promise((resolve) => setTimeout(resolve, 60));
            const answer = await of.send(command);
            written.push(...kinds);
            return answer;
          }
        : Reflect.get(of, name),
  });
  return { table: { ...table, client }, written };
};

/** A revision is made where somebody asked for it. */
const askFor = (wanted: number): Promise<void> =>
  noteRun(table, programmeRef, { ...aRun, id: `2026-01-r${wanted}`, revision: wanted, reason: 'It was asked for' });

let revision = 0;
const rolledUp = async (heldUp: string): Promise<readonly string[]> => {
  revision += 1;
  const { table: slow, written } = writing(heldUp);
  const run = `2026-01-r${revision}`;
  const month = { kind: 'roll-up-month' as const, ...programmeRef, month: '2026-01', revision, run };
  await askFor(revision);
  await rollUpMonth(month, { table: slow, ruleSets: releasedRuleSets }, () => '2026-02-06T06:00:00.000Z');
  return written;
};

describe('however long a write of a roll-up takes', () => {
  it('no line is written before the heads that it was made from are fixed', async () => {
    const written = await rolledUp('HEADS');
    expect(written.filter((one) => one === 'HEADS')).toHaveLength(1);
    expect(written.indexOf('LINES')).toBeGreaterThan(written.indexOf('HEADS'));
  });

  it.each(['LINES', 'HEADS', 'WHOLE', 'RUN'])(
    'the report is visible only once all of it is written, also where %s comes late',
    async (kind) => {
      const written = await rolledUp(kind);
      const visible = written.indexOf('MONTH');
      expect(written.filter((one) => one === 'LINES')).toHaveLength(3);
      for (const part of ['LINES', 'HEADS', 'WHOLE']) expect(written.lastIndexOf(part)).toBeLessThan(visible);
    },
  );
});

it('a run that fails has nothing under way any more when it says so: the next one may begin', async () => {
  const { table: slow, written } = writing('LINES');
  let linesBegun = false;
  const failing = new Proxy(slow.client, {
    get: (of, name) =>
      name === 'send'
        ? async (command: Parameters<typeof of.send>[0]) => {
            if (command instanceof PutItemCommand && kindOf(command.input.Item?.sk?.S) === 'LINES') linesBegun = true;
            else if (linesBegun && !(command instanceof PutItemCommand)) throw new Error('the store is gone');
            return of.send(command);
          }
        : Reflect.get(of, name),
  });
  revision += 1;
  const month = {
    kind: 'roll-up-month' as const,
    ...programmeRef,
    month: '2026-01',
    revision,
    run: `2026-01-r${revision}`,
  };
  await askFor(revision);
  const run = rollUpMonth(
    month,
    { table: { ...slow, client: failing }, ruleSets: releasedRuleSets },
    () => '2026-02-06T06:00:00.000Z',
  );
  await expect(run).rejects.toThrow('the store is gone');
  const writtenThen = [...written];
  expect(writtenThen).toContain('LINES');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(written).toEqual(writtenThen);
});

it('a run that broke off after some pages is gone on with: what was fixed stays, and nothing opened before it is let in', async () => {
  const open = () => ReportHeads.open(table, programmeRef, { month: '2026-03', revision: 1, attempt: 1 });
  const pagesOf = () => readReviewPages(table, programmeRef, { itemsAPage: 50 });
  const cut = await open();
  const taken: string[] = [];
  for await (const page of pagesOf()) {
    for (const [, head] of await cut.ofPage(page)) taken.push(head[0]);
    if (taken.length >= 100) break;
  }
  const headers = { 'if-none-match': '*', 'effective-at': '2026-01-05' };
  for (const reviewId of ['a-late-one', 'zz-a-late-one'])
    await tracker.must('putReview', { params: { programmeId: 'tomorrow', reviewId }, body: review, headers });
  const runs = [];
  for (let run = 0; run < 2; run += 1) {
    const again = await open();
    const names: string[] = [];
    for await (const page of pagesOf()) for (const [, head] of await again.ofPage(page)) names.push(head[0]);
    runs.push({ names, digests: again.digests });
  }
  const [goneOn, other] = runs;
  expect(goneOn?.names.slice(0, taken.length)).toEqual(taken);
  expect(goneOn?.names).toHaveLength(reviews + 1);
  expect(goneOn?.names.at(-1)).toBe('zz-a-late-one');
  expect(goneOn?.digests).toHaveLength(reviews + 2);
  expect(other).toEqual(goneOn);
});

it('of two runs that fix the heads of a page at once one is told that the other was first, and goes on with its heads', async () => {
  const open = () => ReportHeads.open(table, programmeRef, { month: '2026-04', revision: 1, attempt: 1 });
  const [winner, loser] = await Promise.all([open(), open()]);
  const take = async (heads: ReportHeads) => {
    for await (const page of readReviewPages(table, programmeRef)) await heads.ofPage(page);
    return heads.digests;
  };
  const won = await take(winner);
  await expect(take(loser)).rejects.toThrow(HeadsFixedElsewhere);
  expect(await take(await open())).toEqual(won);
});
