import { expect, it } from 'vitest';
import { missingReferences } from '#domain/registers/references.ts';

const own = { kind: 'milestone', id: 'move' };
const named = (id: string, kind = 'milestone') => ({ kind, id, pointer: `/dependsOn/${id}` });
const judged = (references: readonly ReturnType<typeof named>[], there: readonly string[], inReview = true) =>
  missingReferences({ own, references, isThere: ({ id }) => there.includes(id), inReview });

it('a record may name what is there, and itself', () => {
  expect(judged([], [])).toBeNull();
  expect(judged([named('lease'), named('move')], ['lease'])).toBeNull();
});

it('a record that names what is not there is refused, with each place', () => {
  expect(judged([named('lease'), named('hall', 'option')], ['lease'])).toEqual({
    code: 'content.breaks-rule',
    detail:
      'It names the option hall, which the review does not have, or has struck out: record it first, have it put back, or name another.',
    faults: [
      {
        in: 'body',
        pointer: '/dependsOn/hall',
        message: 'must be an option that is there and not struck out: record it first, or name another',
      },
    ],
  });
  expect(judged([named('move', 'option')], [], false)?.detail).toBe(
    'It names the option move, which the programme does not have, or has struck out: record it first, have it put back, or name another.',
  );
});
