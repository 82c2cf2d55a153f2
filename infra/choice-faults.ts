import type * as z from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number without quotes',
  int: 'a whole number without quotes',
  boolean: 'true or false, without quotes',
  array: 'a list in [ ]',
  object: 'a group in { }',
};

const either = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(' or ');

/** What is wrong with a choice, to follow its name; undefined leaves it to the parser's own words. */
export const sentenceOf = (issue: z.core.$ZodRawIssue): string | undefined => {
  if (issue.code === 'unrecognized_keys')
    return `has what is no choice: ${issue.keys.map((key) => `"${key}"`).join(', ')} (docs/deploy.md, "Every choice")`;
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${either(issue.values)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return undefined;
  }
};
