import { describe, expect, it } from 'vitest';
import { Report, ReportLine } from '#schemas/report.ts';
import { reportPage, reportStyle } from '#web/report-page.ts';
import { hostile, richLines, richReport } from '../../support/report-fixture.ts';
import { empty, rich, sectionOf } from './page-text.ts';

const pages = [
  ['rich', rich],
  ['almost empty', empty],
] as const;

describe.each(pages)('The page of a %s report', (_what, page) => {
  it('is one whole document in British English that needs nothing else', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(page.trimEnd()).toMatch(/<\/html>$/);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)| src=| href="(?!#)/);
  });

  it('holds its style once, to the letter of the style that the policy hashes', () => {
    expect(page.split('<style>').length).toBe(2);
    expect(page).toContain(`<style>${reportStyle()}</style>`);
    expect(page).not.toMatch(/ style=| on[a-z]+=/);
  });

  it('has one title and then headings that never skip a level', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map((found) => Number(found[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.every((level, n) => n === 0 || level <= (levels[n - 1] ?? 0) + 1)).toBe(true);
  });

  it('gives each table a caption, named columns and named rows', () => {
    const tables = page.match(/<table [\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      expect(table).toMatch(/^<table role="table">\n<caption>\S/);
      expect(table).toContain('<th scope="col"');
      expect(table).toContain('<th scope="row"');
      const columns = table.match(/<th scope="col"/g)?.length;
      for (const row of table.match(/<tr role="row"><th scope="row"[\s\S]*?<\/tr>/g) ?? [])
        expect(row.match(/<t[hd][ >]/g)?.length).toBe(columns);
    }
  });

  it('gives each drawing a title and a description, or hides it from those who listen', () => {
    for (const svg of page.match(/<svg[\s\S]*?<\/svg>/g) ?? [])
      if (!svg.includes('aria-hidden="true"')) {
        expect(svg).toContain('role="img"');
        expect(svg).toMatch(/<title id="[^"]+">\S/);
        expect(svg).toMatch(/<desc id="[^"]+">\S/);
      }
    expect(page).toMatch(/<a class="skip" href="#report">/);
  });

  it('uses each id once and links only to what is there', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, names] of page.matchAll(/aria-labelledby="([^"]+)"/g))
      for (const name of names?.split(' ') ?? []) expect(ids).toContain(name);
  });

  it('never shows how a program failed to say something', () => {
    expect(page).not.toMatch(/undefined|NaN|\[object|Infinity|\bnull\b/);
  });

  it('closes each element that it opens', () => {
    const open: string[] = [];
    for (const [, closing, name = '', rest = ''] of page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi)) {
      if (closing === '/') expect(open.pop()).toBe(name);
      else if (!rest.endsWith('/') && !['meta', 'br'].includes(name)) open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe('A report of which almost nothing is known', () => {
  it.each([
    ['board-needs', 'No decision is recorded as due.'],
    ['board-needs', 'No contradiction and no data gap was found.'],
    ['flow', '0 at the start + 0 restated + 0 entered − 0 left = 0 at the end'],
    ['counts', 'Reviews by stage: not stated.'],
    ['reviews', 'No review is recorded.'],
    ['engagement', 'No market engagement is recorded.'],
    ['options', 'No option is recorded.'],
    ['outcomes', 'No business-case outcome was recorded in the month.'],
    ['savings', 'No savings line is recorded'],
    ['savings', 'No figure is stated for the whole programme.'],
    ['risks', 'No open risk is recorded.'],
    ['milestones', 'No milestone is recorded.'],
    ['decisions', 'No decision was taken in the month.'],
    ['ratings', 'No SRO has rated a review.'],
    ['returns', 'No return was expected.'],
    ['changes', 'There is no earlier report to compare with.'],
    ['findings', 'No rule found a contradiction'],
    ['next-steps', 'No next step follows from this report.'],
  ])('still has its section %s, which says: %s', (id, sentence) => {
    expect(sectionOf(empty, id)).toContain(sentence);
  });
});

describe('Text that people wrote', () => {
  const attack = `"'><script>alert(1)</script><img src=x onerror=alert(2)></style></svg>`;
  const page = reportPage({
    report: Report.parse(hostile(richReport, attack)),
    lines: richLines.map((line) => ReportLine.parse(hostile(line, attack))),
    linesComplete: true,
  });

  it('is shown as text wherever it stands, in tables, drawings and the title', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<img|onerror=alert\(2\)>/);
    expect(page.split('</style>').length).toBe(2);
  });

  it('changes nothing of the page’s own markup', () => {
    const skeleton = (markup: string) => [...markup.matchAll(/<\/?[a-z][a-z0-9]*/g)].map((found) => found[0]).length;
    const tame = reportPage({
      report: Report.parse(hostile(richReport, 'tame words')),
      lines: richLines.map((line) => ReportLine.parse(hostile(line, 'tame words'))),
      linesComplete: true,
    });
    expect(skeleton(page)).toBe(skeleton(tame));
  });
});
