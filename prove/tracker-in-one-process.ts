export * from '../test/support/tracker-in-one-process.ts';
