import { DynamoDBClient, QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { newRun } from '#functions/reports/report-run.ts';
import { defaultOrganisation as organisation } from '#local/local-person.ts';
import { noteRun } from '#store/reports/runs.ts';
import { partKey } from '#store/table/keys.ts';
import { given, serve } from '../child.ts';

/**
 * The roll-up's bundle as it is deployed, and the floor under it: paging the parts of the same positions with the same client and counting
 * them. A question has one of them done once.
 */
const setting = given(z.object({ endpoint: z.string(), table: z.string(), bundle: z.string(), month: z.string() }));
const Question = z.object({ what: z.enum(['floor', 'roll-up']), programme: z.string(), revision: z.int() });
const Module = z.object({ handler: z.function({ input: [z.unknown(), z.unknown()], output: z.unknown() }) });
const client = new DynamoDBClient({ endpoint: setting.endpoint });
const { handler } = Module.parse({ ...(await import(setting.bundle)) });
const context = { getRemainingTimeInMillis: () => 900_000, functionName: 'roll-up', awsRequestId: 'bench' };

const pageParts = async (programme: string): Promise<number> => {
  let parts = 0;
  let after: QueryCommandOutput['LastEvaluatedKey'];
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: setting.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: partKey({ organisation, programme }, '', '').pk } },
        ConsistentRead: true,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    parts += page.Items?.length ?? 0;
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return parts;
};

/** Whether every message was done with: the run is published, or was before. */
const rollUp = async (programme: string, revision: number): Promise<boolean> => {
  const { month } = setting;
  const run = `${month}-r${revision}`;
  // A revision is made where somebody asked for it.
  const asked = { month, revision, reason: 'It is measured', early: false, requestedAt: new Date().toISOString() };
  if (revision > 1)
    await noteRun(
      { client, name: setting.table },
      { organisation, programme },
      newRun({ organisation, programme }, asked),
    );
  const body = JSON.stringify({ kind: 'roll-up-month', organisation, programme, month, revision, run });
  const result = await handler({ Records: [{ messageId: run, body, eventSource: 'aws:sqs' }] }, context);
  return z.object({ batchItemFailures: z.array(z.unknown()) }).parse(result).batchItemFailures.length === 0;
};

await serve(true, async (question) => {
  const { what, programme, revision } = Question.parse(question);
  const start = performance.now();
  const cpu = process.cpuUsage();
  const done = what === 'floor' ? (await pageParts(programme)) > 0 : await rollUp(programme, revision);
  const { user, system } = process.cpuUsage(cpu);
  return { milliseconds: performance.now() - start, cpuMilliseconds: (user + system) / 1_000, done };
});
process.exit();
