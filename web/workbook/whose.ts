import { plain } from './heads.ts';
import { type ReadSheet, textOfCell } from './sheet.ts';

/*
 * Whose a workbook is, on a sheet out of sight (docs/meaning.md WRITE-39): an id is of its review, so that the rows of one review would change the entries
 * of the same ids in another.
 */

export const whoseSheet = 'Whose it is';

export interface Whose {
  /** The same for two that may come back at each other's page. */
  readonly key: string;
  /** In words: `the risks of “Home care”` */
  readonly name: string;
  /** The page at which it comes back. */
  readonly address: string;
}

export const cellsOfWhose = ({ key, name, address }: Whose): readonly (readonly string[])[] => [
  ['Key', 'Whose', 'Comes back at'],
  [key, name, address],
];

/** An address in a file is anybody's: only pages of workbooks are led to. */
const isOfWorkbook = (address: string): boolean => /^\/pages\/programmes(?:\/[\w.%-]+)+\/_workbook$/.test(address);

/** Whose a file says that it is; undefined of one that does not say, as those that were made by earlier releases, and a CSV alone. */
const whoseIn = (sheets: readonly ReadSheet[]): Partial<Whose> | undefined => {
  const [, row] = sheets.find(({ name }) => plain(name) === plain(whoseSheet))?.rows ?? [];
  if (row === undefined) return undefined;
  const [key, name, address = ''] = row.cells.map(textOfCell);
  return { ...(key && { key }), ...(name && { name }), ...(isOfWorkbook(address) && { address }) };
};

/** Why a file is not read at the page of another, and the page at which it is. */
export interface OfAnother {
  readonly why: string;
  readonly address?: string;
}

/** undefined: it is of what the page is of, or does not say. */
export const ofAnother = (sheets: readonly ReadSheet[], own: Whose): OfAnother | undefined => {
  const said = whoseIn(sheets);
  if (said?.key === undefined || said.key === own.key) return undefined;
  return {
    why: `is that of ${said.name ?? 'another'}, and this page is of ${own.name}: nothing of it was read. Bring it back where it was downloaded`,
    ...(said.address === undefined ? {} : { address: said.address }),
  };
};
