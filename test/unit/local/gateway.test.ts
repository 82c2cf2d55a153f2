import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientId } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { createGateway } from '#local/gateway.ts';
import type { LocalFunction } from '#local/local-function.ts';
import { type LocalServer, listen } from '#local/server.ts';
import { signingKeyOf } from '#local/signing-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-gateway-'));
const seen: { readonly request: string; readonly call: string | undefined }[] = [];
const front: LocalFunction = {
  name: 'front',
  invoke: async (event, id) => {
    const { requestContext } = event as { requestContext: { requestId: string } };
    seen.push({ request: requestContext.requestId, call: id });
    return { kind: 'answered', answer: { statusCode: 200, body: 'here' } };
  },
  stop: async () => undefined,
};
let server: LocalServer;

beforeAll(async () => {
  server = await listen(0);
  const gateway = createGateway({
    routes: [],
    defaultHost: 'front',
    functions: { front },
    authorizer: {
      key: await signingKeyOf(openDataFolder(folder)),
      issuer: 'http://localhost/local-issuer',
      audience: clientId,
      scope: 'tracker',
      nowEpochSeconds: () => 0,
    },
    nowEpochMilliseconds: () => 0,
    domainName: `localhost:${server.port}`,
    onFault: () => undefined,
  });
  server.serve((request, sourceIp) => gateway.answer(request, sourceIp));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init);

describe('the gateway on one machine, as the one on AWS,', () => {
  it('gives each request an id of 16 characters that is no UUID, and leaves Lambda to give its own', async () => {
    const answer = await ask('/anything');
    const [last] = seen.slice(-1);
    expect(last?.request).toMatch(/^[A-Za-z0-9+/]{15}=$/);
    expect(answer.headers.get('apigw-requestid')).toBe(last?.request);
    expect(last?.call).toBeUndefined();
  });

  it.each([
    ['9 KB of headers', 9_000, 200],
    ['11 KB of headers', 11_000, 431],
  ])('answers %s by %i bytes with %i', async (_, bytes, status) => {
    expect((await ask('/anything', { headers: { 'x-long': 'x'.repeat(bytes) } })).status).toBe(status);
  });

  it.each([
    ['5 MB, which Lambda takes', 5, 200],
    ['8 MB, which only the gateway takes', 8, 500],
    ['11 MB', 11, 413],
  ])('answers a body of %s', async (_, megabytes, status) => {
    const body = 'x'.repeat(megabytes * 1024 * 1024);
    const headers = { 'content-type': 'text/plain' };
    const answer = await ask('/anything', { method: 'POST', headers, body }).catch(() => undefined);
    // The connection may be closed while the rest is still being sent.
    expect([status, undefined]).toContain(answer?.status);
  });
});
