import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { FunctionPool } from '../support/function-pool.ts';
import { type Asked, ask } from '../support/patient-client.ts';
import { programme, review, risk, saving } from '../support/records.ts';
import type { Person } from '../support/request-event.ts';
import type { Chance } from './chance.ts';
import { markOf, type Recorded } from './recorded.ts';

/** Where a writer writes, through which process, and what it may count on. */
export interface WriterSetting {
  readonly pool: FunctionPool;
  readonly slot: number;
  readonly session: string;
  readonly programme: string;
  readonly review: string;
  readonly chance: Chance;
  readonly recorded: Recorded[];
  readonly patience: { readonly attempts: number; readonly pauseMilliseconds: number };
  /** The share of PUTs sent without an Idempotency-Key; these are sent once and never again. */
  readonly unkeyed: number;
  /** Called whenever a request has ended. */
  readonly ended: () => void;
}

const Read = z.object({
  version: z.int(),
  record: z.record(z.string(), z.json()),
  facts: z.record(z.string(), z.json()),
});
const Versioned = z.object({ version: z.int() });

const team = (session: string): Person => ({ roles: ['transformation-team'], subject: session });
const finance = (session: string): Person => ({ roles: ['finance'], subject: `finance-${session}` });
const office: Person = { roles: ['programme-office'], subject: 'office' };

/** One writer: a session that reads, changes and acts, one request after the other, and writes down each of them. */
export class Writer {
  readonly #setting: WriterSetting;
  #marks = 0;

  constructor(setting: WriterSetting) {
    this.#setting = setting;
  }

