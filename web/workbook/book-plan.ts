import { asMadeOf, type Book, type Owner, ownedId, ownerOfId, type RegisterSheet, reviewHead } from './book.ts';
import { alike } from './cell-values.ts';
import { columnIn } from './columns.ts';
import { type Heads, noHeads, plain } from './heads.ts';
import { type CellFault, idHead, type SheetPlan } from './place.ts';
import { planOfRows } from './plan.ts';
import { type RowsRead, readSheet } from './read-sheet.ts';
import { addressOf, listsByReview, type ReadRow, type ReadSheet, textOfCell } from './sheet.ts';
import { looksLikeTotal } from './total-row.ts';
import { whoseSheet } from './whose.ts';

/*
 * What a workbook of several registers would change, review by review, before anything is recorded. A cell that cannot be read keeps all of it from being
 * recorded; one that somebody else changed meanwhile keeps its review from it, and no other.
 */

/** What is wrong, in which sheet and cell. */
export interface SheetFault extends CellFault {
  readonly sheet: string;
}

export interface PlanOfSheet {
  readonly sheet: RegisterSheet;
  readonly plan: SheetPlan;
}

export interface PlanOfOwner {
  readonly owner: Owner;
  readonly plans: readonly PlanOfSheet[];
  /** Cells that were changed here and by somebody else. */
  readonly clashes: readonly SheetFault[];
}

export interface BookPlan {
  readonly owners: readonly PlanOfOwner[];
  readonly faults: readonly SheetFault[];
  readonly notes: readonly string[];
  /** Entries without a row: they stay as they are. */
  readonly leftOut: number;
}

const headAt = ({ rows: [first] }: ReadSheet, head: string): number =>
  first?.cells.findIndex((cell) => plain(textOfCell(cell)) === plain(head)) ?? -1;

const withCell = (row: ReadRow, at: number, cell: string | null): ReadRow =>
  at < 0 ? row : { ...row, cells: row.cells.map((one, n) => (n === at ? cell : one)) };

/** A row with whose it is; undefined where a fault says why nobody's. */
interface OwnedRow {
  readonly owner: Owner;
  readonly row: ReadRow;
}

class OwnersOfRows {
  readonly #sheet: RegisterSheet;
  readonly #idAt: number;
  readonly #reviewAt: number;
  readonly #faults: CellFault[];

  constructor(sheet: RegisterSheet, read: ReadSheet, faults: CellFault[]) {
    this.#sheet = sheet;
    this.#idAt = headAt(read, idHead);
    this.#reviewAt = headAt(read, reviewHead);
    this.#faults = faults;
  }

