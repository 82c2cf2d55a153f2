import middy from '@middy/core';
import { holdsMark } from '#language/withheld-text.ts';
import { visibleText } from '#schemas/exemption.ts';
import type { HostName } from '#schemas/operations.ts';
import { readEarlierOutcome } from '../commands/earlier-outcome.ts';
import type { ClaimNames } from './actor.ts';
import { type ApiEvent, httpRequestOf } from './api-event.ts';
import { authenticate, authorise, limit, notSignedIn } from './authorise.ts';
import type { Call, ReadsTable } from './call.ts';
import { within } from './deadline.ts';
import { endpointsOf, unknownRoute, withoutRegister } from './endpoints.ts';
import { httpAnswerOf } from './http-answer.ts';
import { causeOf, log, logged } from './log.ts';
import { answerSize } from './middleware/answer-size.ts';
import { compressed } from './middleware/compressed.ts';
import { faultAnswers } from './middleware/fault-answers.ts';
import { requestLog } from './middleware/request-log.ts';
import { requestMetrics } from './middleware/request-metrics.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { inFormOf } from './odata-error.ts';
import { onlyThroughEdge } from './only-through-edge.ts';
import { type HttpAnswer, problemAnswer } from './problem.ts';
import { type RateLimit, rateLimiter } from './rate-limit.ts';
import { type ReadRequest, readRequest } from './read-request.ts';
import type { StaleReportCache } from './stale-report-cache.ts';
import { isNotReached } from './store-errors.ts';
import type { Endpoint, Outcome, UseCase } from './use-case.ts';
import { authoriseView, shownTo } from './view-access.ts';

/** What a function adds to its use cases: the clock, and which claims say who asks. */
export interface ApiSetting<D> {
  readonly host: HostName;
  readonly deps: D;
  readonly claims: ClaimNames;
  readonly now: () => string;
  /** How much each person may ask; nobody is counted where nobody is known. */
  readonly limit?: RateLimit;
  /** What is answered again while the store cannot be reached. */
  readonly served?: StaleReportCache;
}

/**
 * What the use case is asked, once the request is read. What was answered before is answered again before anything is said of
 * the request's form (docs/meaning.md WRITE-1), and before it is refused: the reads of a decision are not of one instant, and the
 * same request, sent twice at once, may have been recorded after its key was looked for and before the rest was read (WRITE-4).
 */
const outcomeOf = async <D extends Partial<ReadsTable>>(
  endpoint: Endpoint<D>,
  request: ReadRequest,
  deps: D,
): Promise<Outcome> => {
  const { call } = request;
  const parsed = endpoint.parse(request);
  if (parsed.kind === 'done') {
    const view = await authoriseView(call, deps.table);
    if (view.kind === 'refused') return view;
  }
  const outcome = parsed.kind === 'refused' ? parsed : await parsed.result(deps);
  if (outcome.kind !== 'refused' || deps.table === undefined) return outcome;
  return (await readEarlierOutcome(deps.table, call)) ?? outcome;
};

/** The outcome as it is sent, with whatever of it is withheld shown as the sender may see it. */
const answer = async (call: Call, table: ReadsTable['table'] | undefined, outcome: Outcome, path: string) => {
  const given =
    outcome.kind === 'refused'
      ? problemAnswer(outcome.refusal, path)
      : httpAnswerOf(call.operation, outcome.kind === 'done' ? outcome.result : outcome.answer);
  return holdsMark(given.body) ? { ...given, body: visibleText(given.body, await shownTo(call, table)) } : given;
};

/** What is answered now; where the store cannot be reached, what was answered to this very call before. */
const orServedBefore = async (
  served: StaleReportCache | undefined,
  call: Call,
  requestId: string,
  ask: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> => {
  try {
    const given = await ask();
    served?.keep(call, given);
    return given;
  } catch (error) {
    const before = isNotReached(error) ? served?.before(call) : undefined;
    if (before === undefined) throw error;
    log.warn(logged.answerFromMemory, {
      request: requestId,
      operation: call.operation.id,
      error: causeOf(error).error,
    });
    return before;
  }
};

const waitingUntil = <D extends Partial<ReadsTable>>(deps: D, deadline: AbortSignal): D =>
  deps.table === undefined ? deps : { ...deps, table: { ...deps.table, deadline } };

/** The one way in for every HTTP function: authenticate, limit, authorise, read the request, run the use case, answer. */
export const httpApi = <D extends Partial<ReadsTable>>(setting: ApiSetting<D>, useCases: readonly UseCase<D>[]) => {
  const endpointOf = endpointsOf(setting.host, useCases);
  const limiter = setting.limit === undefined ? undefined : rateLimiter(setting.limit);

  const astray = onlyThroughEdge(process.env.EDGE_SECRET);

  const answerOf = async (endpoint: Endpoint<D>, event: ApiEvent, deps: D): Promise<HttpAnswer> => {
    const { operation } = endpoint;
    const path = event.rawPath;
    const actor = authenticate(operation, event, setting.claims);
    if (actor === undefined) return notSignedIn();
    const stopped = limit(limiter, operation, actor, path) ?? authorise(operation, actor, path);
    if (stopped !== undefined) return stopped;
    const read = readRequest(operation, actor, httpRequestOf(withoutRegister(event)), setting.now());
    if (read.kind === 'refused') return problemAnswer(read.refusal, path);
    const { call } = read.result;
    return orServedBefore(setting.served, call, event.requestContext.requestId, async () =>
      answer(call, deps.table, await outcomeOf(endpoint, read.result, deps), path),
    );
  };

  const handle = async (event: ApiEvent, deps: D): Promise<HttpAnswer> => {
    const elsewhere = astray(event);
    if (elsewhere !== undefined) return elsewhere;
    const endpoint = endpointOf(event);
    if (endpoint === undefined) return unknownRoute(event.rawPath);
    return inFormOf(endpoint.operation, await answerOf(endpoint, event, deps));
  };

  // The store is given up first, so that what was answered before can be answered again; then whatever else takes so long.
  return middy<ApiEvent, HttpAnswer>({ timeoutEarlyInMillis: 1_000 })
    .use(setting.host === 'front' ? [compressed()] : [])
    .use(requestLog((event) => endpointOf(event)?.operation.id))
    .use(requestMetrics())
    .use(securityHeaders())
    .use(answerSize())
    .use(faultAnswers())
    .handler((event, context) =>
      within(context.getRemainingTimeInMillis() - 2_000, (deadline) =>
        handle(event, waitingUntil(setting.deps, deadline)),
      ),
    );
};
