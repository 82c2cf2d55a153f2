import { parentPort, workerData } from 'node:worker_threads';
import { createTable } from './create-table.ts';

/** Which table is to be there before the thread ends. */
export interface TableToMake {
  readonly endpoint: string;
  readonly tableName: string;
}

if (parentPort !== null) {
  const { endpoint, tableName }: TableToMake = workerData;
  await createTable(endpoint, tableName);
}
