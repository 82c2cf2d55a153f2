import { done } from '#domain/decided.ts';
import { frontPage } from '#web/sign-in-page.ts';
import type { UseCase } from '../http/call.ts';
import { pagePolicy } from '../http/content-policy.ts';

export interface ServesPage {
  /** The text of a file that was built with the function. */
  readonly asset: (name: string) => string;
  readonly issuer: string;
  readonly clientId: string;
  readonly scope?: string;
  /** Where the page may talk to besides this API: the issuer and its token endpoint. */
  readonly issuerOrigins: readonly string[];
}

const assetTypes: Readonly<Record<string, string>> = {
  'app.js': 'text/javascript; charset=utf-8',
  'app.css': 'text/css; charset=utf-8',
};

export const getPage: UseCase<ServesPage> = async (call, deps) => {
  const { asset } = call.params;
  if (asset !== undefined)
    return done({
      status: 200,
      headers: { 'cache-control': 'public, max-age=300' },
      mediaType: assetTypes[asset] ?? 'text/plain; charset=utf-8',
      body: deps.asset(asset),
    });
  return done({
    status: 200,
    headers: { 'cache-control': 'no-cache', 'content-security-policy': pagePolicy(deps.issuerOrigins) },
    mediaType: 'text/html; charset=utf-8',
    body: frontPage({
      issuer: deps.issuer,
      clientId: deps.clientId,
      apiName: 'Transformation tracker',
      ...(deps.scope === undefined ? {} : { scope: deps.scope }),
    }),
  });
};
