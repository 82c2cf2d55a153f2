import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import * as z from 'zod';
import type { Asked, Client, Patience, Told } from '../support/client.ts';
import { programme, review, risk, saving } from '../support/records.ts';
import type { Person } from '../support/request-event.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { markOf, type Recorded } from './history/recorded.ts';

/** One of the acts of a writer; most of them are contended. */
type Act =
  | { readonly kind: 'add-to-figure' | 'change-review'; readonly keyed: boolean }
  | { readonly kind: 'move-stage' }
  | { readonly kind: 'own-risk'; readonly keyed: boolean; readonly likelihood: number; readonly impact: number }
  | { readonly kind: 'validate'; readonly line: 'line-a' | 'line-b'; readonly pounds: number };

/** A fifth of the PUTs is sent without an Idempotency-Key; these are sent once and never again. */
const keyed = fc.nat(9).map((one) => one > 1);
const oneToFive = fc.integer({ min: 1, max: 5 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add-to-figure' as const), keyed }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('own-risk' as const), keyed, likelihood: oneToFive, impact: oneToFive }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move-stage' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('change-review' as const), keyed }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('validate' as const),
      line: fc.constantFrom('line-a' as const, 'line-b' as const),
      pounds: fc.nat(400_000),
    }),
  },
);

/** What each of some writers does at a review, and how long each waits before it begins. */
export interface Script {
  readonly waits: number;
  readonly acts: readonly Act[];
}
export const scripts = (writers: number, acts: number): fc.Arbitrary<readonly Script[]> =>
  fc.noBias(
    fc.array(fc.record({ waits: fc.nat(9), acts: fc.array(act, { minLength: 1, maxLength: acts, size: 'max' }) }), {
      minLength: 1,
      maxLength: writers,
      size: 'max',
    }),
  );

const Read = z.object({
  version: z.int(),
  record: z.record(z.string(), z.json()),
  facts: z.record(z.string(), z.json()),
});
const Versioned = z.object({ version: z.int() });
const Figure = z.object({ years: z.array(z.object({ plan: z.number() })) });
const yearOf = (plan: number) => [{ year: '2026/27', plan, forecast: plan }];

const team = (session: string): Person => ({ roles: ['transformation-team'], subject: session });
const finance = (session: string): Person => ({ roles: ['finance'], subject: `finance-${session}` });
const office: Person = { roles: ['programme-office'], subject: 'office' };

interface Desk {
  readonly client: Client;
  readonly session: string;
  readonly programme: string;
  readonly review: string;
  readonly patience: Patience;
  readonly recorded: Recorded[];
  /** Called whenever a request has ended. */
  readonly ended: () => void;
}

/** One writer: a session that reads, changes and acts, one request after the other, and writes down each of them. */
class Writer {
  readonly #desk: Desk;
  #marks = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  #mark(): string {
    this.#marks += 1;
    return markOf(`${this.#desk.programme}${this.#desk.review}${this.#desk.session}`.replaceAll('-', ''), this.#marks);
  }

