import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { paged, readFonts } from '#functions/files/paper.ts';
import { Report, type ReportLine } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { table } from '#web/report/layout.ts';
import { reportPage } from '#web/report-page.ts';
import { anyReviews } from '../../support/any-reviews.ts';
import { differencesOnPaper, type ReadPaper, readPaper, textsOfPage } from '../../support/paper-reader.ts';
import { rollUp } from '../../support/positions.ts';
import { emptyReport, hostile, richLines, richReport } from '../../support/report-fixture.ts';
import { publication } from '../../support/report-samples.ts';

const fonts = readFonts(pathToFileURL('node_modules/@fontsource/noto-sans/files/'));
const about = {
  title: 'Facing Outwards: board report for April 2014',
  author: 'Marlshire County Council',
  subject: 'Revision 2',
  writtenAt: '2014-05-06T05:00:12.000Z',
  foot: 'Facing Outwards, April 2014, revision 2',
};
const pageOf = (report: Report, lines: readonly ReportLine[]) => reportPage({ report, lines, linesComplete: true });
const drawn = async (page: string) => readPaper(await paged(page, about, fonts));

const rich = pageOf(richReport, richLines);
let paper: ReadPaper;
beforeAll(async () => {
  paper = await drawn(rich);
});

/** The colours that shapes are filled with. */
const coloursOf = async (bytes: Uint8Array): Promise<ReadonlySet<string>> => {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const colours = new Set<string>();
  for (let n = 1; n <= document.numPages; n += 1) {
    const { fnArray, argsArray } = await (await document.getPage(n)).getOperatorList();
    for (const [at, operator] of fnArray.entries())
      if (operator === OPS.setFillRGBColor) colours.add(String(argsArray[at]));
  }
  return colours;
};

describe('A rating on paper', () => {
  it('has its shape and its colour before its word, as on the page', async () => {
    const rated = (name: string, inner: string) =>
      `<p><span class="rating ${name}"><svg viewBox="0 0 16 16">${inner}</svg> Word</span> after</p>`;
    const page = (body: string) => `<!doctype html><html lang="en-GB"><title>T</title><body>${body}</body></html>`;
    const red = rated('red', '<rect x="1.5" y="1.5" width="13" height="13"/>');
    const none = rated('not-rated', '<circle class="hollow" cx="8" cy="8" r="6"/>');
    const marked = page(`${red}${none}`);
    expect(await coloursOf(new Uint8Array(await paged(marked, about, fonts)))).toContain('#ad1f1f');
    expect(await coloursOf(new Uint8Array(await paged(page(none), about, fonts)))).not.toContain('#ad1f1f');
    const { pages, astray } = await drawn(marked);
    expect([pages[0]?.read.replaceAll(/\s+/g, ' ').trim(), astray]).toEqual(['Word after Word after', 0]);
  });
});

describe('A table near the foot of a page', () => {
  it.each(Array.from({ length: 10 }, (_, n) => 33 + n))(
    'begins there with its first row, or on the next page (%i lines before it)',
    async (before) => {
      const words = 'What happens, why, and what would follow from it for those who live there. '.repeat(3);
      const rows = [
        ['First row', words, words],
        ['Second row', 'ends', 'so'],
      ];
      const columns = [{ head: 'Risk' }, { head: 'Why, and what would follow' }, { head: 'Controls' }];
      const lines = Array.from({ length: before }, (_, n) => `<p>Line ${n + 1}</p>`).join('');
      const body = `<main>${lines}${table({ caption: 'What is done', columns, rows, none: '' })}</main>`;
      const { pages } = await drawn(`<!doctype html><html lang="en-GB"><title>T</title><body>${body}</body></html>`);
      const begun = pages.find(({ read }) => read.includes('What is done'));
      expect(begun?.read).toContain('First row');
    },
  );
});

