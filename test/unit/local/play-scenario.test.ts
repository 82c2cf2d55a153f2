import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type Progress, playScenario } from '#local/play-scenario.ts';
import type { Persona, Scenario, Step } from '../../../examples/step.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** An API that answers as told and remembers what it was asked. */
const apiThat = async (answer: (asked: Asked, all: readonly Asked[]) => Answered) => {
  const all: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    all.push(asked);
    const { status, headers = {}, body = {} } = answer(asked, all);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, all };
};

const office: Persona = { role: 'programme-office', subject: 'office', name: 'Office' };
const storyOf = (...steps: Step[]): Scenario => ({ name: 'A story', programme: 'a-programme', steps });
const params = { programmeId: 'a-programme' };
const created: Step = {
  kind: 'change',
  on: '2014-04-30',
  as: office,
  operation: 'putProgramme',
  params,
  body: { name: 'A' },
  version: 'create',
};
const changed: Step = { ...created, body: { name: 'B' }, version: 'latest' };
const act: Step = {
  kind: 'change',
  on: '2014-05-15',
  as: { role: 'transformation-team', subject: 'team', name: 'Team' },
  operation: 'moveStage',
  params: { ...params, reviewId: 'property' },
  body: { to: 'decision' },
};
const report: Step = { kind: 'report', on: '2014-05-06', month: '2014-04', as: office };
const recordChange = (
  origin: string,
  scenario: Scenario,
  onProgress?: (progress: Progress) => void,
  setClock: (day: string) => void = () => undefined,
) =>
  playScenario({
    origin,
    scenario,
    setClock,
    tokenFor: async ({ subject }) => `token-of-${subject}`,
    ...(onProgress === undefined ? {} : { onProgress }),
  });

it('creates a record only where there is none', async () => {
  const { origin, all } = await apiThat(() => ({ status: 201 }));
  await recordChange(origin, storyOf(created));
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ method: 'PUT', path: '/programmes/a-programme', body: '{"name":"A"}' });
  expect(all[0]?.headers).toMatchObject({
    authorization: 'Bearer token-of-office',
    'if-none-match': '*',
    'content-type': 'application/json',
  });
});

it('sets the clock to the day of each step, and says from when something is true only where it is recorded later', async () => {
  const { origin, all } = await apiThat(() => ({ status: 200, headers: { etag: '"1"' } }));
  const days: string[] = [];
  const late: Step = { ...created, recordedOn: '2014-05-12' };
  await recordChange(origin, storyOf(created, late, act), undefined, (day) => days.push(day));
  expect(days).toEqual(['2014-04-30', '2014-05-12', '2014-05-15']);
  expect(all.filter(({ method }) => method !== 'GET').map(({ headers }) => headers['effective-at'])).toEqual([
    undefined,
    '2014-04-29T23:00:00.000Z',
    undefined,
  ]);
});

it('changes the version that stands, and an act names the version of its review', async () => {
  const { origin, all } = await apiThat(({ method }) => ({
    status: 200,
    headers: method === 'GET' ? { etag: '"7"' } : {},
  }));
  await recordChange(origin, storyOf(changed, act));
  expect(all.map(({ method, path, headers }) => [method, path, headers['if-match']])).toEqual([
    ['GET', '/programmes/a-programme', undefined],
    ['PUT', '/programmes/a-programme', '"7"'],
    ['GET', '/programmes/a-programme/reviews/property', undefined],
    ['POST', '/programmes/a-programme/reviews/property/stage-moves', '"7"'],
  ]);
});

it('sends the same keys when it is told again, another one for each step, and another for changed words', async () => {
  const { origin, all } = await apiThat(() => ({ status: 200, headers: { etag: '"1"' } }));
  await recordChange(origin, storyOf(created, changed));
  await recordChange(origin, storyOf(created, changed));
  await recordChange(origin, storyOf({ ...created, body: { name: 'C' } }));
  const keys = all.filter(({ method }) => method === 'PUT').map(({ headers }) => headers['idempotency-key']);
  expect(keys.slice(2, 4)).toEqual(keys.slice(0, 2));
  expect(new Set(keys).size).toBe(3);
});

