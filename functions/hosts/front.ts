import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { getOpenApi } from '../api/get-openapi.ts';
import type { ServesDocument } from '../http/call.ts';
import { claimNamesFrom, claimsShape, readEnvironment } from '../http/environment.ts';
import { httpApi } from '../http/http-api.ts';

/** Serves the API's description, and says of every other address that there is nothing; it holds no grant at all. */
const environment = readEnvironment({
  ...claimsShape,
  /** The folder of the built assets: next to the bundle, where Lambda puts that, unless said. */
  ASSETS: z.string().min(1).default('/var/task/assets'),
});

const document = new URL('openapi.json', pathToFileURL(`${environment.ASSETS}/`));
let text: string | undefined;

export const handler = httpApi<ServesDocument & { readonly table?: never }>(
  {
    host: 'front',
    claims: claimNamesFrom(environment),
    now: () => new Date().toISOString(),
    deps: {
      openapi: () => {
        text ??= readFileSync(document, 'utf8');
        return text;
      },
    },
  },
  [getOpenApi],
);
