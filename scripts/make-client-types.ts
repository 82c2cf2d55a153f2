import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { openApiDocument } from '#schemas/openapi.ts';

/*
 * Writes the types of a client of the published document, which the tests of a running tracker are held to. They are
 * made before types are checked, and are not in git.
 */

const file = resolve(import.meta.dirname, '../test/support/generated/tracker-api.d.ts');
const declarations = await openapiTypescript(JSON.stringify(openApiDocument()), { defaultNonNullable: false });
const text = `// Made by npm run client-types from the code; do not edit.\n\n${astToString(declarations)}`;
if ((await readFile(file, 'utf8').catch(() => undefined)) !== text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
