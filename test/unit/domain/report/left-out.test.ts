import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { reportSections } from '#schemas/report-sections.ts';
import { aProgramme, aReview, aSetting, asPrevious, noSavings, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

/* docs/meaning.md REPORT-30: sections that a programme leaves out of its reports, and that the report says so. */

const reviews = [aReview('property')];
const made = (
  reportLeavesOut: readonly string[],
  over: Partial<Parameters<typeof aSetting>[0]> = {},
  given = reviews,
) => rollUp(given, aSetting({ programme: aProgramme({ reportLeavesOut }), ...over }));
const idsOf = (page: string) => [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);

it('every part of a register can be left out', () => {
  const parts = registers.flatMap(({ report }: Register) => (report === undefined ? [] : [report.name]));
  expect(new Set(reportSections)).toEqual(new Set([...parts, 'ended', 'lastConfirmed']));
});

describe('a section that is left out', () => {
  const whole = made([]);
  const without = made(['savings', 'statedMeasures', 'ended', 'issues']);
  const pageOf = (one: typeof whole) => formatsOf(JSON.stringify(one)).page;

  it('keeps its figures in the JSON, and page, CSV and headline leave it out and say so', () => {
    expect(without.content.savings).toEqual(whole.content.savings);
    expect(without.content.leftOut?.map(({ part }) => part)).toEqual(['savings', 'issues', 'statedMeasures', 'ended']);
    expect(whole.content).not.toHaveProperty('leftOut');
    const said = without.content.headline.at(-1);
    expect(said).toBe(
      "By the programme's settings this report leaves out Savings, Issues, Stated measures and Reviews that have ended.",
    );
    expect(without.content.headline.slice(0, -1)).toEqual(
      whole.content.headline.filter((sentence) => !/^(?:Savings|201[45]\/1)/.test(sentence)),
    );
    const gone = ['savings', 'in-brief-savings', 'ended'];
    expect(idsOf(pageOf(without))).toEqual(idsOf(pageOf(whole)).filter((id) => !gone.includes(id ?? '')));
    expect(pageOf(without)).toContain(
      'Left out by the programme’s settings: Savings, Issues, Stated measures and Reviews that have ended.',
    );
    const { CSV } = formatsOf(JSON.stringify(without));
    expect(CSV).not.toMatch(/^"?Savings/m);
    expect(CSV).toMatch(/Left out.*Savings/);
  });

  it('keeps what is joined to it under its heading', () => {
    const page = pageOf(made(['risks']));
    expect(idsOf(page)).toContain('risks');
    expect(page).toContain('No open issue is recorded.');
  });

  it('is in no change but the one that it is left out, and that it is in the report again', () => {
    const now = [aReview('property', { savings: noSavings })];
    const changes = (leavesOut: readonly string[], before: ReturnType<typeof made>) =>
      made(leavesOut, { month: '2014-05', previous: asPrevious(before) }, now).content.changes.map(
        ({ sentence }) => sentence,
      );
    expect(changes([], whole).join(' ')).toMatch(/Savings planned for 2014\/15/);
    expect(changes(['savings'], whole)).toContain(
      "Left out of the report since, by the programme's settings: Savings.",
    );
    expect(changes(['savings'], whole).join(' ')).not.toMatch(/Savings planned/);
    expect(changes([], made(['savings']))).toContain("In the report again, by the programme's settings: Savings.");
  });

  it('is in every month by the first rule set, which left out nothing', () => {
    const by = (reportLeavesOut: string[]) =>
      rollUp(reviews, aSetting({ programme: aProgramme({ reportLeavesOut }) }), rules1).content;
    expect(by(['savings'])).toEqual(by([]));
  });
});
