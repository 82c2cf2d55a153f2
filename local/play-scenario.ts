import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { counted, dateInWords, monthInWords } from '#language/in-words.ts';
import { startOfDay } from '#language/time.ts';
import { type Operation, operationById, pathOf } from '#schemas/operations.ts';
import { Problem } from '#schemas/problems.ts';
import { ReportRun } from '#schemas/report-run.ts';
import type { ChangeStep, Persona, ReportStep, Scenario, Step } from '../examples/step.ts';

/** An answer, read to its end. */
interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How far a scenario has come: `done` steps of `total`, and in words the step that comes next. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

interface Playing {
  readonly origin: string;
  readonly tokenFor: (persona: Persona) => Promise<string>;
  readonly scenario: Scenario;
  readonly onProgress?: (progress: Progress) => void;
}

const mostTries = 5;
const pollMilliseconds = 150;
const longestRunMilliseconds = 120_000;

const RunState = ReportRun.pick({ state: true, problem: true });

/** Whose version an act conditions on: the entry's for striking out, else the review's. */
const versionedPath = (operation: Operation): string =>
  operation.method === 'PUT'
    ? operation.path
    : operation.useCase === 'strike-out-entry'
      ? operation.path.replace(/\/strike-out$/, '')
      : '/programmes/{programmeId}/reviews/{reviewId}';

/** What a step does, for a person who watches. */
export const stepInWords = (step: Step): string => {
  if (step.kind === 'report') return `report of ${monthInWords(step.month)}`;
  const { summary } = operationById(step.operation);
  const { reviewId, entryId } = step.params;
  const about = [entryId, reviewId].filter((one) => one !== undefined).join(' of ');
  return `${dateInWords(step.on)}: ${summary}${about === '' ? '' : ` (${about})`}`;
};

/**
 * The idempotency key of a step: from the scenario, the step's number and its content. A scenario that is played again
 * repeats nothing, and one that was edited in between does not pass for the old one.
 */
const keyOf = (scenario: Scenario, number: number, step: Step): string => {
  const digest = createHash('sha256').update(JSON.stringify(step)).digest('hex').slice(0, 16);
  return `${scenario.programme}-${number}-${digest}`;
};

const sentenceOf = ({ status, text }: Answered): string => {
  try {
    const problem = Problem.parse(JSON.parse(text));
    const faults = (problem.faults ?? []).map((fault) => `${fault.in} ${fault.pointer} ${fault.message}`);
    return [`${problem.title} (${status} ${problem.code}). ${problem.detail}`, ...faults].join('\n  - ');
  } catch {
    return `It answered ${status}: ${text.slice(0, 500)}`;
  }
};

const isOk = ({ status }: Answered): boolean => status >= 200 && status < 300;

const isReusedKey = ({ status, text }: Answered): boolean => {
  if (status !== 422) return false;
  const problem = Problem.safeParse(JSON.parse(text));
  return problem.success && problem.data.code === 'idempotency.key-reused';
};

/**
 * Plays a scenario through the public API, step by step, and runs its reports.
 * A scenario that was broken off can be played again within the seven days that idempotency keys are kept.
 * @throws Error with a sentence naming the step and every fault, at the first step that is refused.
 */
export const playScenario = async ({ origin, tokenFor, scenario, onProgress }: Playing): Promise<void> => {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (persona: Persona): Promise<string> => {
    const who = `${persona.role} ${persona.subject}`;
    const token = tokens.get(who) ?? tokenFor(persona);
    tokens.set(who, token);
    return token;
  };

  const send = async (as: Persona, method: string, path: string, headers = {}, body?: unknown): Promise<Answered> => {
    const authorization = `Bearer ${await tokenOf(as)}`;
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(new URL(path, origin), {
        method,
        headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const { status, headers: answered } = response;
      const answer = { status, headers: answered, text: await response.text() };
      if ((status !== 503 && status !== 429) || attempt === mostTries) return answer;
      await pause(Number(answered.get('retry-after') ?? 1) * 1000);
    }
  };

  const refusal = (number: number, step: Step, answer: Answered): Error =>
    new Error(
      `"${scenario.name}" stopped at step ${number} of ${scenario.steps.length} (${stepInWords(step)}): ${sentenceOf(answer)}`,
    );

  const preconditionOf = async (
    number: number,
    step: ChangeStep,
    operation: Operation,
  ): Promise<Record<string, string>> => {
    if (operation.version === undefined) return {};
    if (operation.version === 'put' && step.version === 'create') return { 'if-none-match': '*' };
    const current = await send(step.as, 'GET', pathOf({ path: versionedPath(operation) }, step.params));
    const version = current.headers.get('etag');
    if (!isOk(current) || version === null) throw refusal(number, step, current);
    return { 'if-match': version };
  };

  const change = async (number: number, step: ChangeStep): Promise<void> => {
    const operation = operationById(step.operation);
    const headers = {
      'effective-at': startOfDay(step.on),
      'idempotency-key': keyOf(scenario, number, step),
      ...(await preconditionOf(number, step, operation)),
    };
    const response = await send(step.as, operation.method, pathOf(operation, step.params), headers, step.body);
    // The same key under another version: an earlier run committed this very step, and the record has changed since.
    if (!isOk(response) && !isReusedKey(response)) throw refusal(number, step, response);
  };

  const report = async (number: number, step: ReportStep): Promise<void> => {
    const path = pathOf(operationById('runReport'), { programmeId: scenario.programme });
    const asked = await send(
      step.as,
      'POST',
      path,
      { 'idempotency-key': keyOf(scenario, number, step) },
      { month: step.month },
    );
    if (!isOk(asked)) throw refusal(number, step, asked);
    const address = asked.headers.get('location');
    let run = RunState.parse(JSON.parse(asked.text));
    const ends = performance.now() + longestRunMilliseconds;
    while (run.state !== 'published') {
      if (run.state === 'failed' || address === null || performance.now() > ends)
        throw new Error(
          `"${scenario.name}": the ${stepInWords(step)} was not published: ${run.problem ?? `its run is ${run.state}`}.`,
        );
      await pause(pollMilliseconds);
      const polled = await send(step.as, 'GET', address);
      if (!isOk(polled)) throw refusal(number, step, polled);
      run = RunState.parse(JSON.parse(polled.text));
    }
  };

  const total = scenario.steps.length;
  for (const [done, step] of scenario.steps.entries()) {
    onProgress?.({ done, total, words: stepInWords(step) });
    await (step.kind === 'change' ? change(done + 1, step) : report(done + 1, step));
  }
  onProgress?.({ done: total, total, words: `recorded in ${counted(total, 'step')}` });
};
