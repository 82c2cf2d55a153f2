import { expect, it } from 'vitest';
import { filesOf, importsOf, sourceFiles } from './source.ts';

/** Paths in the repository: a room, a single file, or files by the form of their names. */
type Paths = string | RegExp;

interface Arrows {
  readonly room: string;
  /** Where a room has several floors: the one that these arrows are about. */
  readonly floor?: keyof typeof floors;
  /** What may be imported. */
  readonly ours: readonly Paths[];
  /** Packages, and `node:` for Node's own modules. */
  readonly packages: readonly string[];
}

/*
 * The floors of registers/, by the names of files: what a register is can be read by anything that knows the schemas, what it
 * makes of its entries by the domain, and what it shows by the pages.
 */
const record =
  /^registers\/(?:(?:declaration|across|field-kinds|fields|all)\.ts|[a-z-]+\/(?:record|choices|worked-out|projections|across)\.ts)$/;
const report = /^registers\/(?:all-(?:reports|in-figures)\.ts|[a-z-]+\/(?:report|(?:[a-z-]+-)?in-figures)\.ts)$/;
const page = /^registers\/(?:all-pages\.ts|[a-z-]+\/page(?:-[a-z-]+)?\.ts)$/;
const rules =
  /^registers\/(?!(?:all-reports|all-in-figures|all-pages|declaration|across|field-kinds|fields|all)\.ts)(?![a-z-]+\/(?:record|choices|worked-out|projections|across|report|(?:[a-z-]+-)?in-figures|page(?:-[a-z-]+)?)\.ts)/;
const floors = { record, rules, report, page };

const arrows: readonly Arrows[] = [
  { room: 'language', ours: ['language/'], packages: ['zod'] },
  { room: 'schemas', ours: ['language/', 'schemas/', record], packages: ['zod'] },
  { room: 'registers', floor: 'record', ours: ['language/', 'schemas/', record], packages: ['zod'] },
  { room: 'registers', floor: 'rules', ours: ['language/', 'schemas/', 'domain/', record, rules], packages: ['zod'] },
  {
    room: 'registers',
    floor: 'report',
    ours: ['language/', 'schemas/', 'domain/', record, rules, report],
    packages: ['zod'],
  },
  { room: 'registers', floor: 'page', ours: ['language/', 'schemas/', 'web/', record, page], packages: ['zod'] },
  {
    room: 'domain',
    ours: ['language/', 'schemas/', 'domain/', record, rules, report],
    packages: ['zod'],
  },
  {
    room: 'store',
    ours: ['language/', 'schemas/', 'domain/', 'store/', record, rules],
    packages: ['zod', 'node:', '@aws-sdk/client-dynamodb', 'lru-cache'],
  },
  {
    room: 'functions',
    ours: ['language/', 'schemas/', 'domain/', 'store/', 'web/', 'functions/', record, rules],
    packages: [
      'zod',
      'node:',
      '@aws-sdk/client-sqs',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-cognito-identity-provider',
      '@aws-sdk/client-eventbridge',
      '@middy/core',
      '@aws-lambda-powertools/batch',
      '@aws-lambda-powertools/metrics',
      'aws-lambda',
      'lru-cache',
      'jose',
      'openid-client',
      'fflate',
      'domhandler',
      'htmlparser2',
      'pdfkit',
      'write-excel-file',
    ],
  },
  // The browser's own script alone takes GOV.UK Frontend.
  { room: 'web', ours: ['language/', 'schemas/', 'web/', record, page], packages: ['zod', 'govuk-frontend'] },
  {
    room: 'infra',
    ours: [
      'schemas/edge.ts',
      'schemas/operations.ts',
      'schemas/page-routes.ts',
      'schemas/programme-events.ts',
      'schemas/routes.ts',
      'schemas/scheduled-events.ts',
      'schemas/people.ts',
      'store/table/table-definition.ts',
      'infra/',
    ],
    packages: ['zod', 'node:', 'aws-cdk-lib', 'constructs', 'cdk-nag'],
  },
];

