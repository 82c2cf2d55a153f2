import * as z from 'zod';
import { JsonObject } from '../history.ts';
import { json } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { Nothing } from './request-parts.ts';

export const getPageOperation = {
  id: 'getPage',
  method: 'GET',
  path: '/',
  tag: 'Front',
  summary: 'The way in for a person',
  host: 'front',
  useCase: 'get-page',
  roles: 'anyone',
  params: Nothing,
  query: z.looseObject({}),
  success: { status: 200, schema: z.string(), mediaTypes: ['text/html'] },
  problems: [],
} as const satisfies Operation;

export const getPageAssetOperation = {
  id: 'getPageAsset',
  method: 'GET',
  path: '/assets/{asset}',
  tag: 'Front',
  summary: 'A script or style of the page',
  host: 'front',
  useCase: 'get-page',
  roles: 'anyone',
  params: z.strictObject({
    asset: z.enum(['app.js', 'app.css'], { error: 'must be app.js or app.css' }),
  }),
  query: Nothing,
  success: { status: 200, schema: z.string(), mediaTypes: ['text/javascript', 'text/css'] },
  problems: ['request.invalid'],
} as const satisfies Operation;

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

export const frontOperations: readonly Operation[] = [getPageOperation, getPageAssetOperation, getOpenApiOperation];
