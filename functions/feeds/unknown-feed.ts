import type { Refusal } from '#schemas/problems.ts';

export const unknownFeed = (name: string): Refusal => ({
  code: 'feed.unknown',
  detail: `There is no table ${name}.`,
});
