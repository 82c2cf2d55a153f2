import type { Column } from './columns.ts';

/** What the place of a fault in a record is called: of a column or, where it is about several, of what they have in common. */
export const labelAt = (columns: readonly Column[], pointer: string, record: unknown): string | undefined => {
  const parts = pointer.split('/').slice(1);
  const names = parts.filter((part) => !/^\d+$/.test(part));
  const held: unknown = names[0] === undefined ? undefined : Reflect.get(Object(record), names[0]);
  const item: unknown = Array.isArray(held) ? held[Number(parts[1])] : undefined;
  const isOfItem = ({ steps }: Column): boolean =>
    steps.every(
      (step) => typeof step === 'string' || !('year' in step) || Reflect.get(Object(item), step.by) === step.year,
    );
  const namesOf = ({ steps }: Column): readonly string[] => steps.filter((step) => typeof step === 'string');
  const about = columns.filter((one) => isOfItem(one) && names.every((name, n) => namesOf(one)[n] === name));
  const [first] = about;
  if (first === undefined || names.length === 0) return undefined;
  return namesOf(first).length === names.length ? first.label : first.label.split(': ')[0];
};