/** Single files that may import more than their room, and why. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // Makes the published document; only scripts and tests import it, so no bundle holds it.
  'schemas/openapi.ts': ['zod-openapi', 'package.json'],
};

const isAmong = (paths: Paths, file: string): boolean => {
  if (paths instanceof RegExp) return paths.test(file);
  return paths.endsWith('/') ? file.startsWith(paths) : file === paths;
};

const isAllowed = (file: string, { ours, packages }: Arrows) => {
  const extra = exceptions[file] ?? [];
  return (imported: string): boolean =>
    extra.includes(imported) ||
    ours.some((one) => isAmong(one, imported)) ||
    packages.some((one) => (one === 'node:' ? imported.startsWith(one) : imported === one));
};

it.each(arrows.map((arrow) => [[arrow.room, arrow.floor].filter(Boolean).join(', '), arrow] as const))(
  '%s imports only what it may',
  (_, arrow) => {
    const files = filesOf(arrow.room).filter((file) => arrow.floor === undefined || floors[arrow.floor].test(file));
    const astray = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !isAllowed(file, arrow)(imported))
        .map((imported) => `${file} -> ${imported}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(astray).toEqual([]);
  },
);

it('every file of registers/ stands on one floor', () => {
  const count = (file: string) => Object.values(floors).filter((one) => one.test(file)).length;
  expect(filesOf('registers').filter((file) => count(file) !== 1)).toEqual([]);
});

it('the store alone talks to the database; beside it, what makes tables and what copies them', () => {
  const makers = [
    'local/create-table.ts',
    'cli/restore-drill.ts',
    'cli/table-copy.ts',
    'cli/table-settings.ts',
    'scripts/keep-release.ts',
  ];
  const importers = sourceFiles.filter((file) =>
    importsOf(file).some((one) => one.startsWith('@aws-sdk/client-dynamodb')),
  );
  expect(importers.filter((file) => file.startsWith('store/'))).not.toEqual([]);
  expect(importers.filter((file) => !file.startsWith('store/'))).toEqual(makers);
});

const importersOf = (room: string): readonly string[] =>
  sourceFiles.flatMap((file) =>
    file.startsWith(`${room}/`) || !importsOf(file).some((imported) => imported.startsWith(`${room}/`)) ? [] : [file],
  );

it('nothing that is shipped or run imports a test', () => {
  expect(importersOf('test')).toEqual([]);
});

it('nothing that is shipped or run imports the measurements, and they import no test', () => {
  expect(importersOf('bench')).toEqual([]);
  expect(filesOf('bench').length).toBeGreaterThan(0);
  const astray = filesOf('bench').filter((file) => importsOf(file).some((one) => one.startsWith('test/')));
  expect(astray).toEqual([]);
});

it.each(['local', 'cli', 'examples'])('what is deployed does not import %s', (room) => {
  const others = importersOf(room).filter((file) => !/^(?:local|cli|scripts|examples)\//.test(file));
  expect(others).toEqual([]);
});

it('the local server does not import the operator’s commands', () => {
  expect(importersOf('cli').filter((file) => !file.startsWith('scripts/'))).toEqual([]);
});

it('the examples send what they tell through the API, so they import no room but schemas', () => {
  const astray = filesOf('examples').flatMap((file) =>
    importsOf(file)
      .filter((imported) => /^(?:domain|store|functions|infra|web)\//.test(imported))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(filesOf('examples').length).toBeGreaterThan(0);
  expect(astray).toEqual([]);
});

it('the OpenAPI document is made in development: nothing that is bundled imports its maker', () => {
  const importers = sourceFiles.filter((file) => importsOf(file).includes('schemas/openapi.ts'));
  expect(importers.length).toBeGreaterThan(0);
  expect(importers.filter((file) => !file.startsWith('scripts/'))).toEqual([]);
});
