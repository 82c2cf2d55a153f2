import { pathToFileURL } from 'node:url';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { paged, readFonts } from '#functions/files/paper.ts';
import { unpackedFont } from '#functions/files/pdf/unpacked-font.ts';
import { letterWidths, textWidth } from '#web/report/letter-widths.ts';
import { reportPage } from '#web/report-page.ts';
import { readPaper, textsOfPage } from '../../support/paper-reader.ts';
import { aFewSentences, aFewWords, asMuchAsIsTaken, wordyReport } from '../../support/wordy-report.ts';

/* docs/meaning.md REPORT-32: page one is one page of A4. */

const fonts = readFonts(pathToFileURL('node_modules/@fontsource/noto-sans/files/'));
const about = {
  title: 'T',
  author: 'A',
  subject: 'S',
  writtenAt: '2014-05-06T05:00:12.000Z',
  foot: 'Report of April 2014',
};
const bare = (text: string): string => text.replaceAll(/\s/g, '');

const wordy = wordyReport(asMuchAsIsTaken);
const few = wordyReport(aFewWords);
const reports = [
  { of: 'two reviews with a few words each', page: few.page },
  { of: '65 reviews with a few sentences each', page: wordyReport(aFewSentences).page },
  { of: '65 reviews with as many words as are taken', page: wordy.page },
];

const firstOf = (page: string): string => {
  const start = page.indexOf('<section id="page-one"');
  return page.slice(start, page.indexOf('</section>', start));
};

describe.each(reports)('Page one in the PDF of a report of $of', ({ page }) => {
  it('is the first page, whole, and nothing of it is on the second', { tags: ['long'] }, async () => {
    const { pages, places } = await readPaper(await paged(page, about, fonts));
    const first = bare(pages[0]?.read ?? '');
    const texts = textsOfPage(`<body>${firstOf(page)}`);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => !first.includes(bare(text)))).toEqual([]);
    expect(places.get('in-brief-reviews')).toBe(2);
    const leadsTo = [...firstOf(page).matchAll(/href="#([^"]+)"/g)].map(([, place = '']) => place);
    expect(leadsTo).toContain('in-brief-gaps');
    for (const place of leadsTo) expect(bare(pages[0]?.unread ?? '')).toContain(`,page${places.get(place)}`);
  });
});

describe('The letters that page one counts with', () => {
  const fontOf = (name: string) => {
    const file = fonts.get(`noto-sans-latin-${name}-normal.woff`) ?? Buffer.alloc(0);
    return new PDFDocument({ font: '' }).registerFont('it', unpackedFont(file)).font('it').fontSize(1000);
  };

  it('are as wide as those of the font', () => {
    const regular = fontOf('400');
    expect(letterWidths.size).toBeGreaterThan(100);
    for (const [letter, width] of letterWidths)
      expect({ letter, width }).toEqual({ letter, width: Math.round(regular.widthOfString(letter) / 10) });
  });

  it('are taken for no less than they are where they are bold', () => {
    const bold = fontOf('700');
    for (const words of [
      'What is in trouble, and why?',
      'Do the numbers agree with last month?',
      'Who has not reported?',
    ])
      expect(textWidth(words, 1000, true)).toBeGreaterThanOrEqual(bold.widthOfString(words));
  });
});

describe.each([wordy, wordyReport(aFewSentences)])('Page one in the PDF of a draft', ({ report, lines }) => {
  const { publication: _, ...rest } = report;
  const draft = {
    madeAt: about.writtenAt,
    madeBy: 'Olga Office of the Transformation Programme',
    digest: 'a'.repeat(64),
  };
  const page = reportPage({ report: { ...rest, draft }, lines, linesComplete: true });
  const mark = 'DRAFT. Made 6 May 2014 at 6:00am; not published; figures may change';

  it('is one page too, and each page has at its head that it is a draft', { tags: ['long'] }, async () => {
    const { pages, places } = await readPaper(await paged(page, { ...about, mark }, fonts));
    const first = bare(pages[0]?.read ?? '');
    const texts = textsOfPage(`<body>${firstOf(page)}`);
    expect(texts.filter((text) => !first.includes(bare(text)))).toEqual([]);
    expect(places.get('in-brief-reviews')).toBe(2);
    expect(pages.filter(({ unread }) => !unread.includes(mark))).toEqual([]);
  });
});

describe('What is cut on page one', () => {
  it('ends with a sign that it goes on, and is whole behind it', () => {
    const first = firstOf(wordy.page);
    expect(first).toContain('…');
    const behind = wordy.page.slice(wordy.page.indexOf('class="short-pack"'));
    const [worst] = wordy.report.content.pageOne?.worse?.rows ?? [];
    const [risk] = wordy.report.content.pageOne?.risks?.rows ?? [];
    const [decision] = wordy.report.content.pageOne?.decide?.rows ?? [];
    const cutThere = [
      worst?.title,
      worst?.said[0]?.words,
      worst?.returnWords,
      risk?.riskTitle,
      risk?.cause,
      risk?.controls[0],
      decision?.decision,
    ];
    for (const words of cutThere) {
      expect(words?.length).toBeGreaterThan(100);
      expect(first).not.toContain(words);
      expect({ words, isBehind: behind.includes(words ?? '?') }).toEqual({ words, isBehind: true });
    }
  });

  it('is said of how many it is: decisions, reviews, controls', () => {
    const first = textsOfPage(`<body>${firstOf(wordy.page)}`).join(' ');
    const { decide, worse } = wordy.report.content.pageOne ?? {};
    expect(decide?.total).toBe(65);
    expect(first).toMatch(/6\d more decisions are due/);
    expect(worse?.total).toBeGreaterThan(20);
    expect(first).toMatch(/and \d+ more ?: their words are in the annex/);
    expect(first).toMatch(/and 1\d more/);
  });

  it('is never a figure: of the money, of the ratings, and of the flow all are there', () => {
    const first = textsOfPage(`<body>${firstOf(wordy.page)}`).join(' ');
    const { money, position, reconciles } = wordy.report.content.pageOne ?? {};
    const figures = (money?.sentences ?? []).flatMap((sentence) => sentence.match(/£[\d,.]+(?: million)?/g) ?? []);
    expect(figures.length).toBeGreaterThan(3);
    for (const words of [...figures, reconciles?.sentence ?? '?']) expect(first).toContain(words);
    for (const { count } of position?.ratings ?? []) expect(first).toContain(` ${count}`);
  });

  it('is nothing where everything has room', () => {
    const first = textsOfPage(`<body>${firstOf(few.page)}`).join(' ');
    expect(first).not.toContain('…');
    expect(few.report.content.pageOne?.decide?.total).toBe(2);
    expect(first.replace(/\d+ more in What changed/, '')).not.toMatch(/\d+ more/);
  });
});
