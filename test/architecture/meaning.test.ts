import { describe, expect, it } from 'vitest';
import { filesOf, soundFiles, textOf } from './source.ts';

const page = 'docs/meaning.md';
const lastHeading = 'Decided, not built yet';

/** The sections of the page: each heading with the ids of its rules, in the page's order. */
const sections = textOf(page)
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    heading: section.slice(0, section.indexOf('\n')),
    ids: [...section.matchAll(/^- \*\*([A-Z]+-[1-9]\d*)\*\* \S/gm)].map(([, id = '']) => id),
  }));
const ofTheCode = sections.filter((one) => one.heading !== lastHeading);
const rules = ofTheCode.flatMap((one) => one.ids);
const decided = sections.find((one) => one.heading === lastHeading)?.ids ?? [];

const lettersOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));
const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));

/** The ids that follow a mention of the page, over the ends of a comment's lines: `TIME-1, CHAIN-3 and REPORT-8`. */
const citedIn = (text: string): readonly string[] =>
  [...text.matchAll(/meaning\.md((?:(?:[\s*/,]|and)+[A-Z]+-\d+)+)/g)].flatMap(([, ids = '']) => [
    ...(ids.match(/[A-Z]+-\d+/g) ?? []),
  ]);

const wrongIn = (text: string): readonly string[] => citedIn(text).filter((id) => !rules.includes(id));

const citing = [...soundFiles, ...filesOf('test'), 'README.md', 'CONTRIBUTING.md', 'docs/security.md'];

describe('the page on what the tracker means', () => {
  it('gives every rule an id of its own', () => {
    const all = [...rules, ...decided];
    expect(rules.length).toBeGreaterThan(100);
    expect(decided.length).toBeGreaterThan(0);
    expect(all.filter((id, n) => all.indexOf(id) !== n)).toEqual([]);
    expect(textOf(page).match(/^- \*\*[A-Z]+-/gm)).toHaveLength(all.length);
  });

  it('has letters of their own for each section, which no rule of the product uses, and keeps their order', () => {
    const letters = ofTheCode.map(({ ids }) => [...new Set(ids.map(lettersOf))]).filter((one) => one.length > 0);
    expect(letters.filter((one) => one.length > 1)).toEqual([]);
    const each = letters.flat();
    expect(new Set(each).size).toBe(each.length);
    expect(decided.filter((id) => !each.includes(lettersOf(id)))).toEqual([]);
    const ofTheProduct = new Set(textOf('docs/reference/rules.md').match(/^\| [A-Z]+-/gm));
    expect(ofTheProduct.size).toBeGreaterThan(0);
    expect(each.filter((one) => ofTheProduct.has(`| ${one}-`))).toEqual([]);
    for (const { ids } of ofTheCode) expect(ids).toEqual(ids.toSorted((a, b) => numberOf(a) - numberOf(b)));
  });

  it('is cited by ids that it has, and never by what is only decided', () => {
    expect(citing.flatMap((file) => citedIn(textOf(file))).length).toBeGreaterThan(0);
    expect(citing.flatMap((file) => wrongIn(textOf(file)).map((id) => `${file}: ${id}`))).toEqual([]);
  });

  it('would find out an id that is not there, or not built, also on the next line of a comment', () => {
    const cited = (...ids: readonly string[]) => `docs/meaning.md ${ids.join(',\n * ')} says so`;
    const [first = '', second = ''] = rules;
    const [notBuilt = ''] = decided;
    expect(citedIn(cited(first, second))).toEqual([first, second]);
    expect(wrongIn(cited(first, second))).toEqual([]);
    expect(wrongIn(cited(first, 'TIME-999'))).toEqual(['TIME-999']);
    expect(wrongIn(cited(notBuilt))).toEqual([notBuilt]);
  });

  it('names no criterion, contradiction or gap that the product does not publish', () => {
    const published = textOf('docs/reference/rules.md');
    const named = textOf(page).match(/\b[A-Z]{2,4}-\d{2}\b/g) ?? [];
    const ids = [...new Set(named)].filter((id) => ![...rules, ...decided].includes(id));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !published.includes(`| ${id} |`))).toEqual([]);
  });
});
