import type * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { dayOf, LocalDate } from '#language/time.ts';
import { happenedIn } from '#schemas/dates.ts';
import { type ContentRule, faultsOf } from './content-rule.ts';
import type { CommandContext } from './decided.ts';

interface Dated {
  readonly schema: z.ZodType;
  readonly given: unknown;
  readonly command: Pick<CommandContext, 'effectiveAt'>;
}

/** The one rule of every record and act that says when something took place (docs/meaning.md TIME-21). */
export const datesRule: ContentRule<Dated> = {
  id: 'DATE-01',
  sentence: 'What happened is dated no later than the day, in London, from which it is recorded.',
  breaches: ({ schema, given, command }) => {
    const day = dayOf(command.effectiveAt);
    return happenedIn(schema, given)
      .filter((one) => one.day > day)
      .map(({ pointer }) => ({
        pointer,
        message: `must not be after ${dateInWords(day)}, from when this is recorded: it says what has happened`,
      }));
  },
};

/** The faults of the dates that an act or a record gives. */
export const faultsOfDates = (schema: z.ZodType, given: unknown, command: Dated['command']) =>
  faultsOf([datesRule], { schema, given, command });

interface Ordered {
  readonly daysInOrder: readonly (readonly [string, string])[];
  readonly given: Readonly<Record<string, unknown>>;
}

/** The one rule of every register whose days follow one another. */
export const orderRule: ContentRule<Ordered> = {
  id: 'DATE-02',
  sentence: 'What ends is dated no earlier than what began.',
  breaches: ({ daysInOrder, given }) =>
    daysInOrder.flatMap(([first, second]) => {
      const [from, until] = [LocalDate.safeParse(given[first]), LocalDate.safeParse(given[second])];
      return from.success && until.success && until.data < from.data
        ? [{ pointer: `/${second}`, message: `must not be before ${dateInWords(from.data)}, the day of ${first}` }]
        : [];
    }),
};

/** The faults of the dates of a register's record. */
export const faultsOfRecordDates = (
  {
    record,
    daysInOrder = [],
  }: { readonly record: z.ZodType; readonly daysInOrder?: Ordered['daysInOrder'] | undefined },
  given: Ordered['given'],
  command: Dated['command'],
) => [...faultsOfDates(record, given, command), ...faultsOf([orderRule], { daysInOrder, given })];
