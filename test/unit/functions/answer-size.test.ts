import { expect, it } from 'vitest';
import { answerSize } from '#functions/http/middleware/answer-size.ts';

/* An answer that is larger than Lambda hands on would be a bare fault of the gateway. */

const after = (body: string) => {
  const request = { response: { statusCode: 200, headers: {}, body }, event: { rawPath: '/programmes/p' } };
  Reflect.apply(answerSize().after ?? (() => undefined), undefined, [request]);
  return request.response;
};

it('an answer that Lambda would not hand on is a problem that says what to ask for instead', () => {
  const { statusCode, body } = after('"'.repeat(6 * 1024 * 1024));
  expect(statusCode).toBe(422);
  expect(JSON.parse(body)).toMatchObject({
    code: 'answer.too-large',
    detail: expect.stringContaining('page by page'),
    instance: expect.any(String),
  });
});

it('any other is left as it is', () => {
  expect(after('"few"')).toEqual({ statusCode: 200, headers: {}, body: '"few"' });
});
