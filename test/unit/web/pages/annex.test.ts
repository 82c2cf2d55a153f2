import { expect, it } from 'vitest';
import { everyRow } from '#schemas/row-lists.ts';
import { annexPage, reportFront, reportPage } from '#web/report-page.ts';
import { richLines, richReport } from '../../../support/report-fixture.ts';

/* The pages of a report: what a board reads, and a page for each section of the annex (docs/meaning.md REPORT-33). */

const report = { ...richReport, rowsAtMost: everyRow };
const { pageOne: _, ...before } = report.content;
const samples = [
  ['with a page one', report],
  ['from before there was a page one', { ...report, content: before }],
] as const;
const [front, annex] = ['/report', '/report/annex/'];
const sectionTo = (section: string) => `${annex}${section}`;
const idsIn = (markup: string) => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
const textOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

it.each(samples)(
  'Of a report %s, every link leads to what it names, and no anchor of the whole document is lost',
  (_, of) => {
    const given = { report: of, lines: richLines, linesComplete: true };
    const whole = reportPage(given);
    const pages = new Map([[front, reportFront(given, sectionTo).toString()]]);
    const waiting = [front];
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
      for (const [, to = ''] of (pages.get(at) ?? '').matchAll(/ href="([^"#]+)/g)) {
        if (!to.startsWith(annex) || pages.has(to)) continue;
        const found = annexPage(given, to.slice(annex.length), { sectionTo, front });
        if (found === undefined) throw new Error(`there is no ${to}`);
        pages.set(to, found.body.toString());
        waiting.push(to);
      }
    for (const [at, markup] of pages) {
      expect(new Set(idsIn(markup)).size).toBe(idsIn(markup).length);
      for (const [, to = '', id = ''] of markup.matchAll(/ href="([^"#]*)#([^"]+)"/g))
        expect(idsIn(pages.get(to === '' ? at : to) ?? ''), `${at} leads to ${to}#${id}`).toContain(id);
    }
    // A link to a part of the document leads to that part on its page, or to the link that stands where it stood.
    const ofDocument = [...whole.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id ?? '');
    for (const id of ofDocument) expect(idsIn(pages.get(front) ?? '')).toContain(id);
    // Nothing that the document says is on no page.
    const said = textOf([...pages.values()].join(' '));
    for (const [section] of whole.matchAll(/<section[\s\S]*?<\/section>/g)) expect(said).toContain(textOf(section));
  },
);

it('A report has no page for a section that it does not have', () => {
  const given = { report, lines: richLines, linesComplete: true };
  expect(annexPage(given, 'page-one', { sectionTo, front })).toBeUndefined();
});
