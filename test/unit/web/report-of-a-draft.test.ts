import { describe, expect, it } from 'vitest';
import type { DraftShown } from '#web/report/report-shown.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { aboutReport } from '#web/tables/about-report.ts';
import { richLines, richReport } from '../../support/report-fixture.ts';

/* PUBLISH-24: what the formats of a draft say of it, and of what they have no room for. */

const { publication: _, ...rest } = richReport;
const draft: DraftShown = {
  ...rest,
  draft: { madeAt: '2014-05-03T09:05:00.000Z', madeBy: 'Olive Office', digest: 'd'.repeat(64) },
};
const count = draft.content.lines;
const said = 'DRAFT. Made 3 May 2014 at 10:05am; not published; figures may change';

describe('a draft', () => {
  it('has who made it and its digest where a published report has its own, and nothing to verify', () => {
    const page = reportPage({ report: draft, lines: richLines, linesComplete: true });
    expect(page).toContain('Made by Olive Office.');
    expect(page).toContain('<a href="#foot">About this draft</a>');
    expect(page).toContain(`<code>${'d'.repeat(64)}</code>`);
    expect(page).not.toMatch(/How to verify|[Ss]ealing digest|Heads root|Published \d/);
    const { rows } = aboutReport(draft, [], null);
    expect(rows[0]).toEqual(['Status', said]);
    expect(rows.map(([item]) => item)).not.toContain('Sealing digest');
  });

  it('prints its mark on every page, with that of a fictional programme', () => {
    const page = reportPage({ report: draft, lines: richLines, linesComplete: true });
    expect(page).toContain('<body class="draft fictional"');
    expect(page).toMatch(/@page draft-fictional\{@top-right\{content:"DRAFT: not published[^}]*FICTIONAL"/);
  });

  it('whose lines are not kept has no table that would say that there is no review', () => {
    const page = reportPage({ report: draft, lines: [], linesComplete: false });
    expect(page).toContain(`0 of ${count} reviews are shown here. The published report will hold them all.`);
    expect(page).not.toMatch(/No review is (?:recorded|counted)\.|Market maturity: not stated/);
    const csv = reportCsv(draft, [], { count, address: null });
    expect(csv).toContain(`"Further reviews, not in this file",reviews,${count},${count}`);
    expect(csv).toContain('The published report will hold them all');
    expect(aboutReport(draft, [], { count, address: null }).rows).toContainEqual([
      'Where they are',
      'The published report will hold them all.',
    ]);
  });

  it('of which one answer has no room for every row says so, and leads nowhere that has them', () => {
    const page = reportPage({ report: { ...draft, rowsAtMost: 5 }, lines: richLines, linesComplete: true });
    expect(page).toContain('Every count and total is of the whole report.');
    expect(page).not.toContain('the export of the programme’s record holds every row');
  });
});
