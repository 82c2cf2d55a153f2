import { type EntryThere, type OwnedRow, type OwnerPlan, ownedRows, planOfOwner } from '../../mapping/mapped-plan.ts';
import { programmeItself } from '../../mapping/mapping.ts';
import { type MovedRow, movedRows, newRows } from '../../mapping/moved-rows.ts';
import type { CellFault } from '../../workbook/place.ts';
import { apiRegisterPath, type RegisterAt, registerPath } from '../paths.ts';
import { type Api, asking, everyPage } from '../question.ts';
import { EntryList, entryTitle } from '../registers/register-at.ts';
import type { Brought } from './brought.ts';

/** Reviews whose registers are read at the same time. */
const mostAtOnce = 6;

export const placeOf = ({ around: { programme } }: Brought, owner: string): RegisterAt => ({
  programme,
  review: owner === programmeItself ? undefined : owner,
});
export const nameOfOwner = ({ reviews }: Brought, owner: string): string =>
  owner === programmeItself ? 'The programme itself' : (reviews.find(({ id }) => id === owner)?.title ?? owner);
export const registerOf = (brought: Brought, owner: string): string =>
  registerPath(placeOf(brought, owner), brought.register.path);

const askThere = async (brought: Brought, owner: string, api: Api): Promise<ReadonlyMap<string, EntryThere>> => {
  const { register } = brought;
  const path = apiRegisterPath(placeOf(brought, owner), register.path);
  const asked = await api.ask(everyPage(asking(path, EntryList, { limit: '200' })));
  return new Map(
    (asked?.answer.items ?? []).map((one) => [
      one.id,
      { ...one, title: entryTitle(register, one), isStruckOut: one.struckOut !== null },
    ]),
  );
};

const askEach = async (
  brought: Brought,
  owners: readonly string[],
  api: Api,
): Promise<readonly (readonly [owner: string, there: ReadonlyMap<string, EntryThere>])[]> => {
  const read: (readonly [string, ReadonlyMap<string, EntryThere>])[] = [];
  for (let n = 0; n < owners.length; n += mostAtOnce)
    read.push(
      ...(await Promise.all(
        owners.slice(n, n + mostAtOnce).map(async (owner) => [owner, await askThere(brought, owner, api)] as const),
      )),
    );
  return read;
};

export interface PlanOf {
  readonly owner: string;
  readonly rows: readonly OwnedRow[];
  /** What is recorded of it. */
  readonly there: ReadonlyMap<string, EntryThere>;
  readonly plan: OwnerPlan;
}

/** The rows by their review, in the order of the file. */
export const rowsByOwner = (brought: Brought) => {
  const owned = ownedRows(brought);
  return { ...owned, owners: Map.groupBy(owned.rows, ({ owner }) => owner) };
};

/** What the rows of some reviews would record, against what is recorded now. */
export const plansOf = async (
  brought: Brought,
  owners: readonly (readonly [string, readonly OwnedRow[]])[],
  api: Api,
): Promise<readonly PlanOf[]> => {
  const rowsOf = new Map(owners);
  return (await askEach(brought, [...rowsOf.keys()], api)).map(([owner, there]) => {
    const rows = rowsOf.get(owner) ?? [];
    return { owner, rows, there, plan: planOfOwner(brought, rows, there) };
  });
};

/** Rows whose reference another review has: the reviews that no row names are read as well, where a row is new. */
export const askMoved = async (brought: Brought, plans: readonly PlanOf[], api: Api): Promise<readonly MovedRow[]> => {
  const { mapping, reviews, register } = brought;
  const rows = plans.flatMap((one) => one.rows);
  const read = plans.map(({ owner, there }) => [owner, there] as const);
  if (mapping.review === undefined || newRows(rows, new Map(read)).length === 0) return [];
  const named = new Set(plans.map(({ owner }) => owner));
  const all = [...reviews.map(({ id }) => id), ...(register.scopes.includes('programme') ? [programmeItself] : [])];
  const others = await askEach(
    brought,
    all.filter((owner) => !named.has(owner)),
    api,
  );
  return movedRows(brought, rows, new Map([...read, ...others]));
};

/** A fault as people read it: with sheet and cell. */
export const faultInWords = ({ table }: Brought, { cell, message }: CellFault): string =>
  `Sheet “${table.sheet}”, ${/^row /.test(cell) ? cell : `cell ${cell}`}: ${message}`;
