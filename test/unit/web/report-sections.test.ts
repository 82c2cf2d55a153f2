import { describe, expect, it } from 'vitest';
import { reportPage } from '#web/report-page.ts';
import { richLines, richReport, total } from '../../support/report-fixture.ts';
import { empty, rich, sectionOf, textOf } from './page-text.ts';

describe('What a programme board reads', () => {
  it('begins with whose report it is, of when, which revision and why, early, and that it is fictional', () => {
    const cover = textOf(rich.slice(0, rich.indexOf('<main')));
    expect(cover).toContain('FICTIONAL');
    expect(cover).toContain('Marlshire County Council');
    expect(cover).toContain('Facing Outwards');
    expect(cover).toContain('Phase 1');
    expect(cover).toContain('Board report for April 2014');
    expect(cover).toContain('Position as at the end of 30 April 2014. Revision 2');
    expect(cover).toContain('the return of Legal Services was entered for the wrong month');
    expect(cover).toContain('Made before its report day: the board meets on 2 May');
  });

  it('says nothing of fiction in a real programme’s report', () => {
    expect(empty).not.toMatch(/fictional"|FICTIONAL<|\(fictional\)/);
  });

  it('puts the sections in the order in which a board reads', () => {
    expect([...rich.matchAll(/<section id="([^"]+)"/g)].map((found) => found[1])).toEqual([
      'headline',
      'board-needs',
      'flow',
      'counts',
      'reviews',
      'engagement',
      'options',
      'outcomes',
      'savings',
      'risks',
      'milestones',
      'decisions',
      'ratings',
      'returns',
      'changes',
      'findings',
      'next-steps',
      'words',
    ]);
  });

  it('puts decisions due and findings before everything else', () => {
    const needs = sectionOf(rich, 'board-needs');
    expect(needs).toContain('Adopt a charitable trust');
    expect(needs).toContain('15 May 2014');
    expect(needs).toContain('to be confirmed (no date set)');
    expect(needs).toContain('1 contradiction and 4 data gaps found');
    expect(needs).toContain('Settle the size of the client function');
  });

  it('draws the flow so that its terms add up by hand: 8 + 1 + 2 - 1 = 10', () => {
    expect(sectionOf(rich, 'flow')).toContain('8 at the start + 1 restated + 2 entered − 1 left = 10 at the end');
    expect(sectionOf(rich, 'flow')).toContain('Reconciles');
    expect(sectionOf(rich, 'flow')).toContain('Waived GATE-05: The market was tested for the whole programme.');
  });

  it('shows a flow that does not reconcile as one that does not', () => {
    const flow = { ...richReport.content.flow, closing: 11, reconciles: false };
    const page = reportPage({
      report: { ...richReport, content: { ...richReport.content, flow } },
      lines: richLines,
      linesComplete: true,
    });
    expect(sectionOf(page, 'flow')).toContain('≠ 11 at the end');
    expect(sectionOf(page, 'flow')).toContain('Does not reconcile');
  });

  it('gives each count its numerator, denominator and percentage', () => {
    expect(sectionOf(rich, 'counts')).toMatch(/Options appraisal \(2\) 7 10 7 of 10 \(70%\)/);
    expect(sectionOf(rich, 'counts')).toContain(
      'Not included in the total: 2 potential (not yet approved) and 1 completed',
    );
    expect(sectionOf(rich, 'counts')).toContain('Reviews by directorate and theme: not stated for any review.');
  });

  it('lists each review with what it prefers, waits for and lacks', () => {
    const reviews = sectionOf(rich, 'reviews');
    expect(reviews).toContain('2 SROs');
    expect(reviews).toContain('No SRO');
    expect(reviews).toContain('Charitable trust (libraries)');
    expect(reviews).toContain('6 not recommended, 6 of them only at this stage');
    expect(reviews).toContain('None preferred');
    expect(reviews).toContain('£2.1 million in 2015/16 (3 of 4 figures; 1 not stated)');
  });

  it('says when it shows only the first of the reviews', () => {
    const page = reportPage({ report: richReport, lines: richLines.slice(0, 2), linesComplete: false });
    expect(sectionOf(page, 'reviews')).toContain('2 of 4 reviews are shown here');
    expect(sectionOf(rich, 'reviews')).not.toContain('are shown here');
  });

  it('says of which year the planned savings are that ratings are weighted by', () => {
    expect(sectionOf(rich, 'ratings')).toContain('SRO ratings weighted by the savings planned for 2014/15');
  });

  it('says which counts of the market are only stated', () => {
    const market = sectionOf(rich, 'engagement');
    expect(market.match(/174 responses, 109 organisations and 10 invited in/g)).toHaveLength(1);
    expect(market).toContain('has no breakdown by review');
    expect(market).toContain('Source of the counts without names: Outturn report, paragraph 2.4');
  });

  it('counts delivery models by preference and by adoption', () => {
    expect(sectionOf(rich, 'options')).toMatch(/Joint venture 5 0 Trust 4 1/);
  });

  it('shows two papers that differ as a conflict, with both values and sources', () => {
    const savings = sectionOf(rich, 'savings');
    expect(savings).toContain(
      '£43 million Conflict: £45 million in Budget paper of the same meeting, as at 15 May 2014',
    );
  });

  it('derives identified savings from stated figures by hand: 88 - 43 = 45 and 62 - 45 = 17 million', () => {
    const savings = sectionOf(rich, 'savings');
    expect(savings).toMatch(/2015\/16 £88 million not stated £43 million Conflict:.*? 15 May 2014 £45 million/);
    expect(savings).toMatch(/2016\/17 £62 million not stated £45 million £17 million/);
  });

  it('shows the gap that the lines leave by hand: 88,000,000 - 2,100,000 = 85,900,000', () => {
    expect(sectionOf(rich, 'savings')).toContain('at most £85.9 million 3 of 4 figures; 1 not stated');
  });

  it('shows an over-identified year as such', () => {
    const [first, ...years] = richReport.content.savings.years;
    if (first === undefined) throw new Error('the fixture has years');
    const over = { ...first, lines: 1, gap: { ...total(-250_000, 3), high: -250_000 } };
    const content = { ...richReport.content, savings: { ...richReport.content.savings, years: [over, ...years] } };
    const page = reportPage({ report: { ...richReport, content }, lines: richLines, linesComplete: true });
    expect(sectionOf(page, 'savings')).toContain('over-identified by £250,000');
  });

  it('says over which plans ratings and the transformation share are taken', () => {
    expect(sectionOf(rich, 'ratings')).toContain('2 of 10 reviews plan for 2014/15; of 4 figures, 1 not stated.');
    expect(sectionOf(rich, 'ratings')).toContain('£500,000 1 of 2 figures; 1 not stated');
    expect(sectionOf(rich, 'savings')).toContain('£1.5 million of £2.1 million; of 4 figures, 1 not stated');
  });

  it('says that a stated average does not follow from the stated range', () => {
    expect(sectionOf(rich, 'savings')).toContain('Does not agree: £150 million to £250 million over 10 years');
  });

  it('never shows a total without its coverage', () => {
    const savings = sectionOf(rich, 'savings');
    expect(savings).toContain('Savings are stated for 2 of 10 reviews; 8 state none.');
    expect(savings).toContain('2015/16 £2.1 million 3 of 4 figures; 1 not stated');
    expect(savings).toContain('Transformation: £1.5 million 2 of 2 figures');
  });

  it('writes pounds in one way throughout: in millions where nothing is lost by it', () => {
    const whole = textOf(rich.slice(rich.indexOf('<main'))).match(/£\d{1,3}(?:,\d{3}){2,}/g) ?? [];
    expect(whole.filter((amount) => amount.endsWith(',000'))).toEqual([]);
    expect(sectionOf(rich, 'savings')).toContain('£1.5 million of £2.1 million');
  });

  it('keeps what is stated and what is built up apart in the chart, each bar with its own words', () => {
    const chart = /<svg class="savings-chart"[\s\S]*?<\/svg>/.exec(rich)?.[0] ?? '';
    for (const label of [
      'Required, stated',
      'Identified, derived from stated',
      'Yet to be identified, stated',
      'Identified, built up from lines',
    ])
      expect(chart).toContain(`>${label}</text>`);
    expect(chart).toContain('2015/16: required, stated £88 million');
  });

  it('draws bars in proportion: 88 million is twice as long as 44 million', () => {
    const chart = /<svg class="savings-chart"[\s\S]*?<\/svg>/.exec(rich)?.[0] ?? '';
    const widths = [...chart.matchAll(/class="(?:required|stated|open)"[^>]* width="([\d.]+)"/g)].map((found) =>
      Number(found[1]),
    );
    const [of91, of88, of45, of43] = widths;
    expect((of88 ?? 0) / (of91 ?? 1)).toBeCloseTo(88 / 91, 2);
    expect((of43 ?? 0) / (of45 ?? 1)).toBeCloseTo(43 / 45, 2);
  });

  it('counts in the heat map what the risk table counts: 11 open risks', () => {
    const map = /<svg class="heat-map"[\s\S]*?<\/svg>/.exec(rich)?.[0] ?? '';
    const cells = [...map.matchAll(/class="count[^"]*"[^>]*>(\d+)</g)].map((found) => Number(found[1]));
    expect(cells).toHaveLength(25);
    expect(cells.reduce((sum, one) => sum + one, 0)).toBe(11);
    expect(map).toContain('>High 25</text>');
    expect(map).toContain('>Medium 15</text>');
    expect(map).toContain('>Low 6</text>');
  });

  it('says the rating in a word beside each shape', () => {
    for (const mark of rich.match(/<span class="rating [\s\S]*?<\/svg>[^<]*<\/span>/g) ?? [])
      expect(mark).toMatch(/<\/svg> (?:Green|Amber\/Green|Amber|Amber\/Red|Red|Not rated)<\/span>/);
    expect(sectionOf(rich, 'ratings')).toContain('Worst rating by an SRO: Red , because of Libraries & Archives.');
    expect(sectionOf(rich, 'ratings')).toContain('Green £1.5 million 2 of 2 figures 75%');
  });

  it('shows a slip without a reason as one without', () => {
    expect(sectionOf(rich, 'milestones')).toMatch(/Consultation ends .*no reason given/);
  });

  it('keeps late, unconfirmed and missing returns apart', () => {
    const returns = sectionOf(rich, 'returns');
    expect(returns).toContain('Received by 5 May 2014: 7 of 10 (70%), of which 2 said that nothing had changed');
    expect(returns).toContain('last for February 2014');
    expect(returns).toContain('never before');
    expect(returns).toContain('Not confirmed by an SRO');
  });

  it('gives each finding its rule, sentence, because and evidence', () => {
    const findings = sectionOf(rich, 'findings');
    expect(findings).toContain('SAV-03 A review rated Green overall has savings that are unachievable.');
    expect(findings).toContain('Its SRO rates it Green, and £200,000 of its plan for 2015/16 is unachievable.');
    expect(findings).toContain('Unachievable in 2015/16: £200,000');
    expect(findings).toContain('END-01: 2 findings');
  });

  it('ends with the digests by which it can be verified', () => {
    const foot = textOf(rich.slice(rich.indexOf('<footer')));
    expect(foot).toContain('a'.repeat(64));
    expect(foot).toContain('b'.repeat(64));
    expect(foot).toContain('c'.repeat(64));
    expect(foot).toContain('RFC 8785');
  });

  it('says how the content digest is worked out, so that a reader can do it', () => {
    const foot = textOf(rich.slice(rich.indexOf('<footer')));
    expect(foot).toContain(
      'each line of the report, one a review in the order of their ids, with a line feed after it',
    );
  });

  it('names the day and the time of publication by the same clock', () => {
    const publication = { ...richReport.publication, publishedAt: '2014-06-30T23:30:00.000Z' };
    const page = reportPage({ report: { ...richReport, publication }, lines: richLines, linesComplete: true });
    expect(textOf(page.slice(page.indexOf('<footer')))).toContain('Published 30 June 2014 at 23:30 UTC');
  });
});
