import * as z from 'zod';
import { CommandRefused, flagsOf, runCommand } from '#local/command-line.ts';
import { pagesProbes } from './smoke/pages.ts';
import { type Answered, asks, isProblem, ms, type Probe } from './smoke/probe.ts';

/*
 * What only a deployment can show, asked once by a person with an account, and printed next to what is predicted. It also runs
 * against `npm start`, where what the gateway of AWS does is marked as not to be seen.
 */

const usage = 'npm run smoke -- --url <address> [--token <access token>] [--requests 120]';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const openProbes = (ask: ReturnType<typeof asks>): readonly Probe[] => [
  {
    what: 'the page',
    predicted: '200, a page that runs no script but its own; the first answer after a quiet time under 3 s',
    see: async () => {
      const page = await ask('/');
      const policy = page.headers.get('content-security-policy') ?? '';
      return {
        seen: `${page.status} after ${ms(page.milliseconds)}`,
        holds: page.status === 200 && policy.includes("default-src 'none'"),
      };
    },
  },
  {
    what: 'the description of the API',
    predicted: '200, compressed, kept for a day by caches',
    see: async () => {
      const answer = await ask('/openapi.json');
      const [encoding, cached] = [answer.headers.get('content-encoding'), answer.headers.get('cache-control')];
      return {
        seen: `${answer.status}, ${encoding ?? 'not compressed'}, ${cached}`,
        holds: answer.status === 200 && encoding === 'gzip' && cached === 'public, max-age=86400',
      };
    },
  },
  {
    what: 'an address that is not there',
    predicted: '404, a problem of ours',
    see: async () => {
      const answer = await ask('/nothing');
      return {
        seen: `${answer.status} ${answer.headers.get('content-type')}`,
        holds: answer.status === 404 && isProblem(answer),
      };
    },
  },
];

const Described = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** The operations that need a token, by the deployment's own description of itself. */
const closedOperations = (description: string): readonly { readonly method: string; readonly path: string }[] =>
  Object.entries(Described.parse(JSON.parse(description)).paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const { security } = z.looseObject({ security: z.array(z.unknown()).optional() }).parse(operation);
      return security?.length === 0 ? [] : [{ method: method.toUpperCase(), path: path.replaceAll(/\{[^}]+\}/g, 'x') }];
    }),
  );

/** Whether the first deployment made every route: one that is missing is 404 of the open function, and not 401 of the gateway. */
const routesProbe = (ask: ReturnType<typeof asks>): Probe => ({
  what: 'every operation of the description, without a token',
  predicted: '401 of each: its route is there, and closed',
  see: async () => {
    const operations = closedOperations((await ask('/openapi.json')).text);
    const astray: string[] = [];
    for (const { method, path } of operations) {
      const { status } = await ask(path, { method });
      if (status !== 401) astray.push(`${method} ${path}: ${status}`);
    }
    return {
      seen: astray.length === 0 ? `401 of all ${operations.length}` : astray.slice(0, 5).join('; '),
      holds: astray.length === 0 && operations.length > 0,
    };
  },
});

/** What the gateway answers before, or in place of, a function. */
const gatewayProbes = (ask: ReturnType<typeof asks>): readonly Probe[] => [
  {
    what: 'a request without a token, and one with a token that is none',
    predicted: '401, 401',
    see: async () => {
      const [none, bad] = [
        await ask('/programmes'),
        await ask('/programmes', { headers: { authorization: 'Bearer a.b.c' } }),
      ];
      return { seen: `${none.status}, ${bad.status}`, holds: none.status === 401 && bad.status === 401 };
    },
  },
  {
    what: 'an encoded slash in a part of a path, without a token',
    predicted: '401: the route is found, and the part is one',
    see: async () => {
      const { status } = await ask('/programmes/a%2Fb');
      return { seen: String(status), holds: status === 401 };
    },
  },
  {
    what: 'a body of 7 MB to an address that is not there',
    predicted: '413, 404 or an answer of the edge, and no 5xx counted as ours for less than 6 MB',
    see: async () => {
      const { status } = await ask('/nothing', { method: 'POST', body: 'x'.repeat(7 * 1024 * 1024) });
      return { seen: String(status), holds: status >= 400 };
    },
  },
];

/** Turned away by the gateway: what a function turns away itself is a problem of ours. */
const isThrottled = (answer: Answered): boolean => answer.status === 429 && !isProblem(answer);

