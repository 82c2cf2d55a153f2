import { routes as apiRoutes } from '#schemas/routes.ts';
import { type FunctionName, grants } from '#store/table/table-definition.ts';
import { accessTokenFor, clientId, issuerAt } from './access-token.ts';
import { CommandRefused } from './command-line.ts';
import { answerControl, controlPath } from './control.ts';
import { isRunning } from './control-client.ts';
import { createTable } from './create-table.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { EngineUnavailable, startEngine } from './engine.ts';
import { environmentOf, region, tableName } from './function-environment.ts';
import { createGateway, edgeAnswer, type Route } from './gateway.ts';
import { createIssuer } from './issuer.ts';
import { type LocalFunction, runFunction } from './local-function.ts';
import type { LocalPerson } from './local-person.ts';
import { openQueue } from './queue.ts';
import { startDelivery } from './queue-delivery.ts';
import { listen } from './server.ts';
import { signingKeyOf } from './signing-key.ts';
import { answerSqs } from './sqs-endpoint.ts';

export interface TrackerSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly data: string;
  /** The file of a function's bundle. */
  readonly bundleOf: (name: FunctionName) => string;
  /** Told in a sentence of what went wrong while running. */
  readonly onTrouble: (sentence: string) => void;
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
  /** Settles only if the engine ended by itself: nothing more can be read or stored. */
  readonly engineEnded: Promise<string>;
  /** Answers what was begun, then ends everything, the engine last. May be called twice. */
  stop(): Promise<void>;
}

const functionNames: readonly FunctionName[] = ['commands', 'queries', 'board', 'front', 'roll-up'];
const isRoot = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

// An API function has the gateway's 30 seconds; the roll-up has longer, and its messages stay hidden longer than that.
const requestMilliseconds = 30_000;
const rollUpMilliseconds = 120_000;
// Nobody waits for a roll-up to begin; a person who comes back does wait for the page.
const idleMillisecondsOf = (name: FunctionName): number => (name === 'roll-up' ? 5_000 : 300_000);

const routes: readonly Route[] = apiRoutes.map(({ key, host, isOpen }) => ({
  routeKey: key,
  host,
  needsToken: !isOpen,
}));

const nowEpochMilliseconds = (): number => Date.now();
const nowEpochSeconds = (): number => Math.floor(Date.now() / 1_000);

const refuseSecond = async (folder: DataFolder): Promise<void> => {
  const running = folder.running();
  if (running !== undefined && (await isRunning(running.port, folder.secret())))
    throw new CommandRefused(
      `A tracker already runs on ${folder.path}, at ${running.origin}: stop it first, or give another folder by --data.`,
    );
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
  const steps: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await server.stop();
      for (const step of steps.toReversed()) await step();
    })();
    return stopping;
  };

  try {
    const { port } = server;
    const address = `http://localhost:${port}`;
    const origin = `http://127.0.0.1:${port}`;

    const engine = await startEngine({ dataFile: folder.tableFile });
    steps.push(engine.stop);
    await createTable(engine.endpoint, tableName);

    const key = await signingKeyOf(folder);
    const issuer = issuerAt(port);
    const sqsEndpoint = `${origin}/local-queue`;
    const queueUrl = `${sqsEndpoint}/roll-up`;
    const queue = openQueue({
      file: folder.queueFile,
      nowEpochMilliseconds,
      visibilityMilliseconds: rollUpMilliseconds + 30_000,
      retryMilliseconds: 5_000,
      mostReceives: 5,
    });
    steps.push(queue.close);

    const around = { dynamoDbEndpoint: engine.endpoint, sqsEndpoint, queueUrl, issuer };
    const run = (name: FunctionName): LocalFunction =>
      runFunction({
        name,
        bundle: settings.bundleOf(name),
        environment: environmentOf(name, around),
        timeoutMilliseconds: name === 'roll-up' ? rollUpMilliseconds : requestMilliseconds,
        idleMilliseconds: idleMillisecondsOf(name),
        logFile: folder.logFile,
      });
    const rollUp = run('roll-up');
    const functions: Readonly<Record<string, LocalFunction>> = {
      ...Object.fromEntries(functionNames.map((name) => [name, run(name)])),
      'roll-up': rollUp,
    };
    const delivery = startDelivery({
      queue,
      invoke: (event) => rollUp.invoke(event),
      queueArn: `arn:aws:sqs:${region}:000000000000:roll-up`,
      region,
      batchSize: 5,
      nowEpochMilliseconds,
      onFailure: (sentence) => settings.onTrouble(`The roll-up: ${sentence} (see ${folder.logFile}).`),
    });
    steps.push(async () => {
      // A report in work has three seconds; cut off, it is delivered again at the next start.
      const slow = setTimeout(() => void rollUp.stop(), 3_000);
      await delivery.stop();
      clearTimeout(slow);
      await Promise.all(Object.values(functions).map((one) => one.stop()));
    });

    const gateway = createGateway({
      routes,
      defaultHost: 'front',
      functions,
      authorizer: { key, issuer, audience: clientId, nowEpochSeconds },
      nowEpochMilliseconds,
      domainName: `localhost:${port}`,
      onFault: (sentence) => settings.onTrouble(`${sentence} (see ${folder.logFile})`),
    });
    const signIn = createIssuer({ key, issuer, redirectUri: `${address}/`, nowEpochSeconds });
    const senders = new Set<string>(functionNames.filter((name) => grants[name].sends));
    const secret = folder.secret();
    server.serve(async (request, sourceIp) => {
      const { path, method, headers } = request;
      if (isRoot(path, '/local-issuer')) return signIn.answer(request);
      if (isRoot(path, '/local-queue')) return answerSqs(request, { queue, queueUrl, senders });
      if (isRoot(path, controlPath))
        return answerControl(request, { secret, queue, invokeRollUp: (event) => rollUp.invoke(event) });
      // Whoever typed the number is taken to the name: the issuer knows the page by that alone.
      if (path === '/' && method === 'GET' && headers.host !== `localhost:${port}` && headers.accept?.includes('html'))
        return edgeAnswer(307, 'Temporary Redirect', { location: `${address}/` });
      return gateway.answer(request, sourceIp);
    });

    folder.sayRunning({ origin: address, port, pid: process.pid, startedAt: new Date().toISOString() });
    steps.push(folder.sayStopped);
    return {
      port,
      address,
      origin,
      folder,
      engineEnded: engine.ended,
      tokenFor: (person) => accessTokenFor(person, { key, issuer, atEpochSeconds: nowEpochSeconds() }),
      stop,
    };
  } catch (fault) {
    await stop();
    if (fault instanceof EngineUnavailable) throw new CommandRefused(fault.message);
    throw fault;
  }
};
