import type * as z from 'zod';
import type { FinancialYear } from '#language/time.ts';
import { Saving, type SavingYear } from '#registers/saving/record.ts';
import type { FormValues } from '../../forms/form-values.ts';
import type { Entry, EntryList } from '../registers/register-at.ts';

/*
 * The savings lines of a review as the month-end grid has them: of one financial year, with what was recorded at the end of the month before.
 */

/** What the grid asks of each line. */
export const gridParts = ['forecast', 'claimed', 'state'] as const;
export type GridPart = (typeof gridParts)[number];

export interface GridLine {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly entry: Entry;
  readonly year: SavingYear;
  /** The same year at the end of the month before; undefined where the line, or its year, was not there. */
  readonly before: SavingYear | undefined;
}

const yearOf = (entry: Entry | undefined, year: FinancialYear): SavingYear | undefined =>
  Saving.safeParse(entry?.record).data?.years.find((one) => one.year === year);

type List = z.infer<typeof EntryList>;

const standing = ({ items }: List): readonly Entry[] => items.filter(({ struckOut }) => struckOut === null);

/** Every financial year that a line has, the earliest first. */
export const yearsOf = (list: List): readonly FinancialYear[] =>
  [
    ...new Set(
      standing(list).flatMap(({ record }) => Saving.safeParse(record).data?.years.map(({ year }) => year) ?? []),
    ),
  ].toSorted();

/** The year that is asked for, where a line has it; else the usual one, or the nearest one. */
export const yearToShow = (
  years: readonly FinancialYear[],
  asked: string | undefined,
  usual: FinancialYear,
): FinancialYear | undefined => years.find((one) => one === asked) ?? years.find((one) => one >= usual) ?? years.at(-1);

/** `Line 2` before `Line 10`. */
const inOrder = (one: string, other: string): number => one.localeCompare(other, 'en-GB', { numeric: true });

export const linesIn = (list: List, before: List | null, year: FinancialYear): readonly GridLine[] =>
  standing(list)
    .flatMap((entry) => {
      const now = yearOf(entry, year);
      return now === undefined
        ? []
        : [
            {
              id: entry.id,
              title: String(entry.record.title),
              version: entry.version,
              entry,
              year: now,
              before: yearOf(
                before?.items.find(({ id }) => id === entry.id),
                year,
              ),
            },
          ];
    })
    .toSorted((one, other) => inOrder(one.title, other.title));

/** The name of a control of a line. */
export const boxOf = (line: string, part: GridPart | 'unchanged'): string => `lines/${line}/${part}`;
export const versionBox = (line: string): string => `lines/${line}/version`;
export const seenBox = (line: string, part: GridPart): string => `lines/${line}/seen-${part}`;

/** A value as a hidden field has it; empty where there is none. */
const hiddenText = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** What a part of a line holds, as one text: of two that are alike nothing has changed. */
export const heldIn = ({ year }: GridLine, part: GridPart): string =>
  hiddenText(part === 'forecast' ? year.forecast : part === 'claimed' ? year.claimedActual : year.states);

/** What the form knows of a line when it is shown: its version, and what was recorded. */
export const seenOf = (line: GridLine): FormValues => ({
  [versionBox(line.id)]: String(line.version),
  ...Object.fromEntries(gridParts.map((part) => [seenBox(line.id, part), heldIn(line, part)])),
});

/** The lines of which a form holds something. */
export const linesHeld = (values: FormValues): readonly string[] => [
  ...new Set(Object.keys(values).flatMap((name) => /^lines\/([^/]+)\//.exec(name)?.[1] ?? [])),
];
