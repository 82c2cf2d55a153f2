import { createHash, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { type Handler, loadHandler } from '../prove/function-handlers.ts';
import { HttpAnswer } from '../prove/http-answer.ts';
import { programme, review, saving } from '../prove/records.ts';
import { claimsOf, eventOf, type Person, type RawRequest } from '../prove/request-event.ts';
import { startTrackerInOneProcess } from '../prove/tracker-in-one-process.ts';
import { quantile } from './paired.ts';
import { copyReport } from './report-copies.ts';
import type { Part } from './row.ts';

/*
 * What a request costs the processor besides waiting: route, claims, validation, rules, digests, packing, answer, log line.
 *
 * Each request is answered once by the functions on the real engine, while what the store answered is written down; then
 * the same request is asked again and again with those answers in the place of the store. The SDK's own marshalling and
 * signing is therefore not in it: it is in the floor of every other figure. Garbage collection is. A function remembers
 * what it read before and has not changed; where another review is asked for each time, there are more than it remembers.
 */

/** Microseconds of the processor that a request of each kind takes, one figure for each block of requests. */
interface HandlerCpu {
  readonly name: string;
  readonly microseconds: readonly number[];
  /** Calls of the store that a request made, answered from the record. */
  readonly calls: number;
}

const handlerCpuGoal = 100;

const blocks = 15;
const warming = 6;
const requestsABlock = 150;
const reviews = 65;
/** Of some 500 bytes each, packed: more than a warm function remembers (store/table/parse-cache.ts). */
const others = 750;

const team: Person = { roles: ['transformation-team'], subject: 'tara-team' };
const office: Person = { roles: ['programme-office'], subject: 'pat-office' };
const board: Person = { roles: ['board'], subject: 'bo-board' };
const home = '/programmes/tomorrow';
const month = '2026-01';
const elsewhere = '/programmes/elsewhere';

const asked = (person: Person, method: string, path: string, body?: unknown, headers = {}): RawRequest => ({
  method,
  path,
  headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  claims: claimsOf(person),
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});
const creating = { 'if-none-match': '*' };
const once = () => ({ 'idempotency-key': randomUUID() });

/** The record that the requests are asked of: a programme, its reviews, a saving, a published month. */
const record = (): readonly RawRequest[] => [
  asked(office, 'PUT', home, programme, creating),
  ...Array.from({ length: reviews }, (_, n) =>
    asked(team, 'PUT', `${home}/reviews/service-${n}`, review, { ...creating, 'effective-at': '2026-01-05' }),
  ),
  asked(team, 'PUT', `${home}/reviews/service-1/savings/fewer-buildings`, saving, creating),
  asked(office, 'POST', `${home}/reports`, { month }, once()),
  asked(office, 'PUT', elsewhere, programme, creating),
  ...Array.from({ length: others }, (_, n) =>
    asked(team, 'PUT', `${elsewhere}/reviews/service-${n}`, numbered(n), {
      ...creating,
      'effective-at': '2026-01-05',
    }),
  ),
  // Whom the list shows is asked for with it from the second time on.
  asked(team, 'GET', `${home}/reviews`),
];

/** No two have the same bytes, and there is little to pack in them. */
const numbered = (n: number) => ({
  ...review,
  title: `${review.title} ${n}`,
  services: ['Offices', 'Halls', 'Land', 'Leases', 'Repairs', 'Cleaning'].map(
    (one) => `${one} ${createHash('sha256').update(`${one} ${n}`).digest('hex')}`,
  ),
});

const move = (path: string): RawRequest =>
  asked(team, 'POST', `${path}/stage-moves`, { to: 'service-baseline' }, { ...once(), 'if-match': '"1"' });
const eachOther = (request: (path: string) => RawRequest): readonly RawRequest[] =>
  Array.from({ length: others }, (_, n) => request(`${elsewhere}/reviews/service-${n}`));

const pull = (path: string, headers = {}): RawRequest =>
  asked(board, 'GET', `${path}/reports/${month}`, undefined, headers);
const page = { accept: 'text/html' };

/** The requests that are measured, by turns where there are many; each is asked of the record as it stands. */
const requests = (copies: readonly ProgrammeRef[]): Readonly<Record<string, readonly RawRequest[]>> => ({
  'get one': [asked(team, 'GET', `${home}/reviews/service-1/savings/fewer-buildings`)],
  'get a review': [asked(team, 'GET', `${home}/reviews/service-1`)],
  'get another review each time': eachOther((path) => asked(team, 'GET', path)),
  'list 65': [asked(team, 'GET', `${home}/reviews`)],
  'stage move': [move(`${home}/reviews/service-1`)],
  'move the stage of another review each time': eachOther(move),
  'create a review': [asked(team, 'PUT', `${home}/reviews/another`, review, { ...creating, ...once() })],
  'change a saving': [
    asked(
      team,
      'PUT',
      `${home}/reviews/service-1/savings/fewer-buildings`,
      { ...saving, title: 'Fewer buildings by a third' },
      { 'if-match': '"1"', ...once() },
    ),
  ],
  "a board's pull": [pull(home)],
  'a pull of another report each time': copies.map(({ programme }) => pull(`/programmes/${programme}`)),
  'a page asked for again': [pull(home, page)],
  'a page of another report each time': copies.map(({ programme }) => pull(`/programmes/${programme}`, page)),
  'a pull not modified': [pull(home, { 'if-none-match': '*' })],
});

/** The store's answers, written down or given again. */
const recorder = () => {
  const { send } = DynamoDBClient.prototype;
  let answers: readonly unknown[] = [];
  let next = 0;
  return {
    writeDown: (): void => {
      const written: unknown[] = [];
      answers = written;
      Object.assign(DynamoDBClient.prototype, {
        async send(this: DynamoDBClient, ...given: Parameters<typeof send>) {
          // Its place is that of the call: of calls made at once the later may be answered first.
          const place = written.push(undefined) - 1;
          written[place] = await send.apply(this, given);
          return written[place];
        },
      });
    },
    written: (): readonly unknown[] => answers,
    giveAgain: (given: readonly unknown[]): void => {
      next = 0;
      answers = given;
      Object.assign(DynamoDBClient.prototype, {
        send: () => {
          if (next === answers.length) return Promise.reject(new Error('more is asked than was written down'));
          next += 1;
          return Promise.resolve(answers[next - 1]);
        },
      });
    },
    /** How many were given since. */
    given: (): number => next,
    stop: (): void => void Object.assign(DynamoDBClient.prototype, { send }),
  };
};

interface Ready {
  readonly handler: Handler;
  readonly event: unknown;
  readonly status: number;
  readonly answers: readonly unknown[];
}
interface Measured {
  readonly name: string;
  readonly requests: readonly [Ready, ...Ready[]];
  readonly microseconds: number[];
  /** Calls of the store that the last of them made. */
  calls: number;
}

const context = { getRemainingTimeInMillis: () => 30_000, functionName: 'bench', awsRequestId: 'bench' };

const measureHandlerCpu = async (): Promise<readonly HandlerCpu[]> => {
  process.env.POWERTOOLS_LOG_LEVEL = 'INFO';
  const tracker = await startTrackerInOneProcess();
  const store = recorder();
  // The log line is made, and goes nowhere.
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    for (const request of record()) {
      const answer = await tracker.send(request);
      if (answer === undefined || answer.statusCode >= 300)
        throw new Error(`${request.method} ${request.path} was answered ${answer?.statusCode}: ${answer?.body}`);
    }
    await tracker.settled();
    const copies = await copyReport(tracker.table, { organisation: 'council', programme: 'tomorrow' }, month);
    /** Answers it once on the engine, while the store's answers are written down. */
    const prepare = async (request: RawRequest): Promise<Ready> => {
      const made = eventOf(request);
      if (made === undefined) throw new Error(`no route to ${request.path}`);
      const handler = await loadHandler(made.host);
      store.writeDown();
      const { statusCode: status, body } = HttpAnswer.parse(await handler(made.event, context));
      store.stop();
      if (status >= 400) throw new Error(`${request.method} ${request.path} was answered ${status}: ${body}`);
      return { handler, event: made.event, status, answers: store.written() };
    };
    const measured: Measured[] = [];
    for (const [name, [first, ...more]] of Object.entries(requests(copies))) {
      if (first === undefined) throw new Error(`${name} asks nothing`);
      const ready: [Ready, ...Ready[]] = [await prepare(first)];
      for (const request of more) ready.push(await prepare(request));
      measured.push({ name, requests: ready, microseconds: [], calls: 0 });
    }
    for (let block = -warming; block < blocks; block += 1)
      for (const one of measured) {
        const { name, requests, microseconds } = one;
        const turn = (n: number): Ready =>
          requests[((block + warming) * requestsABlock + n) % requests.length] ?? requests[0];
        const before = process.cpuUsage();
        for (let n = 0; n < requestsABlock; n += 1) {
          const { handler, event, answers } = turn(n);
          store.giveAgain(answers);
          await handler(event, context);
        }
        const { user, system } = process.cpuUsage(before);
        const { handler, event, answers, status } = turn(requestsABlock);
        store.giveAgain(answers);
        const { statusCode } = HttpAnswer.parse(await handler(event, context));
        store.stop();
        one.calls = store.given();
        if (statusCode !== status) throw new Error(`${name} was answered ${status}, then ${statusCode}`);
        if (block >= 0) microseconds.push((user + system) / requestsABlock);
      }
    return measured.map(({ name, microseconds, calls }) => ({ name, microseconds, calls }));
  } finally {
    process.stdout.write = write;
    store.stop();
    await tracker.stop();
  }
};

export const handlerCpu: Part = {
  name: 'handler-cpu',
  title: "The processor's time of a request, the store's answers given from a record",
  measure: async ({ onProgress }) => {
    onProgress('handler-cpu: requests of each kind by turns');
    return (await measureHandlerCpu()).map(({ name, microseconds, calls }) => ({
      name,
      count: { value: Math.round(quantile(microseconds, 0.5)), unit: 'us' },
      goal: handlerCpuGoal,
      note: `${Math.round(quantile(microseconds, 0.25))} to ${Math.round(quantile(microseconds, 0.75))} on this machine; ${calls} calls of the store`,
    }));
  },
};
