import { afterEach, expect, it, vi } from 'vitest';
import { edgeHeader } from '#schemas/edge.ts';

/* Where a firewall stands in front, the API's own name answers to nothing that did not come through it. */

const secret = 'a-secret-of-this-deployment';

/** The folder of the API's description, as it is deployed with the function. */
const assets = 'docs/reference';

const answered = async (
  environment: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
  level = 'SILENT',
) => {
  for (const [name, value] of Object.entries({ ASSETS: assets, ...environment })) vi.stubEnv(name, value);
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', level);
  vi.resetModules();
  const { handler } = await import('#functions/hosts/front.ts');
  const event = {
    routeKey: 'GET /openapi.json',
    rawPath: '/openapi.json',
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

it('what did not come through it is answered with the headers of every answer, and is in the log', async () => {
  const lines: string[] = [];
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  const answer = await answered({ EDGE_SECRET: secret }, {}, 'INFO');
  written.mockRestore();
  expect(answer).toMatchObject({
    statusCode: 404,
    headers: { 'strict-transport-security': expect.any(String), 'x-content-type-options': 'nosniff' },
  });
  const logged = lines
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(logged.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ status: 404, request: 'one', function_request_id: 'call-1' }),
  );
});
