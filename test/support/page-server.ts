import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { pagePolicy, reportPolicy } from '#functions/http/content-policy.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { frontPage } from '#web/sign-in-page.ts';
import { richLines, richReport } from './report-fixture.ts';

/*
 * A stand-in for the tracker and its issuer, on two origins, with the page's real script, style and policies.
 */

export interface PageServer {
  readonly address: string;
  /** What was asked of the token endpoint, in order. */
  readonly exchanges: readonly URLSearchParams[];
  /** What was asked of the API: path, query and Accept. */
  readonly asked: readonly { readonly path: string; readonly query: string; readonly accept: string }[];
  /** From now on the API accepts no token. */
  expireTokens(): void;
  /** From now on the issuer's discovery document names somebody else. */
  impostor(): void;
  close(): Promise<void>;
}

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

let script: Promise<string> | undefined;
const bundled = async (): Promise<string> => {
  const made = await build({
    entryPoints: ['web/app/app.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return made.outputFiles[0]?.text ?? '';
};

const problem = (answer: ServerResponse, status: number, title: string, detail: string) =>
  answer
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ type: 'about:blank', title, status, code: 'x', detail }));

export const startPageServer = async (): Promise<PageServer> => {
  const exchanges: URLSearchParams[] = [];
  const asked: { path: string; query: string; accept: string }[] = [];
  let accepted = true;
  let named: string | undefined;
  let challenge = '';
  let nonce = '';
  script ??= bundled();
  const app = await script;

  const issuer = createServer(async (request, answer) => {
    const url = new URL(request.url ?? '/', issuerAddress);
    answer.setHeader('access-control-allow-origin', '*');
    if (url.pathname === '/.well-known/openid-configuration')
      answer.end(
        JSON.stringify({
          issuer: named ?? issuerAddress,
          authorization_endpoint: `${issuerAddress}/authorize`,
          token_endpoint: `${issuerAddress}/token`,
        }),
      );
    else if (url.pathname === '/authorize') {
      challenge = url.searchParams.get('code_challenge') ?? '';
      nonce = url.searchParams.get('nonce') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'the-code');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      back.searchParams.set('iss', issuerAddress);
      answer.setHeader('content-type', 'text/html').end(`<a id="come-back" href="${back.href}">Come back</a>`);
    } else if (url.pathname === '/token') {
      const form = new URLSearchParams(await bodyOf(request));
      exchanges.push(form);
      const proved =
        createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url') === challenge;
      const claims = Buffer.from(JSON.stringify({ name: 'Ann Board', nonce })).toString('base64url');
      answer
        .writeHead(proved ? 200 : 400, { 'content-type': 'application/json' })
        .end(
          JSON.stringify(
            proved
              ? { access_token: 'the-token', id_token: `e30.${claims}.x`, token_type: 'Bearer' }
              : { error: 'invalid_grant', error_description: 'the verifier does not fit' },
          ),
        );
    } else answer.writeHead(204).end();
  });
  const issuerAddress = await listening(issuer);

  const api = (path: string, request: IncomingMessage, answer: ServerResponse): void => {
    const accept = request.headers.accept ?? '';
    asked.push({ path, query: new URL(request.url ?? '/', 'http://tracker.invalid').search, accept });
    if (!accepted || request.headers.authorization !== 'Bearer the-token')
      return void problem(answer, 401, 'The token was not accepted', 'It has expired.');
    if (path === '/programmes')
      return void answer.end(
        JSON.stringify({
          items: [
            {
              id: 'facing-outwards',
              name: 'Facing <b>Outwards</b>',
              phase: 'Phase 1',
              council: 'Marlshire',
              fictional: true,
            },
          ],
          next: null,
        }),
      );
    if (path === '/programmes/facing-outwards/reports')
      return void answer.end(
        JSON.stringify({
          items: [
            { month: '2014-03', revision: 1, publishedAt: '2014-04-06T05:00:00.000Z', reason: null },
            { month: '2014-04', revision: 2, publishedAt: '2014-05-06T05:00:00.000Z', reason: 'a return was late' },
            { month: '2014-04', revision: 1, publishedAt: '2014-05-05T05:00:00.000Z', reason: null },
          ],
          next: null,
        }),
      );
    if (path === '/programmes/facing-outwards/reports/2014-04') {
      if (accept.startsWith('text/html'))
        return void answer
          .setHeader('content-security-policy', reportPolicy)
          .end(reportPage({ report: richReport, lines: richLines, linesComplete: true }));
      return void answer.end(
        accept.startsWith('text/csv') ? reportCsv(richReport, richLines) : JSON.stringify(richReport),
      );
    }
    problem(answer, 404, 'No report is published for this month', 'No report of May 2030 is published.');
  };

  const tracker = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://tracker.invalid');
    if (pathname === '/')
      answer
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': pagePolicy([issuerAddress]),
        })
        .end(frontPage({ issuer: issuerAddress, clientId: 'tracker', apiName: 'Transformation tracker' }));
    else if (pathname === '/assets/app.js') answer.setHeader('content-type', 'text/javascript').end(app);
    else if (pathname === '/assets/app.css')
      answer.setHeader('content-type', 'text/css').end(readFileSync('web/app.css', 'utf8'));
    else api(pathname, request, answer);
  });
  const address = await listening(tracker);

  return {
    address,
    exchanges,
    asked,
    expireTokens: () => {
      accepted = false;
    },
    impostor: () => {
      named = 'https://impostor.example';
    },
    close: async () => {
      for (const server of [tracker, issuer]) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
};
