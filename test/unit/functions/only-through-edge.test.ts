import { afterEach, expect, it, vi } from 'vitest';
import { edgeHeader } from '#schemas/edge.ts';

/* Where a firewall stands in front, the API's own name answers to nothing that did not come through it. */

const secret = 'a-secret-of-this-deployment';

const answered = async (environment: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries({ ISSUER: 'https://issuer.example', CLIENT_ID: 'page', ...environment }))
    vi.stubEnv(name, value);
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
  vi.resetModules();
  const { handler } = await import('#functions/hosts/front.ts');
  const event = {
    routeKey: 'GET /',
    rawPath: '/',
    headers,
    isBase64Encoded: false,
    requestContext: { requestId: 'one' },
  };
  const answer: unknown = await Reflect.apply(handler, undefined, [
    event,
    { getRemainingTimeInMillis: () => 10_000, awsRequestId: 'call-1' },
  ]);
  return answer;
};

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['what came through it', { EDGE_SECRET: secret }, { [edgeHeader]: secret }, 200],
  ['what did not', { EDGE_SECRET: secret }, {}, 404],
  ['what made a header up', { EDGE_SECRET: secret }, { [edgeHeader]: `${secret}!` }, 404],
  ['what guesses one of the same length', { EDGE_SECRET: secret }, { [edgeHeader]: secret.replace('a', 'b') }, 404],
  ['anybody, where nothing is in front', {}, {}, 200],
])('%s is answered as it should be', async (_what, environment, headers, statusCode) => {
  expect(await answered(environment, headers)).toMatchObject({ statusCode });
});
