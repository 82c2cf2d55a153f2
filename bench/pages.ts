import * as z from 'zod';
import { apiFor } from '#functions/pages/api.ts';
import { dayOf } from '#language/time.ts';
import type { Role } from '#schemas/people.ts';
import type { Api } from '#web/pages/question.ts';
import { screenFinder, screensOf } from '#web/pages/routes.ts';
import { startChild } from './child.ts';
import { must, send } from './client.ts';
import { compare, type Timing } from './paired.ts';

/*
 * A page against the calls of the API that it makes, asked directly with the same token: those that it asks at once at once, and the second round after the
 * first. What is over 1 is the pages' own: the session, the page, and its way through the gateway.
 */

const review = '/pages/programmes/exampleshire-futures/reviews/adult-home-care';
const pages: readonly (readonly [what: string, as: Role, path: string])[] = [
  ['"Your work" of an SRO', 'sro', '/pages'],
  ['"Your work" of finance', 'finance', '/pages'],
  ['a programme', 'board', '/pages/programmes/exampleshire-futures'],
  ['a review', 'transformation-team', review],
  ['a list of risks', 'transformation-team', `${review}/risks`],
  ['the savings of a month end', 'transformation-team', `${review}/savings/_month-end`],
  ['a month end', 'programme-office', '/pages/programmes/exampleshire-futures/month-end/2025-10'],
  ['a board report', 'board', '/pages/programmes/exampleshire-futures/reports/2025-10'],
];

const Ready = z.object({ origin: z.string(), tokens: z.record(z.string(), z.string()) });
type Ready = z.infer<typeof Ready>;

/** Signs in as the button of the first page does. @returns the cookie of the session */
const signIn = async (origin: string, as: Role): Promise<string> => {
  const cookies = new Map<string, string>();
  let url = `${origin}/pages/sign-in?as=${as}`;
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    await answer.arrayBuffer();
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to === null) return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    url = new URL(to, origin).href;
  }
  throw new Error(`the sign-in of ${as} leads in a circle`);
};

const find = screenFinder(screensOf());

/** What a page asks the API, round by round. */
const roundsOf = async ({ origin, tokens }: Ready, as: Role, path: string): Promise<readonly (readonly string[])[]> => {
  const found = find(path);
  if (found === undefined) throw new Error(`there is no screen at ${path}`);
  const rounds: string[][] = [];
  let underWay = 0;
  const api = apiFor({ address: origin, deadline: AbortSignal.timeout(60_000) }, tokens[as] ?? '');
  const noted: Api = {
    ...api,
    ask: async (question) => {
      if (underWay === 0) rounds.push([]);
      underWay += 1;
      const query = new URLSearchParams(question.query);
      rounds.at(-1)?.push(`${question.path}${query.size > 0 ? `?${query}` : ''}`);
      try {
        return await api.ask(question);
      } finally {
        underWay -= 1;
      }
    },
  };
  const now = new Date().toISOString();
  await found.screen.open(
    {
      ...{ path, params: found.params, query: {}, viewer: { subject: as, name: as, roles: [as] } },
      ...{ now, today: dayOf(now), token: 'none', keyOf: () => 'none', newKey: () => 'none', clock: () => now },
      pack: (text) => text,
    },
    noted,
  );
  return rounds;
};

const askDirectly = async ({ origin, tokens }: Ready, as: Role, rounds: readonly (readonly string[])[]) => {
  const headers = { authorization: `Bearer ${tokens[as]}`, accept: 'application/json' };
  for (const round of rounds)
    await Promise.all(
      round.map(async (path) => {
        const { status } = await send(`${origin}${path}`, { headers });
        // What is not there, or not for this role, is an answer of some pages too.
        if (status !== 200 && status !== 403 && status !== 404) throw new Error(`${path} answered ${status}`);
      }),
    );
};

export const timePages = async (): Promise<readonly Timing[]> => {
  const tracker = await startChild('serve-pages.ts', Ready, null);
  try {
    const timings: Timing[] = [];
    for (const [what, as, path] of pages) {
      const { ready } = tracker;
      const cookie = await signIn(ready.origin, as);
      const headers = { cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' };
      const rounds = await roundsOf(ready, as, path);
      const spread = await compare(
        () => must(200, `${ready.origin}${path}`, { headers }),
        () => askDirectly(ready, as, rounds),
        { pairs: 14, calls: 10, callers: 1, warmUp: 20 },
      );
      const calls = rounds.map(({ length }) => length).join(' and then ');
      timings.push({ what: `${what}, against its ${calls} calls of the API`, spread, unit: 'x' });
    }
    return timings;
  } finally {
    await tracker.stop();
  }
};