/** Whether the throttle is one for the stage or one for each route: another route is asked while one is full. */
const sharedThrottleProbe = (ask: ReturnType<typeof asks>, requests: number, isLocal: boolean): Probe => ({
  what: `${3 * requests} lists of programmes at once, and twenty times who I am`,
  predicted: isLocal
    ? 'all answered: there is no throttle on one machine'
    : 'of the lists some 429, of the others none: each route has a throttle of its own (docs/cost.md)',
  see: async () => {
    const send = (path: string, times: number) =>
      Promise.all(Array.from({ length: times }, () => ask(path, { signedIn: true })));
    const [lists, others] = await Promise.all([send('/programmes', 3 * requests), send('/me', 20)]);
    const [full, beside] = [lists.filter(isThrottled).length, others.filter(isThrottled).length];
    return {
      seen: `${full} of ${lists.length} and ${beside} of ${others.length} turned away by the gateway`,
      holds: isLocal ? full + beside === 0 : full > 0 && beside === 0,
    };
  },
});

/** Whether the throttle of an open route is there; off AWS there is none to be seen. */
const throttleProbe = (ask: ReturnType<typeof asks>, requests: number, isLocal: boolean): Probe => ({
  what: `${requests} requests for the description of the API at once`,
  predicted: isLocal
    ? 'all answered: there is no throttle on one machine'
    : 'most of them 429 or 503, from the gateway',
  see: async () => {
    const answers = await Promise.all(Array.from({ length: requests }, () => ask('/openapi.json')));
    const throttled = answers.filter(({ status }) => status !== 200).length;
    return { seen: `${throttled} of ${requests} turned away`, holds: isLocal ? throttled === 0 : throttled > 0 };
  },
});

const signedInProbes = (ask: ReturnType<typeof asks>): readonly Probe[] => [
  {
    what: 'twenty lists of programmes, signed in',
    predicted: '200, half of them within 150 ms',
    see: async () => {
      const answers: Answered[] = [];
      for (let n = 0; n < 20; n += 1) answers.push(await ask('/programmes', { signedIn: true }));
      const wrong = answers.find(({ status }) => status !== 200);
      const half = median(answers.map(({ milliseconds }) => milliseconds));
      return {
        seen: wrong === undefined ? ms(half) : `${wrong.status}: ${wrong.text.slice(0, 200)}`,
        holds: wrong === undefined && half < 150,
      };
    },
  },
  {
    what: 'an ID of a request in its answer',
    predicted: 'apigw-requestid, which finds who asked in the access log',
    see: async () => {
      const { headers } = await ask('/programmes', { signedIn: true });
      return { seen: headers.get('apigw-requestid') ?? 'none', holds: headers.has('apigw-requestid') };
    },
  },
];

/** Fetch says only that it failed; why stands in its cause. */
const reasonOf = (fault: unknown): string =>
  fault instanceof Error ? (fault.cause instanceof Error ? fault.cause.message : fault.message) : String(fault);

/** @throws CommandRefused in a sentence where nothing answers at the address. */
const mustAnswer = async (ask: ReturnType<typeof asks>, origin: string): Promise<void> => {
  try {
    await ask('/');
  } catch (fault) {
    throw new CommandRefused(
      `${origin} does not answer (${reasonOf(fault)}): is the address the one that the deployment printed, and does its name lead there yet?`,
    );
  }
};

const smoke = async (): Promise<void> => {
  const flags = flagsOf(
    { url: { type: 'string' }, token: { type: 'string' }, requests: { type: 'string' } },
    process.argv.slice(2),
    usage,
  );
  if (flags.url === undefined || !URL.canParse(flags.url))
    throw new CommandRefused(`Say where the tracker is. Usage: ${usage}`);
  const { origin, hostname } = new URL(flags.url);
  const target = { url: origin, token: flags.token, requests: Number(flags.requests ?? 120) };
  const ask = asks(target);
  await mustAnswer(ask, origin);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
  const probes = [
    ...openProbes(ask),
    ...pagesProbes(ask, target),
    ...gatewayProbes(ask),
    routesProbe(ask),
    ...(target.token === undefined ? [] : [...signedInProbes(ask), sharedThrottleProbe(ask, target.requests, isLocal)]),
    // Last: it uses the route of the description up for some seconds.
    throttleProbe(ask, target.requests, isLocal),
  ];
  let differ = 0;
  for (const { what, predicted, see } of probes) {
    const { seen, holds } = await see();
    differ += holds ? 0 : 1;
    console.log(`${holds ? 'as predicted' : 'DIFFERS     '}  ${what}: ${seen}\n              predicted: ${predicted}`);
  }
  if (target.token === undefined) console.log('Nothing was asked that needs a token: give one by --token.');
  console.log(`${probes.length} probes, ${differ} of them differ from what is predicted.`);
  if (differ > 0) process.exitCode = 1;
};

await runCommand(smoke);
