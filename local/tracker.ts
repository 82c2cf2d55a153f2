import type { Instant } from '#language/time.ts';
import { pageRouteKeys, pagesPath, signedInPath } from '#schemas/page-routes.ts';
import type { PersonToTry } from '#schemas/person-to-try.ts';
import { routes as apiRoutes } from '#schemas/routes.ts';
import type { SweepMessages } from '#schemas/scheduled-events.ts';
import { type FunctionName, grants } from '#store/table/table-definition.ts';
import { accessTokenFor, apiScope, clientId, issuerAt } from './access-token.ts';
import { CommandRefused } from './command-line.ts';
import { answerControl, controlPath } from './control.ts';
import { isRunning } from './control-client.ts';
import { createSessionTable, createTable } from './create-table.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { type Engine, EngineUnavailable, startEngine } from './engine.ts';
import {
  type LocalChannel,
  type LocalWebhook,
  region,
  sessionsTableName,
  tableName,
  webhookSecretId,
} from './function-environment.ts';
import { createGateway, edgeAnswer, type Gateway, type Route } from './gateway.ts';
import { createIssuer } from './issuer.ts';
import { defaultOrganisation, type LocalPerson } from './local-person.ts';
import { openQueue, type Queue } from './queue.ts';
import { type Delivery, startDelivery } from './queue-delivery.ts';
import { ScenarioClock } from './scenario-clock.ts';
import { answerSecrets, secretsPath } from './secrets-endpoint.ts';
import { type Answers, type LocalServer, listen } from './server.ts';
import { Shutdown } from './shutdown.ts';
import { type SigningKey, signingKeyOf } from './signing-key.ts';
import { answerSqs } from './sqs-endpoint.ts';
import { functionNames, rollUpMilliseconds, runFunctions, type TrackerFunctions } from './tracker-functions.ts';

export interface TrackerSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly data: string;
  /** The file of a function's bundle. */
  readonly bundleOf: (name: FunctionName) => string;
  /** Called with a sentence for each failure while running. */
  readonly onTrouble: (sentence: string) => void;
  /** Whom the first page offers to go in as; nobody unless said. */
  readonly peopleToTry?: readonly PersonToTry[];
  /** Whose people messages are made for; those who name no organisation unless said. */
  readonly organisations?: readonly string[];
  /** Channels whose messages are made as well; none unless said. */
  readonly channels?: readonly LocalChannel[];
  /** Where events are sent, on this machine; nowhere unless said. */
  readonly webhooks?: readonly LocalWebhook[];
}

/** A way in for a sample programme: what comes by it, and each report that is made while it is open, is by its clock. */
export interface ScenarioDoor {
  readonly origin: string;
  readonly clock: ScenarioClock;
  close(): Promise<void>;
}

/** A tracker that runs on this machine. */
export interface Tracker {
  readonly port: number;
  /** The address for people and tokens, by the name localhost. */
  readonly address: string;
  /** The same by number, for programs: no look-up of a name. */
  readonly origin: string;
  readonly folder: DataFolder;
  tokenFor(person: LocalPerson): Promise<string>;
  openScenarioDoor(): Promise<ScenarioDoor>;
  /** Makes the messages that are due at an instant and the events of what was recorded, as the schedule does. @throws Error where that fails */
  sweepMessages(at: Instant): Promise<void>;
  /** Settles only if the engine ends by itself, with its last output: nothing more can be read or stored. */
  readonly engineEnded: Promise<string>;
  /** Finishes requests in flight, then ends everything, the engine last. May be called twice. */
  stop(): Promise<void>;
}

const isAtOrUnder = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

const routes: readonly Route[] = [
  ...apiRoutes.map(({ key, host, isOpen }) => ({ routeKey: key, host, needsToken: !isOpen })),
  ...pageRouteKeys.map((routeKey) => ({ routeKey, host: 'pages', needsToken: false })),
];

const nowEpochMilliseconds = (): number => Date.now();
const nowEpochSeconds = (): number => Math.floor(Date.now() / 1_000);

const refuseSecond = async (folder: DataFolder): Promise<void> => {
  const running = folder.running();
  if (running !== undefined && (await isRunning(running.port, folder.secret())))
    throw new CommandRefused(
      `A tracker already runs on ${folder.path}, at ${running.origin}: stop it first, or give another folder by --data.`,
    );
};

