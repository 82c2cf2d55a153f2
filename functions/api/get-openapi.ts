import { done } from '#domain/decided.ts';
import { getOpenApiOperation } from '#schemas/operations/front.ts';
import { textAnswer } from '../http/answer.ts';
import type { ServesDocument } from '../http/call.ts';
import { query } from '../http/use-case.ts';

export const getOpenApi = query(getOpenApiOperation, async (_call, deps: ServesDocument) =>
  done(textAnswer('application/json', deps.openapi(), { 'cache-control': 'public, max-age=86400' })),
);
