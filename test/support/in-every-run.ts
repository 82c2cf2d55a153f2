import { type Operation, operations } from '#schemas/operations.ts';

/*
 * Most operations are made of the declarations of registers, and do the same for each. `npm test` tries one operation of each kind, of another
 * register for each kind; `npm run test:long` tries the others.
 */

const alike = Map.groupBy(operations, ({ useCase, scope, method }) => `${useCase} ${scope ?? ''} ${method}`);
const inEveryRun = new Set([...alike.values()].map((same, n) => same[n % same.length]?.id));

/** The tags of a test of one operation. */
export const tagsOf = ({ id }: Pick<Operation, 'id'>): string[] => (inEveryRun.has(id) ? [] : ['long']);

interface Part {
  readonly which: string;
  readonly these: readonly Operation[];
  readonly tags: string[];
}
/** Operations that are tried in one test: those of every run, and the others. */
export const inTwoParts = (all: readonly Operation[]): readonly Part[] => [
  { which: 'one operation of each kind', these: all.filter((one) => tagsOf(one).length === 0), tags: [] },
  { which: 'the others of each kind', these: all.filter((one) => tagsOf(one).length > 0), tags: ['long'] },
];
