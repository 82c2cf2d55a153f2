import { createServer } from 'node:http';
import * as z from 'zod';
import { given, sayOrigin } from '../child.ts';

/*
 * Functions' bundles behind a bare server of node:http, without edge, token, thread or log file: `GET /<name>` calls the
 * handler of that name with its event, which was made before. `GET /constant` answers the same words at once.
 */

const Ready = z.object({ bundle: z.string(), event: z.unknown() });
const { requests } = given(z.object({ requests: z.record(z.string(), Ready) }));
const Module = z.object({ handler: z.function({ input: [z.unknown(), z.unknown()], output: z.unknown() }) });
const Answer = z.object({ statusCode: z.int(), headers: z.record(z.string(), z.string()), body: z.string() });
const context = { getRemainingTimeInMillis: () => 30_000, functionName: 'bench', awsRequestId: 'bench' };
const constant = JSON.stringify({ message: 'Forbidden' });

const acts = new Map<string, () => Promise<unknown>>();
for (const [name, { bundle, event }] of Object.entries(requests)) {
  const { handler } = Module.parse({ ...(await import(bundle)) });
  acts.set(name, async () => handler(event, context));
}

const server = createServer(async (request, response) => {
  for await (const _ of request);
  const act = acts.get((request.url ?? '').slice(1));
  if (act === undefined) {
    response.writeHead(403, { 'content-type': 'application/json' }).end(constant);
    return;
  }
  const { statusCode, headers, body } = Answer.parse(await act());
  response.writeHead(statusCode, headers).end(body);
});
await sayOrigin(server);
process.exit();
