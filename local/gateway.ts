import { randomBytes } from 'node:crypto';
import { type AuthorizerSettings, createAuthorizer } from './authorizer.ts';
import { httpAnswerOf, httpEventOf } from './http-event.ts';
import { jsonAnswer, type LocalAnswer, type LocalRequest } from './local-answer.ts';
import type { LocalFunction } from './local-function.ts';
import { createRoutes } from './routes.ts';

/** A route of the API: which function serves it, and whether its authorizer asks for a token. */
export interface Route {
  readonly routeKey: string;
  readonly host: string;
  readonly needsToken: boolean;
}

export interface GatewaySettings {
  readonly routes: readonly Route[];
  /** Serves requests that match no route. */
  readonly defaultHost: string;
  readonly functions: Readonly<Record<string, LocalFunction>>;
  readonly authorizer: AuthorizerSettings;
  readonly nowEpochMilliseconds: () => number;
  /** `localhost:4600` */
  readonly domainName: string;
  /** Called with a sentence for each request that a function did not answer. */
  readonly onFault: (sentence: string) => void;
}

export interface Gateway {
  /** @param clockShift how far the clock of the function stands from the system's, in milliseconds. */
  answer(request: LocalRequest, sourceIp: string, clockShift?: number): Promise<LocalAnswer>;
}

/** An answer of the edge itself: what an HTTP API answers without calling a function. */
export const edgeAnswer = (status: number, message: string, headers: LocalAnswer['headers'] = {}): LocalAnswer =>
  jsonAnswer(status, { message }, headers);

/** Lambda takes 6 MB of an event; the gateway takes bodies of 10: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const mostEventBytes = 6 * 1024 * 1024;

/** The local HTTP API: route, authorizer, payload 2.0 event, function, answer. */
export const createGateway = (settings: GatewaySettings): Gateway => {
  const match = createRoutes(settings.routes.map((route) => route.routeKey));
  const authorize = createAuthorizer(settings.authorizer);
  const byKey = new Map(settings.routes.map((route) => [route.routeKey, route]));

  return {
    answer: async (request, sourceIp, clockShift) => {
      const matched = match(request.method, request.path);
      if (matched === undefined) return edgeAnswer(400, 'Bad Request');
      const route = byKey.get(matched.routeKey);
      const host = settings.functions[route?.host ?? settings.defaultHost];
      if (host === undefined) return edgeAnswer(404, 'Not Found');
      const verdict = route?.needsToken ? await authorize(request.headers.authorization) : undefined;
      if (verdict?.kind === 'refused')
        return edgeAnswer(verdict.status, verdict.status === 401 ? 'Unauthorized' : 'Forbidden', {
          'www-authenticate': verdict.challenge,
        });
      // As AWS writes them: `JKJaXmPLvHcESHA=`.
      const requestId = randomBytes(11).toString('base64');
      // What Lambda does not take of a request the gateway fails by itself.
      if (request.body.length > mostEventBytes) return edgeAnswer(500, 'Internal Server Error');
      const invocation = await host.invoke(
        httpEventOf(request, {
          match: matched,
          claims: verdict?.claims,
          requestId,
          atEpochMilliseconds: settings.nowEpochMilliseconds(),
          sourceIp,
          domainName: settings.domainName,
        }),
        undefined,
        clockShift,
      );
      const what = `${request.method} ${request.path}`;
      if (invocation.kind === 'answered') {
        const answer = httpAnswerOf(invocation.answer);
        if (answer !== undefined) return { ...answer, headers: { ...answer.headers, 'apigw-requestid': requestId } };
        settings.onFault(`${what}: ${host.name} answered what is not an HTTP answer.`);
        return edgeAnswer(500, 'Internal Server Error');
      }
      if (invocation.kind === 'timed-out') {
        settings.onFault(`${what}: ${host.name} did not answer in time.`);
        return edgeAnswer(503, 'Service Unavailable');
      }
      settings.onFault(`${what}: ${host.name} ${invocation.kind}: ${invocation.message}`);
      return invocation.kind === 'crashed'
        ? edgeAnswer(503, 'Service Unavailable')
        : edgeAnswer(500, 'Internal Server Error');
    },
  };
};
