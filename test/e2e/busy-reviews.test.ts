// @module-tag long
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { components } from '../support/generated/tracker-api.d.ts';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';

/*
 * Eight people change two reviews at the same time, each reading a version and sending it back with If-Match. What was
 * acknowledged is then compared with what is stored: versions, pounds, entries and events.
 */

type Schemas = components['schemas'];
interface Answer {
  readonly response: Response;
  readonly error?: unknown;
}

const programmeId = 'busy';
const reviewIds = ['libraries', 'highways'] as const;
const turns = 12;
const firstPlan = 400_000;
const create = { 'If-None-Match': '*', 'Effective-At': '2026-01-05' } as const;
const reviewOf = (title: string): Schemas['ReviewToPut'] => ({
  title,
  services: ['Places'],
  tier: '1',
  lifecycle: 'active',
});
const savingOf = (plan: number): Schemas['Saving'] => ({
  title: 'Fewer buildings',
  class: 'cash-releasing',
  mechanism: 'transformation',
  recurrence: 'recurring',
  firmness: 'indicative',
  years: [{ year: '2026/27', plan, forecast: 350_000 }],
});

const planOf = ({ years }: Schemas['Saving']): number => {
  const plan = years?.[0]?.plan;
  return typeof plan === 'number' ? plan : Number.NaN;
};

/** What came back: changes acknowledged by what they changed, and every answer that nobody should get. */
const openTally = () => {
  const changes = new Map<string, number>();
  const wrong: string[] = [];
  return {
    changes,
    wrong,
    acknowledged: (what: string) => changes.get(what) ?? 0,
    /** Whether it was acknowledged; else whoever asked may read and try again. */
    took: (what: string, { response, error }: Answer): boolean => {
      const { status, headers } = response;
      if (status < 300) {
        changes.set(what, (changes.get(what) ?? 0) + 1);
        return true;
      }
      const mayTryAgain =
        status === 409 || status === 412 || ((status === 429 || status === 503) && headers.has('retry-after'));
      if (!mayTryAgain) wrong.push(`${what}: ${status} ${JSON.stringify(error)}`);
      return false;
    },
  };
};

let tracker: Awaited<ReturnType<typeof startTracker>>;
let reader: Client;
const tally = openTally();

const entryPath = '/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}';
const reviewPath = '/programmes/{programmeId}/reviews/{reviewId}';

/** One change, read and sent anew until it is acknowledged. */
const change = async (what: string, send: () => Promise<Answer>): Promise<void> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const answer = await send();
    if (tally.took(what, answer)) return;
    await pause(Number(answer.response.headers.get('retry-after') ?? 0) * 1_000);
  }
  tally.wrong.push(`${what}: not acknowledged in 40 tries`);
};

const act = async (client: Client, person: number, turn: number): Promise<void> => {
  const reviewId = reviewIds[(person + turn) % reviewIds.length] ?? reviewIds[0];
  const path = { programmeId, reviewId };
  const header = (tag: string, version: number) => ({
    'If-Match': `"${tag}:${version}"`,
    'Idempotency-Key': randomUUID(),
  });
  if (turn % 3 === 0)
    await change(`${reviewId} saving`, async () => {
      const params = { path: { ...path, entryId: 'first' } };
      const { version, record } = await answered(client.GET(entryPath, { params }));
      const body = savingOf(planOf(record) + 1);
      return client.PUT(entryPath, {
        params: { ...params, header: header(`saving:${programmeId}/${reviewId}/first`, version) },
        body,
      });
    });
  else if (turn % 3 === 1)
    await change(`${reviewId} review`, async () => {
      const { version } = await answered(client.GET(reviewPath, { params: { path } }));
      const body = reviewOf(`${reviewId}, version ${version + 1}`);
      return client.PUT(reviewPath, {
        params: { path, header: header(`review:${programmeId}/${reviewId}`, version) },
        body,
      });
    });
  else
    await change(`${reviewId} savings added`, () => {
      const added = { ...path, entryId: `added-${person}-${turn}` };
      const headers = { ...create, 'Idempotency-Key': randomUUID() };
      return client.PUT(entryPath, { params: { path: added, header: headers }, body: savingOf(firstPlan) });
    });
};

