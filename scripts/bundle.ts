import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { fontFiles } from '#functions/files/pdf/fonts.ts';
import { hosts } from '#schemas/operations.ts';
import { boardReportStyle, govukStyle } from './pages-style.ts';

/** Every Lambda function that is deployed; each has its entry in functions/hosts/. */
export const bundledHosts = [...hosts, 'pages', 'roll-up', 'messages', 'pre-token', 'users-export', 'canary'] as const;

/** How every handler is bundled, wherever it then runs: docs/adr/0002-bundles.md. */
export const handlerOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  // A ninth of an import: for an ES module Node reads every export of `node:http`, of which one loads its HTTP client for browsers
  // (docs/adr/0076-functions-are-deployed-as-commonjs.md).
  format: 'cjs',
  // Without it packages that ship both forms are taken as CommonJS, which cannot be shaken: 43% larger.
  mainFields: ['module', 'main'],
  minify: true,
  charset: 'utf8',
  sourcemap: 'linked',
  sourcesContent: false,
  outExtension: { '.js': '.cjs' },
  // The writer of PDF looks for files of its own there, which it has no need of.
  define: { 'import.meta.url': '"file:///var/task/index.cjs"' },
  logLevel: 'warning',
  write: false,
} as const satisfies BuildOptions;

/** What a function loads only once it is asked for: files of their own beside its bundle, from `functions/files/`. */
export const loadedLater = [
  'board/writers',
  'board/paper',
  'pages/workbooks',
  'queries/facts',
  'queries/drafts',
  'queries/writers',
  'queries/paper',
] as const;

/** A dynamic import of one stays one, of the file that is deployed. */
const apart: Plugin = {
  name: 'apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/files\/[a-z]+\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.cjs`, external: true } : undefined,
    );
  },
};

/** How the browser's script and styles are bundled. */
export const browserOptions = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
  write: false,
} as const satisfies BuildOptions;

/** What the pages function serves from its own folder besides `pages.css`. */
const pagesScript = { in: 'web/enhance/pages.ts', out: 'pages' };
/** What a report is drawn on paper with, in the folder of each function that does. */
const fonts = { from: 'node_modules/@fontsource/noto-sans/files', to: ['board/fonts', 'queries/fonts'] } as const;
const openapi = 'docs/reference/openapi.json';

const entryOf = (host: string): string => `functions/hosts/${host}.ts`;

const namesIn = async (folder: string, extension: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((file) => file.endsWith(extension)).map((file) => basename(file, extension));

/** Without this check a host that is missing from the list would silently never be deployed. */
const strayEntries = async (): Promise<readonly string[]> =>
  (await namesIn('functions/hosts', '.ts')).filter((name) => !bundledHosts.some((host) => host === name));

interface Made {
  readonly path: string;
  readonly contents: Uint8Array;
}

/** A warning of esbuild's, a name that is imported but not exported for one, is a fault when the function runs. */
const made = async (options: BuildOptions & { readonly write: false }): Promise<readonly Made[]> => {
  const { outputFiles, warnings } = await build(options);
  if (warnings.length > 0)
    throw new Error(`nothing was replaced: esbuild gives ${warnings.length} warnings, see above`);
  return outputFiles.map(({ path, contents }) => ({ path, contents }));
};

/** Their style is minified already, and holds what esbuild would warn of. */
const pagesAssets = async (outdir: string): Promise<readonly Made[]> => {
  const entryPoints = [pagesScript, { in: 'web/design/pages.css', out: 'pages' }];
  const [govuk, report, ours] = await Promise.all([
    govukStyle(),
    boardReportStyle(),
    made({ ...browserOptions, entryPoints, outdir }),
  ]);
  return ours.map(({ path, contents }) =>
    path.endsWith('.css')
      ? { path, contents: Buffer.concat([Buffer.from(govuk), contents, Buffer.from(report)]) }
      : { path, contents },
  );
};

const fontsIn = (outdir: string): Promise<readonly Made[]> =>
  Promise.all(
    fonts.to.flatMap((folder) =>
      fontFiles.map(async (name) => ({
        path: join(outdir, folder, name),
        contents: await readFile(join(fonts.from, name)),
      })),
    ),
  );

/** The document without its line ends and indents: half the bytes. */
const compact = (json: string): Uint8Array => new TextEncoder().encode(JSON.stringify(JSON.parse(json)));

/**
 * Puts the files in the place of what is in the folder. Each is moved in whole, so that a tracker that starts, or another
 * build, never meets half a bundle; what no longer belongs is removed last.
 */
const replace = async (outdir: string, files: readonly Made[]): Promise<void> => {
  const making = resolve(outdir, `.making-${process.pid}`);
  await Promise.all(
    files.map(async ({ path, contents }) => {
      const made = join(making, relative(outdir, path));
      await Promise.all([made, path].map((file) => mkdir(dirname(file), { recursive: true })));
      await writeFile(made, contents);
      await rename(made, path);
    }),
  );
  await rm(making, { recursive: true });
  const belongs = new Set(files.map(({ path }) => resolve(path)));
  const present = await readdir(outdir, { recursive: true, withFileTypes: true });
  const strays = present
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.making-'))
    .map((entry) => resolve(entry.parentPath, entry.name))
    .filter((path) => !belongs.has(path));
  await Promise.all(strays.map((path) => rm(path, { force: true })));
};

/**
 * Bundles every host to `<outdir>/<host>/index.cjs` with its source map, the browser's files to
 * `<outdir>/pages/assets/`, and the API's description to `<outdir>/front/assets/`. All is built before anything is replaced, so a failed build leaves the last good one.
 * A missing entry, an entry that is not listed and any warning is an error.
 */
export const bundle = async (outdir = 'dist'): Promise<readonly Made[]> => {
  const stray = await strayEntries();
  if (stray.length > 0)
    throw new Error(`not in the list of hosts of scripts/bundle.ts: ${stray.map(entryOf).join(', ')}`);
  const [handlers, pages, document] = await Promise.all([
    made({
      ...handlerOptions,
      entryPoints: {
        ...Object.fromEntries(bundledHosts.map((host) => [`${host}/index`, entryOf(host)])),
        ...Object.fromEntries(loadedLater.map((path) => [path, `functions/files/${basename(path)}.ts`])),
      },
      plugins: [apart],
      outdir,
    }),
    pagesAssets(join(outdir, 'pages/assets')),
    readFile(openapi, 'utf8'),
  ]);
  const files = [
    ...(await fontsIn(outdir)),
    ...handlers,
    ...pages,
    { path: join(outdir, 'front/assets/openapi.json'), contents: compact(document) },
  ];
  await replace(outdir, files);
  return files;
};

const kilobytes = ({ contents }: Made): string => `${Math.ceil(contents.byteLength / 1024)} KB`;
const label = (path: string): string => (basename(path) === 'index.cjs' ? basename(dirname(path)) : basename(path));

if (import.meta.main) {
  try {
    const files = (await bundle()).filter(({ path }) => !path.endsWith('.map'));
    console.log(files.map((file) => `${label(file.path)} ${kilobytes(file)}`).join(', '));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
