import { createServer } from 'node:http';
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { given, serve } from '../child.ts';

/*
 * The floor: bare handlers of node:http that do one operation with the same client and the same engine. `POST /puts` sends
 * items of the given sizes in one transaction; `GET /item` gets one and answers it.
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
  const query = (name: string): string => address.searchParams.get(name) ?? '';
  for await (const _ of request);
  if (address.pathname === '/puts') {
    written += 1;
    await client.send(new TransactWriteItemsCommand({ TransactItems: (setting.puts[query('like')] ?? []).map(putOf) }));
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"written":true}');
    return;
  }
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: setting.table,
      Key: { pk: { S: query('pk') }, sk: { S: query('sk') } },
      ConsistentRead: true,
    }),
  );
  response
    .writeHead(Item === undefined ? 404 : 200, { 'content-type': 'application/json' })
    .end(JSON.stringify(Item ?? null));
});
server.keepAliveTimeout = 60_000;
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
await serve({ origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` });
process.exit();
