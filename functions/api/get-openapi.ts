import { done } from '#domain/decided.ts';
import type { UseCase } from '../http/call.ts';
import type { ServesPage } from './get-page.ts';

export const getOpenApi: UseCase<ServesPage> = async (_call, deps) =>
  done({
    status: 200,
    headers: { 'cache-control': 'public, max-age=300' },
    mediaType: 'application/json',
    body: deps.asset('openapi.json'),
  });
