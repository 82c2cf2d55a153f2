import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '#local/create-table.ts';
import { startEngine } from '#local/engine.ts';

/*
 * What a request costs the processor, waiting left out: claims, validation, rules, digests, body, answer, log line. Sends
 * its parent the names of what it measures, and for each name that it is sent the microseconds of a request in one block
 * of them, until the parent disconnects.
 *
 * Each request is answered once by the real handler on the real engine, while what the store answered is recorded; then
 * the same request is sent again and again with those answers in the place of the store. The database client's own
 * marshalling and signing is therefore not in it. Garbage collection is. A warm function remembers what it read before and
 * has not changed; where another review is asked for each time, there are more than it remembers.
 *
 * It imports nothing of the bench, so that an older version can be measured by the same file: copy it there.
 */

const requestsABlock = 300;
const reviews = 65;
/** More than a warm function remembers. */
const others = 750;

interface Request {
  readonly handler: 'commands' | 'queries';
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly role?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const context = { getRemainingTimeInMillis: () => 30_000, functionName: 'bench', awsRequestId: 'bench' };

/** The entity tag that each review was answered with when it was opened: its form is another in another version. */
const entityTags = new Map<string, string>();
const nameOf = (programmeId: string, n: number): string => `${programmeId}/service-${n}`;

/** The request as an HTTP API gives it to a function, payload format 2.0. */
const eventOf = ({ route, params, role = 'transformation-team', headers, body }: Request) => {
  const [method = '', template = ''] = route.split(' ');
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const claims = { sub: `bench-${role}`, organisation: 'council', roles: `[${role}]` };
  return {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString: '',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    pathParameters: params,
    requestContext: {
      authorizer: { jwt: { claims, scopes: null } },
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
      requestId: 'bench',
      routeKey: route,
      stage: '$default',
      timeEpoch: Date.now(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
};

const programmeRoute = '/programmes/{programmeId}';
const reviewRoute = `${programmeRoute}/reviews/{reviewId}`;
const create = { 'if-none-match': '*', 'effective-at': '2026-01-05' };

const openProgramme = (programmeId: string): Request => ({
  handler: 'commands',
  route: `PUT ${programmeRoute}`,
  params: { programmeId },
  role: 'programme-office',
  headers: create,
  body: {
    name: 'Services for Tomorrow',
    council: 'Testshire Council',
    directorates: [{ id: 'places', name: 'Places' }],
    portfolios: [{ id: 'customer', name: 'Customer' }],
    reporting: { firstMonth: '2026-01' },
  },
});

const openReview = (programmeId: string, n: number, services: readonly string[]): Request => ({
  handler: 'commands',
  route: `PUT ${reviewRoute}`,
  params: { programmeId, reviewId: `service-${n}` },
  headers: create,
  body: {
    title: `Property ${n}`,
    services,
    directorate: 'places',
    portfolio: 'customer',
    tier: '1',
    lifecycle: 'active',
    sros: [{ subject: 'sam-sro', name: 'Sam Sro' }],
    grossExpenditure: { kind: 'amount', pounds: 12_000_000 },
    netExpenditure: { kind: 'not-stated' },
  },
});

/** No two reviews have the same bytes, and there is little to compress in them. */
const differentServices = (n: number): readonly string[] =>
  ['Offices', 'Halls', 'Land', 'Leases', 'Repairs', 'Cleaning'].map(
    (one) => `${one} ${createHash('sha256').update(`${one} ${n}`).digest('hex')}`,
  );

const getReview = (programmeId: string, n: number): Request => ({
  handler: 'queries',
  route: `GET ${reviewRoute}`,
  params: { programmeId, reviewId: `service-${n}` },
});
const moveStage = (programmeId: string, n: number): Request => ({
  handler: 'commands',
  route: `POST ${reviewRoute}/stage-moves`,
  params: { programmeId, reviewId: `service-${n}` },
  headers: {
    'if-match': entityTags.get(nameOf(programmeId, n)) ?? '',
    'idempotency-key': `move-${programmeId}-${n}`,
  },
  body: { to: 'service-baseline' },
});
const list: Request = {
  handler: 'queries',
  route: `GET ${programmeRoute}/reviews`,
  params: { programmeId: 'tomorrow' },
};
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** By what is measured, the requests that take turns; asked once everything is recorded. */
const measured: Readonly<Record<string, () => readonly Request[]>> = {
  'get another review each time': () => range(others).map((n) => getReview('elsewhere', n)),
  'list 65 reviews': () => [list],
  "move a review's stage": () => [moveStage('tomorrow', 1)],
  "move another review's stage each time": () => range(others).map((n) => moveStage('elsewhere', n)),
};

/** Records what every client of the database is answered, or gives such answers again. */
const store = (() => {
  const { send } = DynamoDBClient.prototype;
  const every: object = Object.getPrototypeOf(DynamoDBClient.prototype);
  return {
    record: (): readonly unknown[] => {
      const answers: unknown[] = [];
      Object.assign(every, {
        async send(this: DynamoDBClient, ...given: Parameters<typeof send>) {
          // Its place is that of the call: of calls made at the same time the later may be answered first.
          const place = answers.push(undefined) - 1;
          answers[place] = await send.apply(this, given);
          return answers[place];
        },
      });
      return answers;
    },
    replay: (answers: readonly unknown[]): void => {
      let next = 0;
      Object.assign(every, {
        send: () => {
          if (next === answers.length) return Promise.reject(new Error('more is asked than was recorded'));
          next += 1;
          return Promise.resolve(answers[next - 1]);
        },
      });
    },
    stop: (): void => void Object.assign(every, { send }),
  };
})();

const engine = await startEngine();
Object.assign(process.env, {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  DYNAMODB_ENDPOINT: engine.endpoint,
  TABLE_NAME: 'bench',
  QUEUE_URL: 'http://127.0.0.1:9/queue',
  SQS_ENDPOINT: 'http://127.0.0.1:9',
  ISSUER: 'https://issuer.example',
  CLIENT_ID: 'bench',
  REQUESTS_PER_SECOND: '1000000',
  REQUESTS_AT_ONCE: '1000000',
  POWERTOOLS_LOG_LEVEL: 'INFO',
  POWERTOOLS_METRICS_NAMESPACE: 'bench',
});
await createTable(engine.endpoint, 'bench', { stream: false });
/** The real handlers, which read the environment when they are loaded. */
const handlers = {
  commands: (await import('#functions/hosts/commands.ts')).handler,
  queries: (await import('#functions/hosts/queries.ts')).handler,
};

/** The entity tag of the answer. @throws where it is refused. */
const answer = async (request: Request, event: unknown = eventOf(request)): Promise<string> => {
  const answered: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> } =
    await Reflect.apply(handlers[request.handler], undefined, [event, context]);
  if (answered.statusCode === undefined || answered.statusCode >= 300)
    throw new Error(`${request.route} was answered ${JSON.stringify(answered).slice(0, 500)}`);
  return answered.headers?.etag ?? '';
};

const openReviews = async (programmeId: string, services: readonly (readonly string[])[]): Promise<void> => {
  await answer(openProgramme(programmeId));
  for (const [n, one] of services.entries())
    entityTags.set(nameOf(programmeId, n), await answer(openReview(programmeId, n, one)));
};

interface Ready {
  readonly request: Request;
  readonly event: unknown;
  readonly answers: readonly unknown[];
}

/** Answers it once on the engine. */
const prepare = async (request: Request): Promise<Ready> => {
  const event = eventOf(request);
  const answers = store.record();
  await answer(request, event);
  store.stop();
  return { request, event, answers };
};

/** Microseconds a request, of one block; the requests take turns from number `first` on. */
const block = async (requests: readonly Ready[], first: number): Promise<number> => {
  const turns = range(requestsABlock).flatMap((n) => requests[(first + n) % requests.length] ?? []);
  const before = process.cpuUsage();
  for (const { request, event, answers } of turns) {
    store.replay(answers);
    await answer(request, event);
  }
  const { user, system } = process.cpuUsage(before);
  store.stop();
  return (user + system) / turns.length;
};

// The log line is made, and goes nowhere.
process.stdout.write = () => true;
await openReviews(
  'tomorrow',
  range(reviews).map(() => ['Property']),
);
await openReviews('elsewhere', range(others).map(differentServices));
// The names that the list shows are asked for with it from the second time on.
await answer(list);
const ready = new Map<unknown, { readonly requests: readonly Ready[]; asked: number }>();
for (const [what, requests] of Object.entries(measured)) {
  const prepared: Ready[] = [];
  for (const request of requests()) prepared.push(await prepare(request));
  ready.set(what, { requests: prepared, asked: 0 });
}
process.on('message', async (what) => {
  const one = ready.get(what);
  if (one === undefined) throw new Error(`nothing is measured as ${JSON.stringify(what)}`);
  one.asked += requestsABlock;
  process.send?.(await block(one.requests, one.asked));
});
process.once('disconnect', async () => {
  await engine.stop();
  process.exit();
});
process.send?.(Object.keys(measured));
