import { randomUUID } from 'node:crypto';

/** Everything that a rule must not do, for the check that looks for it. */
export const sample = (): unknown => [new Date(), Date.now(), Math.random(), randomUUID()];

/** What no source may do with a class of the database's client. */
export const isDate = (one: unknown): boolean => one instanceof Date;

/** What no source may make when it is loaded. */
export const formatter = new Intl.NumberFormat('en-GB');
