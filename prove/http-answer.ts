import * as z from 'zod';

/** What a function answers to the HTTP API. */
export const HttpAnswer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type HttpAnswer = z.infer<typeof HttpAnswer>;

/** The JSON of an answer; undefined where it is another text. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
