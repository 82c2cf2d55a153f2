import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { counted, dateInWords, monthInWords } from '#language/in-words.ts';
import { type LocalDate, startOfDay } from '#language/time.ts';
import { JsonObject } from '#schemas/history.ts';
import { type Operation, operationById, pathOf } from '#schemas/operations.ts';
import { Problem } from '#schemas/problems.ts';
import { ReportRun } from '#schemas/report-run.ts';
import type { ChangeStep, Persona, ReportStep, Scenario, Step } from '../examples/step.ts';
import { type ScenarioAnswer, ScenarioClient } from './scenario-client.ts';
import { type NumberedStep, stretchesOf } from './scenario-stretches.ts';

/** How far a scenario has got: `done` steps of `total`, and in words the step that comes next. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

interface Playing {
  readonly origin: string;
  /** Called before each step: from then on the tracker's clock, as this origin has it, stands on that day. */
  readonly setClock: (day: LocalDate) => void;
  /** Called before the first step of each day. */
  readonly onDay?: (day: LocalDate) => Promise<void>;
  readonly tokenFor: (persona: Persona) => Promise<string>;
  readonly scenario: Scenario;
  readonly onProgress?: (progress: Progress) => void;
}

const pollMilliseconds = 150;
const longestRunMilliseconds = 120_000;

const RunState = ReportRun.pick({ state: true, problem: true });

/** The path of the record that an operation changes or judges: that of the entry, or the person, in its own path, else the review's. */
const versionedPath = ({ method, path }: Operation): string =>
  method === 'PUT' || method === 'PATCH'
    ? path
    : (/^.*\/\{(?:entryId|personId)\}/.exec(path)?.[0] ?? '/programmes/{programmeId}/reviews/{reviewId}');

/** What a step does, in words. */
export const stepInWords = (step: Step): string => {
  if (step.kind === 'report') return `report of ${monthInWords(step.month)}`;
  const { summary } = operationById(step.operation);
  const { reviewId, entryId } = step.params;
  const about = [entryId, reviewId].filter((one) => one !== undefined).join(' of ');
  return `${dateInWords(step.on)}: ${summary}${about === '' ? '' : ` (${about})`}`;
};

/**
 * The idempotency key of a step: from the scenario, the step's number and its content. Playing a scenario again
 * repeats nothing, and an edited step gets another key.
 */
const keyOf = (scenario: Scenario, number: number, step: Step): string => {
  const digest = createHash('sha256').update(JSON.stringify(step)).digest('hex').slice(0, 16);
  return `${scenario.programme}-${number}-${digest}`;
};

const sentenceOf = ({ status, text }: ScenarioAnswer): string => {
  try {
    const problem = Problem.parse(JSON.parse(text));
    const faults = (problem.faults ?? []).map((fault) => `${fault.in} ${fault.pointer} ${fault.message}`);
    return [`${problem.title} (${status} ${problem.code}). ${problem.detail}`, ...faults].join('\n  - ');
  } catch {
    return `It answered ${status}: ${text.slice(0, 500)}`;
  }
};

const isOk = ({ status }: ScenarioAnswer): boolean => status >= 200 && status < 300;

const isReusedKey = ({ status, text }: ScenarioAnswer): boolean => {
  if (status !== 422) return false;
  const problem = Problem.safeParse(JSON.parse(text));
  return problem.success && problem.data.code === 'idempotency.key-reused';
};

class ScenarioPlayer {
  readonly #client: ScenarioClient;
  readonly #scenario: Scenario;
  /** The entity tags of records as this run put them last: they need not be read again. */
  readonly #tags = new Map<string, string>();

  constructor(client: ScenarioClient, scenario: Scenario) {
    this.#client = client;
    this.#scenario = scenario;
  }

  /** @param number of the step, from 1. */
  play(number: number, step: Step): Promise<void> {
    return step.kind === 'change' ? this.#change(number, step) : this.#report(number, step);
  }

  /** Opens what waits for somebody, as whoever signs in does. */
  async signIn(as: Persona): Promise<void> {
    const { method, path } = operationById('getMe');
    const answer = await this.#client.send({ as, method, path });
    if (!isOk(answer)) throw new Error(`"${this.#scenario.name}": ${as.name} could not sign in: ${sentenceOf(answer)}`);
  }