  async #send(operation: string, asked: Asked, storedRecord: string, mark: string | null, isKeyed = true) {
    const { client, session, patience, recorded, programme: programmeId, review: reviewId } = this.#desk;
    const startedAt = performance.now();
    const headers = { ...asked.headers, ...(mark !== null && isKeyed ? { 'idempotency-key': randomUUID() } : {}) };
    const told = await client.settle(
      operation,
      { ...asked, headers, params: { programmeId, reviewId, ...asked.params } },
      isKeyed ? patience : { ...patience, attempts: 1 },
    );
    const { status, statuses } = told;
    const isDone = status >= 200 && status < 300;
    recorded.push({
      session,
      operation,
      chain: storedRecord.startsWith('programme#') ? programmeId : `${programmeId}/${reviewId}`,
      thing: storedRecord,
      mark,
      startedAt,
      endedAt: performance.now(),
      attempts: statuses.length,
      status,
      outcome: isDone ? 'acknowledged' : status >= 400 && status < 500 ? 'refused' : 'unknown',
      version: isDone ? Versioned.parse(told.body).version : null,
      statuses,
      text: isDone ? '' : told.text,
    });
    this.#desk.ended();
    return told;
  }

  async #read(operation: string, entryId: string, storedRecord: string) {
    const told = await this.#send(operation, { params: { entryId }, as: team(this.#desk.session) }, storedRecord, null);
    return told.status === 200 ? Read.parse(told.body) : undefined;
  }

  #put(operation: string, entryId: string, storedRecord: string, version: number | null, body: object, isKeyed = true) {
    const mark = this.#mark();
    const headers = version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
    const asked = { params: { entryId }, as: team(this.#desk.session), body: { ...body, title: mark }, headers };
    return this.#send(operation, asked, storedRecord, mark, isKeyed);
  }

  async openProgramme(firstMonth: string): Promise<void> {
    const mark = this.#mark();
    const body = { ...programme, name: mark, reporting: { firstMonth } };
    const asked = { as: office, body, headers: { 'if-none-match': '*' } };
    const told = await this.#send('putProgramme', asked, `programme#${this.#desk.programme}`, mark);
    if (told.status !== 201) throw new Error(`the programme was not opened: ${told.text}`);
  }

  /** The review, the figure that everybody adds to, and two lines for finance to validate. */
  async openReview(): Promise<void> {
    const opened = await this.#changeReview(null, true);
    if (opened.status !== 201) throw new Error(`the review was not opened: ${opened.status} ${opened.text}`);
    for (const id of ['figure', 'line-a', 'line-b']) {
      const told = await this.#put('putSaving', id, `saving#${id}`, null, {
        ...saving,
        firmness: 'indicative',
        years: yearOf(0),
      });
      if (![201, 0, 503].includes(told.status)) throw new Error(told.text);
    }
  }

  #changeReview(version: number | null, isKeyed: boolean): Promise<Told> {
    return this.#put('putReview', '', `review#${this.#desk.review}`, version, review, isKeyed);
  }

  /** Reads the figure, adds one and puts it back with the version that was read. */
  async #addToFigure(isKeyed: boolean): Promise<void> {
    const read = await this.#read('getSaving', 'figure', 'saving#figure');
    const plan = Figure.safeParse(read?.record);
    if (read === undefined || !plan.success) return;
    const body = { ...saving, firmness: 'indicative', years: yearOf((plan.data.years[0]?.plan ?? 0) + 1) };
    await this.#put('putSaving', 'figure', 'saving#figure', read.version, body, isKeyed);
  }

  async #moveStage(): Promise<void> {
    const storedRecord = `review#${this.#desk.review}`;
    const read = await this.#read('getReview', '', storedRecord);
    if (read === undefined) return;
    const mark = this.#mark();
    const body = { to: read.facts.stage === 'identified' ? 'service-baseline' : 'identified', reason: mark };
    const headers = { 'if-match': `"${read.version}"` };
    await this.#send('moveStage', { as: team(this.#desk.session), body, headers }, storedRecord, mark);
  }

  async act(one: Act): Promise<void> {
    switch (one.kind) {
      case 'add-to-figure':
        return this.#addToFigure(one.keyed);
      case 'own-risk': {
        const id = `risk-${this.#desk.session}`;
        const read = await this.#read('getRisk', id, `risk#${id}`);
        const current = { likelihood: one.likelihood, impact: one.impact };
        await this.#put('putRisk', id, `risk#${id}`, read?.version ?? null, { ...risk, current }, one.keyed);
        return;
      }
      case 'move-stage':
        return this.#moveStage();
      case 'change-review': {
        const read = await this.#read('getReview', '', `review#${this.#desk.review}`);
        if (read !== undefined) await this.#changeReview(read.version, one.keyed);
        return;
      }
      case 'validate': {
        const mark = this.#mark();
        const body = { year: '2026/27', pounds: one.pounds, on: '2026-02-01', note: mark };
        const asked = { params: { entryId: one.line }, as: finance(this.#desk.session), body };
        await this.#send('validateSaving', asked, `saving#${one.line}`, mark);
      }
    }
  }
}

export interface Written {
  readonly programme: string;
  readonly recorded: readonly Recorded[];
}

/** Lets some writers at one review of a programme of its own, and returns what each was told. */
export const letWrite = async (
  tracker: TrackerInProcesses,
  given: {
    readonly programme: string;
    readonly scripts: readonly Script[];
    readonly patience?: Patience;
    /** Called once the programme is set up. */
    readonly begin?: () => void;
    readonly ended?: () => void;
  },
): Promise<Written> => {
  const recorded: Recorded[] = [];
  const writerAt = (slot: number, session: string): Writer =>
    new Writer({
      client: tracker.client(slot),
      session,
      programme: given.programme,
      review: 'review',
      patience: given.patience ?? { attempts: 3, pauseMilliseconds: 20 },
      recorded,
      ended: given.ended ?? (() => undefined),
    });
  const setup = writerAt(0, 'setup');
  await setup.openProgramme('2026-01');
  given.begin?.();
  await setup.openReview();
  await Promise.all(
    given.scripts.map(async ({ waits, acts }, n) => {
      const writer = writerAt(n, `w${n + 1}`);
      await pause(waits);
      for (const one of acts) await writer.act(one);
    }),
  );
  return { programme: given.programme, recorded };
};
