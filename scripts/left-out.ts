import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { OnLoadArgs, OnLoadResult, Plugin, PluginBuild } from 'esbuild';
import ts from 'typescript';

/*
 * What packages bring along that no function here can reach, and what is put in its place: docs/adr/0015-cold-start.md.
 * What is left out throws when it is called after all; nothing is quietly done otherwise.
 */

/** A file of a package, and what stands for it in a bundle. */
interface Replacement {
  readonly file: RegExp;
  readonly why: string;
  readonly by: (text: string, file: string) => string;
}

/** The names that a module of a package exports. */
const exportsOf = (text: string): readonly string[] =>
  ts
    .createSourceFile('module.js', text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS)
    .statements.flatMap((statement) => {
      if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined)
        return ts.isNamedExports(statement.exportClause)
          ? statement.exportClause.elements.map((one) => one.name.text)
          : [];
      if (!ts.canHaveModifiers(statement)) return [];
      if (!ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) return [];
      if (ts.isVariableStatement(statement))
        return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
      return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined
        ? [statement.name.text]
        : [];
    });

/** Every export is there and throws. */
const leftOut = (text: string, file: string): string => {
  const what = file.slice(file.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return `function leftOut() { throw new Error(${JSON.stringify(`${what} is left out of the bundles`)}); }
export { ${exportsOf(text)
    .map((name) => `leftOut as ${name}`)
    .join(', ')} };`;
};

/**
 * The errors of the table and the queue that a function takes more from than the name: the reasons of a cancelled
 * transaction. Any other still comes as the service's own error with its name and status, by which it is told apart.
 */
const errorsRead = ['DynamoDBServiceException', 'SQSServiceException', 'TransactionCanceledException'];

/**
 * The table of a client's shapes without those of errors that nobody reads: `export var Name$ = [-3, …]`, registered. Its
 * computed keys, `[_xN]` of a constant above, are written out: with them esbuild must keep a shape that nothing uses.
 */
const withoutErrors = (text: string): string => {
  const constants = new Map([...text.matchAll(/^const (\w+) = ("[^"]*");$/gm)].map(([, name, value]) => [name, value]));
  const file = ts.createSourceFile('schemas.js', text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  const isLeftOut = (statement: ts.Statement): boolean => {
    const [, name] =
      /^export var (\w+)\$ = \[-3,/.exec(statement.getText(file)) ??
      /^\w+_registry\.registerError\(\w+\$, (\w+)\);$/.exec(statement.getText(file)) ??
      [];
    return name !== undefined && !errorsRead.includes(name);
  };
  return file.statements
    .flatMap((one) => (isLeftOut(one) ? [] : [one.getFullText(file)]))
    .join('')
    .replaceAll(/\[(\w+)\]: /g, (key, name: string) => {
      const value = constants.get(name);
      return value === undefined ? key : `${value}: `;
    });
};

/** The rooms that bundles are made of. */
const rooms = ['schemas', 'registers', 'domain', 'store', 'functions', 'web'];

/** Whether a method of that name is called anywhere in the rooms. */
const isCalled = (() => {
  let all: string | undefined;
  const read = (): string =>
    rooms
      .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)))
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
  return (method: string): boolean => {
    all ??= read();
    return new RegExp(`\\.${method}\\(`).test(all);
  };
})();

/**
 * zod's classic schemas, by way of whose string every format that zod knows comes along: `email(params) { … }` and its
 * like, without those that nobody calls. What it uses within itself is named by its own module, so that the rest falls out.
 */
const withoutFormats = (text: string): string =>
  text
    .replaceAll(
      /^ {4}(\w+)\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},\n/gm,
      (method, name: string) => (isCalled(name) ? method : ''),
    )
    .replace('import { util } from "../core/index.js";', 'import * as util from "../core/util.js";')
    .replaceAll('core.util.', 'util.');

const replacements: readonly Replacement[] = [
  {
    file: /@aws-sdk\/credential-provider-node\/dist-es\/index\.js$/,
    why: "Lambda hands the role's credentials over in the environment, as the local server does. Without them there it fails and says so: no profile, no metadata service, no browser sign-in is asked.",
    by: () => "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/config\/config-resolver\/regionConfig\/getInstanceMetadataRegion\.js$/,
    why: 'Lambda sets AWS_REGION; there is no EC2 instance to ask.',
    by: leftOut,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/,
    why: 'No operation of the table or the queue answers with a stream of events.',
    by: leftOut,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/,
    why: "SHA-256 is Node's own; this is for a runtime without.",
    by: leftOut,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/AdaptiveRetryStrategy\.js$/,
    why: 'Retries are of the standard mode; who sets AWS_RETRY_MODE=adaptive is told that it is not there.',
    by: leftOut,
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/config\/shared-ini-file-loader\/loadSharedConfigFiles\.js$/,
    why: 'A function is set up by its environment; there is no ~/.aws beside it to look for.',
    by: () => `export const CONFIG_PREFIX_SEPARATOR = '.';
export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  },
  {
    file: /@aws-sdk\/middleware-endpoint-discovery\/dist-es\/index\.js$/,
    why: 'Only for accounts that set AWS_ENABLE_ENDPOINT_DISCOVERY; the commands used here never ask for it.',
    by: () => `export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {};
export const resolveEndpointDiscoveryConfig = (config) => config;`,
  },
  {
    file: /@aws-sdk\/client-(?:dynamodb|sqs)\/dist-es\/schemas\/schemas_0\.js$/,
    why: 'Some fifty kinds of errors, of which one is read for more than its name.',
    by: withoutErrors,
  },
  {
    file: /@(?:aws-sdk|smithy)\/[\w-]+\/package\.json$/,
    why: 'Only the version is read, for the User-Agent.',
    by: (text) => {
      const { version }: { version: unknown } = JSON.parse(text);
      return JSON.stringify({ version });
    },
  },
  {
    file: /zod\/v4\/classic\/schemas\.js$/,
    why: 'Formats of strings that no schema has, jwt or ksuid, and all that zod uses within itself.',
    by: withoutFormats,
  },
  {
    file: /zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/,
    why: 'JSON Schema is made for the documents, never by a function that runs.',
    by: leftOut,
  },
];

/** What is not reached is left out; a replacement whose file the bundles do not hold any more is an error. */
export const unreachableLeftOut = (): { readonly plugin: Plugin; readonly unused: () => readonly string[] } => {
  const used = new Set<RegExp>();
  const replaced = ({ file, by }: Replacement, { path }: OnLoadArgs): OnLoadResult => {
    const text = readFileSync(path, 'utf8');
    const contents = by(text, path);
    if (contents !== text) used.add(file);
    return { contents, loader: path.endsWith('.json') ? 'json' : 'js' };
  };
  return {
    plugin: {
      name: 'left out',
      setup: (build: PluginBuild) => {
        for (const one of replacements) build.onLoad({ filter: one.file }, (load) => replaced(one, load));
      },
    },
    unused: () => replacements.filter(({ file }) => !used.has(file)).map(({ file }) => String(file)),
  };
};

const nodeModules = new RegExp(`^(?:node:)?(?:${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`);

/**
 * Node's own modules are taken by `process.getBuiltinModule`: an `import` of `node:http` reads every export of it for the
 * ES module's sake, and one of them is a getter that loads the whole of undici (a third of a cold start).
 */
export const nodeByName: Plugin = {
  name: "Node's own modules by name",
  setup: (build: PluginBuild) => {
    build.onResolve({ filter: nodeModules }, ({ path }) => ({
      path: path.startsWith('node:') ? path : `node:${path}`,
      namespace: 'node',
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};
