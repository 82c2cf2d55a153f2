import { createServer } from 'node:http';
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { given, sayOrigin } from '../child.ts';

/*
 * The floor: bare handlers of node:http that do one thing with the same client and the same engine. `POST /puts` sends the
 * items that it was told of (as many and as large as ours) in one transaction, with `&read` after it has read as many, those
 * that it wrote last, in one batch; `GET /item` gets one and says it.
 */

const setting = given(
  z.object({ endpoint: z.string(), table: z.string(), puts: z.record(z.string(), z.array(z.int())) }),
);
const client = new DynamoDBClient({ endpoint: setting.endpoint });
let written = 0;

const putOf = (bytes: number, n: number) => ({
  Put: {
    TableName: setting.table,
    Item: { pk: { S: `FLOOR#${written}` }, sk: { S: `ITEM#${n}` }, body: { S: 'x'.repeat(Math.max(1, bytes - 30)) } },
  },
});

const server = createServer(async (request, response) => {
  const address = new URL(request.url ?? '/', 'http://floor');
  for await (const _ of request);
  if (address.pathname === '/puts') {
    const sizes = setting.puts[address.searchParams.get('like') ?? ''] ?? [];
    if (address.searchParams.has('read')) {
      const Keys = sizes.map((_, n) => ({ pk: { S: `FLOOR#${written}` }, sk: { S: `ITEM#${n}` } }));
      await client.send(new BatchGetItemCommand({ RequestItems: { [setting.table]: { Keys, ConsistentRead: true } } }));
    }
    written += 1;
    await client.send(new TransactWriteItemsCommand({ TransactItems: sizes.map(putOf) }));
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"written":true}');
    return;
  }
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: setting.table,
      Key: { pk: { S: address.searchParams.get('pk') ?? '' }, sk: { S: address.searchParams.get('sk') ?? '' } },
      ConsistentRead: true,
    }),
  );
  response
    .writeHead(Item === undefined ? 404 : 200, { 'content-type': 'application/json' })
    .end(JSON.stringify(Item ?? null));
});
await sayOrigin(server);
process.exit();
