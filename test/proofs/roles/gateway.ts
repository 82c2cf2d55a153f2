import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { accessTokenFor, apiScope, clientId, idTokenFor, issuerAt } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { createGateway } from '#local/gateway.ts';
import type { LocalAnswer, LocalRequest } from '#local/local-answer.ts';
import type { LocalFunction } from '#local/local-function.ts';
import type { LocalPerson } from '#local/local-person.ts';
import { listen } from '#local/server.ts';
import { signingAlgorithm, signingKeyOf } from '#local/signing-key.ts';
import { type HostName, hosts } from '#schemas/operations.ts';
import { everyRole } from '#schemas/people.ts';
import { routes } from '#schemas/routes.ts';
import { loadHandler } from '../../support/function-handlers.ts';

/** What is wrong with a token that must not be taken. */
export const badTokens = [
  'none',
  'expired',
  'tampered',
  'other issuer',
  "other issuer under our issuer's name",
  'for another application',
  'not yet good',
  'unsigned',
  'an ID token',
  'an ID token with the scope',
  'without the scope',
] as const;
export type BadToken = (typeof badTokens)[number];

/** The local server with its authorizer before the functions' handlers of this process. */
export interface Edge {
  readonly origin: string;
  /** The same as over HTTP, without the sockets. */
  answer(request: LocalRequest): Promise<LocalAnswer>;
  goodToken(person: LocalPerson): Promise<string>;
  /** undefined: no token at all. */
  badToken(kind: BadToken, person: LocalPerson): Promise<string | undefined>;
  stop(): Promise<void>;
}

const epochSeconds = (): number => Math.floor(Date.now() / 1_000);
const hour = 3_600;

const context = { getRemainingTimeInMillis: () => 30_000, functionName: 'edge', awsRequestId: 'edge' };

const functionOf = (host: HostName): LocalFunction => ({
  name: host,
  invoke: async (event) => ({ kind: 'answered', answer: await (await loadHandler(host))(event, context) }),
  stop: async () => undefined,
});

/** The signature stays, what it signs does not: its bearer now holds every role. */
const tampered = (token: string): string => {
  const [header, payload = '', signature] = token.split('.');
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const raised = { ...(typeof claims === 'object' ? claims : {}), roles: everyRole };
  return [header, Buffer.from(JSON.stringify(raised)).toString('base64url'), signature].join('.');
};

/** What a token of this issuer says besides what is wrong with it. */
const claimsFor = (issuer: string, atEpochSeconds: number) => (person: LocalPerson) => ({
  iss: issuer,
  aud: clientId,
  scope: apiScope,
  sub: person.subject,
  organisation: person.organisation,
  roles: [...person.roles],
  iat: atEpochSeconds,
  exp: atEpochSeconds + hour,
});

export const startEdge = async (): Promise<Edge> => {
  const folders = ['ours', 'theirs'].map(() => openDataFolder(mkdtempSync(join(tmpdir(), 'tracker-issuer-'))));
  const [ours, theirs] = await Promise.all(folders.map(signingKeyOf));
  if (ours === undefined || theirs === undefined) throw new Error('there are no signing keys');
  const server = await listen(0);
  const issuer = issuerAt(server.port);
  const gateway = createGateway({
    routes: routes.map(({ key, host, isOpen }) => ({ routeKey: key, host, needsToken: !isOpen })),
    defaultHost: 'front',
    functions: Object.fromEntries(hosts.map((host) => [host, functionOf(host)])),
    authorizer: { key: ours, issuer, audience: clientId, scope: apiScope, nowEpochSeconds: epochSeconds },
    nowEpochMilliseconds: Date.now,
    domainName: `localhost:${server.port}`,
    onFault: (sentence) => console.error(sentence),
  });
  server.serve((request, sourceIp) => gateway.answer(request, sourceIp));

  const terms = { key: ours, issuer, atEpochSeconds: epochSeconds() };
  const claimsOf = claimsFor(issuer, terms.atEpochSeconds);
  const signedAs = (claims: ReturnType<typeof claimsOf> & { nbf?: number; nonce?: string }): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: signingAlgorithm, kid: ours.kid }).sign(ours.sign);

  return {
    origin: `http://127.0.0.1:${server.port}`,
    answer: (request) => gateway.answer(request, '127.0.0.1'),
    goodToken: (person) => accessTokenFor(person, terms),
    badToken: async (kind, person) => {
      switch (kind) {
        case 'none':
          return undefined;
        case 'expired':
          return accessTokenFor(person, { ...terms, atEpochSeconds: terms.atEpochSeconds - 2 * hour });
        case 'tampered':
          return tampered(await accessTokenFor({ ...person, roles: ['board'] }, terms));
        case 'other issuer':
          return accessTokenFor(person, { ...terms, key: theirs, issuer: 'https://issuer.elsewhere.example' });
        case "other issuer under our issuer's name":
          return accessTokenFor(person, { ...terms, key: { ...theirs, kid: ours.kid } });
        case 'for another application':
          return signedAs({ ...claimsOf(person), aud: 'another-application' });
        case 'not yet good':
          return signedAs({ ...claimsOf(person), nbf: terms.atEpochSeconds + hour });
        case 'an ID token':
          return idTokenFor(person, terms, 'nonce');
        case 'an ID token with the scope':
          return signedAs({ ...claimsOf(person), nonce: 'nonce' });
        case 'without the scope':
          return signedAs({ ...claimsOf(person), scope: 'openid profile' });
        case 'unsigned':
          return new UnsecuredJWT(claimsOf(person)).encode();
      }
    },
    stop: async () => {
      await server.stop();
      for (const folder of folders) rmSync(folder.path, { recursive: true, force: true });
    },
  };
};
