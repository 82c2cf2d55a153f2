import { createServer } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';

/* The canary asks for the page as a browser does, and fails where people would not find it. */

let stop = (): void => undefined;
afterEach(() => {
  stop();
  vi.unstubAllEnvs();
});

const asked = async (status: number, body: string) => {
  const server = createServer((_request, response) => void response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => void server.close();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  vi.stubEnv('ADDRESS', `http://127.0.0.1:${address.port}/`);
  vi.resetModules();
  const { handler } = await import('#functions/hosts/canary.ts');
  return handler();
};

it('is content with the page', async () => {
  const { milliseconds } = await asked(200, '<script src="/pages/assets/pages-0123456789ab.js"></script>');
  expect(milliseconds).toBeGreaterThanOrEqual(0);
});

it.each([
  ['another status', 403, 'Forbidden', 'answered with 403'],
  ['something else, as a parked name is answered', 200, 'This domain is for sale', 'something else than the page'],
])('fails at %s', async (_what, status, body, words) => {
  await expect(asked(status, body)).rejects.toThrow(words);
});