describe('A report on paper, read back by another reader', () => {
  it('says what its page says, and no more, with something in every section and of nothing', async () => {
    expect(textsOfPage(rich).length).toBeGreaterThan(500);
    expect(differencesOnPaper(rich, paper)).toEqual([]);
    const empty = pageOf(emptyReport, []);
    expect(differencesOnPaper(empty, await drawn(empty))).toEqual([]);
  });

  it('does so of generated programmes', async () => {
    await fc.assert(
      fc.asyncProperty(anyReviews, async (reviews) => {
        const { content, lines } = rollUp(reviews);
        const page = pageOf(Report.parse({ content, publication, rowsAtMost: everyRow }), lines);
        expect(differencesOnPaper(page, await drawn(page))).toEqual([]);
      }),
      { numRuns: 3 },
    );
  }, 60_000);

  it('is found to differ from a page that says something else', () => {
    expect(differencesOnPaper(rich.replace('43 million', '44 million'), paper)).not.toEqual([]);
    expect(differencesOnPaper(rich.replace('Libraries &amp; Archives', 'Libraries'), paper)).not.toEqual([]);
  });

  it('is of A4, tagged throughout, in British English, with its title, and claims no more than that', async () => {
    expect(paper.size.map(Math.round)).toEqual([0, 0, 595, 842]);
    expect(paper.astray).toBe(0);
    for (const element of [
      'H1',
      'H2',
      'H3',
      'P',
      'Table',
      'Caption',
      'TR',
      'TH',
      'TD',
      'L',
      'LI',
      'LBody',
      'TOC',
      'TOCI',
    ])
      expect({ element, there: paper.elements.has(element) }).toEqual({ element, there: true });
    expect(paper.info).toMatchObject({ Title: about.title, Author: about.author, Language: 'en-GB' });
    expect(paper.metadata).not.toMatch(/pdfua|pdfaid/i);
  });

  it('has every drawing of its page, each with its name and description for those who do not see it', () => {
    const said = [
      ...rich.matchAll(/<svg[^>]* role="img"[\s\S]*?<title[^>]*>([^<]*)<\/title>\s*<desc[^>]*>([^<]*)<\/desc>/g),
    ];
    const inWords = said.map(([, name, words]) => textsOfPage(`<body><p>${name}: ${words}</p>`).join(''));
    expect(inWords.length).toBeGreaterThan(3);
    expect(paper.figures.toSorted()).toEqual(inWords.toSorted());
    expect(paper.pages.map(({ unread }) => unread).join('')).toContain('Likelihood');
  });

  it('has its sections as bookmarks, and in its contents the page of each', async () => {
    const [contents = ''] = /<nav class="contents"[\s\S]*?<\/nav>/.exec(rich) ?? [];
    const links = [...contents.matchAll(/<a href="#([a-z-]+)">([^<]+)<\/a>/g)];
    expect(links.length).toBeGreaterThan(10);
    const [first] = paper.pages;
    for (const [, id = '', title = ''] of links) {
      expect({ title, page: paper.places.get(id) }).toEqual({ title, page: expect.any(Number) });
      const on = paper.pages[(paper.places.get(id) ?? 0) - 1]?.read ?? '';
      expect({ title, found: on.replaceAll(/\s+/g, ' ').includes(title) }).toEqual({ title, found: true });
    }
    const numbers = first?.unread.match(/\d+/g)?.slice(0, links.length).map(Number);
    expect(numbers).toEqual(links.map(([, id = '']) => paper.places.get(id)));
    expect(paper.bookmarks.length).toBeGreaterThanOrEqual(links.length);
  });

  it('says at the foot of each page which report it is and which page, as part of nothing that is read', async () => {
    const { pages } = paper;
    for (const [n, { unread, read }] of pages.entries()) {
      expect(unread.replaceAll(/\s+/g, ' ')).toContain(`${about.foot} Page ${n + 1} of ${pages.length}`);
      expect(read).not.toContain(about.foot);
    }
  });

  it('has room beside the page number for a foot with a whole digest, and the page of the annex in its contents', async () => {
    const page =
      '<html><body><nav class="contents"><ul><li><a href="#annex">Annex</a></li></ul></nav><div class="annex" id="annex"><h2>Annex: all</h2></div></body></html>';
    const foot = `One Exampleshire, Year 2025/26 (April 2025 to March 2026). Digest ${'0a'.repeat(32)}`;
    const long = await readPaper(await paged(page, { ...about, foot }, fonts));
    const unread = long.pages[0]?.unread.replaceAll(/\s+/g, ' ') ?? '';
    expect(long.places.get('annex')).toBe(1);
    expect(unread).toMatch(/^ ?1 /);
    expect(unread).toMatch(/0a0a Page 1 of 1 ?$/);
  });

  it('draws words of any length, cells of any size, and letters of other languages', async () => {
    const texts = ['ŵ ŷ Łódź Ελλάδα Київ', 'x'.repeat(400), 'Long words that fill a cell. '.repeat(400)];
    const [one] = richReport.content.findings.rows;
    if (one === undefined) throw new Error('there is no finding');
    const rows = texts.map((because) => ({ ...one, because, evidence: [] }));
    const content = { ...richReport.content, findings: { total: rows.length, rows } };
    const page = pageOf({ ...richReport, content }, richLines);
    expect(differencesOnPaper(page, await drawn(page))).toEqual([]);
  }, 60_000);

  it('gives letters that its font has not by their numbers', async () => {
    const report = Report.parse(hostile(richReport, 'אב 漢'));
    const { pages } = await drawn(pageOf(report, richLines));
    expect(pages.map(({ read }) => read).join('')).toContain('[U+05D0][U+05D1] [U+6F22]');
  });

  it('is the same to the byte whenever it is drawn', async () => {
    const once = await paged(rich, about, fonts);
    await new Promise((later) => setTimeout(later, 1_100));
    expect(Buffer.compare(await paged(rich, about, fonts), once)).toBe(0);
  });
});
