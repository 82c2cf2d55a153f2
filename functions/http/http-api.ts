import middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { holdsMark } from '#language/withheld-text.ts';
import { type Shown, visibleText } from '#schemas/exemption.ts';
import { type HostName, type Operation, operations, routeKeyOf } from '#schemas/operations.ts';
import type { Actor } from '#schemas/people.ts';
import type { Refusal } from '#schemas/problems.ts';
import { type KeptAnswer, readEarlier } from '#store/records/idempotency.ts';
import { UnreadableItem } from '#store/table/items.ts';
import { replayAnswer } from '../commands/replay-answer.ts';
import { actorFrom, type ClaimNames } from './actor.ts';
import type { Answer, Call, ReadsTable, UseCase } from './call.ts';
import { causeOf, log, logged } from './log.ts';
import { type HttpAnswer, problemAnswer } from './problem.ts';
import { type RateLimit, rateLimiter, rateRefusal } from './rate-limit.ts';
import { type HttpRequest, readRequest } from './read-request.ts';
import { isHandedOn } from './response-size.ts';
import type { StaleReportCache } from './stale-report-cache.ts';
import { isBusy, isNotReached } from './store-errors.ts';
import { authoriseView, shownTo } from './view-access.ts';

/** What a host adds to its use cases: the clock, and which claims say who asks. */
export interface ApiSetting<D> {
  readonly host: HostName;
  readonly deps: D;
  readonly claims: ClaimNames;
  readonly now: () => string;
  /** How much each person may ask; nobody is counted where nobody is known. */
  readonly limit?: RateLimit;
  /** What is answered again while the store cannot be reached. */
  readonly served?: StaleReportCache;
  /** Whether a use case looks for the idempotency record itself, with what it reads first, and is refused where there is one. */
  readonly looksUpEarlier?: (useCase: string) => boolean;
  /** Done again when a request is answered from its record: what follows a commit may not have happened. */
  readonly onReplay?: (useCase: string, answer: KeptAnswer, organisation: string) => Promise<void>;
}

type Event = APIGatewayProxyEventV2 & {
  readonly requestContext: {
    readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } };
  };
};

/** On every answer. A page and a report say more of their own; whatever else is opened as a page shows and runs nothing. */
const securityHeaders = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const;

const httpRequestOf = (event: Event): HttpRequest => ({
  path: event.rawPath,
  pathParameters: event.pathParameters ?? {},
  query: event.queryStringParameters ?? {},
  headers: Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: event.body,
  isBase64Encoded: event.isBase64Encoded,
});

const mayDo = (operation: Operation, actor: Actor): boolean =>
  operation.roles === 'anyone' || operation.roles.some((role) => actor.roles.includes(role));

const roleRefusal = (operation: Operation, actor: Actor): Refusal => ({
  code: 'role.not-allowed',
  detail: `"${operation.summary}" is for ${operation.roles === 'anyone' ? 'anyone' : operation.roles.join(', ')}; your token says ${actor.roles.join(', ')}.`,
  facts: { needs: operation.roles === 'anyone' ? [] : [...operation.roles], has: [...actor.roles] },
});

const httpAnswerOf = (operation: Operation, answer: Answer): HttpAnswer => {
  if (answer.status === 304) return { statusCode: 304, headers: { ...answer.headers }, body: '' };
  if (answer.mediaType !== undefined)
    return {
      statusCode: answer.status,
      headers: { 'content-type': answer.mediaType, ...answer.headers },
      body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
      ...(answer.isBase64Encoded === undefined ? {} : { isBase64Encoded: true }),
    };
  const body = operation.success.schema.safeParse(answer.body);
  if (!body.success) {
    log.error(logged.answerDoesNotFit, {
      operation: operation.id,
      places: body.error.issues.map((one) => one.path.join('/')),
    });
    throw new Error(`the answer of ${operation.id} does not fit its schema`);
  }
  return {
    statusCode: answer.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...answer.headers },
    body: JSON.stringify(body.data),
  };
};

