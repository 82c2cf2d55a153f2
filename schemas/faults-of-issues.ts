import type * as z from 'zod';
import type { Fault } from './problems.ts';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return Number.isNaN(value) ? 'not a number' : 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'an object';
  }
};

const expectedWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  tuple: 'a list',
  record: 'an object',
};

/** What is wrong, in plain English, where a schema does not say it in its own words. */
export const inPlainEnglish = (issue: RawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is required'
        : `must be ${expectedWords[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'is required'
        : `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return `must ${issue.origin === 'array' ? 'hold' : 'be'} at least ${String(issue.minimum)}${issue.origin === 'array' ? ' entries' : issue.origin === 'string' ? ' characters long' : ''}`;
    case 'too_big':
      return `must ${issue.origin === 'array' ? 'hold' : 'be'} at most ${String(issue.maximum)}${issue.origin === 'array' ? ' entries' : issue.origin === 'string' ? ' characters long' : ''}`;
    case 'invalid_union':
      return issue.input === undefined ? 'is required' : 'is none of the forms that are taken here';
    default:
      return 'does not fit';
  }
};

/** The JSON pointer of a place (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const knowsEveryField = (branch: readonly Issue[]): boolean => branch.every(({ code }) => code !== 'unrecognized_keys');

/** Of a union's branches the one that the sender meant: the one that fits at its top, or of several the one that knows every field. */
const meantBranch = (issue: Issue): readonly Issue[] | undefined => {
  if (issue.code !== 'invalid_union') return undefined;
  const fitting = issue.errors.filter(
    (branch) => branch.length > 0 && branch.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
  );
  const [meant, ...others] = fitting.length === 1 ? fitting : fitting.filter(knowsEveryField);
  return others.length === 0 ? meant : undefined;
};

/** Nothing was sent there: whatever a schema says of what fits, that is what is wrong. Issues say so where they report their input. */
const isMissing = (issue: Issue): boolean =>
  'input' in issue &&
  issue.input === undefined &&
  (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union');

const faultsOfIssue = (where: Fault['in'], issue: Issue, above: readonly PropertyKey[]): readonly Fault[] => {
  const path = [...above, ...issue.path];
  const meant = meantBranch(issue);
  if (meant !== undefined) return meant.flatMap((one) => faultsOfIssue(where, one, path));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ in: where, pointer: pointerOf([...path, key]), message: 'is not a field here' }));
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined && issue.errors.length === 0)
    return [
      {
        in: where,
        pointer: pointerOf(path.at(-1) === issue.discriminator ? path : [...path, issue.discriminator]),
        message: 'is not one of the kinds that are taken here',
      },
    ];
  return [{ in: where, pointer: pointerOf(path), message: isMissing(issue) ? 'is required' : issue.message }];
};

export const mostFaults = 100;

/** Every fault of a value, each with the JSON pointer of its place. */
export const faultsOf = (where: Fault['in'], error: z.core.$ZodError | undefined): readonly Fault[] =>
  (error?.issues ?? []).flatMap((issue) => faultsOfIssue(where, issue, [])).slice(0, mostFaults);
