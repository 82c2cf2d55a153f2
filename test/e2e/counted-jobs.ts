import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { saving } from '#registers/saving/record.ts';
import type { Role } from '#schemas/people.ts';
import { pressed } from '#web/forms/form-values.ts';
import { peopleOfTheSmallOnes } from '../../examples/people-to-try.ts';
import { PageWalker, type Walked } from '../support/page-walker.ts';
import { answered, type Client } from '../support/running-tracker.ts';

/*
 * What twelve jobs of the month take of a person: pages on which they read on or press something, from "Your work" on, and fields that they fill in or
 * change, a date being one. Counted on the pages as they are without script; docs/counted.md has the figures.
 */

class Counter {
  readonly #walker: PageWalker;
  #page: Walked;
  pages = 0;
  fields = 0;

  private constructor(walker: PageWalker, page: Walked) {
    this.#walker = walker;
    this.#page = page;
  }

  /** On "Your work", signed in. */
  static async as(address: string, role: Role): Promise<Counter> {
    const walker = new PageWalker(address);
    const { name } = peopleOfTheSmallOnes.find((one) => one.role === role) ?? { name: '' };
    await walker.signIn(role, name);
    return new Counter(walker, await walker.open('/pages'));
  }

  get text(): string {
    return this.#page.text;
  }

  async follow(...links: readonly string[]): Promise<this> {
    for (const words of links) {
      this.pages += 1;
      this.#page = await this.#walker.follow(this.#page, words);
    }
    return this;
  }

  async fill(values: Readonly<Record<string, string>>): Promise<this> {
    const held = this.#page.forms.findLast(({ method }) => method === 'POST')?.values ?? {};
    const changed = Object.entries(values).filter(([name, value]) => name !== pressed && held[name] !== value);
    this.fields += new Set(changed.map(([name]) => name.replace(/\/(?:day|month|year)$/, ''))).size;
    this.pages += 1;
    this.#page = await this.#walker.send(this.#page, values);
    expect([this.#page.status, this.#page.title, this.#page.text]).toEqual([
      200,
      expect.not.stringContaining('Error'),
      expect.anything(),
    ]);
    return this;
  }

  /** The last page, which is only read. */
  reads(words: string): this {
    this.pages += 1;
    expect(this.text).toContain(words);
    return this;
  }

  /** Looks again at the same page until it says so, and no longer what it said before: a run takes a moment. */
  async waitsFor(words: string, before?: string): Promise<this> {
    const began = performance.now();
    while (!this.text.includes(words) || (before !== undefined && this.text.includes(before))) {
      if (performance.now() - began > 120_000) throw new Error(`${this.#page.path} does not say "${words}"`);
      await pause(200);
      this.#page = await this.#walker.open(this.#page.path);
    }
    return this;
  }
}

const day = (name: string, [dayOfMonth = '', month = '', year = '']: readonly string[]) => ({
  [`${name}/day`]: dayOfMonth,
  [`${name}/month`]: month,
  [`${name}/year`]: year,
});

type Job = readonly [name: string, as: Role, done: (job: Counter) => Promise<Counter>];

