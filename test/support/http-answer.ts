import { unzipSync } from 'fflate';
import * as z from 'zod';

/** The formats of files whose texts an answer shows as its own. */
export const archiveTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
] as const;

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** The text that a body in base64 is of; of an archive the texts of its files, so that what must not be in it is looked for there. */
const textOf = (bytes: Buffer): string =>
  bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
    ? Object.values(unzipSync(bytes)).map(utf8).join('\n')
    : utf8(bytes);

/** What a function answers to the HTTP API, and the HTTP API hands on: a body in base64 as the text that it is of. */
export const HttpAnswer = z
  .object({
    statusCode: z.int(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
    isBase64Encoded: z.boolean().optional(),
  })
  .transform(({ isBase64Encoded, body, ...answer }) => {
    const bytes = Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
    return { ...answer, body: isBase64Encoded === true ? textOf(bytes) : body, bytes };
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
