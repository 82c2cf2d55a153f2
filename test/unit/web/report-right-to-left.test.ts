import { describe, expect, it } from 'vitest';
import { Report, ReportLine } from '#schemas/report.ts';
import { csv } from '#web/csv.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { hostile, richLines, richReport } from '../../support/report-fixture.ts';

/** Hebrew, an override that is never ended, and an end of an isolate that was never begun. */
const turning = '\u05D0\u05D1\u05D2 12 \u05D3\u2069\u202E';
const report = Report.parse(hostile(richReport, turning));
const lines = richLines.map((line) => ReportLine.parse(hostile(line, turning)));
const page = reportPage({ report, lines, linesComplete: true });

/** What stands outside every isolate, and within them. */
const outside = (text: string) => text.replace(/\u2067[^\u2067\u2069]*\u2069/g, '');
const within = (text: string) => [...text.matchAll(/\u2067([^\u2067\u2069]*)\u2069/g)].map((found) => found[1] ?? '');

const turns = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE]/;

describe('Text from right to left and what 0.2.0 stored of characters that change directions', () => {
  it('stands isolated wherever the page of a report shows it: in tables, sentences, drawings, attributes and its title', () => {
    expect(within(page).length).toBeGreaterThan(200);
    expect(outside(page)).not.toMatch(turns);
  });

  it('holds no figure and no word of ours within its isolate, so that none is turned round', () => {
    for (const one of within(page)) expect(one).not.toMatch(/[0-9A-Za-z<>&£%()]/);
  });

  it('is shown by its number, on the page and in the files for spreadsheets, where it would change directions', () => {
    expect(page).toContain('[U+2069][U+202E]');
    const file = reportCsv(report, lines);
    expect(file).toContain('\u05D0\u05D1\u05D2 12 \u05D3[U+2069][U+202E]');
    expect(file).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it('leaves a spreadsheet the letters as they were written, and no cell without a name', () => {
    expect(csv(['A'], [['\u05D0\u05D1'], ['\u200B'], [12]])).toBe('\uFEFFA\r\n\u05D0\u05D1\r\n[U+200B]\r\n12\r\n');
  });

  it('changes nothing of a page whose text is none of it', () => {
    expect(reportPage({ report: richReport, lines: richLines, linesComplete: true })).not.toMatch(
      /[\u2067\u2069]|\[U\+/,
    );
  });
});
