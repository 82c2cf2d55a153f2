export * from '../test/support/request-event.ts';
