import { describe, expect, it } from 'vitest';
import { markedWords } from '#web/pages/search/marked-words.ts';
import { screensBefore } from './screen-under-test.ts';

const found = (over: object = {}) => ({
  review: { id: 'libraries', title: 'Libraries' },
  ...{ kind: 'risk', id: 'roof', called: 'The roof of the Depot leaks', struckOut: false, earlier: null },
  texts: [{ field: 'cause', label: 'Cause', excerpt: 'A survey of the <old> depot' }],
  ...over,
});
const page = (items: readonly object[], over: object = {}) => ({
  '/programmes/p': { body: { id: 'p', record: { name: 'Futures' } } },
  '/programmes/p/search': { body: { items, next: null, reviews: 3, lookedThrough: 3, ...over } },
});
const opened = async (query: string, answers: ReturnType<typeof page>, role: 'board' | 'assurance' = 'assurance') => {
  const screens = screensBefore(() => answers, [role]);
  const { title, body } = await screens.opened(`/pages/programmes/p/search${query}`);
  return { title, text: String(body), asked: screens.asked };
};

describe('Search in a programme', () => {
  it('shows where the words stand, each marked, and leads to the record', async () => {
    const { title, text, asked } = await opened('?q=depot%20survey', page([found()]));
    expect(title).toBe('Search for depot survey');
    expect(asked.at(-1)?.query).toEqual({ q: 'depot survey', limit: '20' });
    expect(text).toContain(
      'href="/pages/programmes/p/reviews/libraries/risks/roof">The roof of the <mark>Depot</mark> leaks</a>',
    );
    expect(text).toContain('<strong>Cause:</strong> A <mark>survey</mark> of the &lt;old&gt; <mark>depot</mark>');
    expect(text).toContain('Risk, Libraries');
  });

  it('leads from a text that was changed since to the history of its record', async () => {
    const earlier = { sequence: 12, effectiveAt: '2026-01-10T00:00:00.000Z' };
    const { text } = await opened('?q=depot&history=true', page([found({ earlier })]));
    expect(text).toContain('href="/pages/programmes/p/reviews/libraries/risks/roof/_history"');
    expect(text).toContain('What it said from 10 January 2026, in change 12; it does not say so today.');
    expect(text).toMatch(/name="history" type="checkbox" value="true" checked/);
  });

  it('offers earlier texts to those alone who may read the history', async () => {
    expect((await opened('', page([]), 'board')).text).not.toContain('name="history"');
  });

  it.each([
    [
      'the programme itself',
      found({ review: null }),
      '/pages/programmes/p/own/risks/roof',
      'Risk, the programme itself',
    ],
    ['a review', found({ kind: 'review', id: 'libraries' }), '/pages/programmes/p/reviews/libraries', '>Review<'],
    [
      'an appraisal',
      found({ kind: 'appraisal', id: 'a' }),
      '/pages/programmes/p/reviews/libraries/appraisal',
      'Options appraisal, Libraries',
    ],
  ])('leads to what was found of %s', async (_, one, to, words) => {
    const { text } = await opened('?q=depot', page([one]));
    expect(text).toContain(`href="${to}"`);
    expect(text).toContain(words);
  });

  it('says how far it looked, and goes on with the same words', async () => {
    const { text } = await opened('?q=depot', page([], { next: 'more', lookedThrough: 2 }));
    expect(text).toContain('Nothing was found yet. So far 2 of 3 reviews are looked through.');
    expect(text).toContain('href="/pages/programmes/p/search?q=depot&amp;cursor=more"');
    expect((await opened('?q=depot', page([]))).text).toContain('Nothing was found.');
  });
});

it.each([
  ['a (b)', '(b)', 'a <mark>(b)</mark>'],
  ['Öffnung', 'ÖFF', '<mark>Öff</mark>nung'],
  ['depots', 'depot depots', '<mark>depots</mark>'],
  ['<b>', 'b', '&lt;<mark>b</mark>&gt;'],
  ['nothing', '', 'nothing'],
])('"%s" marked by "%s" is %s', (text, words, expected) => {
  expect(String(markedWords(text, words))).toBe(expected);
});
