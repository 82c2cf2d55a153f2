export * from '../test/support/http-answer.ts';
