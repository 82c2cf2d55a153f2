import { type JudgedRow, selectedRows } from '#domain/across-reviews.ts';
import { type Filters, hasValues, placeOfEntry } from '#domain/list-of-register.ts';
import { listedAfter, type Place } from '#domain/place-in-list.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { dayOf } from '#language/time.ts';
import type { RegisterKind } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { exemptionOf, visibleText } from '#schemas/exemption.ts';
import type { Order } from '#schemas/operations/order.ts';
import { filterColumns, sortableColumns } from '#schemas/operations/register-query.ts';
import type { Programme } from '#schemas/programme.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import type { ReadCall, ReadsTable } from '../http/call.ts';
import type { Sorted } from '../http/place-in-cursor.ts';
import { shownTo } from '../http/view-access.ts';
import { markedRecord } from '../views/entry-view.ts';

type Asked = ReadCall & {
  readonly query: {
    readonly state?: string | undefined;
    readonly open?: string | undefined;
    readonly overdue?: string | undefined;
    readonly owner?: string | undefined;
    readonly sort?: string | undefined;
    readonly order?: Order | undefined;
  };
};

const selects = ({ state, open, overdue, owner }: Asked['query']): boolean =>
  [state, open, overdue, owner].some((one) => one !== undefined);

/** What a list is asked for by the columns of its register. */
export const filtersIn = (register: Register, query: object): Filters =>
  filterColumns(register).flatMap(({ name }) => {
    const value: unknown = Reflect.get(query, name);
    return typeof value === 'string' ? [[name, value]] : [];
  });

export const sortedAs = ({ query: { sort = 'id', order = 'ascending' } }: Pick<Asked, 'query'>): Sorted => ({
  by: sort,
  order,
});

/** Whether a list is asked for otherwise than whole and in order of id, in which it is stored. */
export const isArranged = (register: Register, { query }: Asked): boolean =>
  selects(query) ||
  filtersIn(register, query).length > 0 ||
  (query.sort ?? 'id') !== 'id' ||
  query.order === 'descending';

/** What the register's rules make of its entries, by id; nothing of one that is struck out. */
const rowsOf = (
  { across, kind }: Register & { readonly kind: RegisterKind },
  records: readonly StoredRecord[],
  programme: Programme,
  judged: Parameters<typeof selectedRows>[3] & { readonly query: Asked['query'] },
): ReadonlyMap<string, JudgedRow> => {
  if (across === undefined) return new Map();
  const owners = new Map(records.map((one) => [one.id, markedRecord(one).state.record.owner]));
  const rows = across.rows(rulesOf(kind).section(records.map(asRecordAt), programme), programme).map((row) => {
    // A section may leave out the owner of what is closed.
    const owner = row.owner ?? owners.get(row.id);
    return { ...row, review: null, ...(typeof owner === 'string' ? { owner } : {}) };
  });
  const selected = selectedRows(rows, across, judged.query, judged);
  return new Map(selected.map((row) => [row.id, row]));
};

/** An entry as a list has it, and where it stands there. */
interface Arranged {
  readonly storedRecord: StoredRecord;
  readonly place: Place;
}

/** Entries as the list of their register is asked to select and sort them, those after a place. */
export const arrangedEntries = async (
  call: Asked,
  deps: ReadsTable,
  given: {
    readonly register: Register & { readonly kind: RegisterKind };
    readonly records: readonly StoredRecord[];
    readonly programme: Programme;
    readonly after: Place | undefined;
    /** The instant as at which what is overdue is judged. */
    readonly asAt: string;
  },
): Promise<readonly Arranged[]> => {
  const { register, records, programme, after, asAt } = given;
  const isWithheld = records.some(({ state, alsoExempt }) => exemptionOf(state.record) ?? alsoExempt);
  const shown = isWithheld ? await shownTo(call, deps.table) : undefined;
  const visible = (text: string): string => (shown === undefined ? text : visibleText(text, shown));
  const { by, order } = sortedAs(call);
  const isSelected = selects(call.query);
  const judged = { today: dayOf(asAt), visible, query: call.query };
  const rows = isSelected || by === 'worst' ? rowsOf(register, records, programme, judged) : undefined;
  const filters = filtersIn(register, call.query);
  const field = sortableColumns(register).find(({ name }) => name === by);
  const entries = records.map((storedRecord) => {
    const { record } = markedRecord(storedRecord).state;
    return { storedRecord, entry: { id: storedRecord.id, record, row: rows?.get(storedRecord.id) } };
  });
  const wanted = entries.filter(
    ({ entry }) => (!isSelected || entry.row !== undefined) && hasValues(entry.record, filters),
  );
  const placed = wanted.map(({ storedRecord, entry }) => ({
    storedRecord,
    place: placeOfEntry(entry, by === 'worst' ? 'worst' : (field ?? 'id'), visible),
  }));
  return listedAfter(placed, ({ place }) => place, after, order);
};
