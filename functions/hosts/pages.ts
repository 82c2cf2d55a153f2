import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import middy from '@middy/core';
import * as z from 'zod';
import { PersonToTry } from '#schemas/person-to-try.ts';
import { tableClient } from '#store/table/client.ts';
import { screensOf } from '#web/pages/routes.ts';
import type { ApiEvent } from '../http/api-event.ts';
import { within } from '../http/deadline.ts';
import { readEnvironment } from '../http/environment.ts';
import { causeOf, log, logged } from '../http/log.ts';
import { faultAnswers } from '../http/middleware/fault-answers.ts';
import { requestLog } from '../http/middleware/request-log.ts';
import { securityHeaders } from '../http/middleware/security-headers.ts';
import { onlyThroughEdge } from '../http/only-through-edge.ts';
import type { HttpAnswer } from '../http/problem.ts';
import { assetsIn } from '../pages/assets.ts';
import { signInWith } from '../pages/issuer.ts';
import { KeptAnswers } from '../pages/kept-answers.ts';
import { keyRing } from '../pages/key-ring.ts';
import { type LoadWorkbooks, pageRequestOf } from '../pages/page-request.ts';
import { servePages } from '../pages/serve-page.ts';
import { SessionsSeen } from '../pages/session.ts';

/** The pages for people: a client of the API, with a table of sessions and no grant on the record. */
const environment = readEnvironment({
  SESSIONS_TABLE_NAME: z.string().min(1),
  DYNAMODB_ENDPOINT: z.string().optional(),
  ISSUER: z.string().min(1),
  CLIENT_ID: z.string().min(1),
  SCOPE: z.string().min(1),
  /** Where the issuer's pages are, if that is another origin than the issuer's; space-separated. */
  ISSUER_ORIGINS: z.string().optional(),
  /** Where people open the pages, and where the API is asked: on AWS the same. */
  PAGES_ADDRESS: z.string().min(1),
  API_ADDRESS: z.string().min(1),
  SESSION_SECRET: z.string().min(1),
  /** The folder of the built assets: next to the bundle, where Lambda puts that, unless said. */
  ASSETS: z.string().min(1).default('/var/task/assets'),
  SECRETS_ENDPOINT: z.string().default('http://localhost:2773'),
  /** What the secrets extension asks for: of Lambda's own making there. */
  SECRETS_TOKEN: z.string().default(process.env.AWS_SESSION_TOKEN ?? ''),
  /** Who hears of what keeps somebody from a page. */
  ACCESSIBILITY_CONTACT: z.string().min(1).optional(),
  /** JSON; set on one machine alone. */
  PEOPLE_TO_TRY: z.string().default('[]'),
});

const nowEpochSeconds = (): number => Math.floor(Date.now() / 1_000);

const loadWorkbooks: LoadWorkbooks = () => import('../files/workbooks.ts');

const serve = servePages({
  loadWorkbooks,
  screens: screensOf(),
  store: {
    table: tableClient({ name: environment.SESSIONS_TABLE_NAME, endpoint: environment.DYNAMODB_ENDPOINT }),
    ring: keyRing(
      {
        endpoint: environment.SECRETS_ENDPOINT,
        secretId: environment.SESSION_SECRET,
        token: environment.SECRETS_TOKEN,
      },
      Date.now,
    ),
    nowEpochSeconds,
    seen: new SessionsSeen(),
  },
  signIn: signInWith({
    issuer: environment.ISSUER,
    clientId: environment.CLIENT_ID,
    scope: environment.SCOPE,
    address: environment.PAGES_ADDRESS,
    nowEpochSeconds,
  }),
  assets: assetsIn(pathToFileURL(`${environment.ASSETS}/`)),
  apiAddress: environment.API_ADDRESS,
  kept: new KeptAnswers(),
  address: environment.PAGES_ADDRESS,
  issuerOrigins: [
    new URL(environment.ISSUER).origin,
    ...(environment.ISSUER_ORIGINS ?? '').split(' ').filter((one) => one !== ''),
  ],
  accessibilityContact: environment.ACCESSIBILITY_CONTACT,
  peopleToTry: z.array(PersonToTry).parse(JSON.parse(environment.PEOPLE_TO_TRY)),
  now: () => new Date().toISOString(),
  newKey: randomUUID,
  onFault: (error) => log.error(logged.requestFailed, causeOf(error)),
  onRefused: (error) => log.warn(logged.signInRefused, causeOf(error)),
});

const astray = onlyThroughEdge(process.env.EDGE_SECRET);

export const handler = middy<ApiEvent, HttpAnswer>({ timeoutEarlyInMillis: 1_000 })
  .use(requestLog(() => 'page'))
  .use(securityHeaders())
  .use(faultAnswers())
  .handler((event, context) =>
    within(
      context.getRemainingTimeInMillis() - 2_000,
      async (deadline) => astray(event) ?? serve(await pageRequestOf(event, loadWorkbooks), deadline),
    ),
  );
