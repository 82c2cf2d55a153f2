import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { bundleOf } from '#local/fresh-bundles.ts';
import { partKey, reviewHeadsOf } from '#store/table/keys.ts';
import { bundledHosts } from '../scripts/bundle.ts';
import { bytesOfTheClient, mostBytesToTheClient } from './bundle-bytes.ts';
import {
  budgets,
  figureOf,
  flat,
  growthOf,
  largest,
  mostBesidesPositions,
  mostBytesOfASummary,
  rollUpReads,
} from './capacity/budgets.ts';
import type { MeteredTracker } from './capacity/metered-tracker.ts';
import { sizes, type Taken } from './capacity/taken.ts';
import { measureUses } from './capacity/uses.ts';
import { addressOf, send } from './client.ts';
import { kent, type Stack, startStack, untilPublished } from './stack.ts';

/** A figure that is exact, and what it may be at most. */
export interface Count {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly most: number;
}

/** What could not be measured is over any budget. */
export const isOver = ({ value, most }: Count): boolean => !(value <= most);

const words = (reviews: number): string => reviews.toLocaleString('en-GB');
const count = (what: string, value: number, unit: string, most: number): Count => ({ what, value, unit, most });

const countsOf = (taken: Taken): readonly Count[] => {
  const growing = flat.filter((one) => growthOf(taken, one) > 0).map(({ use }) => use);
  return [
    ...budgets.map((budget) => {
      const { use, size, measure, most } = budget;
      const unit = measure === 'calls of the store' ? 'calls' : 'units';
      return count(`${use}, of ${words(size)}: ${measure}`, figureOf(taken, budget), unit, most);
    }),
    ...sizes.flatMap((size) => {
      const partitions = [reviewHeadsOf(kent).pk, partKey(kent, '', '').pk];
      const { ofPositions, mostOfPositions, besides } = rollUpReads(taken, size, partitions);
      const rollUp = `the roll-up of ${words(size)}`;
      return [
        count(`${rollUp}: read units of positions, 1 for each 4 KB`, ofPositions, 'units', mostOfPositions),
        count(`${rollUp}: read units of all else`, besides, 'units', mostBesidesPositions),
        count(`the summary of a report of ${words(size)}`, taken.bytes('summary', size), 'bytes', mostBytesOfASummary),
      ];
    }),
    count("the body of a board's pull of what it knows already (304)", taken.notModifiedBytes, 'bytes', 0),
    count(
      `uses that take more among ${words(largest)} reviews than among ten${growing.map((use) => `; ${use}`).join('')}`,
      growing.length,
      `of ${flat.length}`,
      0,
    ),
  ];
};

const meteredTracker = (stack: Stack): MeteredTracker => {
  const { meter, table } = stack;
  if (meter === undefined) throw new Error('the stack has no meter');
  let run = '';
  return {
    ask: async (operation, { as, params, query, body, headers }) => {
      const { method, path } = addressOf(operation, params);
      const key = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
      const answer = await send(`${stack.origin}${path}${query === undefined ? '' : `?${query}`}`, {
        method,
        headers: stack.as(as?.roles[0] ?? 'transformation-team', { ...key, ...headers }),
        body,
      });
      if (answer.status === 202) run = answer.headers.location ?? '';
      return answer;
    },
    settled: () => untilPublished(stack, run),
    organisation: kent.organisation,
    meter,
    table,
  };
};

/** What each use asks of the store, counted between the deployed bundles and the engine. */
const capacityCounts = async (): Promise<readonly Count[]> => {
  const stack = await startStack({ metered: true });
  try {
    return countsOf(await measureUses(meteredTracker(stack)));
  } finally {
    await stack.stop();
  }
};

const bundleCounts = async (): Promise<readonly Count[]> => {
  const client = await bytesOfTheClient();
  return bundledHosts.map((name) =>
    count(
      `bytes of the function ${name}, to those of the database's client alone`,
      statSync(bundleOf(name)).size / client,
      'x',
      mostBytesToTheClient,
    ),
  );
};

/** Everything that is counted exactly: free of noise, so that a run fails where one is over. */
export const everyCount = async (): Promise<readonly Count[]> => [
  ...(await capacityCounts()),
  ...(await bundleCounts()),
];
