import type { Operation } from '#schemas/operations.ts';
import type { Answer, PageAnswer } from './answer.ts';
import { log, logged } from './log.ts';
import type { HttpAnswer } from './problem.ts';
import { fitsWhateverItHolds, thatFit } from './response-size.ts';

/** Responses leave through their schema: only declared fields go out. @throws where it does not fit */
export const throughSchema = (operation: Operation, given: unknown): string => {
  const body = operation.success.schema.safeParse(given);
  if (body.success) return JSON.stringify(body.data);
  log.error(logged.answerDoesNotFit, {
    operation: operation.id,
    places: body.error.issues.map((one) => one.path.join('/')),
  });
  throw new Error(`the answer of ${operation.id} does not fit its schema`);
};

const pageText = (operation: Operation, { items, nextAfter }: PageAnswer): string => {
  const textOf = (shown: readonly unknown[]) =>
    throughSchema(operation, { items: shown, next: nextAfter(shown.length) });
  const text = textOf(items);
  if (fitsWhateverItHolds(text)) return text;
  const shown = thatFit(items);
  return shown.length === items.length ? text : textOf(shown);
};

const jsonHeaders = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** An answer as it is sent. */
export const httpAnswerOf = (operation: Operation, answer: Answer): HttpAnswer => {
  switch (answer.kind) {
    case 'not-modified':
      return { statusCode: 304, headers: { ...answer.headers }, body: '' };
    case 'text':
      return {
        statusCode: 200,
        headers: { 'content-type': answer.mediaType, ...answer.headers },
        body: answer.body,
      };
    case 'file':
      return {
        statusCode: 200,
        headers: { 'content-type': answer.mediaType, ...answer.headers },
        body: answer.base64,
        isBase64Encoded: true,
      };
    case 'json':
      return {
        statusCode: answer.status,
        headers: { ...jsonHeaders, ...answer.headers },
        body: answer.text ?? throughSchema(operation, answer.body),
      };
    case 'page':
      return { statusCode: 200, headers: jsonHeaders, body: pageText(operation, answer) };
  }
};
