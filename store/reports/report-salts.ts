import * as z from 'zod';
import type { View } from '#schemas/exemption.ts';
import { type SaltOfText, SaltOfText as SaltSchema, type Salts } from '#schemas/salts.ts';
import { gzippedPieces, readPieces } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, queryAll, readItem } from '../table/items.ts';
import { type ProgrammeRef, saltsKey, saltsOf, summaryKey } from '../table/keys.ts';
import type { StoredReport } from './stored-report.ts';

/*
 * What the salts of a published report's texts are: one secret for all of them or, once words were taken out, what is left of the
 * salts of each view, line by line and of the content. For exports and rebuilds alone, and in no view of a report.
 */

/** The salt of a text for either view, or for each where they differ. */
const LeftOfText = z.union([SaltSchema, z.strictObject({ full: SaltSchema, public: SaltSchema })]);
export type LeftOfText = z.infer<typeof LeftOfText>;
const Left = z.array(LeftOfText);

type NamedReport = StoredReport['content'];

/** Lines of a report from one on, or what follows the last: its content. */
export const saltItems = (
  programmeRef: ProgrammeRef,
  report: NamedReport,
  first: number,
  left: readonly LeftOfText[],
  atLeast: number,
): readonly Item[] =>
  gzippedPieces(left, atLeast).map((body, n) => ({ ...itemKey(saltsKey(programmeRef, report, first, n)), body }));

/** What is left of the salts of lines from one on, or of the content; undefined: the secret makes them all. */
export interface LeftSalts {
  readonly left: readonly LeftOfText[];
  readonly pieces: number;
}

/** A30: see `LeftSalts`. */
export const readLeftSalts = async (
  table: Table,
  programmeRef: ProgrammeRef,
  report: NamedReport,
  first: number,
): Promise<LeftSalts | undefined> => {
  const pieces = await queryAll(table, saltsOf(programmeRef, report, first));
  const left = readPieces(pieces, Left);
  return left === undefined ? undefined : { left, pieces: pieces.length };
};

export const saltInView = (one: LeftOfText, view: View): SaltOfText =>
  typeof one === 'object' && 'full' in one ? one[view] : one;

export const saltsOfView = ({ left }: LeftSalts, view: View): Salts => ({
  texts: left.map((one) => saltInView(one, view)),
});

/** A17: what all the salts are made from; undefined: words were taken out since. */
export const readReportSecret = async (
  table: Table,
  programmeRef: ProgrammeRef,
  { month, revision }: Pick<NamedReport, 'month' | 'revision'>,
): Promise<string | undefined> => {
  const item = await readItem(table, summaryKey(programmeRef, month, revision));
  if (item === undefined) throw new Error(`revision ${revision} of ${month} is not published`);
  return item.secret?.S;
};
