import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pagesPath } from '#schemas/page-routes.ts';
import type { PageAnswer } from './page-answer.ts';

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;
type Ending = keyof typeof types;

/** A file of the pages under a name that holds its digest: it can be kept for ever. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** The file at an address; undefined where it is none. */
  readonly at: (path: string) => PageAnswer | undefined;
}

const folder = `${pagesPath}/assets`;
const forEver = 'public, max-age=31536000, immutable';

const read = (from: URL, ending: Ending) => {
  const text = readFileSync(new URL(`pages.${ending}`, from), 'utf8');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { ending, text, path: `${folder}/pages-${digest}.${ending}` };
};

/** @param from the folder of the built files, next to the bundle */
export const assetsIn = (from: URL): Assets => {
  const [style, script] = [read(from, 'css'), read(from, 'js')];
  return {
    style: style.path,
    script: script.path,
    at: (path) => {
      const found = [style, script].find(
        (one) => path.startsWith(`${folder}/pages-`) && path.endsWith(`.${one.ending}`),
      );
      if (found === undefined) return undefined;
      return {
        statusCode: 200,
        headers: {
          'content-type': types[found.ending],
          // A page from before a deployment gets the file of today, which is not the one that its name promises.
          'cache-control': path === found.path ? forEver : 'no-cache',
        },
        body: found.text,
      };
    },
  };
};
