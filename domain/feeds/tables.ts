import type { FeedTable } from './column.ts';
import { recordTables } from './register-tables.ts';
import { reportTables } from './report-tables.ts';
import { wordsTable } from './settings-table.ts';

/** Every table of the feeds, in the order of the data dictionary. */
export const feedTables: readonly FeedTable[] = [wordsTable, ...recordTables, ...reportTables];

const byName = new Map(feedTables.map((table) => [table.name, table]));

/** The table of a name; undefined where there is none. */
export const feedTable = (name: string): FeedTable | undefined => byName.get(name);