  async #send(asked: Asked, thing: string, mark: string | null, onProgramme = false, keyed = true) {
    const { pool, slot, session, patience, recorded } = this.#setting;
    const startedAt = performance.now();
    const headers = {
      ...asked.headers,
      ...(mark !== null && keyed ? { 'idempotency-key': randomUUID() } : {}),
    };
    const settled = await ask(pool, slot, { ...asked, headers }, keyed ? patience : { ...patience, attempts: 1 });
    const { status } = settled;
    const done = status >= 200 && status < 300;
    recorded.push({
      session,
      operation: asked.operation,
      chain: onProgramme ? this.#setting.programme : `${this.#setting.programme}/${this.#setting.review}`,
      thing,
      mark,
      startedAt,
      endedAt: performance.now(),
      attempts: settled.attempts,
      status,
      outcome: done ? 'acknowledged' : status >= 400 && status < 500 ? 'refused' : 'unknown',
      version: done ? Versioned.parse(settled.json).version : null,
      statuses: settled.statuses,
      text: done ? '' : settled.text,
    });
    this.#setting.ended();
    return settled;
  }

  get #params() {
    return { programmeId: this.#setting.programme, reviewId: this.#setting.review };
  }

  #mark(): string {
    this.#marks += 1;
    return markOf(`${this.#setting.review.replaceAll('-', '')}${this.#setting.session}`, this.#marks);
  }

  async #read(operation: string, entryId: string, thing: string) {
    const asked = { operation, params: { ...this.#params, entryId }, as: team(this.#setting.session) };
    const told = await this.#send(asked, thing, null);
    return told.status === 200 ? Read.parse(told.json) : undefined;
  }

  async #put(operation: string, entryId: string, thing: string, version: number | null, body: object, mark: string) {
    return this.#send(
      {
        operation,
        params: { ...this.#params, entryId },
        as: team(this.#setting.session),
        body,
        headers: version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
      },
      thing,
      mark,
      false,
      !this.#setting.chance.happens(this.#setting.unkeyed),
    );
  }

  async openProgramme(firstMonth: string): Promise<void> {
    const mark = this.#mark();
    const id = this.#setting.programme;
    const body = { ...programme, name: mark, reporting: { firstMonth } };
    const headers = { 'if-none-match': '*' };
    const asked = { operation: 'putProgramme', params: { programmeId: id }, as: office, body, headers };
    const told = await this.#send(asked, `programme#${id}`, mark, true);
    if (told.status !== 201) throw new Error(`the programme was not opened: ${told.text}`);
  }

  /** The review, the figure that everybody adds to, and two lines for finance to validate. */
  async openReview(): Promise<void> {
    const opened = await this.changeReview(null);
    if (opened !== 201) throw new Error(`the review was not opened: ${opened}`);
    for (const id of ['figure', 'line-a', 'line-b']) {
      const mark = this.#mark();
      const told = await this.#put(
        'putSaving',
        id,
        `saving#${id}`,
        null,
        { ...saving, title: mark, years: yearOf(0) },
        mark,
      );
      if (told.status !== 201 && told.status !== 0 && told.status !== 503) throw new Error(told.text);
    }
  }

  async changeReview(version: number | null): Promise<number> {
    const mark = this.#mark();
    const thing = `review#${this.#setting.review}`;
    const told = await this.#put('putReview', '', thing, version, { ...review, title: mark }, mark);
    return told.status;
  }

  /** Reads the figure, adds one and puts it back with the version that was read. */
  async addToFigure(): Promise<void> {
    const read = await this.#read('getSaving', 'figure', 'saving#figure');
    const plan = Figure.safeParse(read?.record);
    if (read === undefined || !plan.success) return;
    const mark = this.#mark();
    const body = { ...saving, title: mark, years: yearOf((plan.data.years[0]?.plan ?? 0) + 1) };
    await this.#put('putSaving', 'figure', 'saving#figure', read.version, body, mark);
  }

  async keepOwnRisk(): Promise<void> {
    const id = `risk-${this.#setting.session}`;
    const read = await this.#read('getRisk', id, `risk#${id}`);
    const mark = this.#mark();
    const current = { likelihood: 1 + this.#setting.chance.below(5), impact: 1 + this.#setting.chance.below(5) };
    await this.#put('putRisk', id, `risk#${id}`, read?.version ?? null, { ...risk, title: mark, current }, mark);
  }

  async moveStage(): Promise<void> {
    const thing = `review#${this.#setting.review}`;
    const read = await this.#read('getReview', '', thing);
    if (read === undefined) return;
    const mark = this.#mark();
    const to = read.facts.stage === 'identified' ? 'service-baseline' : 'identified';
    const headers = { 'if-match': `"${read.version}"` };
    const body = { to, reason: mark };
    await this.#send(
      { operation: 'moveStage', params: this.#params, as: team(this.#setting.session), body, headers },
      thing,
      mark,
    );
  }

  async readAndChangeReview(): Promise<void> {
    const read = await this.#read('getReview', '', `review#${this.#setting.review}`);
    if (read !== undefined) await this.changeReview(read.version);
  }

  async validate(): Promise<void> {
    const mark = this.#mark();
    const entryId = this.#setting.chance.pick(['line-a', 'line-b']);
    const pounds = this.#setting.chance.below(400_000);
    const body = { year: '2026/27', pounds, on: '2026-02-01', note: mark };
    const as = finance(this.#setting.session);
    await this.#send(
      { operation: 'validateSaving', params: { ...this.#params, entryId }, as, body },
      `saving#${entryId}`,
      mark,
    );
  }

  /** One of the things that writers do, by chance; most of them contended. */
  async actOnce(): Promise<void> {
    const turn = this.#setting.chance.below(10);
    if (turn < 4) await this.addToFigure();
    else if (turn < 6) await this.keepOwnRisk();
    else if (turn < 7) await this.moveStage();
    else if (turn < 8) await this.readAndChangeReview();
    else await this.validate();
  }
}

const Figure = z.object({ years: z.array(z.object({ plan: z.number() })) });
const yearOf = (plan: number) => [{ year: '2026/27', plan, forecast: plan }];
