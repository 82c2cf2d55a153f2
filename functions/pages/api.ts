import * as z from 'zod';
import {
  type Api,
  ProblemAnswer,
  ProblemMet,
  type PulledFile,
  type Question,
  type Sending,
  type Sent,
} from '#web/pages/question.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** The API took the token no longer: whoever looks has to sign in again. */
export class SignedOut extends Error {}

export interface ApiSettings {
  /** `https://tracker.council.example` */
  readonly address: string;
  readonly deadline: AbortSignal;
  /** Those that this function keeps; without it, none is. */
  readonly kept?: KeptAnswers;
}

const away: ProblemAnswer = {
  title: 'The service is not available just now',
  status: 503,
  code: 'store.busy',
  detail: 'Nothing was lost. Try again in a moment.',
  faults: [],
};

const problemIn = (status: number, text: string): ProblemAnswer => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  const problem = ProblemAnswer.safeParse(body);
  if (problem.success) return problem.data;
  return status === 429
    ? { ...away, status, title: 'Too many people are asking at once' }
    : {
        ...away,
        status: status >= 500 ? 503 : status,
        ...(status >= 500 ? {} : { title: 'The service refused this' }),
      };
};

/** A refusal that a question may be answered by: it is not there, or not for this role. */
const isNothing = (status: number): boolean => status === 404 || status === 403;

const parsed = <S extends z.ZodType>({ answer }: Question<S>, body: unknown): z.output<S> => answer.parse(body);

const ListPage = z.looseObject({ items: z.array(z.unknown()), next: z.string().nullable() });

/** Of a list as many pages as this: five thousand entries where a page has two hundred. */
const mostPages = 25;

/** A list with the pages after its first one. */
const withMore = async (
  { everyPage }: Question,
  first: unknown,
  next: (cursor: string) => Promise<unknown>,
): Promise<unknown> => {
  if (everyPage === undefined) return first;
  let all = ListPage.parse(first);
  for (let pages = 1; pages < mostPages && all.next !== null; pages += 1) {
    const more = ListPage.parse(await next(all.next));
    all = { ...more, items: [...all.items, ...more.items] };
  }
  return all;
};

type Reach = <T>(path: string, init: RequestInit, read: (answer: Response) => Promise<T>) => Promise<T>;

const reacher =
  ({ address, deadline }: ApiSettings, accessToken: string): Reach =>
  async (path, init, read) => {
    try {
      return await read(
        await fetch(`${address}${path}`, {
          ...init,
          headers: { accept: 'application/json', authorization: `Bearer ${accessToken}`, ...init.headers },
          redirect: 'error',
          signal: deadline,
        }),
      );
    } catch {
      throw new ProblemMet(away);
    }
  };

/** A file as the API writes it, under the name that the API gives it. */
const pulled = async (reach: Reach, path: string, type: string): Promise<PulledFile> => {
  const { status, name, bytes } = await reach(path, { headers: { accept: type } }, async (answer) => ({
    status: answer.status,
    name: /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1],
    bytes: Buffer.from(await answer.arrayBuffer()),
  }));
  if (status === 401) throw new SignedOut();
  if (status !== 200 || name === undefined) throw new ProblemMet(problemIn(status, bytes.toString('utf8')));
  return { name, type, base64: bytes.toString('base64') };
};

const addressOf = ({ path }: Question, given: Question['query']): string => {
  const query = new URLSearchParams(given);
  return `${path}${query.size > 0 ? `?${query}` : ''}`;
};

interface Called {
  readonly status: number;
  readonly etag: string | null;
  readonly cacheControl: string;
  readonly text: string;
}
type Call = (path: string, init: RequestInit) => Promise<Called>;

/** A refusal, the store that is away among them, as a value. */
const orProblem = (call: Promise<Called>): Promise<Called | ProblemAnswer> =>
  call.catch((error: unknown) => {
    if (error instanceof ProblemMet) return error.problem;
    throw error;
  });

const answering =
  (call: Call, kept: KeptAnswers | undefined): Api['ask'] =>
  async (question) => {
    const address = addressOf(question, question.query);
    const held = question.kept ? kept?.of(address, question.answer) : undefined;
    const isBeside = 'orNothing' in question && question.orNothing === 'busy';
    const reached = await orProblem(
      call(address, held === undefined ? {} : { headers: { 'if-none-match': held.etag } }),
    );
    if ('title' in reached) {
      if (isBeside) return null;
      throw new ProblemMet(reached);
    }
    const { status, etag, cacheControl, text } = reached;
    if (status === 304 && held !== undefined) return held;
    if (status === 200) {
      const body = await withMore(question, JSON.parse(text), async (cursor) => {
        const page = await call(addressOf(question, { ...question.query, cursor }), {});
        if (page.status === 401) throw new SignedOut();
        if (page.status !== 200) throw new ProblemMet(problemIn(page.status, page.text));
        return JSON.parse(page.text);
      });
      const answer = parsed(question, body);
      if (question.kept) kept?.keep(address, question.answer, { etag, cacheControl, bytes: text.length, answer });
      return { answer, etag };
    }
    if (status === 401) throw new SignedOut();
    if (isBeside || ('orNothing' in question && isNothing(status))) return null;
    throw new ProblemMet(problemIn(status, text));
  };

const sending =
  (call: Call): Api['send'] =>
  async ({ method, path, body, version, effectiveAt }: Sending, key: string): Promise<Sent> => {
    const answer = await orProblem(
      call(path, {
        method,
        body: JSON.stringify(body),
        headers: {
          'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
          'idempotency-key': key,
          ...(version === undefined ? {} : version === 'new' ? { 'if-none-match': '*' } : { 'if-match': version }),
          ...(effectiveAt === undefined ? {} : { 'effective-at': effectiveAt }),
        },
      }),
    );
    // Whether it was done is not known: sent again with the same key, it is done once.
    if ('title' in answer) return { kind: 'refused', problem: answer };
    const { status, text } = answer;
    if (status === 401) throw new SignedOut();
    return status >= 200 && status < 300
      ? { kind: 'done', body: text === '' ? null : JSON.parse(text) }
      : { kind: 'refused', problem: problemIn(status, text) };
  };

/** The API with somebody's own token: whatever they may not see or do, it refuses them here as everywhere. */
export const apiFor = (settings: ApiSettings, accessToken: string): Api => {
  const reach = reacher(settings, accessToken);
  const call: Call = (path, init) =>
    reach(path, init, async (answer) => ({
      status: answer.status,
      etag: answer.headers.get('etag'),
      cacheControl: answer.headers.get('cache-control') ?? '',
      text: await answer.text(),
    }));
  return {
    ask: answering(call, settings.kept),
    pull: (path, type) => pulled(reach, path, type),
    send: sending(call),
  };
};
