import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tomorrow } from '../support/one-programme.ts';
import { pullMonth, runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startReportedProgramme();
  await runMonth(tracker, '2026-01');
});
afterAll(() => tracker.stop());

it('a run that broke off after its report was published is told as published when it comes again', async () => {
  const runs = await tracker.stored('ORG#council#PROGRAMME#tomorrow');
  const item = runs.find((one) => one.sk?.S === 'RUN#2026-01-r1');
  const { body: run } = await tracker.must('getReportRun', {
    as: people.office,
    params: { ...tomorrow, runId: '2026-01-r1' },
  });
  const broken = JSON.stringify({ ...run, state: 'failed', report: null, problem: 'The answer was lost' });
  await tracker.client.send(
    new PutItemCommand({ TableName: tracker.tableName, Item: { ...item, body: { S: broken } } }),
  );
  tracker.queue.send(
    JSON.stringify({
      kind: 'roll-up-month',
      organisation: 'council',
      programme: 'tomorrow',
      month: '2026-01',
      revision: 1,
      run: '2026-01-r1',
    }),
    0,
  );
  await tracker.settled();
  const again = await tracker.must('getReportRun', {
    as: people.office,
    params: { ...tomorrow, runId: '2026-01-r1' },
  });
  expect(again.body).toMatchObject({
    state: 'published',
    report: '/programmes/tomorrow/reports/2026-01',
    problem: null,
  });
});

it.each([
  ['head', 'REVIEWS', 'property', '2026-05'],
  ['part of its position', 'POSITIONS', 'property#risks', '2026-06'],
])(
  'a review of which the %s cannot be read is reported from its history, and the report says so',
  async (_what, partition, sk, month) => {
    const items = await tracker.stored(`ORG#council#PROGRAMME#tomorrow#${partition}`);
    const item = items.find((one) => one.sk?.S === sk);
    if (item === undefined) throw new Error('there is no such item');
    await tracker.client.send(
      new PutItemCommand({ TableName: tracker.tableName, Item: { ...item, body: { S: '{"spoilt": true}' } } }),
    );
    const handed = await tracker.rollUp({
      kind: 'reports-due',
      scheduledTime: `${month === '2026-05' ? '2026-06' : '2026-07'}-06T05:00:00Z`,
    });
    await tracker.settled();
    await tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item: item }));
    expect(handed).toEqual({ handedOver: 1 });
    const { body } = await pullMonth(tracker, month);
    expect(body.content.findings.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'unreadable', subject: expect.objectContaining({ review: 'property' }) }),
      ]),
    );
    expect(body.content.risks.open).toBe(2);
  },
);

it('a message that nobody can read fails alone, is tried again and ends among the dead letters', async () => {
  tracker.queue.send('{"kind":"something-else"}', 0);
  await tracker.settled();
  expect(tracker.queue.state().deadLetters).toMatchObject([{ body: '{"kind":"something-else"}' }]);
});
