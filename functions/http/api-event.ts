import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpRequest } from './read-request.ts';

/** A request as an HTTP API hands it to a function (payload 2.0), with the claims of the token that its authorizer took. */
export type ApiEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: {
    readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } };
  };
};

export const httpRequestOf = (event: ApiEvent): HttpRequest => ({
  id: event.requestContext.requestId,
  path: event.rawPath,
  pathParameters: event.pathParameters ?? {},
  query: event.queryStringParameters ?? {},
  headers: Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: event.body,
  isBase64Encoded: event.isBase64Encoded,
});
