import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { anyReviews, anySetting } from '../../support/any-reviews.ts';
import { aProgramme, aReview, aSetting, noSavings, rollUp, savingsOf } from '../../support/positions.ts';
import { formatsOf } from '../../support/report-formats.ts';
import { sectionOf, textOf } from './page-text.ts';

/* docs/meaning.md REPORT-33: what a board reads behind page one, and what is left to the annex. */

const pageOf = (made: ReturnType<typeof rollUp>) => formatsOf(JSON.stringify(made)).page;
const rated = (rating: 'green' | 'amber' | 'red') => ({
  sro: { id: 'sro', given: { on: '2014-04-15', overall: { rating, words: 'Said so' } } },
  assurance: null,
});
const planning = (plan: number) => savingsOf({ years: [{ year: '2014/15', plan }] });

const reviews = [
  aReview('a', { review: { title: 'Small', tier: '2' }, ratings: rated('amber'), savings: planning(1) }),
  aReview('b', { review: { title: 'Large', tier: '2' }, ratings: rated('amber'), savings: planning(9_000_000) }),
  aReview('c', { review: { title: 'Critical', tier: '1' }, ratings: rated('amber'), savings: noSavings }),
  aReview('d', { review: { title: 'Worst', tier: '3', sros: [] }, ratings: rated('red') }),
  aReview('e', { review: { title: 'Stopped one', lifecycle: 'stopped' } }),
  aReview('f', { review: { title: 'Unrated', sros: [] }, ratings: { sro: null, assurance: null } }),
];

/** The titles of a section in the order of its first table. */
const rowsOf = (page: string, id: string): string[] => {
  const start = page.indexOf(`<section id="${id}"`);
  const [part = ''] = page.slice(start, page.indexOf('</section>', start)).split('</table>');
  return [...part.matchAll(/<th scope="row" role="rowheader">([^<]+)</g)].map(([, title]) => title ?? '');
};

describe('The short pack', () => {
  const made = rollUp(reviews, aSetting());
  const page = pageOf(made);

  it('has the counted reviews alone: the worst first, then tier 1, then what plans most, and what nobody rates last', () => {
    expect(rowsOf(page, 'in-brief-reviews')).toEqual(['Worst', 'Critical', 'Large', 'Small', 'Unrated']);
    expect(sectionOf(page, 'in-brief-reviews')).toContain('Not in these: 1 stopped.');
    expect(sectionOf(page, 'in-brief-reviews')).toContain('prefers Trading company');
  });

  it('has the same order in the annex, where what is not counted stands in a table of its own', () => {
    expect(rowsOf(page, 'reviews')).toEqual(['Worst', 'Critical', 'Large', 'Small', 'Unrated']);
    expect(sectionOf(page, 'reviews')).toMatch(/Reviews that are not counted .*Stopped one/);
  });

  it('says once what several reviews lack, and names each of them', () => {
    expect(sectionOf(page, 'in-brief-gaps')).toContain('2 reviews have no SRO, or more than one: Worst and Unrated.');
  });

  it('stands between page one and the annex, each with its contents', () => {
    const places = ['page-one', 'in-brief-reviews', 'in-brief-gaps', 'annex', 'board-needs', 'findings'].map((id) =>
      page.indexOf(` id="${id}"`),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(page).toContain('aria-label="Contents of the annex"');
  });

  it('leaves out what the settings leave out', () => {
    const programme = aProgramme({ reportLeavesOut: ['savings', 'milestones', 'ratings'] });
    const without = pageOf(rollUp(reviews, aSetting({ programme })));
    expect(without).not.toMatch(/id="in-brief-(?:savings|dates)"/);
    expect(textOf(without)).not.toContain('Planned 2014/15');
  });

  it('is in no report by the first rule set, whose page is what it was', () => {
    const before = pageOf(rollUp(reviews, aSetting(), rules1));
    expect(before).not.toMatch(/id="(?:page-one|annex|in-brief-[a-z]+)"/);
    expect(before.indexOf('<section id="headline"')).toBe(before.indexOf('<section '));
  });
});

it('a finding that is the same of three reviews is said once in the annex, with the names', () => {
  const all = ['one', 'two', 'three'].map((id) =>
    aReview(id, { review: { title: `Review ${id}`, endDate: { kind: 'not-stated' } } }),
  );
  const findings = sectionOf(pageOf(rollUp(all, aSetting())), 'findings');
  expect(findings).toContain('3 findings, of each End date: not stated. Review one, Review three and Review two.');
});

it('what three or more are asked alike is asked once, with the names', () => {
  const all = ['one', 'two', 'three'].map((id) => aReview(id, { review: { title: `Review ${id}`, sros: [] } }));
  const steps = (count: number) => sectionOf(pageOf(rollUp(all.slice(0, count), aSetting())), 'next-steps');
  expect(steps(3)).toMatch(/Programme office Name one SRO Review one; Review three; Review two/);
  expect(steps(2)).toContain('Name one SRO: Review one has no SRO');
});

it('of any programme every counted review is in the short pack, and every rule that found anything', () => {
  fc.assert(
    fc.property(anyReviews, (given) => {
      const made = rollUp(given, anySetting);
      const page = pageOf(made);
      const counted = made.lines.filter((line) => line.counted).map(({ title }) => title);
      expect(rowsOf(page, 'in-brief-reviews').toSorted()).toEqual(counted.toSorted());
      for (const { rule } of made.content.foundByRule) expect(sectionOf(page, 'in-brief-gaps')).toContain(rule);
    }),
    { numRuns: 15 },
  );
});
