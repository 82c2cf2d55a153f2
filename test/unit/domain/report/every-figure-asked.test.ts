import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { figuresOfReport } from '#domain/report/figures/figures-of-report.ts';
import type { ReportContent } from '#schemas/report.ts';
import { anyFullReport } from '../../../support/any-registers.ts';

/*
 * Whatever a report counts or adds up can be asked why (docs/meaning.md REPORT-27): where a number of the content is another, so is a figure. Rows of
 * lists are records themselves.
 */

/** What is not asked by itself, with why not. */
const notAsked: readonly (readonly [RegExp, string])[] = [
  [/^(revision|previous|lines$|recordedInMonth)/, 'which report it is, and how many lines and events it was made from'],
  [/^(pageOne|headline|changes)\b/, 'what is said again of figures that sections have'],
  [/^counts\.services$/, 'a setting of the programme'],
  [/\.rows\.\*/, 'a row of a list is a record, or what one review comes to: the whole is asked'],
  [/\.(denominator|percent)$/, 'of how many the figure beside it is'],
  [
    /\.(rows|openRows|highOpen|cells)\.total$|^(flow\.restated|meetings\.actions)\.total$/,
    'how many rows the list of a figure has that is asked itself',
  ],
  [/^engagement\.(statedOnly\.sources|countedWith)\b/, 'sources, and what made two figures'],
  [/^risks\.(lowUpTo|mediumUpTo|impactWeights|bands\.\*\.upTo)/, 'a setting of the matrix'],
  [/^flow\.months/, 'what earlier reports said, which are asked themselves'],
  [/^flow\.ways\b/, 'what made the rows of flows'],
  [/^setAside\b/, 'what the settings leave out is counted, and kept in no list'],
  [/^savings\.years\.\*\.transformationShare/, 'the share of one figure in another'],
  [/^savings\.stated\b/, 'each is a record itself; those that are used of a year are asked there'],
  [/^savings\.claimedTwice\.total$/, 'groups of lines, each of which the list names'],
  [/^savings\.years\.\*\.(claimed|validated)Pounds$/, 'null where no line states it'],
  [/^ratings\.valueWeighted\.\*\.share/, 'the share of one figure in another'],
  [/^facts\b|^inFigures\b/, 'what the answers are made from'],
];

/** Every place of a number, with its indexes left out and one place of each form that holds it. */
const places = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  // Pounds with their coverage are one figure.
  if ('low' in value && 'exact' in value) return places(value.low, [...path, 'low']);
  if ('pounds' in value && 'stated' in value) return places(value.pounds, [...path, 'pounds']);
  return Object.entries(value).flatMap(([name, one]) =>
    places(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
};
const formOf = (path: readonly (string | number)[]): string =>
  path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');

const withOneMore = (content: ReportContent, path: readonly (string | number)[]): ReportContent => {
  const other = structuredClone(content);
  let at: Record<string | number, unknown> = other;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  at[last] = Number(at[last]) + 1;
  return other;
};

const valuesOf = (content: ReportContent): string =>
  JSON.stringify(figuresOfReport(content).map(({ figure, value }) => [figure, value]));

it('every number that a report counts or adds up is a figure that can be asked, but for those with a reason', () => {
  const asked = new Map<string, boolean>();
  for (const make of fc.sample(anyFullReport, { seed: 7, numRuns: 30 })) {
    const { content } = make();
    const before = valuesOf(content);
    for (const path of places(content)) {
      const form = formOf(path);
      if (asked.get(form) === true || notAsked.some(([of]) => of.test(form))) continue;
      asked.set(form, valuesOf(withOneMore(content, path)) !== before);
    }
  }
  expect([...asked].filter(([, is]) => !is).map(([form]) => form)).toEqual([]);
  expect(asked.size).toBeGreaterThan(200);
}, 120_000);
