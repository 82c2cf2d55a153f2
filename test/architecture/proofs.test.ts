import { expect, it } from 'vitest';
import { filesOf, importsOf } from './source.ts';

interface Proofs {
  readonly what: string;
  readonly files: readonly string[];
  /** Paths in the repository: rooms, or single files. */
  readonly ours: readonly string[];
  /** Packages, and `node:` for Node's own modules. */
  readonly packages: readonly string[];
}

const model = filesOf('test/proofs/model').filter((file) => !file.endsWith('.test.ts'));

const proofs: readonly Proofs[] = [
  {
    what: 'the model knows the words of the API and no rule of the tracker: it imports neither domain nor store',
    files: model,
    ours: ['test/proofs/model/', 'test/proofs/running.ts', 'test/support/', 'schemas/people.ts', 'schemas/problems.ts'],
    packages: ['fast-check', 'vitest', 'node:'],
  },
  {
    what: 'who may do what is written out from the glossary, and from nothing in the operations',
    files: ['test/support/role-table.ts'],
    ours: ['schemas/people.ts'],
    packages: [],
  },
  {
    what: 'the judge of policies knows IAM and nothing of ours',
    files: ['test/support/iam-policy.ts'],
    ours: [],
    packages: [],
  },
  {
    what: 'what an auditor works out from a chain needs none of the tracker’s own code',
    files: ['test/support/chain-links.ts'],
    ours: ['schemas/history.ts'],
    packages: ['node:'],
  },
];

it.each(proofs)('$what', ({ files, ours, packages }) => {
  const may = (imported: string): boolean =>
    ours.some((one) => (one.endsWith('/') ? imported.startsWith(one) : imported === one)) ||
    packages.some((one) => (one === 'node:' ? imported.startsWith(one) : imported === one));
  const astray = files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !may(imported))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(astray).toEqual([]);
});

it('what the tests share imports no test and no proof', () => {
  const astray = filesOf('test/support').flatMap((file) =>
    importsOf(file)
      .filter((imported) => imported.startsWith('test/') && !imported.startsWith('test/support/'))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(astray).toEqual([]);
});

it('the measurements import no test', () => {
  const astray = filesOf('bench').filter((file) => importsOf(file).some((imported) => imported.startsWith('test/')));
  expect(astray).toEqual([]);
});
