import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { pagePolicy, reportPolicy } from '#functions/http/content-policy.ts';
import { fileTypes } from '#schemas/operations.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { frontPage } from '#web/sign-in-page.ts';
import { richLines, richReport } from './report-fixture.ts';

/*
 * A stand-in for the tracker and its issuer, on two origins, with the page's real script, style and policies.
 */

export interface PageServer {
  readonly address: string;
  /** The requests of the token endpoint, in order. */
  readonly exchanges: readonly URLSearchParams[];
  /** The requests of the API: path, query and Accept. */
  readonly requests: readonly { readonly path: string; readonly query: string; readonly accept: string }[];
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

const json = (value: unknown): string => JSON.stringify(value);

interface IssuerState {
  /** The address of the issuer as its discovery document has it; undefined: its own. */
  named: string | undefined;
  challenge: string;
  nonce: string;
}

/** Whether the verifier of a token request is that of the challenge. */
const isProved = (form: URLSearchParams, challenge: string): boolean =>
  createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url') === challenge;

const tokensOf = (nonce: string) => {
  const claims = Buffer.from(json({ name: 'Ann Board', nonce })).toString('base64url');
  return { access_token: 'the-token', id_token: `e30.${claims}.x`, token_type: 'Bearer' };
};

/** The page of the issuer whose link leads back to the tracker. */
const signInPage = (url: URL, issuer: string): string => {
  const back = new URL(url.searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('code', 'the-code');
  back.searchParams.set('state', url.searchParams.get('state') ?? '');
  back.searchParams.set('iss', issuer);
  return `<a id="come-back" href="${back.href}">Come back</a>`;
};

const startIssuer = async (exchanges: URLSearchParams[]) => {
  const state: IssuerState = { named: undefined, challenge: '', nonce: '' };
  const server = createServer(async (request, answer) => {
    const url = new URL(request.url ?? '/', address);
    answer.setHeader('access-control-allow-origin', '*');
    if (url.pathname === '/.well-known/openid-configuration')
      answer.end(
        json({
          issuer: state.named ?? address,
          authorization_endpoint: `${address}/authorize`,
          token_endpoint: `${address}/token`,
        }),
      );
    else if (url.pathname === '/authorize') {
      state.challenge = url.searchParams.get('code_challenge') ?? '';
      state.nonce = url.searchParams.get('nonce') ?? '';
      answer.setHeader('content-type', 'text/html').end(signInPage(url, address));
    } else if (url.pathname === '/token') {
      const form = new URLSearchParams(await bodyOf(request));
      exchanges.push(form);
      const proved = isProved(form, state.challenge);
      answer
        .writeHead(proved ? 200 : 400, { 'content-type': 'application/json' })
        .end(
          json(
            proved ? tokensOf(state.nonce) : { error: 'invalid_grant', error_description: 'the verifier does not fit' },
          ),
        );
    } else answer.writeHead(204).end();
  });
  const address = await listening(server);
  return { server, address, state };
};

const programmes = {
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
};

const reports = {
  items: [
    { month: '2014-03', revision: 1, publishedAt: '2014-04-06T05:00:00.000Z', reason: null },
    { month: '2014-04', revision: 2, publishedAt: '2014-05-06T05:00:00.000Z', reason: 'a return was late' },
    { month: '2014-04', revision: 1, publishedAt: '2014-05-05T05:00:00.000Z', reason: null },
  ],
  next: null,
};

/** The report as a page that says its view, as CSV or as JSON. */
/** Bytes that are no text. */
export const aFile = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00, 0x80]);

const giveReport = (accept: string, view: 'full' | 'public', answer: ServerResponse): void => {
  if (accept.startsWith('text/html'))
    answer
      .setHeader('content-security-policy', reportPolicy)
      .end(reportPage({ report: { ...richReport, view }, lines: richLines, linesComplete: true }));
  else if (fileTypes.some((type) => accept.startsWith(type))) answer.end(aFile);
  else answer.end(accept.startsWith('text/csv') ? reportCsv(richReport, richLines) : json(richReport));
};

/** What the API answers to the bearer of the token. */
const giveFromApi = (path: string, query: string, accept: string, answer: ServerResponse): void => {
  if (path === '/programmes') answer.end(json(programmes));
  else if (path === '/programmes/facing-outwards/reports') answer.end(json(reports));
  else if (path === '/programmes/facing-outwards/reports/2014-04')
    giveReport(accept, query === '?view=public' ? 'public' : 'full', answer);
  // What somebody is shown who may read the public view alone.
  else if (path === '/programmes/facing-outwards/reports/2014-03') giveReport(accept, 'public', answer);
  else problem(answer, 404, 'No report is published for this month', 'No report of May 2030 is published.');
};

export const startPageServer = async (): Promise<PageServer> => {
  const exchanges: URLSearchParams[] = [];
  const requests: { path: string; query: string; accept: string }[] = [];
  let accepted = true;
  script ??= bundled();
  const app = await script;
  const issuer = await startIssuer(exchanges);

  const api = (path: string, request: IncomingMessage, answer: ServerResponse): void => {
    const accept = request.headers.accept ?? '';
    const { search: query } = new URL(request.url ?? '/', 'http://tracker.invalid');
    requests.push({ path, query, accept });
    if (accepted && request.headers.authorization === 'Bearer the-token') giveFromApi(path, query, accept, answer);
    else problem(answer, 401, 'The token was not accepted', 'It has expired.');
  };

  const tracker = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://tracker.invalid');
    if (pathname === '/')
      answer
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': pagePolicy([issuer.address]),
        })
        .end(frontPage({ issuer: issuer.address, clientId: 'tracker', apiName: 'Transformation tracker' }));
    else if (pathname === '/assets/app.js') answer.setHeader('content-type', 'text/javascript').end(app);
    else if (pathname === '/assets/app.css')
      answer.setHeader('content-type', 'text/css').end(readFileSync('web/app.css', 'utf8'));
    else api(pathname, request, answer);
  });

  return {
    address: await listening(tracker),
    exchanges,
    requests,
    expireTokens: () => {
      accepted = false;
    },
    impostor: () => {
      issuer.state.named = 'https://impostor.example';
    },
    close: async () => {
      for (const server of [tracker, issuer.server]) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
};
