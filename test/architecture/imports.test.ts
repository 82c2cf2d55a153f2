import { expect, it } from 'vitest';
import { filesOf, importsOf, sourceFiles } from './source.ts';

interface Arrows {
  readonly room: string;
  /** Paths in the repository that may be imported: rooms, or single files. */
  readonly ours: readonly string[];
  /** Packages, and `node:` for Node's own modules. */
  readonly packages: readonly string[];
}

const arrows: readonly Arrows[] = [
  { room: 'language', ours: ['language/'], packages: ['zod'] },
  { room: 'schemas', ours: ['language/', 'schemas/'], packages: ['zod'] },
  { room: 'domain', ours: ['language/', 'schemas/', 'domain/'], packages: ['zod'] },
  {
    room: 'store',
    ours: ['language/', 'schemas/', 'domain/', 'store/'],
    packages: ['zod', 'node:', '@aws-sdk/client-dynamodb', 'lru-cache'],
  },
  {
    room: 'functions',
    ours: ['language/', 'schemas/', 'domain/', 'store/', 'web/', 'functions/'],
    packages: [
      'zod',
      'node:',
      '@aws-sdk/client-sqs',
      '@middy/core',
      '@aws-lambda-powertools/batch',
      'aws-lambda',
      'lru-cache',
    ],
  },
  { room: 'web', ours: ['language/', 'schemas/', 'web/'], packages: ['zod'] },
  {
    room: 'infra',
    ours: [
      'schemas/operations.ts',
      'schemas/routes.ts',
      'schemas/scheduled-events.ts',
      'schemas/people.ts',
      'store/table/table-definition.ts',
      'infra/',
    ],
    packages: ['node:', 'aws-cdk-lib', 'constructs', 'cdk-nag'],
  },
];

/** Single files that may import more than their room, and why. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // Makes the published document; only scripts and tests import it, so no bundle holds it.
  'schemas/openapi.ts': ['zod-openapi', 'package.json'],
};

const isAllowed = (file: string, { ours, packages }: Arrows) => {
  const extra = exceptions[file] ?? [];
  return (imported: string): boolean =>
    extra.includes(imported) ||
    ours.some((one) => (one.endsWith('/') ? imported.startsWith(one) : imported === one)) ||
    packages.some((one) => (one === 'node:' ? imported.startsWith(one) : imported === one));
};

it.each(arrows)('$room imports only what it may', (arrow) => {
  const files = filesOf(arrow.room);
  const astray = files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !isAllowed(file, arrow)(imported))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(astray).toEqual([]);
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
