export * from '../test/support/records.ts';
