import { readFileSync } from 'node:fs';
import { clientOf, kent, openProgramme, publishMonth } from './programmes.ts';
import type { Part } from './row.ts';
import { must } from './send.ts';
import { startStack } from './stack.ts';

const reviews = 5_000;
const opened = 500;

/** The memory of a process in MB, the most that it has ever had or what it has now; Linux alone tells it. */
const megabytes = (pid: number, which: 'VmHWM' | 'VmRSS'): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const told = new RegExp(`${which}:\\s+(\\d+) kB`).exec(status)?.[1];
  if (told === undefined) throw new Error('the memory of a process is not told here');
  return Math.round(Number(told) / 1_024);
};

/** The whole local stack in one process, its five functions in threads; the engine is a process of its own. */
export const stackMemory: Part = {
  name: 'stack-memory',
  title: 'The memory of the whole local stack',
  measure: async ({ onProgress }) => {
    onProgress('stack-memory: npm start');
    const stack = await startStack([], { asPeopleDo: true });
    const client = clientOf(stack);
    try {
      const { origin } = stack.tracker.ready;
      const started = megabytes(stack.tracker.pid, 'VmHWM');
      onProgress(`stack-memory: ${reviews} reviews, rolled up and pulled`);
      await openProgramme(stack, client, 'many', reviews);
      await publishMonth(stack, 'many');
      for (let n = 0; n < opened; n += 1)
        await must(201, origin, `/programmes/many/reviews/opened-${n}`, {
          method: 'PUT',
          headers: stack.as('transformation-team', { 'if-none-match': '*', 'effective-at': '2014-05-02' }),
          body: { title: 'Opened', services: ['Property'], lifecycle: 'active', tier: '1', sros: [] },
        });
      let next: unknown = `/programmes/many/reviews?limit=100`;
      while (typeof next === 'string') {
        const page = JSON.parse((await must(200, origin, next, { headers: stack.as('board') })).text);
        next = typeof page.next === 'string' ? `/programmes/many/reviews?limit=100&cursor=${page.next}` : null;
      }
      await must(200, origin, '/programmes/many/reports/latest', {
        headers: stack.as('board', { accept: 'text/html' }),
      });
      return [
        {
          name: `server, edge, queue and five functions, after ${reviews} reviews of ${kent.programme}'s kind, ${opened} more opened, a roll-up, a page and every list`,
          count: { value: megabytes(stack.tracker.pid, 'VmHWM'), unit: 'MB' },
          goal: 140,
          note: 'The most that the process ever had, its heap as local/start.ts sets it',
        },
        {
          name: 'the same at the end, what it held then',
          count: { value: megabytes(stack.tracker.pid, 'VmRSS'), unit: 'MB' },
          goal: null,
        },
        {
          name: 'the same when it has started and told the sample programmes',
          count: { value: started, unit: 'MB' },
          goal: null,
          note: 'The most that the process ever had until then',
        },
      ];
    } finally {
      client.destroy();
      await stack.stop();
    }
  },
};