it('goes on over a step that an earlier telling has committed', async () => {
  const reused = {
    status: 422,
    body: { type: 'about:blank', title: 'Used', status: 422, code: 'idempotency.key-reused', detail: 'Used.' },
  };
  const { origin, all } = await apiThat(({ method }) =>
    method === 'GET' ? { status: 200, headers: { etag: '"9"' } } : reused,
  );
  await recordChange(origin, storyOf(changed, act));
  expect(all).toHaveLength(4);
});

it('stops at the first refusal, with a sentence that names the step, the problem and every fault', async () => {
  const { origin, all } = await apiThat(() => ({
    status: 400,
    body: {
      type: 'about:blank',
      title: 'The request does not fit',
      status: 400,
      code: 'request.invalid',
      detail: 'Two things do not fit.',
      faults: [
        { in: 'body', pointer: '/council', message: 'is required' },
        { in: 'body', pointer: '/reporting', message: 'is required' },
      ],
    },
  }));
  await expect(recordChange(origin, storyOf(created, act))).rejects.toThrow(
    /step 1 of 2 \(30 April 2014: Set a programme up.*The request does not fit \(400 request\.invalid\)\. Two things do not fit\.[\s\S]*\/council is required[\s\S]*\/reporting is required/,
  );
  expect(all).toHaveLength(1);
});

it('shows what came back where it is no problem of the API', async () => {
  const { origin } = await apiThat(() => ({ status: 502, body: 'Bad gateway' }));
  await expect(recordChange(origin, storyOf(created))).rejects.toThrow('It answered 502: "Bad gateway"');
});

const run = (state: string, problem: string | null = null) => ({
  id: 'run-1',
  programme: 'a-programme',
  month: '2014-04',
  revision: 1,
  kind: 'publish',
  state,
  reviewsDone: 0,
  reviewsTotal: null,
  reason: null,
  early: false,
  requestedAt: '2014-05-16T06:00:00.000Z',
  report: null,
  problem,
});
const location = '/programmes/a-programme/report-runs/run-1';

it('runs a report and waits at its address until it is published', async () => {
  const { origin, all } = await apiThat(({ method }, before) =>
    method === 'POST'
      ? { status: 202, headers: { location }, body: run('waiting') }
      : { status: 200, body: run(before.length < 3 ? 'running' : 'published') },
  );
  await recordChange(origin, storyOf(report));
  expect(all.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /programmes/a-programme/reports',
    `GET ${location}`,
    `GET ${location}`,
  ]);
  expect(all[0]?.body).toBe('{"month":"2014-04"}');
});

it('says why a report failed', async () => {
  const { origin } = await apiThat(() => ({
    status: 202,
    headers: { location },
    body: run('failed', 'a part is missing'),
  }));
  await expect(recordChange(origin, storyOf(report))).rejects.toThrow(
    'the report of April 2014 was not published: a part is missing.',
  );
});

it('tries again when the store is busy', async () => {
  const { origin, all } = await apiThat((_, before) =>
    before.length === 1 ? { status: 503, headers: { 'retry-after': '0' } } : { status: 201 },
  );
  await recordChange(origin, storyOf(created));
  expect(all).toHaveLength(2);
});

it('says how far it has come, and in words what it tells', async () => {
  const { origin } = await apiThat(() => ({ status: 200, headers: { etag: '"1"' } }));
  const seen: Progress[] = [];
  await recordChange(origin, storyOf(created, act), (progress) => seen.push(progress));
  expect(seen.map(({ done, total }) => `${done} of ${total}`)).toEqual(['0 of 2', '1 of 2', '2 of 2']);
  expect(seen[1]?.words).toBe('15 May 2014: Move a review to its next stage, or back with a reason (property)');
});
