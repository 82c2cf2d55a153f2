import { dirname, join } from 'node:path';
import type { FunctionName } from '#store/table/table-definition.ts';
import { environmentOf, type LocalEndpoints } from './function-environment.ts';
import { type LocalFunction, runFunction } from './local-function.ts';

export const functionNames: readonly FunctionName[] = [
  'commands',
  'queries',
  'board',
  'front',
  'pages',
  'roll-up',
  'messages',
];

/** The roll-up's timeout; its messages stay hidden for longer than that. */
export const rollUpMilliseconds = 900_000;

// As they are deployed (infra/host-function.ts).
const timeoutMillisecondsOf = (name: FunctionName): number =>
  ({
    'roll-up': rollUpMilliseconds,
    messages: 300_000,
    front: 10_000,
    pages: 28_000,
    commands: 20_000,
    queries: 20_000,
    board: 20_000,
  })[name];

// Nobody waits for a roll-up to start; a person who comes back to the page does.
const idleMillisecondsOf = (name: FunctionName): number =>
  name === 'roll-up' || name === 'messages' ? 5_000 : 300_000;

export interface TrackerFunctionsSettings {
  /** The file of a function's bundle. */
  readonly bundleOf: (name: FunctionName) => string;
  readonly endpoints: LocalEndpoints;
  readonly logFile: string;
}

export type TrackerFunctions = Readonly<Record<FunctionName, LocalFunction>>;

/** Every deployed function, each ready to run from its bundle. */
export const runFunctions = ({ bundleOf, endpoints, logFile }: TrackerFunctionsSettings): TrackerFunctions => {
  const run = (name: FunctionName): LocalFunction =>
    runFunction({
      name,
      bundle: bundleOf(name),
      environment: {
        ...environmentOf(name, endpoints),
        ASSETS: join(dirname(bundleOf(name)), 'assets'),
        FONTS: join(dirname(bundleOf(name)), 'fonts'),
      },
      timeoutMilliseconds: timeoutMillisecondsOf(name),
      idleMilliseconds: idleMillisecondsOf(name),
      logFile,
    });
  return {
    commands: run('commands'),
    queries: run('queries'),
    board: run('board'),
    front: run('front'),
    pages: run('pages'),
    'roll-up': run('roll-up'),
    messages: run('messages'),
  };
};