/** Where a tracker on this port is reached. */
const addressesOf = (port: number) => {
  const origin = `http://127.0.0.1:${port}`;
  const sqsEndpoint = `${origin}/local-queue`;
  return {
    port,
    address: `http://localhost:${port}`,
    origin,
    issuer: issuerAt(port),
    sqsEndpoint,
    queueUrl: `${sqsEndpoint}/roll-up`,
    secretsEndpoint: `${origin}${secretsPath}`,
  };
};
type Addresses = ReturnType<typeof addressesOf>;

const openRollUpQueue = (folder: DataFolder): Queue =>
  openQueue({
    file: folder.queueFile,
    nowEpochMilliseconds,
    visibilityMilliseconds: rollUpMilliseconds + 60_000,
    retryMilliseconds: 5_000,
    mostReceives: 5,
  });

/** The parts of a running tracker that its answers and its end are made of. */
interface Parts {
  readonly addresses: Addresses;
  readonly folder: DataFolder;
  readonly key: SigningKey;
  readonly queue: Queue;
  readonly functions: TrackerFunctions;
  readonly scenarioClock: ScenarioClock;
  readonly onTrouble: TrackerSettings['onTrouble'];
}

const deliverToRollUp = ({ queue, functions, folder, scenarioClock, onTrouble }: Parts): Delivery =>
  startDelivery({
    queue,
    invoke: (event) => functions['roll-up'].invoke(event, undefined, scenarioClock.shift),
    queueArn: `arn:aws:sqs:${region}:000000000000:roll-up`,
    region,
    batchSize: 1,
    atOnce: 5,
    nowEpochMilliseconds,
    onFailure: (sentence) => onTrouble(`The roll-up: ${sentence} (see ${folder.logFile}).`),
  });

/** A report in work has three seconds to finish; if it is cut off, its message is delivered again at the next start. */
const stopFunctions = async (functions: TrackerFunctions, delivery: Delivery): Promise<void> => {
  const slow = setTimeout(() => void functions['roll-up'].stop(), 3_000);
  await delivery.stop();
  clearTimeout(slow);
  await Promise.all(functionNames.map((name) => functions[name].stop()));
};

const hostOf = ({ port }: Addresses): string => `localhost:${port}`;

const gatewayOf = ({ addresses, folder, key, functions, onTrouble }: Parts): Gateway =>
  createGateway({
    routes,
    defaultHost: 'front',
    functions,
    authorizer: { key, issuer: addresses.issuer, audience: clientId, scope: apiScope, nowEpochSeconds },
    nowEpochMilliseconds,
    domainName: hostOf(addresses),
    onFault: (sentence) => onTrouble(`${sentence} (see ${folder.logFile})`),
  });

/** A port of its own: nothing that a request says sets the clock of whoever answers it. */
const openScenarioDoor = async (gateway: Gateway, clock: ScenarioClock): Promise<ScenarioDoor> => {
  const server = await listen(0);
  server.serve((request, sourceIp) => gateway.answer(request, sourceIp, clock.shift));
  return {
    origin: `http://127.0.0.1:${server.port}`,
    clock,
    close: async () => {
      clock.stop();
      await server.stop();
    },
  };
};

