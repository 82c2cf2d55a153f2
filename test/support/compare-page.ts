import type { Report, ReportLine } from '#schemas/report.ts';
import { textsOfPage } from './paper-reader.ts';

/*
 * Whether a page says what the JSON of its report says: its sentences, its reviews and its facts by name, and no number in a table that the JSON does not
 * hold.
 */

const bare = (text: string): string => text.replaceAll(/\s/g, '');

/** Every number of a value, and every number in its texts. */
const numbersIn = (value: unknown, found = new Set<number>()): Set<number> => {
  if (typeof value === 'number') found.add(Math.abs(value));
  else if (typeof value === 'string')
    for (const one of value.match(/\d[\d,]*(?:\.\d+)?/g) ?? []) found.add(Number(one.replaceAll(',', '')));
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) numbersIn(one, found);
  return found;
};

const cellsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<td\b[^>]*>([\s\S]*?)<\/td>/g)].map(([, inner = '']) => textsOfPage(`<body>${inner}`).join(' '));

/** What differs, a sentence each; nothing where they say the same. */
export const differencesOnPage = (report: Report, lines: readonly ReportLine[], page: string): readonly string[] => {
  const { headline, decisions, foundByRule } = report.content;
  const text = bare(textsOfPage(page).join(''));
  const said = [
    ...headline,
    ...foundByRule.map(({ sentence }) => sentence),
    ...decisions.taken.rows.map(({ title }) => title),
    ...lines.map(({ title }) => title),
  ];
  const known = numbersIn([report.content, lines]);
  const numbers = cellsOf(page).filter((cell) => /^[+−-]?\d[\d,]*(?:\.\d+)?%?$/.test(cell));
  return [
    ...said.filter((one) => !text.includes(bare(one))).map((one) => `not on the page: ${one}`),
    ...numbers
      .filter((cell) => !known.has(Number(cell.replaceAll(/[^\d.]/g, ''))))
      .map((cell) => `only on the page: ${cell}`),
  ];
};
