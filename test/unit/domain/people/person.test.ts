import { describe, expect, it } from 'vitest';
import { putPerson, seenPerson } from '#domain/people/person.ts';

/* From when a name holds, where the clocks of two functions differ by milliseconds (docs/meaning.md PEOPLE-20, TIME-9). */

const last = '2026-03-01T09:00:00.250Z';
const before = { names: [{ from: last, name: 'Dilys Dale', by: 'pat-office' }], enteredByOffice: true };
const put = (now: string, effectiveAt?: string) =>
  putPerson({
    id: 'director',
    before,
    record: { name: 'Dilys Hill' },
    by: 'pat-office',
    now,
    effectiveAt,
    token: undefined,
  });

describe('A name that somebody enters', () => {
  it.each([
    ['after the last one', '2026-03-01T09:00:00.300Z', '2026-03-01T09:00:00.300Z'],
    ['by a clock that is behind', '2026-03-01T09:00:00.100Z', last],
  ])('%s holds from then, and never before the last one', (_when, now, from) => {
    expect(put(now)).toMatchObject({ kind: 'done', result: { names: [{ from: last }, { name: 'Dilys Hill', from }] } });
  });

  it('and is said to hold from before the last one is refused', () => {
    const decided = put('2026-03-02T09:00:00.000Z', '2026-03-01T00:00:00.000Z');
    expect(decided).toMatchObject({ kind: 'refused', refusal: { code: 'effective.out-of-order' } });
  });
});

it('a name that a token brings by a clock that is behind does not hold from before the last one', () => {
  const actor = { subject: 'director', organisation: 'council', roles: ['sro' as const], name: 'Dilys Hill' };
  const seen = seenPerson({ ...before, tokenName: 'Dilys Dale' }, actor, '2026-03-01T09:00:00.100Z');
  expect(seen?.names.at(-1)).toMatchObject({ name: 'Dilys Hill', from: last });
});
