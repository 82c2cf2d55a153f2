import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A `.meta({ ... })` of a schema, without another object in it. */
const meta = /\.meta\(\{[^{}]*\}\)/g;
/** Its label or hint: what documents say of a field. */
const documentText = /\b(title|description):(\s*)('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g;

/** The same source with every label and hint empty, and everything else at its line and column, so that source maps hold. */
export const withoutDocumentText = (source: string): string =>
  source.replaceAll(meta, (call) =>
    call.replaceAll(
      documentText,
      (_, name: string, space: string, text: string) => `${name}:${space}''${' '.repeat(text.length - 2)}`,
    ),
  );

/**
 * Leaves out of a bundle what only documents say of fields (docs/adr/0064-texts-of-documents-in-no-bundle.md): they are generated from
 * the source, and no function reads them.
 */
export const leavesOutDocumentText: Plugin = {
  name: 'leaves out the texts of documents',
  setup: (build) => {
    build.onLoad({ filter: /[\\/](?:registers|schemas|language)[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: withoutDocumentText(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
