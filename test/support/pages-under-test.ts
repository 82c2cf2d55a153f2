import { createHash } from 'node:crypto';
import type { SignIn } from '#functions/pages/issuer.ts';
import { KeptAnswers } from '#functions/pages/kept-answers.ts';
import type { KeyRing } from '#functions/pages/key-ring.ts';
import { servePages } from '#functions/pages/serve-page.ts';
import { SessionsSeen } from '#functions/pages/session.ts';
import type { PersonToTry } from '#schemas/person-to-try.ts';
import { html } from '#web/html.ts';
import type { Page, Screen } from '#web/pages/screen.ts';

/** Two values of the pages' secret, as after a rotation. */
export const ringOf = (...values: readonly string[]): KeyRing => {
  const keys = values.map((value) => ({
    kid: value,
    key: new Uint8Array(createHash('sha256').update(value).digest()),
  }));
  const [current] = keys;
  if (current === undefined) throw new Error('a ring has a key');
  return { current: async () => current, byId: async (kid) => keys.find((one) => one.kid === kid)?.key };
};

interface Item {
  readonly id: { readonly S: string };
  readonly sealed: { readonly S: string };
  readonly [name: string]: unknown;
}
type Command = { readonly input: { readonly Item?: Item; readonly Key?: { readonly id: { readonly S: string } } } };

/** The table of sessions in memory. */
export const tableInMemory = () => {
  const items = new Map<string, Item>();
  const send = async ({ input: { Item: put, Key } }: Command) => {
    // As the store: an item has 400 KB at most.
    if (JSON.stringify(put ?? '').length > 400 * 1_024) throw new Error('ValidationException');
    if (put !== undefined) items.set(put.id.S, put);
    return { Item: Key === undefined ? undefined : items.get(Key.id.S) };
  };
  return { items, table: { name: 'sessions', client: { send } } as never };
};

const address = 'https://tracker.example';

/** A screen with one form, which shows what was filled in before, and what was sent. */
const screenWith = (path: string, received: unknown[]): Screen => {
  const page = (body: Page['body']): Page => ({ title: 'A form', crumbs: [], body });
  return {
    path,
    open: async (at) => ({
      kind: 'page',
      status: 200,
      page: page(html`<p>Kept: ${at.kept?.words ?? 'nothing'}</p><p>Token: ${at.token}</p>`),
    }),
    send: async (_at, _api, sent) => {
      received.push(sent.words);
      return { kind: 'to', path, notice: 'Saved' };
    },
  };
};

interface TestClock {
  now: number;
}

/** An issuer that lets everybody in under a code that is their subject. */
const issuerBy = (clock: TestClock): SignIn => ({
  begin: async (hint) => ({
    attempt: { state: 'a-state', nonce: 'a-nonce', verifier: 'a-verifier' },
    to: `https://issuer.example/authorize${hint === undefined ? '' : `?login_hint=${hint}`}`,
  }),
  finish: async (query, { state }) => {
    const given = new URLSearchParams(query);
    if (given.get('state') !== state) throw new Error('another state');
    return { access: `access-of-${given.get('code')}`, expiresAtEpochSeconds: clock.now + 3_600 };
  },
  renew: async () => undefined,
  endOfSession: async () => undefined,
});

/** A browser with its cookies. */
const browserOf = (serve: ReturnType<typeof servePages>) => {
  const jar = new Map<string, string>();
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    form?: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const { pathname, search, searchParams } = new URL(path, address);
    const answer = await serve(
      {
        method,
        path: pathname,
        query: Object.fromEntries(searchParams),
        rawQuery: search.slice(1),
        cookies: [...jar].map(([name, value]) => `${name}=${value}`),
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
        form,
      },
      new AbortController().signal,
    );
    for (const cookie of answer.cookies ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return {
      status: answer.statusCode,
      to: answer.headers.location ?? '',
      policy: answer.headers['content-security-policy'] ?? '',
      body: answer.body,
    };
  };
  const signIn = async (subject: string, to = '/pages/a-form') => {
    await ask('GET', `/pages/sign-in?to=${encodeURIComponent(to)}`);
    return ask('GET', `/pages/signed-in?code=${subject}&state=a-state`);
  };
  const tokenOn = (body: string): string => /Token: ([\w-]+)/.exec(body)?.[1] ?? '';
  return { ask, signIn, tokenOn, jar };
};

/**
 * The pages before such an issuer, with a clock that the test turns, and a table that it can look into; the API is `fetch`, which
 * answers /me.
 */
export const pagesUnderTest = (ring: KeyRing = ringOf('first'), peopleToTry: readonly PersonToTry[] = []) => {
  const { items, table } = tableInMemory();
  const clock: TestClock = { now: 1_800_000_000 };
  const received: unknown[] = [];
  const refused: unknown[] = [];
  const serve = servePages({
    loadWorkbooks: () => import('#functions/files/workbooks.ts'),
    screens: ['/pages/a-form', '/pages/another-form'].map((path) => screenWith(path, received)),
    store: { table, ring, nowEpochSeconds: () => clock.now, seen: new SessionsSeen() },
    signIn: issuerBy(clock),
    assets: { style: '/pages/assets/pages.css', script: '/pages/assets/pages.js', at: () => undefined },
    apiAddress: address,
    kept: new KeptAnswers(),
    address,
    issuerOrigins: ['https://issuer.example'],
    peopleToTry,
    accessibilityContact: 'accessibility@council.example',
    now: () => new Date(clock.now * 1_000).toISOString(),
    newKey: () => 'a-key',
    onRefused: (error) => refused.push(error),
    onFault: (error) => {
      throw error;
    },
  });
  return { ...browserOf(serve), items, clock, received, refused };
};

/** What the API says of whoever asks, by the token that they ask with. */
export const meByToken = async (_url: string, init?: RequestInit): Promise<Response> => {
  const token = new Headers(init?.headers).get('authorization') ?? '';
  const subject = /access-of-(\S+)$/.exec(token)?.[1] ?? 'nobody';
  return Response.json({
    subject,
    name: null,
    post: null,
    roles: ['sro'],
    actsFor: [],
    messages: 'daily',
    reviews: [],
  });
};
