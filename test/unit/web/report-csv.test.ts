import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText } from '#language/unclear-characters.ts';
import { csv } from '#web/csv.ts';
import { reportCsv, reportLinesCsv } from '#web/report-csv.ts';
import { emptyReport, richLines, richReport } from '../../support/report-fixture.ts';

/** A reader of RFC 4180 of the test's own: records of fields, the byte-order mark taken off. */
const read = (text: string): string[][] => {
  const records: string[][] = [];
  let fields: string[] = [];
  let rest = text.slice(1);
  while (rest !== '') {
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (found === null) throw new Error(`not RFC 4180: ${rest.slice(0, 60)}`);
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] !== ',') {
      records.push(fields);
      fields = [];
    }
    rest = rest.slice(found[0].length);
  }
  return records;
};

const column = (records: string[][], name: string): string[] => {
  const at = records[0]?.indexOf(name) ?? -1;
  return records.slice(1).map((record) => record[at] ?? `no column ${name}`);
};

describe('A file for a spreadsheet', () => {
  it('begins with a byte-order mark and ends every record with CRLF', () => {
    expect(csv(['a', 'b'], [['1', 2]])).toBe('\uFEFFa,b\r\n1,2\r\n');
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'say "so"', '"say ""so"""'],
    ['a new line', 'one\ntwo', '"one\ntwo"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a plus', '+44', "'+44"],
    ['a minus', '-1+2', "'-1+2"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['a carriage return', '\r=1', '"\'\r=1"'],
    ['a formula with a comma', '=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a full-width equals sign', '＝1', "'＝1"],
    ['an ordinary minus inside', 'a-b', 'a-b'],
  ])('writes %s so that it is read as text', (_what, given, written) => {
    expect(csv(['x'], [[given]])).toBe(`\uFEFFx\r\n${written}\r\n`);
  });

  it('leaves a number below zero a number, and nothing empty', () => {
    expect(csv(['x', 'y'], [[-250_000, null]])).toBe('\uFEFFx,y\r\n-250000,\r\n');
  });

  it('gives back any text that can be read, but for the apostrophe before a formula', () => {
    const readable = fc.string({ unit: 'binary' }).filter((text) => shownText(text) === text);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), readable), { minLength: 1 }), (rows) => {
        const kept = (field: string) => field.replace(/^(?=[=+\-@\t\r\n＝＋－＠])/, "'");
        expect(read(csv(['one', 'two'], rows)).slice(1)).toEqual(rows.map((fields) => fields.map(kept)));
      }),
    );
  });

  it('leaves an apostrophe that somebody wrote before a sign as it is', () => {
    expect(read(csv(['x'], [["'-"]]))[1]).toEqual(["'-"]);
  });

  it('never lets a cell of text begin as a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
        expect(read(csv(['x'], [[sign + rest]]))[1]?.[0]).toBe(`'${sign}${rest}`);
      }),
    );
  });
});

describe('The reviews of a report as a file', () => {
  const records = read(reportLinesCsv(richLines, richReport.content));

  it('has one row for each review, all of one width', () => {
    expect(column(records, 'Review id')).toEqual(['property', 'libraries', 'legal-services', 'residential-care']);
    expect(new Set(records.map((record) => record.length)).size).toBe(1);
  });

  it('gives each year in whole pounds with its coverage in a column of its own', () => {
    expect(column(records, 'Plan 2015/16, low (£)')).toEqual(['2100000', '', '', '']);
    expect(column(records, 'Plan 2015/16, high (£)')).toEqual(['2100000', '', '', '']);
    expect(column(records, 'Plan 2015/16, coverage')).toEqual([
      '3 of 4 figures; 1 not stated',
      'nothing recorded',
      'nothing recorded',
      'nothing recorded',
    ]);
  });

  it('leaves the high end empty where the top is open', () => {
    expect(column(records, 'Plan 2016/17, low (£)')[0]).toBe('1000000');
    expect(column(records, 'Plan 2016/17, high (£)')[0]).toBe('');
  });

  it('says what is not stated and how many SROs there are', () => {
    expect(column(records, 'SROs')).toEqual(['2', '0', '1', '1']);
    expect(column(records, 'Portfolio')[1]).toBe('not stated');
    expect(column(records, 'SRO rating')).toEqual(['Green', 'Red', 'Amber/Red', 'Not rated']);
    expect(column(records, 'Preferred options')[1]).toBe('Charitable trust (libraries); Joint venture (archives)');
  });

  it('is only its heads where there is no review', () => {
    expect(read(reportLinesCsv([], richReport.content))).toHaveLength(1);
  });
});

describe('A whole report as a file', () => {
  const records = read(reportCsv(richReport, richLines));
  const row = (section: string, about: string, item: string) =>
    records.find((record) => record[3] === section && record[4] === about && record[5] === item)?.slice(6);

  it('names its programme, month and revision in every row', () => {
    expect(new Set(column(records, 'Programme'))).toEqual(new Set(['facing-outwards']));
    expect(new Set(column(records, 'Month'))).toEqual(new Set(['2014-04']));
    expect(new Set(column(records, 'Revision'))).toEqual(new Set(['2']));
  });

  it('tells counts with what they are counted of', () => {
    expect(row('Reviews by stage', 'Programme', 'Options appraisal (2)')).toEqual([
      'reviews',
      '7',
      '7',
      '10',
      '',
      '70%',
    ]);
    expect(row('Flow', 'Programme', 'At the end')?.[1]).toBe('10');
  });

  it('keeps stated, derived and built-up savings apart', () => {
    expect(row('Savings, stated', '2015/16', 'Required')?.[1]).toBe('88000000');
    expect(row('Savings, derived from stated', '2015/16', 'Identified')?.[1]).toBe('45000000');
    expect(row('Savings, built up from lines', '2015/16', 'Identified')?.slice(1, 5)).toEqual([
      '2100000',
      '2100000',
      '',
      '3 of 4 figures; 1 not stated',
    ]);
    expect(row('Savings, built up from lines', '2015/16', 'Gap')).toEqual([
      'pounds',
      '85900000',
      '85900000',
      '',
      '3 of 4 figures; 1 not stated',
      'a gap of at most £85.9 million (3 of 4 figures; 1 not stated)',
    ]);
  });

  it('tells the conflicting value in a row of its own, with its source', () => {
    expect(row('Savings, stated', '2015/16', 'Yet to be identified')?.[1]).toBe('43000000');
    expect(row('Savings, stated', '2015/16', 'Yet to be identified: conflict')).toEqual([
      'pounds',
      '45000000',
      '45000000',
      '',
      'source: Budget paper of the same meeting',
      '£45 million',
    ]);
  });

  it('writes neither zero nor anything else where a figure is not stated', () => {
    expect(row('Savings, stated', '2014/15', 'Identified')).toEqual(['pounds', '', '', '', 'not stated', 'not stated']);
    expect(row('Savings, built up from lines', '2014/15', 'Gap')).toEqual([
      'pounds',
      '',
      '',
      '',
      'cannot be worked out',
      '',
    ]);
  });

  it('never shows how a program failed to say something', () => {
    for (const text of [
      reportCsv(richReport, richLines),
      reportCsv(emptyReport, []),
      reportLinesCsv(richLines, richReport.content),
    ])
      expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b/);
  });
});
