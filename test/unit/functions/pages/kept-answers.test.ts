import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { apiFor } from '#functions/pages/api.ts';
import { KeptAnswers } from '#functions/pages/kept-answers.ts';
import { asking, keeping, ProblemMet } from '#web/pages/question.ts';

/* What a function of the pages keeps of published reports; that nobody is shown what is another's: test/e2e/kept-reports-on-pages.test.ts. */

interface Given {
  readonly etag: string;
  readonly cacheControl: string;
  readonly words: string;
}

/** What the API has for whom, by their token; without it, they may not. */
let answers: Record<string, Given> = {};
const asked: { readonly token: string; readonly tag: string | undefined }[] = [];
const server = createServer((request, response) => {
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const tag = request.headers['if-none-match'];
  asked.push({ token, tag });
  const given = answers[token];
  if (given === undefined) {
    response.writeHead(403, { 'content-type': 'application/problem+json' }).end('{"title":"No","status":403}');
    return;
  }
  const { etag, cacheControl, words } = given;
  response.writeHead(tag === etag ? 304 : 200, { etag, 'cache-control': cacheControl });
  response.end(tag === etag ? undefined : JSON.stringify({ words }));
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const report = asking('/report', z.object({ words: z.string() }));
const full: Given = { etag: '"d-full"', cacheControl: 'private, no-cache', words: 'Everything' };
let kept = new KeptAnswers();
const ask = async (token: string, question: typeof report = keeping(report)) =>
  apiFor({ address, deadline: AbortSignal.timeout(5_000), kept }, token).ask(question);

beforeEach(() => {
  kept = new KeptAnswers();
  answers = { office: full, olive: full };
  asked.length = 0;
});

describe('an answer that may be kept', () => {
  it('is asked for by its ETag, and is the very same where the API says that it is unchanged, whoever asks', async () => {
    const first = await ask('office');
    const again = await ask('olive');
    expect(again?.answer).toBe(first?.answer);
    expect(again).toEqual({ answer: { words: 'Everything' }, etag: '"d-full"' });
    expect(asked.map(({ tag }) => tag)).toEqual([undefined, '"d-full"']);
  });

  it('is given to nobody who may not read it, or may read something else', async () => {
    answers.board = { ...full, etag: '"d-public"', words: 'What is public' };
    await ask('office');
    expect((await ask('board'))?.answer).toEqual({ words: 'What is public' });
    expect((await ask('office'))?.answer).toEqual({ words: 'Everything' });
    await expect(ask('nobody')).rejects.toThrow(ProblemMet);
  });

  it('is read anew once it is another', async () => {
    await ask('office');
    answers.office = { ...full, etag: '"e-full"', words: 'Revised' };
    expect((await ask('office'))?.answer).toEqual({ words: 'Revised' });
    expect((await ask('office'))?.etag).toBe('"e-full"');
  });
});

it.each([
  ['that must not be stored', { ...full, cacheControl: 'no-store' }],
  ['of which nothing is said', { ...full, cacheControl: '' }],
])('an answer %s is not kept, and what was kept before it goes', async (_, now) => {
  await ask('office');
  answers.office = { ...now, etag: '"f-full"' };
  await ask('office');
  await ask('office');
  expect(asked.map(({ tag }) => tag)).toEqual([undefined, '"d-full"', undefined]);
});

it('an answer of another question is never kept', async () => {
  await ask('office', report);
  await ask('office', report);
  expect(asked.map(({ tag }) => tag)).toEqual([undefined, undefined]);
});
