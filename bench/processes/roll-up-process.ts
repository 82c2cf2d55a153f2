import { DynamoDBClient, QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { partKey } from '#store/table/keys.ts';
import { given, say, serveLines } from '../child.ts';

/**
 * The roll-up's bundle as it is deployed, and the floor under it: paging the same positions with the same client and adding up
 * one number. Each is done once for a line, `{"what": "floor" | "roll-up", "programme", "revision"}`.
 */
const setting = given(z.object({ endpoint: z.string(), table: z.string(), bundle: z.string(), month: z.string() }));
const Question = z.object({ what: z.enum(['floor', 'roll-up']), programme: z.string(), revision: z.int() });
const Module = z.object({ handler: z.function({ input: [z.unknown(), z.unknown()], output: z.unknown() }) });
const organisation = 'local-council';
const client = new DynamoDBClient({ endpoint: setting.endpoint });
const { handler } = Module.parse({ ...(await import(setting.bundle)) });
const context = { getRemainingTimeInMillis: () => 900_000, functionName: 'roll-up', awsRequestId: 'bench' };

const addUp = async (programme: string): Promise<number> => {
  let sum = 0;
  let after: QueryCommandOutput['LastEvaluatedKey'];
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: setting.table,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': { S: partKey({ organisation, programme }, '', '').pk } },
        ConsistentRead: true,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    for (const item of page.Items ?? []) sum += Number(item.sequence?.N ?? 0);
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return sum;
};

const rollUp = async (programme: string, revision: number): Promise<unknown> => {
  const { month } = setting;
  const run = `${month}-r${revision}`;
  const body = JSON.stringify({ kind: 'roll-up-month', organisation, programme, month, revision, run });
  return handler({ Records: [{ messageId: run, body, eventSource: 'aws:sqs' }] }, context);
};

say({});
await serveLines(async (asked) => {
  const { what, programme, revision } = Question.parse(asked);
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = what === 'floor' ? await addUp(programme) : await rollUp(programme, revision);
  const { user, system } = process.cpuUsage(cpu);
  return {
    milliseconds: performance.now() - start,
    cpuMilliseconds: (user + system) / 1_000,
    mostMegabytes: process.resourceUsage().maxRSS / 1_024,
    result,
  };
});
process.exit();