/** Faults become answers here and nowhere else: busy is an honest 503, all else a 500 with an id and no detail. */
const faultAnswer = (error: unknown, event: Event): HttpAnswer => {
  const instance = `urn:uuid:${event.requestContext.requestId}`;
  if (isBusy(error)) {
    log.warn(logged.storeBusy, { request: event.requestContext.requestId, error: causeOf(error).error });
    return problemAnswer(
      {
        code: 'store.busy',
        detail: 'The store did not take this in time. Nothing is half done: send the same request again.',
      },
      instance,
    );
  }
  log.error(error instanceof UnreadableItem ? logged.itemUnreadable : logged.requestFailed, {
    request: event.requestContext.requestId,
    ...causeOf(error),
  });
  return problemAnswer(
    { code: 'fault', detail: 'The failure is recorded under this id; tell it to whoever runs the tracker.' },
    instance,
  );
};

/** An answer that Lambda would not hand on becomes one that says so; lists end their pages long before. */
const thatIsHandedOn = (answer: HttpAnswer, event: Event): HttpAnswer =>
  isHandedOn(answer.body)
    ? answer
    : problemAnswer(
        {
          code: 'answer.too-large',
          detail:
            'It would have more than 6 MB. Ask for less of it: with a lower limit, page by page, or part by part.',
        },
        event.rawPath,
      );

const routeOf = <D>(useCases: Readonly<Record<string, UseCase<D>>>, host: HostName) => {
  const served = operations.filter((operation) => operation.host === host);
  const routes = new Map(served.map((operation) => [routeKeyOf(operation), operation]));
  for (const operation of served)
    if (useCases[operation.useCase] === undefined)
      throw new Error(`the host ${host} has no use case ${operation.useCase}`);
  return routes;
};