beforeAll(async () => {
  tracker = await startTracker();
  const office = await tracker.signIn('programme-office', 'Olu Adeyemi');
  reader = await tracker.signIn('assurance', 'Asha Rao');
  const path = { programmeId };
  const body = { name: 'Busy', council: 'Testshire', reporting: { firstMonth: '2026-01' } };
  await answered(office.PUT('/programmes/{programmeId}', { params: { path, header: create }, body }));
  for (const reviewId of reviewIds) {
    const review = { programmeId, reviewId };
    await answered(office.PUT(reviewPath, { params: { path: review, header: create }, body: reviewOf(reviewId) }));
    const saving = { ...review, entryId: 'first' };
    await answered(office.PUT(entryPath, { params: { path: saving, header: create }, body: savingOf(firstPlan) }));
  }
  await Promise.all(
    Array.from({ length: 8 }, async (_, person) => {
      const client = await tracker.signIn('transformation-team', `Person ${person}`);
      for (let turn = 0; turn < turns; turn += 1) await act(client, person, turn);
    }),
  );
}, 120_000);
afterAll(() => tracker?.stop());

const eventsOf = async (reviewId: string): Promise<number> => {
  let events = 0;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: '200', ...(cursor === undefined ? {} : { cursor }) };
    const page: { items: unknown[]; next: string | null } = await answered(
      reader.GET('/programmes/{programmeId}/reviews/{reviewId}/history', {
        params: { path: { programmeId, reviewId }, query },
      }),
    );
    events += page.items.length;
    cursor = page.next;
  }
  return events;
};

/** What is stored and was not acknowledged, or acknowledged and is not stored, in words. */
const differences = async ({ acknowledged }: Pick<typeof tally, 'acknowledged'>): Promise<readonly string[]> => {
  const found: string[] = [];
  const compare = (what: string, stored: number, expected: number) => {
    if (stored !== expected) found.push(`${what}: ${stored} stored, ${expected} acknowledged`);
  };
  for (const reviewId of reviewIds) {
    const path = { programmeId, reviewId };
    const review = await answered(reader.GET(reviewPath, { params: { path } }));
    const saving = await answered(reader.GET(entryPath, { params: { path: { ...path, entryId: 'first' } } }));
    const { items } = await answered(
      reader.GET('/programmes/{programmeId}/reviews/{reviewId}/savings', { params: { path, query: { limit: '200' } } }),
    );
    const [changed, added] = [acknowledged(`${reviewId} saving`), acknowledged(`${reviewId} savings added`)];
    compare(`${reviewId} review`, review.version, 1 + acknowledged(`${reviewId} review`));
    compare(`${reviewId} saving`, saving.version, 1 + changed);
    compare(`${reviewId} pounds`, planOf(saving.record) - firstPlan, changed);
    compare(`${reviewId} savings`, items.length, 1 + added);
    compare(`${reviewId} events`, await eventsOf(reviewId), review.version + saving.version + added);
  }
  return found;
};

it('eight people on two reviews at once get no answer that nobody should get, and lose nothing', async () => {
  expect(tally.wrong).toEqual([]);
  expect([...tally.changes.values()].reduce((sum, one) => sum + one, 0)).toBe(8 * turns);
  expect(await differences(tally)).toEqual([]);
});

it('a change that was acknowledged and is not stored would be found', async () => {
  const oneMore = (what: string) => tally.acknowledged(what) + (what === 'highways saving' ? 1 : 0);
  expect(await differences({ acknowledged: oneMore })).toEqual([
    expect.stringContaining('highways saving: '),
    expect.stringContaining('highways pounds: '),
  ]);
});

it.each([429, 503])('%i counts as wrong where it does not say when to try again', (status) => {
  const answers = openTally();
  answers.took('a change', { response: new Response(null, { status }) });
  answers.took('a change', { response: new Response(null, { status, headers: { 'retry-after': '2' } }) });
  expect(answers.wrong).toHaveLength(1);
});