/** In the order of a month: each leaves what the next needs. */
const jobs: readonly Job[] = [
  [
    'Bring 20 savings lines up to date: three forecasts, two claims, the rest unchanged',
    'transformation-team',
    async (job) => {
      await job.follow('Home care in four zones', 'Month-end update of all lines');
      return job.fill({
        ...{ from: 'month', rest: 'yes', 'lines/line-2/claimed': '90k', 'lines/line-3/claimed': '8,000' },
        ...{ 'lines/line-4/forecast': '75k', 'lines/line-5/forecast': '80k', 'lines/line-6/forecast': '£0.12m' },
      });
    },
  ],
  [
    'Review three risks: nothing has changed',
    'transformation-team',
    async (job) => {
      await job.follow('Home care in four zones', 'Reviewed, no change: several at once');
      return job.fill({
        ...{ from: 'month', 'entries/no-bidder/reviewed': 'yes' },
        ...{ 'entries/carers/reviewed': 'yes', 'entries/rent/reviewed': 'yes' },
      });
    },
  ],
  [
    'Move a review to its next stage, its gate met',
    'sro',
    async (job) => (await job.follow('Community meals', 'Move to Service baseline (1)')).fill({}),
  ],
  [
    'Record the outcome of a business case, with a condition',
    'sro',
    async (job) => {
      await job.follow('Home care in four zones', 'Full case for four zones', 'Record the outcome of this case');
      await job.fill({ outcome: 'approved-with-conditions' });
      await job.fill({ body: 'Programme board', ...day('on', ['20', '4', '2026']) });
      await job.fill({
        ...{ 'conditions/0/text': 'Two bidders in the north', 'conditions/0/owner': 'Head of commissioning' },
        ...day('conditions/0/dueOn', ['31', '5', '2026']),
      });
      return job.fill({});
    },
  ],
  [
    'Confirm a return',
    'sro',
    async (job) => (await job.follow('Confirm the April 2026 return of Libraries that open longer')).fill({}),
  ],
  [
    'Send a return back with a comment',
    'sro',
    async (job) => {
      await job.follow('Confirm the April 2026 return of Street lighting', 'Send it back with a comment');
      return job.fill({ comment: 'Say what the lamps cost' });
    },
  ],
  [
    'Validate a claim',
    'finance',
    async (job) => {
      await job.follow('to validate in Better Connected', 'Hours without staff');
      return job.fill({ amount: 'claimed' });
    },
  ],
  [
    'See who owes a return',
    'programme-office',
    async (job) => (await job.follow('Close April 2026 of Better Connected')).reads('Who owes a return'),
  ],
  [
    'Read the draft report, and mend one contradiction in it',
    'programme-office',
    async (job) => {
      await job.follow('Close April 2026 of Better Connected');
      await job.fill({});
      await job.waitsFor('Draft: not published.');
      await job.follow('Correct the milestone as it was in April 2026', 'This was wrong');
      return job.fill({
        ...day('correction-from', ['20', '4', '2026']),
        ...day('actual', ['14', '4', '2026']),
        'correction-reason': 'Both are open',
      });
    },
  ],
  [
    'Make the draft anew, read it and publish the month',
    'programme-office',
    async (job) => {
      await job.follow('Close April 2026 of Better Connected');
      await job.fill({});
      await job.waitsFor('Draft: not published.', 'since the draft was made');
      await job.follow('Go on to publish it');
      await job.fill({});
      return job.waitsFor('The first report of the month');
    },
  ],
  [
    'Revise a published month, with the reason',
    'programme-office',
    async (job) => {
      await job.follow('Better Connected', 'Month end of April 2026');
      await job.fill({});
      await job.waitsFor('From revision 1, which is published');
      await job.follow('Go on to publish the revision');
      await job.fill({ reason: 'A claim was recorded late' });
      return job.waitsFor('A claim was recorded late');
    },
  ],
  [
    'Find what changed since last month',
    'board',
    async (job) => (await job.follow('October 2025')).reads('What changed'),
  ],
];

/** The figures of docs/counted.md, by job. */
const written = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readFileSync('docs/counted.md', 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, job = '', ours = ''] = line.split('|').map((cell) => cell.trim());
        return /^\d+, \d+$/.test(ours) ? [[job, ours]] : [];
      }),
  );

const path = { programmeId: 'better-connected', reviewId: 'home-care-in-four-zones' } as const;
const onThisDay = { 'Effective-At': '2026-04-03' } as const;

/** Twenty savings lines of the year, three open risks, and a second return that waits. */
const prepare = async (team: Client): Promise<void> => {
  const years = [{ year: '2026/27', plan: 100_000, forecast: 100_000 }];
  const lines = Array.from({ length: 19 }, (_, n) => ({
    id: `line-${n + 1}`,
    record: { ...Object(saving.example), title: `Zone ${n + 1}`, budgetLine: `Adults: zone ${n + 1}`, years },
  }));
  await answered(
    team.POST('/programmes/{programmeId}/reviews/{reviewId}/savings', {
      params: { path, header: { 'Idempotency-Key': 'lines-to-count', ...onThisDay } },
      body: { entries: lines } as never,
    }),
  );
  const { items } = await answered(
    team.GET('/programmes/{programmeId}/reviews/{reviewId}/risks', { params: { path } }),
  );
  const risks = ['carers', 'rent'].map((id) => ({ id, record: { ...items[0]?.record, title: `Risk of ${id}` } }));
  await answered(
    team.POST('/programmes/{programmeId}/reviews/{reviewId}/risks', {
      params: { path, header: { 'Idempotency-Key': 'risks-to-count', ...onThisDay } },
      body: { entries: risks } as never,
    }),
  );
  const ofReturn = { ...path, reviewId: 'street-lighting-with-led-lamps', entryId: '2026-04' };
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/returns/{entryId}', {
      params: { path: ofReturn, header: { 'If-None-Match': '*' } },
      body: { narrative: 'The market is asked in May.' } as never,
    }),
  );
};

/** Twelve jobs of the month take what docs/counted.md says. */
export const itCountsTwelveJobs = (address: () => string, team: () => Client): void => {
  describe('Twelve jobs of the month, from "Your work" on', () => {
    beforeAll(() => prepare(team()), 60_000);
    it.each(jobs)('%s', async (name, role, done) => {
      const job = await done(await Counter.as(address(), role));
      expect(`${job.pages}, ${job.fields}`).toBe(written()[name]);
    });
  });
};