const unknownRoute = (event: Event): HttpAnswer => {
  const path = event.rawPath;
  const fits = operations.filter((operation) =>
    new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  return fits.length === 0
    ? problemAnswer({ code: 'route.unknown', detail: 'The addresses there are stand in /openapi.json.' }, undefined)
    : problemAnswer(
        {
          code: 'method.not-allowed',
          detail: `This address takes ${[...new Set(fits.map((operation) => operation.method))].join(', ')}.`,
        },
        undefined,
        { allow: [...new Set(fits.map((operation) => operation.method))].join(', ') },
      );
};

const anybody: Actor = { subject: 'anyone', organisation: 'none', roles: [] };

/**
 * The one way in for every HTTP function: authorise, count, validate, look up the idempotency key where the use case does
 * not, call, answer.
 */
export const httpApi = <D extends Partial<ReadsTable>>(
  setting: ApiSetting<D>,
  useCases: Readonly<Record<string, UseCase<D>>>,
) => {
  const routes = routeOf(useCases, setting.host);
  const limiter = setting.limit === undefined ? undefined : rateLimiter(setting.limit);

  /**
   * The way out for text that may be withheld: whatever holds any is shown as the sender may see it. What is given as base64
   * was shown so before (`Answer.isBase64Encoded`).
   */
  const inTheirView = async (answer: HttpAnswer, call: Call, shown: Shown | undefined): Promise<HttpAnswer> =>
    holdsMark(answer.body)
      ? { ...answer, body: visibleText(answer.body, shown ?? (await shownTo(call, setting.deps.table))) }
      : answer;

  /** What the request's Idempotency-Key was answered before; undefined where it was not. */
  const earlierAnswer = async (operation: Operation, call: Call, event: Event): Promise<HttpAnswer | undefined> => {
    const { identity, now, actor } = call;
    const { table } = setting.deps;
    if (identity === undefined || table === undefined) return undefined;
    const earlier = await readEarlier(table, identity, now);
    if (earlier === undefined) return undefined;
    if (earlier.kind === 'other-request') return problemAnswer(keyReused, event.rawPath);
    await setting.onReplay?.(operation.useCase, earlier.answer, actor.organisation);
    const again = await replayAnswer(table, operation, actor.organisation, earlier.answer);
    return inTheirView(httpAnswerOf(operation, again), call, undefined);
  };

  /** What `ask` answers; where the store cannot be reached, what was answered to this very call before. */
  const orServedBefore = async (call: Call, event: Event, ask: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
    try {
      const answer = await ask();
      setting.served?.keep(call, answer);
      return answer;
    } catch (error) {
      const before = isNotReached(error) ? setting.served?.before(call) : undefined;
      if (before === undefined) throw error;
      log.warn(logged.answerFromMemory, {
        request: event.requestContext.requestId,
        operation: call.operation.id,
        error: causeOf(error).error,
      });
      return before;
    }
  };

  const answerTo = async (event: Event): Promise<HttpAnswer> => {
    const operation = routes.get(event.routeKey);
    const useCase = operation === undefined ? undefined : useCases[operation.useCase];
    if (operation === undefined || useCase === undefined) return unknownRoute(event);
    const actor =
      operation.roles === 'anyone' ? anybody : actorFrom(event.requestContext.authorizer?.jwt?.claims, setting.claims);
    if (actor === undefined)
      return problemAnswer(
        {
          code: 'token.not-accepted',
          detail: 'The token names no person, organisation or role that the tracker knows.',
        },
        undefined,
        { 'www-authenticate': 'Bearer' },
      );
    const seconds = operation.roles === 'anyone' ? 0 : (limiter?.wait(actor, Date.now()) ?? 0);
    if (seconds > 0) return problemAnswer(rateRefusal(seconds), event.rawPath, { 'retry-after': String(seconds) });
    if (!mayDo(operation, actor)) return problemAnswer(roleRefusal(operation, actor), event.rawPath);

    const now = setting.now();
    const read = readRequest(operation, actor, httpRequestOf(event), now);
    if (read.kind === 'refused') return problemAnswer(read.refusal, event.rawPath);
    const { call, faults } = read.result;
    if (faults.kind === 'refused' || !setting.looksUpEarlier?.(operation.useCase)) {
      const earlier = await earlierAnswer(operation, call, event);
      if (earlier !== undefined) return earlier;
    }
    if (faults.kind === 'refused') return problemAnswer(faults.refusal, event.rawPath);
    return orServedBefore(call, event, async () => {
      const view = await authoriseView(call, setting.deps.table);
      if (view.kind === 'refused') return problemAnswer(view.refusal, event.rawPath);
      const decided = await useCase(call, setting.deps).catch((error: unknown) => {
        if (error instanceof UnreadableItem) return error;
        throw error;
      });
      if (decided instanceof UnreadableItem) {
        // What was answered before is answered again although what it was decided on cannot be read any more.
        const earlier = await earlierAnswer(operation, call, event);
        if (earlier === undefined) throw decided;
        return earlier;
      }
      if (decided.kind === 'done')
        return inTheirView(httpAnswerOf(operation, decided.result), call, decided.result.shown);
      // Refused perhaps only because the same request was done before, or, sent twice at once, meanwhile: it has its answer then.
      return (
        (await earlierAnswer(operation, call, event)) ??
        inTheirView(problemAnswer(decided.refusal, event.rawPath), call, undefined)
      );
    });
  };

  return middy<Event, HttpAnswer>()
    .use({
      before: (request) => {
        request.internal.startedAt = Date.now();
      },
      after: (request) => {
        const { response } = request;
        if (response === null || response === undefined) return;
        response.headers = { ...securityHeaders, ...response.headers };
        log.info(logged.requestDone, {
          operation: routes.get(request.event.routeKey)?.id ?? 'unknown',
          status: response.statusCode,
          milliseconds: Date.now() - Number(request.internal.startedAt),
          request: request.event.requestContext.requestId,
        });
      },
    })
    .handler(async (event) => {
      try {
        return thatIsHandedOn(await answerTo(event), event);
      } catch (error) {
        return faultAnswer(error, event);
      }
    });
};

export const keyReused: Refusal = {
  code: 'idempotency.key-reused',
  detail: 'Another request was sent with this Idempotency-Key. Use a new key for a new request.',
};

/** The environment of a function that serves the API; a missing variable stops it at its start. */
export const readEnvironment = <S extends z.ZodRawShape>(shape: S): z.infer<z.ZodObject<S>> => {
  const parsed = z.object(shape).safeParse(process.env);
  if (!parsed.success)
    throw new Error(
      `the function is set up wrongly: ${parsed.error.issues.map((one) => one.path.join('.')).join(', ')}`,
    );
  return parsed.data;
};

export const claimsShape = {
  SUBJECT_CLAIM: z.string().min(1).default('sub'),
  ORGANISATION_CLAIM: z.string().min(1).default('organisation'),
  ROLES_CLAIM: z.string().min(1).default('roles'),
};
export const claimNamesFrom = (environment: {
  SUBJECT_CLAIM: string;
  ORGANISATION_CLAIM: string;
  ROLES_CLAIM: string;
}): ClaimNames => ({
  subject: environment.SUBJECT_CLAIM,
  organisation: environment.ORGANISATION_CLAIM,
  roles: environment.ROLES_CLAIM,
});
