import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { getOpenApi } from '../api/get-openapi.ts';
import { getPage } from '../api/get-page.ts';
import type { ServesPage } from '../http/call.ts';
import { claimNamesFrom, claimsShape, readEnvironment } from '../http/environment.ts';
import { httpApi } from '../http/http-api.ts';

/** Serves what needs no token, and says of every other address that there is nothing; it holds no grant at all. */
const environment = readEnvironment({
  ...claimsShape,
  ISSUER: z.string().min(1),
  CLIENT_ID: z.string().min(1),
  /** Where the issuer's token endpoint is, if that is another origin than the issuer's; space-separated. */
  ISSUER_ORIGINS: z.string().optional(),
  /** The scopes to ask for where the issuer wants one of the API's own (Entra ID). */
  SCOPE: z.string().min(1).optional(),
  /** The folder of the built assets: next to the bundle, where Lambda puts that, unless said. */
  ASSETS: z.string().min(1).default('/var/task/assets'),
});

const folder = pathToFileURL(`${environment.ASSETS}/`);
const texts = new Map<string, string>();

export const handler = httpApi<ServesPage & { readonly table?: never }>(
  {
    host: 'front',
    claims: claimNamesFrom(environment),
    now: () => new Date().toISOString(),
    deps: {
      issuer: environment.ISSUER,
      clientId: environment.CLIENT_ID,
      ...(environment.SCOPE === undefined ? {} : { scope: environment.SCOPE }),
      issuerOrigins: [
        new URL(environment.ISSUER).origin,
        ...(environment.ISSUER_ORIGINS ?? '').split(' ').filter((one) => one !== ''),
      ],
      asset: (name) => {
        const known = texts.get(name);
        if (known !== undefined) return known;
        const text = readFileSync(new URL(name, folder), 'utf8');
        texts.set(name, text);
        return text;
      },
    },
  },
  [getPage, getOpenApi],
);
