import { done } from '#domain/decided.ts';
import { getPageAssetOperation, getPageOperation } from '#schemas/operations/front.ts';
import { frontPage } from '#web/sign-in-page.ts';
import { textAnswer } from '../http/answer.ts';
import type { ServesPage } from '../http/call.ts';
import { pagePolicy } from '../http/content-policy.ts';
import { query } from '../http/use-case.ts';

const assetTypes = {
  'app.js': 'text/javascript; charset=utf-8',
  'app.css': 'text/css; charset=utf-8',
} as const;

const cached = { 'cache-control': 'public, max-age=300' };

const assetOf = query(getPageAssetOperation, async ({ params: { asset } }, deps: ServesPage) =>
  done(textAnswer(assetTypes[asset], deps.asset(asset), cached)),
);

const pageOf = query(getPageOperation, async (_call, deps: ServesPage) =>
  done(
    textAnswer(
      'text/html; charset=utf-8',
      frontPage({
        issuer: deps.issuer,
        clientId: deps.clientId,
        apiName: 'Transformation tracker',
        ...(deps.scope === undefined ? {} : { scope: deps.scope }),
      }),
      { 'cache-control': 'no-cache', 'content-security-policy': pagePolicy(deps.issuerOrigins) },
    ),
  ),
);

export const getPage = [...pageOf, ...assetOf];