  of(row: ReadRow): OwnedRow | undefined {
    const text = (at: number): string => textOfCell(row.cells[at] ?? null);
    const [id, said] = [this.#idAt < 0 ? '' : text(this.#idAt), this.#reviewAt < 0 ? '' : text(this.#reviewAt)];
    if (id === '') return this.#ofNew(row, said);
    const own = withCell(row, this.#reviewAt, null);
    const known = ownerOfId(id);
    const owner = this.#sheet.owners.find(({ review }) => review === known?.review);
    if (known === undefined || owner === undefined)
      return this.#fault(
        this.#idAt,
        row,
        `names ${id}, which is of no review here. Download the workbook again; to add a row, leave its id empty`,
      );
    if (said !== '' && this.#named(said) !== owner)
      return this.#fault(
        this.#reviewAt,
        row,
        `says “${said}”, and the row is of “${owner.name}”: an entry stays in its review`,
      );
    return { owner, row: withCell(own, this.#idAt, known.id) };
  }

  #named(said: string): Owner | undefined {
    return (
      this.#sheet.owners.find(({ name }) => name === said) ??
      this.#sheet.owners.find(({ review, name }) => alike(name, said) || review === said)
    );
  }

  #ofNew(row: ReadRow, said: string): OwnedRow | undefined {
    if (looksLikeTotal(row)) return this.#fault(0, row, 'looks like a row of totals: take the row out');
    const owner = said === '' ? undefined : this.#named(said);
    return owner === undefined
      ? this.#fault(
          Math.max(this.#reviewAt, 0),
          row,
          this.#reviewAt < 0
            ? `is of no review: the column “${reviewHead}” is missing`
            : `must name the review that the row is of, by its title or id${this.#sheet.owners.some(({ review }) => review === null) ? ', or the programme itself' : ''}`,
        )
      : { owner, row: withCell(row, this.#reviewAt, null) };
  }

  #fault(at: number, { number }: ReadRow, message: string): undefined {
    this.#faults.push({ cell: addressOf(Math.max(at, 0), number), message });
  }
}

type Made = RowsRead['made'];

/** The columns as the rows of a review have them. */
const headsOf = (heads: Heads, owner: Owner): Heads => ({
  ...heads,
  at: new Map([...heads.at].map(([n, column]) => [n, columnIn(column, owner)])),
});

/** The rows of a sheet by whose they are. */
const rowsByOwner = (
  sheet: RegisterSheet,
  read: ReadSheet,
  rows: readonly ReadRow[],
  { book: { isOverReviews }, faults }: { readonly book: Book; readonly faults: CellFault[] },
): ReadonlyMap<Owner, readonly ReadRow[]> => {
  const [only] = sheet.owners;
  if (!isOverReviews) return new Map(only === undefined ? [] : [[only, rows]]);
  const owners = new OwnersOfRows(sheet, read, faults);
  const owned = rows.flatMap((row) => owners.of(row) ?? []);
  return new Map(
    [...Map.groupBy(owned, ({ owner }) => owner)].map(([owner, those]) => [owner, those.map(({ row }) => row)]),
  );
};

/** What the rows of one review said when the workbook was made, by the ids that they have there. */
const madeOf = (made: Made, { review }: Owner, { isOverReviews }: Book): Made =>
  made === undefined || !isOverReviews
    ? made
    : new Map(
        [...made].flatMap(([id, cells]) => {
          const known = ownerOfId(id);
          return known?.review === review ? [[known.id, cells] as const] : [];
        }),
      );

interface ReadRegister {
  readonly heads: Heads;
  readonly made: Made;
  readonly rows: ReadonlyMap<Owner, readonly ReadRow[]>;
}

/** What is wrong, and what is noted, is added to what is given. */
const readRegister = (
  sheet: RegisterSheet,
  found: ReadSheet,
  sheets: readonly ReadSheet[],
  { book, faults, notes }: { readonly book: Book; readonly faults: CellFault[]; readonly notes: string[] },
): ReadRegister | undefined => {
  const reviewAt = book.isOverReviews ? headAt(found, reviewHead) : -1;
  const [first, ...others] = found.rows;
  const { read, ...about } = readSheet(found, {
    place: sheet,
    kept: sheets.find(({ name }) => plain(name) === plain(asMadeOf(sheet.title))),
    headed: { ...found, rows: first === undefined ? [] : [withCell(first, reviewAt, null), ...others] },
    idOf: (one) => (book.isOverReviews ? ownedId(one) : one.id),
  });
  faults.push(...about.faults);
  notes.push(...about.notes);
  if (read === undefined) return undefined;
  return { ...read, rows: rowsByOwner(sheet, found, read.rows, { book, faults }) };
};

/** What is in the file besides the sheets of registers. */
const notesOnOthers = ({ sheets }: Book, read: readonly ReadSheet[]): readonly string[] => {
  const known = new Set([
    'lists',
    plain(listsByReview),
    plain(whoseSheet),
    ...sheets.flatMap(({ title }) => [plain(title), plain(asMadeOf(title))]),
  ]);
  return read
    .filter(({ name, rows }) => rows.length > 0 && !known.has(plain(name)))
    .map(({ name }) => `The sheet “${name}” is of no register here, and was not read.`);
};

export const planOfBook = (book: Book, read: readonly ReadSheet[]): BookPlan => {
  const owners = new Map<Owner['review'], { owner: Owner; plans: PlanOfSheet[]; clashes: SheetFault[] }>();
  const faults: SheetFault[] = [];
  const notes: string[] = [];
  let leftOut = 0;
  for (const sheet of book.sheets) {
    const found = read.find(({ name }) => plain(name) === plain(sheet.title));
    const ofSheet: CellFault[] = [];
    const register = found && readRegister(sheet, found, read, { book, faults: ofSheet, notes });
    const entries = Map.groupBy(sheet.entries, ({ review }) => review);
    const seen = new Set<string>();
    for (const [owner, rows] of register?.rows ?? []) {
      const place = { ...sheet, entries: entries.get(owner.review) ?? [] };
      const ofOwner: CellFault[] = [];
      const plan = planOfRows(place, rows, {
        heads: headsOf(register?.heads ?? noHeads, owner),
        made: madeOf(register?.made, owner, book),
        faults: ofOwner,
      });
      for (const { id } of place.entries) seen.add(ownedId({ review: owner.review, id }));
      leftOut += plan.leftOut.length;
      const one = owners.get(owner.review) ?? { owner, plans: [], clashes: [] };
      owners.set(owner.review, one);
      one.plans.push({ sheet, plan });
      for (const fault of ofOwner)
        (fault.isClash ? one.clashes : faults).push({ ...fault, sheet: found?.name ?? sheet.title });
    }
    leftOut += sheet.entries.filter((entry) => !seen.has(ownedId(entry))).length;
    faults.push(...ofSheet.map((one) => ({ ...one, sheet: found?.name ?? sheet.title })));
  }
  const isOfNone = read.every(({ name }) => book.sheets.every(({ title }) => plain(title) !== plain(name)));
  if (isOfNone)
    faults.push({
      ...{ sheet: read[0]?.name ?? '', cell: 'A1' },
      message: 'is of no register: give each sheet, or each file, the name that it had',
    });
  return { owners: [...owners.values()], faults, notes: [...notes, ...notesOnOthers(book, read)], leftOut };
};
