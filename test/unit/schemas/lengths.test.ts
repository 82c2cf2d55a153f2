import { describe, expect, it } from 'vitest';
import { Title } from '#schemas/ids.ts';

describe('a title of at most 200 characters, as people see them', () => {
  it.each([
    ['letters', 'a'],
    ['accents that are set on a letter', 'e\u0301'],
    ['characters beyond the basic plane', '𝒜'],
    ['flags', '🇬🇧'],
    ['families', '👩‍👩‍👧'],
  ])('may be 200 %s and no more', (_, one) => {
    expect(Title.safeParse(one.repeat(200)).success).toBe(true);
    expect(Title.safeParse(one.repeat(201)).success).toBe(false);
  });

  it('does not hold a page of marks on one letter', () => {
    expect(Title.safeParse(`a${'\u0301'.repeat(2_000)}`).success).toBe(false);
  });
});
