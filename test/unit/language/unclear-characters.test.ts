import { describe, expect, it } from 'vitest';
import { isolatedText, shownText, unclearIn } from '#language/unclear-characters.ts';

describe('Text that people can read as it is written', () => {
  it.each([
    ['Welsh', 'Tŷ\u0302 Glanyrafon, w\u0302yl'],
    ['Vietnamese, decomposed', 'Vie\u0323\u0302t Nam'],
    ['Hebrew with points and accents', '\u05D1\u05BC\u05B0\u05E8\u05B5\u05D0\u05E9\u05C1\u05B4\u0596\u05D9\u05EA'],
    ['Arabic with vowels', '\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F'],
    ['Persian with a joiner', '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'],
    ['Burmese', 'ကျွန်ုပ်'],
    ['a family', '👩‍👩‍👧'],
    ['a heart on fire', '❤️‍🔥'],
    ['the flag of Wales', '🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['a keycap', '1️⃣'],
    ['a syllable with a soft hyphen', 'trans\u00ADform'],
    ['one dash', '–'],
  ])('holds %s, and is shown without a change', (_, text) => {
    expect(unclearIn(text, 'one')).toBeUndefined();
    expect(shownText(text)).toBe(text);
  });

  it.each(['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'])(
    'holds no %j, which changes directions',
    (one) => {
      const number = `U+${one.charCodeAt(0).toString(16).toUpperCase()}`;
      expect(unclearIn(`a${one}b`, 'many')).toBe(
        `must not hold ${number}, which changes the direction of the text around it`,
      );
      expect(shownText(`a${one}b`)).toBe(`a[${number}]b`);
    },
  );

  it.each([
    ['a next line', 'a\u0085b', 'must not hold U+0085, a control character', 'a[U+0085]b'],
    ['a terminal sequence', 'a\u009Bb', 'must not hold U+009B, a control character', 'a[U+009B]b'],
    ['a line separator', 'a\u2028b', 'must not hold U+2028, a separator of lines', 'a[U+2028]b'],
    ['a paragraph separator', 'a\u2029b', 'must not hold U+2029, a separator of lines', 'a[U+2029]b'],
    [
      'marks over the rows above',
      `a${'\u0301'.repeat(199)}b`,
      'must not hold more than 6 combining marks in a row',
      `a${'\u0301'.repeat(6)}[marks]b`,
    ],
    [
      'marks with joiners between',
      `a${'\u0301\u200D'.repeat(7)}b`,
      'must not hold more than 6 combining marks in a row',
      `a${'\u0301\u200D'.repeat(6)}[marks]b`,
    ],
  ])('holds no %s', (_, text, why, shown) => {
    expect(unclearIn(text, 'many')).toBe(why);
    expect(shownText(text)).toBe(shown);
  });

  it.each([
    '\u200B',
    '\u2060',
    '\u2800',
    '\u3164',
    '\u00AD',
    '\u115F',
    '\uFEFF',
    '\u200D',
    '\u180E',
    '\u0301',
    '\u{E0041}',
  ])('is not %j alone', (one) => {
    const number = `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
    expect(unclearIn(one, 'many')).toBe(`must hold a character that can be seen, not only such as ${number}`);
    expect(shownText(one)).toBe(`[${number}]`);
    expect(unclearIn(`a${one}`, 'many')).toBeUndefined();
  });

  it('has one line where it is a title, and as many as it likes elsewhere', () => {
    expect(unclearIn('One\n\nTwo', 'one')).toBe('must be one line: it holds a line break');
    expect(unclearIn('One\rTwo', 'one')).toBe('must be one line: it holds a line break');
    expect(unclearIn('One\n\nTwo', 'many')).toBeUndefined();
  });
});

describe('Words from right to left', () => {
  it.each([
    ['between figures', 'Risk \u05D0\u05D1\u05D2 (12, 13)', 'Risk \u2067\u05D0\u05D1\u05D2\u2069 (12, 13)'],
    ['of several words', '\u05D0\u05D1 \u05D2\u05D3, 12', '\u2067\u05D0\u05D1 \u05D2\u05D3\u2069, 12'],
    ['with a figure in them', '\u05D0\u05D1 12 \u05D2\u05D3', '\u2067\u05D0\u05D1\u2069 12 \u2067\u05D2\u05D3\u2069'],
    ['made of a mark alone', 'Score \u200F12 - 13', 'Score \u2067\u200F\u206912 - 13'],
    ['that end an override', '\u05D0\u2069\u202E 12', '\u2067\u05D0\u2069[U+2069][U+202E] 12'],
  ])('%s are isolated from what is beside them', (_, text, isolated) => {
    expect(isolatedText(text)).toBe(isolated);
  });
});
