import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import { choice, labelsOf } from '#schemas/choices.ts';
import type { Programme } from '#schemas/programme.ts';

/** What a list over all reviews selects and sorts an entry by: from its section of a position, without its record. */
export interface RowAcross {
  readonly id: string;
  readonly title: string;
  /** One of the states that the register declares. */
  readonly state: string;
  /** Whether something is still to be done, where the state alone does not say it. */
  readonly open?: boolean;
  readonly owner?: string | undefined;
  /** The day by which something is to be done; null where none is stated. */
  readonly dueOn: LocalDate | null;
  /** The larger, the more it matters: a score, pounds, the place of a choice. */
  readonly weight: number;
}

/** An entry of which something may still be to be done, and the days by which its open actions are to be, so far as they say one. */
export interface EntryWithActions {
  readonly id: string;
  readonly days: readonly LocalDate[];
}

/** A register as a list over all reviews of a programme has it (docs/adr/0083). */
export interface Across {
  /** By name, in the order of a list by state, each with its label. */
  readonly states: Readonly<Record<string, string>>;
  /** Those in which something is still to be done. */
  readonly open: readonly string[];
  /** What its entries can have, and a list can be filtered and sorted by. */
  readonly has: readonly ('owner' | 'due')[];
  /** @throws ZodError where the section does not parse */
  readonly rows: (section: unknown, programme: Programme) => readonly RowAcross[];
  /**
   * Of a register whose records have actions: its open entries, whether they have one or not.
   * @throws ZodError where the section does not parse
   */
  readonly withActions?: (section: unknown) => readonly EntryWithActions[];
}

interface Given<S extends z.ZodType> {
  /** A choice, which has the labels. */
  readonly states: z.ZodType<string>;
  readonly open: readonly string[];
  readonly has?: Across['has'];
  readonly rows: (section: z.output<S>, programme: Programme) => readonly RowAcross[];
  readonly withActions?: (section: z.output<S>) => readonly EntryWithActions[];
}

/** What a list over all reviews needs of a register, from the schema of its section. */
export const across = <S extends z.ZodType>(
  section: S,
  { states, open, has = [], rows, withActions }: Given<S>,
): Across => ({
  states: labelsOf(states) ?? {},
  open,
  has,
  rows: (content, programme) => rows(section.parse(content), programme),
  ...(withActions === undefined ? {} : { withActions: (content) => withActions(section.parse(content)) }),
});

/** Of a register whose entries have no state: each is there, and none is before another but by its id. */
export const acrossPlain = <T extends { readonly id: string }>(
  section: z.ZodType<readonly T[]>,
  titleOf: (entry: T) => string,
): Across =>
  across(section, {
    states: choice({ recorded: 'Recorded' }),
    open: ['recorded'],
    rows: (entries) =>
      entries.map((one) => ({ id: one.id, title: titleOf(one), state: 'recorded', dueOn: null, weight: 0 })),
  });

/** The earliest of some days; null of none. */
export const earliest = (days: readonly LocalDate[]): LocalDate | null => days.toSorted()[0] ?? null;