/** What the server answers: the issuer, the queue, the control endpoint, and the API through its gateway. */
const answersOf = ({ addresses, folder, key, queue, functions }: Parts, gateway: Gateway): Answers => {
  const { address, issuer, queueUrl } = addresses;
  const host = hostOf(addresses);
  const signIn = createIssuer({
    key,
    issuer,
    redirectUris: [`${address}${signedInPath}`],
    nowEpochSeconds,
  });
  const senders = new Set<string>(functionNames.filter((name) => grants[name].sends));
  const receivers = new Set<string>(functionNames.filter((name) => grants[name].receives));
  const secret = folder.secret();
  return async (request, sourceIp) => {
    const { path, method, headers } = request;
    if (isAtOrUnder(path, '/local-issuer')) return signIn.answer(request);
    if (isAtOrUnder(path, '/local-queue')) return answerSqs(request, { queue, queueUrl, senders, receivers });
    if (isAtOrUnder(path, secretsPath))
      return answerSecrets(request, {
        token: secret,
        secrets: { sessions: folder.sessionSecret(), [webhookSecretId]: folder.webhookSecret() },
      });
    if (isAtOrUnder(path, controlPath))
      return answerControl(request, {
        secret,
        queue,
        invokeRollUp: (event) => functions['roll-up'].invoke(event),
        invokeMessages: (event) => functions.messages.invoke(event),
      });
    // The issuer only sends people back to the page by name, so one that was opened by number is redirected.
    const isPage = path === '/' || isAtOrUnder(path, pagesPath);
    if (isPage && method === 'GET' && headers.host !== host && headers.accept?.includes('html'))
      return edgeAnswer(307, 'Temporary Redirect', { location: `${address}${path}` });
    return gateway.answer(request, sourceIp);
  };
};

const startEngineWithTable = async (folder: DataFolder, shutdown: Shutdown): Promise<Engine> => {
  const engine = await startEngine({ dataFile: folder.tableFile });
  shutdown.add(engine.stop);
  // Nothing on this machine reads the stream, and the engine looks through all of it at every write.
  await createTable(engine.endpoint, tableName, { stream: false });
  await createSessionTable(engine.endpoint, sessionsTableName);
  return engine;
};

/** Starts everything behind the server, adding to the shutdown as it goes, and serves. */
const startParts = async (
  settings: TrackerSettings,
  folder: DataFolder,
  server: LocalServer,
  shutdown: Shutdown,
): Promise<Tracker> => {
  const { bundleOf, onTrouble, peopleToTry = [], organisations = [defaultOrganisation] } = settings;
  const { channels = [], webhooks = [] } = settings;
  const addresses = addressesOf(server.port);
  const { port, address, origin, issuer } = addresses;
  const engine = await startEngineWithTable(folder, shutdown);
  const key = await signingKeyOf(folder);
  const queue = openRollUpQueue(folder);
  shutdown.add(() => queue.close());
  const endpoints = {
    dynamoDbEndpoint: engine.endpoint,
    ...addresses,
    pages: { ...addresses, secretsToken: folder.secret(), peopleToTry, organisations, channels, webhooks },
  };
  const functions = runFunctions({ bundleOf, endpoints, logFile: folder.logFile });
  const scenarioClock = new ScenarioClock();
  const parts: Parts = { addresses, folder, key, queue, functions, scenarioClock, onTrouble };
  const delivery = deliverToRollUp(parts);
  shutdown.add(() => stopFunctions(functions, delivery));
  const gateway = gatewayOf(parts);
  server.serve(answersOf(parts, gateway));

  folder.recordRunning({ origin: address, port, pid: process.pid, startedAt: new Date().toISOString() });
  shutdown.add(folder.clearRunning);
  return {
    port,
    address,
    origin,
    folder,
    engineEnded: engine.ended,
    tokenFor: (person) => accessTokenFor(person, { key, issuer, atEpochSeconds: nowEpochSeconds() }),
    openScenarioDoor: () => openScenarioDoor(gateway, scenarioClock),
    sweepMessages: async (at) => {
      const event: SweepMessages = { kind: 'sweep-messages', scheduledTime: at };
      const invocation = await functions.messages.invoke(event);
      if (invocation.kind !== 'answered')
        throw new Error(`The messages were not made: ${invocation.kind} (see ${folder.logFile}).`);
    },
    stop: () => shutdown.run(),
  };
};

/**
 * Starts the whole tracker on this machine: server, issuer, engine, queue and the functions' bundles.
 *
 * @throws CommandRefused where the port or the folder is in use or no engine can be had.
 */
export const startTracker = async (settings: TrackerSettings): Promise<Tracker> => {
  const folder = openDataFolder(settings.data);
  await refuseSecond(folder);
  const server = await listen(settings.port);
  const shutdown = new Shutdown(server.stop);
  try {
    return await startParts(settings, folder, server, shutdown);
  } catch (fault) {
    await shutdown.run();
    if (fault instanceof EngineUnavailable) throw new CommandRefused(fault.message);
    throw fault;
  }
};
