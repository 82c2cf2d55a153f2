import { Worker } from 'node:worker_threads';
import { siblingModuleUrl } from './sibling-module-url.ts';
import type { TableToMake } from './table-thread.ts';

/**
 * Makes the table in a thread that ends with it: what the AWS SDK takes of memory is wanted at the start and never again.
 *
 * @throws what the endpoint answers.
 */
export const createTableApart = (made: TableToMake): Promise<void> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(siblingModuleUrl('table-thread'), { workerData: made });
    thread.once('error', reject);
    thread.once('exit', () => resolve());
  });
