import * as z from 'zod';
import { registers } from '#registers/all.ts';
import { mostEntriesTogether } from '#schemas/limits.ts';
import { hidden } from '../../design/input.ts';
import { type FormValues, formFrom, jsonIn, packedName } from '../../forms/form-values.ts';
import type { Html } from '../../html.ts';
import type { PlannedEntry } from '../../workbook/place.ts';
import type { At } from '../screen.ts';

/*
 * What a file is to record, planned once: parts of up to forty entries of one register, review by review. Between two pages it is a value of the form, without
 * the file, so that what a page does is the same however large the file is.
 */

const WaitingEntry = z.object({
  /** Where it is in the file, as people read it: `Row 7`. */
  place: z.string(),
  /** Its row, where the cells of it are known by their columns. */
  row: z.int().optional(),
  title: z.string(),
  id: z.string(),
  /** Of an entry that is there: the version that the record was made from. */
  version: z.int().optional(),
  record: z.record(z.string(), z.unknown()),
});

const paths: readonly string[] = registers.map(({ path }) => path);
/** Entries that are recorded together, or not at all. */
const Part = z.object({
  register: z.string().refine((path) => paths.includes(path)),
  isOfChanges: z.boolean(),
  /** Of a file with the columns of the register: the sheet as people read it, and the letters of its columns by their heads. */
  cells: z.object({ sheet: z.string(), letters: z.record(z.string(), z.string()) }).optional(),
  entries: z.array(WaitingEntry).min(1).max(mostEntriesTogether),
});
export type Part = z.infer<typeof Part>;

/** A review, or the programme itself, with what waits of it. Its parts are recorded one after the other; one that is refused stops it, and no other. */
const Stream = z.object({
  /** The id of the review; null is the programme itself. */
  review: z.string().nullable(),
  name: z.string(),
  /** Entries that it had at first, and of which registers. */
  of: z.int(),
  registers: z.array(z.string()),
  recorded: z.int(),
  left: z.array(Part),
  refused: z.array(z.string()),
});
export type Stream = z.infer<typeof Stream>;

export const Waiting = z.object({
  /** What the file is called. */
  file: z.string(),
  /** Its SHA-256, which history keeps. */
  digest: z.string().optional(),
  /** What is kept once something is recorded, as whoever planned it reads it. */
  keeps: z.unknown().optional(),
  streams: z.array(Stream),
});
export type Waiting = z.infer<typeof Waiting>;

/** Where a row is in its file and, where its columns are those of the register, where each of its cells is. */
export interface InFile {
  readonly placeOf: (entry: PlannedEntry) => string;
  readonly cells?: NonNullable<Part['cells']>;
}

const dividedIn = (entries: readonly PlannedEntry[], register: string, { placeOf, cells }: InFile): Part[] =>
  Array.from({ length: Math.ceil(entries.length / mostEntriesTogether) }, (_, n) => {
    const those = entries.slice(n * mostEntriesTogether, (n + 1) * mostEntriesTogether);
    return {
      register,
      isOfChanges: those.some(({ version }) => version !== undefined),
      ...(cells === undefined ? {} : { cells }),
      entries: those.map((entry) => {
        const { row, title, id, version, record } = entry;
        return { place: placeOf(entry), row, title, id, record, ...(version === undefined ? {} : { version }) };
      }),
    };
  });

/** What a plan of a register adds, then what it changes, in parts. */
export const partsOf = (
  { added, changed }: { readonly added: readonly PlannedEntry[]; readonly changed: readonly PlannedEntry[] },
  register: string,
  inFile: InFile = { placeOf: ({ row }) => `Row ${row}` },
): Part[] => [...dividedIn(added, register, inFile), ...dividedIn(changed, register, inFile)];

const entriesIn = (parts: readonly Part[]): number => parts.reduce((sum, { entries }) => sum + entries.length, 0);

/** @param refused why nothing of it is to be recorded */
export const streamOf = (
  { review, name }: Pick<Stream, 'review' | 'name'>,
  parts: readonly Part[],
  refused: readonly string[] = [],
): Stream => ({
  ...{ review, name, recorded: 0, of: entriesIn(parts), refused: [...refused] },
  left: refused.length > 0 ? [] : [...parts],
  registers: [...new Set(parts.map(({ register }) => register))],
});

const waitingBox = 'waiting';

/** What waits in a form that goes on; undefined where the form is no such. */
export const waitingIn = (values: FormValues): Waiting | undefined =>
  Waiting.safeParse(jsonIn(values, waitingBox)).data;

/** What shows it again. */
export const waitingKept = (waiting: Waiting, values: FormValues): FormValues => ({
  [waitingBox]: JSON.stringify(waiting),
  ...(values[formFrom] === undefined ? {} : { [formFrom]: values[formFrom] }),
});

export const waitingCarried = (waiting: Waiting, { pack }: At): Html =>
  hidden(packedName(waitingBox), pack(JSON.stringify(waiting)));

export const isAllDone = ({ streams }: Waiting): boolean => streams.every(({ left }) => left.length === 0);
export const leftOf = ({ streams }: Waiting): number => streams.reduce((sum, { left }) => sum + entriesIn(left), 0);
export const recordedOf = ({ streams }: Waiting): number => streams.reduce((sum, { recorded }) => sum + recorded, 0);
