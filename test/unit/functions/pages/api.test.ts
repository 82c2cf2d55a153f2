import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import * as z from 'zod';
import { apiFor } from '#functions/pages/api.ts';
import { asking, orNothing, orNothingIfBusy } from '#web/pages/question.ts';

/* What a page is shown without, where the API refuses a question of it. */

let server: Server;
afterEach(() => server.close());

const answering = async (status: number): Promise<ReturnType<typeof apiFor>> => {
  server = createServer((_, answer) => answer.writeHead(status).end('{}'));
  await new Promise<void>((done) => {
    server.listen(0, done);
  });
  const { port } = server.address() as AddressInfo;
  return apiFor({ address: `http://localhost:${port}`, deadline: AbortSignal.timeout(5_000) }, 'token');
};
const question = asking('/programmes', z.object({}));

it.each([404, 403])('a %i leaves a page without what it may be without', async (status) => {
  const api = await answering(status);
  expect(await api.ask(orNothing(question))).toBeNull();
  expect(await api.ask(orNothingIfBusy(question))).toBeNull();
  await expect(api.ask(question)).rejects.toThrow();
});

it.each([429, 500, 503])('a %i costs a page only what stands beside what it is for', async (status) => {
  const api = await answering(status);
  expect(await api.ask(orNothingIfBusy(question))).toBeNull();
  await expect(api.ask(orNothing(question))).rejects.toThrow();
});

it('so does an API that cannot be reached, and nobody is kept in whose session is over', async () => {
  const over = await answering(401);
  await expect(over.ask(orNothingIfBusy(question))).rejects.toThrow();
  server.close();
  const away = apiFor({ address: 'http://localhost:1', deadline: AbortSignal.timeout(5_000) }, 'token');
  expect(await away.ask(orNothingIfBusy(question))).toBeNull();
  await expect(away.ask(question)).rejects.toThrow();
});
