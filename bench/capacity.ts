import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultOrganisation } from '#local/local-person.ts';
import { partKey, reviewHeadsOf } from '#store/table/keys.ts';
import { addressOf } from '../prove/request-event.ts';
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
import { kentIn, type MeteredTracker, measureUses, sizes, type Taken } from './capacity/uses.ts';
import { clientOf, runStateOf } from './programmes.ts';
import type { Part, Row } from './row.ts';
import { type Answer, send } from './send.ts';
import { startStack } from './stack.ts';

const words = (reviews: number): string => reviews.toLocaleString('en-GB');
const exactly = (name: string, value: number, unit: string, goal: number, note?: string): Row => ({
  name,
  count: { value, unit },
  goal,
  ...(note === undefined ? {} : { note }),
});

const rowsOf = (taken: Taken): readonly Row[] => {
  const kent = kentIn(defaultOrganisation);
  const positions = [reviewHeadsOf(kent).pk, partKey(kent, '', '').pk];
  const growing = flat.filter((one) => growthOf(taken, one) > 0);
  return [
    ...budgets.map((budget) =>
      exactly(
        `${budget.use}, of ${words(budget.size)}: ${budget.measure}`,
        figureOf(taken, budget),
        budget.measure === 'calls of the store' ? 'calls' : 'units',
        budget.most,
      ),
    ),
    ...sizes.flatMap((size) => {
      const { ofPositions, mostOfPositions, besides } = rollUpReads(taken, size, positions);
      return [
        exactly(
          `the roll-up of ${words(size)}: positions`,
          ofPositions,
          'units',
          mostOfPositions,
          'Read units: 1 for each 4 KB of them',
        ),
        exactly(`the roll-up of ${words(size)}: all else`, besides, 'units', mostBesidesPositions),
      ];
    }),
    ...sizes.map((size) =>
      exactly(`the summary of a report of ${words(size)}`, taken.bytes('summary', size), 'bytes', mostBytesOfASummary),
    ),
    exactly("the body of a board's pull of what it knows already (304)", taken.notModifiedBytes, 'bytes', 0),
    exactly(
      `uses that take more units or calls among ${words(largest)} reviews than among ten`,
      growing.length,
      `of ${flat.length}`,
      0,
      growing.length > 0
        ? growing.map(({ use }) => use).join('; ')
        : `Besides them only what returns more grows: ${flat.map(({ use }) => use).join('; ')}`,
    ),
  ];
};

/** What each use asks of the store, counted between the bundles and the engine: free of noise, so that it may fail a run. */
export const capacity: Part = {
  name: 'capacity',
  title: 'What each use asks of the store, as the engine charges it',
  exact: true,
  measure: async ({ onProgress }) => {
    onProgress("capacity: telling Kent's programme");
    const stack = await startStack(['facing-the-challenge'], { metered: true });
    const { meter, table: tableName } = stack;
    const client = clientOf(stack);
    const { origin } = stack.tracker.ready;
    let run = '';
    const ask: MeteredTracker['ask'] = async (operation, { as, params, query, body, headers }): Promise<Answer> => {
      const { method, path } = addressOf(operation, params);
      const answer = await send(origin, query === undefined ? path : `${path}?${query}`, {
        method,
        headers: stack.as(as?.roles[0] ?? 'transformation-team', {
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...headers,
        }),
        body,
      });
      run = answer.status === 202 ? (answer.headers.location ?? '') : run;
      return answer;
    };
    const settled = async (): Promise<void> => {
      while ((await runStateOf(stack, run)) !== 'published') await pause(50);
    };
    try {
      if (meter === undefined) throw new Error('the stack has no meter');
      onProgress(`capacity: every use among ${sizes.map(words).join(', ')} reviews`);
      const table = { client, tableName };
      return rowsOf(await measureUses({ ask, settled, organisation: defaultOrganisation, meter, table }));
    } finally {
      client.destroy();
      await stack.stop();
    }
  },
};
