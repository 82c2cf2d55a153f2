import * as z from 'zod';

/** What a function answers to the HTTP API, and the HTTP API hands on: a body in base64 as the text that it is of. */
export const HttpAnswer = z
  .object({
    statusCode: z.int(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
    isBase64Encoded: z.boolean().optional(),
  })
  .transform(({ isBase64Encoded, body, ...answer }) => ({
    ...answer,
    body: isBase64Encoded === true ? Buffer.from(body, 'base64').toString('utf8') : body,
  }));
export type HttpAnswer = z.infer<typeof HttpAnswer>;

/** The JSON of an answer; undefined where it is another text. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
