export * from '../test/support/function-handlers.ts';
