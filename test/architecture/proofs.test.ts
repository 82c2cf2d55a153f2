import { expect, it } from 'vitest';
import { filesOf, importsOf } from './source.ts';

interface Proofs {
  readonly what: string;
  readonly of: (file: string) => boolean;
  /** Paths in the repository: rooms, or single files. */
  readonly ours: readonly string[];
  /** Packages, and `node:` for Node's own modules. */
  readonly packages: readonly string[];
}

const within = (folder: string) => (file: string) => file.startsWith(`prove/${folder}/`);
const policies = (file: string) => within('policies')(file) || file === 'prove/policy-checks.ts';
const modelOrTamperings = (file: string) => within('model')(file) || within('tampering')(file);

/** The tracker that is asked, and how; whoever proves something is told no more of it than its answers. */
const asking = ['prove/tracker-in-one-process.ts', 'prove/request-event.ts', 'prove/http-answer.ts', 'prove/there.ts'];

const proofs: readonly Proofs[] = [
  {
    what: 'the model knows the words of the API and no rule of the tracker: it imports neither domain nor store',
    of: within('model'),
    ours: ['prove/model/', ...asking, 'schemas/people.ts', 'schemas/problems.ts'],
    packages: ['zod', 'node:'],
  },
  {
    what: 'who tampers knows the export and its digests',
    of: within('tampering'),
    ours: ['prove/tampering/', 'prove/there.ts', 'language/', 'schemas/', 'store/'],
    packages: [],
  },
  {
    what: 'the checks of policies run the whole tracker and read its synthesised stacks',
    of: policies,
    ours: [
      'prove/policies/',
      'prove/',
      'language/',
      'schemas/',
      'store/table/table-definition.ts',
      'local/',
      'infra/',
      'examples/',
      'cdk.json',
    ],
  },
  {
    what: "the other proofs run the functions' handlers, and read what is stored through the store",
    of: (file) => !modelOrTamperings(file) && !policies(file),
    ours: ['prove/', 'language/', 'schemas/', 'domain/position/', 'store/', 'functions/hosts/', 'local/'],
    packages: ['zod', 'node:', '@aws-sdk/client-dynamodb', 'jose'],
  },
];

it.each(proofs)('$what', ({ of, ours, packages }) => {
  const files = filesOf('prove').filter(of);
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
