import { monthInWords } from '#language/in-words.ts';
import { once } from '#language/once.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { section, table } from './layout.ts';
import { wordingOf } from './wording.ts';

const grouped = once(() => new Intl.NumberFormat('en-GB'));
const figure = (value: number | null, none: string): string => (value === null ? none : grouped().format(value));

/** What is different from the report before, in words and in numbers. */
export const changes = ({ content }: Pick<Report, 'content'>): Html =>
  section(
    'changes',
    'What changed',
    html`<p class="aside">${
      content.previous === null
        ? 'There is no earlier report to compare with.'
        : `Compared with the report for ${monthInWords(content.previous.month)}, revision ${content.previous.revision}.`
    }</p>`,
    table({
      caption: 'Changes since the last report',
      columns: [{ head: 'Change' }, { head: 'Before', figures: true }, { head: 'Now', figures: true }],
      rows: content.changes.map((one) => [
        one.sentence,
        figure(one.before, wordingOf(content).noFigure),
        figure(one.after, wordingOf(content).noFigure),
      ]),
      none: 'No change since the last report is recorded.',
    }),
  );
