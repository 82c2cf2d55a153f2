import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { exemptionOf } from '#schemas/exemption.ts';
import type { HistoryEvent, RecordState } from '#schemas/history.ts';

const all: readonly Register[] = registers;

/**
 * What a record is called: its title, label or name, with the marks of what is withheld in it; of an entry that has none, what its register calls it.
 * Where that could say what is withheld, or the record is of a form that is taken no more, its id.
 */
export const calledBy = (
  { recordRef: { kind, id } }: Pick<HistoryEvent, 'recordRef'>,
  { record }: RecordState,
): string => {
  for (const name of ['title', 'label', 'name']) if (typeof record[name] === 'string') return record[name];
  const register = all.find((one) => one.kind === kind);
  const isOpen = exemptionOf(record) === undefined;
  return register !== undefined && isOpen && register.record.safeParse(record).success
    ? register.entryName(record, id).replace(/^the /, '')
    : id;
};