  async #change(number: number, step: ChangeStep): Promise<void> {
    const operation = operationById(step.operation);
    const path = pathOf(operation, step.params);
    const judged = pathOf({ path: versionedPath(operation) }, step.params);
    const body = await this.#body(number, step);
    const send = async () =>
      this.#client.send({
        ...{ as: step.as, method: operation.method, path, body },
        headers: {
          ...(step.recordedOn === undefined ? {} : { 'effective-at': startOfDay(step.on) }),
          'idempotency-key': keyOf(this.#scenario, number, step),
          ...(await this.#precondition(number, step, operation)),
        },
      });
    let answer = await send();
    // Something besides the puts changed the record: it is read, and the step sent with what it says now.
    if (answer.status === 412 && this.#tags.delete(judged)) answer = await send();
    // The same key under another version: an earlier run committed this very step, and the record has changed since.
    if (!isOk(answer) && !isReusedKey(answer)) throw this.#refusal(number, step, answer);
    const tag = operation.method === 'PUT' && isOk(answer) ? answer.headers.get('etag') : null;
    if (tag === null) this.#tags.delete(judged);
    else this.#tags.set(path, tag);
  }

  async #body(number: number, step: ChangeStep): Promise<unknown> {
    const { body, reads } = step;
    if (reads === undefined) return body;
    const { operation, params, query, member, at = [member] } = reads;
    const read = await this.#client.send({
      as: step.as,
      method: 'GET',
      path: `${pathOf(operationById(operation), params)}${query === undefined ? '' : `?${query}`}`,
    });
    if (!isOk(read)) throw this.#refusal(number, step, read);
    const found = at.reduce<unknown>((within, name) => Object(within)[name], JSON.parse(read.text));
    return { ...JsonObject.parse(body), [member]: found };
  }

  async #precondition(number: number, step: ChangeStep, operation: Operation): Promise<Record<string, string>> {
    if (operation.version === undefined) return {};
    if (operation.version === 'put' && step.version === 'create') return { 'if-none-match': '*' };
    const path = pathOf({ path: versionedPath(operation) }, step.params);
    const known = this.#tags.get(path);
    if (known !== undefined) return { 'if-match': known };
    const current = await this.#client.send({ as: step.as, method: 'GET', path });
    const version = current.headers.get('etag');
    if (!isOk(current) || version === null) throw this.#refusal(number, step, current);
    return { 'if-match': version };
  }

  async #report(number: number, step: ReportStep): Promise<void> {
    const requested = await this.#client.send({
      as: step.as,
      method: 'POST',
      path: pathOf(operationById('runReport'), { programmeId: this.#scenario.programme }),
      headers: { 'idempotency-key': keyOf(this.#scenario, number, step) },
      body: { month: step.month },
    });
    if (!isOk(requested)) throw this.#refusal(number, step, requested);
    const address = requested.headers.get('location');
    let run = RunState.parse(JSON.parse(requested.text));
    const ends = performance.now() + longestRunMilliseconds;
    while (run.state !== 'published') {
      if (run.state === 'failed' || address === null || performance.now() > ends)
        throw new Error(
          `"${this.#scenario.name}": the ${stepInWords(step)} was not published: ${run.problem ?? `its run is ${run.state}`}.`,
        );
      await pause(pollMilliseconds);
      const polled = await this.#client.send({ as: step.as, method: 'GET', path: address });
      if (!isOk(polled)) throw this.#refusal(number, step, polled);
      run = RunState.parse(JSON.parse(polled.text));
    }
  }

  #refusal(number: number, step: Step, answer: ScenarioAnswer): Error {
    const { name, steps } = this.#scenario;
    return new Error(
      `"${name}" stopped at step ${number} of ${steps.length} (${stepInWords(step)}): ${sentenceOf(answer)}`,
    );
  }
}

/** How many reviews are recorded at once: the machine has few processors, and each request waits for the store. */
const lanesAtOnce = 6;

/** Does work of each, at most so many at once. @throws what the first failure threw, once those under way have ended */
const eachOf = async <T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> => {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  const failed = outcomes.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};

/**
 * Plays a scenario through the public API, each step on its day and those of one review in their order, and runs its reports.
 * An interrupted scenario can be played again within the seven days that idempotency keys are valid.
 * @throws Error with a sentence naming the step and every fault, at the first step that is refused.
 */
export const playScenario = async ({
  origin,
  setClock,
  onDay,
  tokenFor,
  scenario,
  onProgress,
}: Playing): Promise<void> => {
  const player = new ScenarioPlayer(new ScenarioClient(origin, tokenFor), scenario);
  const total = scenario.steps.length;
  let done = 0;
  const playInOrder = async (steps: readonly NumberedStep[]): Promise<void> => {
    for (const { number, step } of steps) {
      onProgress?.({ done, total, words: stepInWords(step) });
      await player.play(number, step);
      done += 1;
    }
  };
  let today: LocalDate | undefined;
  for (const { day, lanes } of stretchesOf(scenario)) {
    if (day !== today) await onDay?.(day);
    setClock(day);
    if (today === undefined) for (const one of scenario.people ?? []) await player.signIn(one);
    today = day;
    await eachOf(lanes, lanesAtOnce, playInOrder);
  }
  onProgress?.({ done: total, total, words: `recorded in ${counted(total, 'step')}` });
};
