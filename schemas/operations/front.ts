import { JsonObject } from '../history.ts';
import { json } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { Nothing } from './request-parts.ts';

export const getOpenApiOperation = {
  id: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'Front',
  summary: 'This document',
  host: 'front',
  useCase: 'get-openapi',
  roles: 'anyone',
  params: Nothing,
  query: Nothing,
  success: { status: 200, schema: JsonObject, mediaTypes: json },
  problems: [],
} as const satisfies Operation;

export const frontOperations: readonly Operation[] = [getOpenApiOperation];
