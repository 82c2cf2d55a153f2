import { expect, it } from 'vitest';
import { filesOf, importsOf } from './source.ts';

interface Allowed {
  /** Paths in the repository: rooms, or single files. */
  readonly ours: readonly string[];
  /** Packages, and `node:` for Node's own modules. */
  readonly packages: readonly string[];
}

const astray = (files: readonly string[], { ours, packages }: Allowed): readonly string[] => {
  const may = (imported: string): boolean =>
    ours.some((one) => (one.endsWith('/') ? imported.startsWith(one) : imported === one)) ||
    packages.some((one) => (one === 'node:' ? imported.startsWith(one) : imported === one));
  expect(files.length).toBeGreaterThan(0);
  return files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !may(imported))
      .map((imported) => `${file} -> ${imported}`),
  );
};

it('the model knows the words of the API and no rule of the tracker: it imports neither domain nor store', () => {
  const model = filesOf('test/proofs/model').filter((file) => !file.endsWith('.test.ts'));
  const ours = ['test/proofs/model/', 'test/proofs/running.ts', 'test/support/', 'schemas/problems.ts'];
  expect(astray(model, { ours, packages: ['fast-check', 'vitest', 'node:'] })).toEqual([]);
});

it('who may do what is written out from the glossary, and from nothing in the operations', () => {
  expect(
    astray(['test/support/role-table.ts', 'test/support/role-registers.ts', 'test/support/standing.ts'], {
      ours: ['schemas/people.ts', 'test/support/role-registers.ts', 'test/support/standing.ts'],
      packages: [],
    }),
  ).toEqual([]);
});

it('the judge of policies knows IAM and nothing of ours', () => {
  expect(astray(['test/support/iam-policy.ts'], { ours: [], packages: [] })).toEqual([]);
});

it('what an auditor works out from a chain needs none of the tracker’s own code', () => {
  const allowed = { ours: ['schemas/history.ts', 'schemas/salts.ts', 'test/support/auditor.ts'], packages: ['node:'] };
  expect(astray(['test/support/chain-links.ts', 'test/support/auditor.ts'], allowed)).toEqual([]);
});

it('what the tests share imports no test and no proof', () => {
  const outside = filesOf('test/support').flatMap((file) =>
    importsOf(file)
      .filter((imported) => imported.startsWith('test/') && !imported.startsWith('test/support/'))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(outside).toEqual([]);
});
