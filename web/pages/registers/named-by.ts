import type { Register } from '#registers/declaration.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { bulletList, heading2, link } from '../../design/blocks.ts';
import { isObject } from '../../forms/record-values.ts';
import { type Html, html } from '../../html.ts';
import { entryPath } from '../paths.ts';
import type { MaybeQuestion } from '../question.ts';
import type { At } from '../screen.ts';
import { registersNamedIn } from './references.ts';
import { askEntriesOrNothing, EntryList, entryTitle, type RegisterPlace, registerAt } from './register-at.ts';

/*
 * The way back over references: which entries of the same review, or of the programme, name this one.
 */

/** The registers of which an entry may name one of this register, in the order of the API. */
const registersNaming = ({ register, scope }: RegisterPlace, all: readonly Register[]): readonly Register[] =>
  all.filter((one) => one.scopes.includes(scope) && registersNamedIn(fieldsOf(one.record)).includes(register.kind));

/** Asks for the entries that may name one; a register that the entry names itself is asked for once. */
export const askNaming = (
  place: RegisterPlace,
  all: readonly Register[],
  at: At,
): Readonly<Record<string, MaybeQuestion>> =>
  Object.fromEntries(
    registersNaming(place, all).map(({ kind, path }) => [`of-${kind}`, askEntriesOrNothing(path, at)]),
  );

const eachOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** What stands in a group with the review that it is of is of that one. */
const isOfAnotherReview = (fields: readonly Field[], group: unknown): boolean =>
  isObject(group) && fields.some(({ name, register }) => register === 'review' && group[name] !== undefined);

/** Whether a value holds a reference to an entry, however deep. */
const names = (fields: readonly Field[], value: unknown, kind: string, id: string): boolean => {
  const within = (inner: readonly Field[], group: unknown): boolean =>
    !isOfAnotherReview(inner, group) && names(inner, group, kind, id);
  return (
    isObject(value) &&
    fields.some(({ name, register, fields: inner = [], forms = [] }) =>
      eachOf(value[name]).some(
        (one) => (register === kind && one === id) || within(inner, one) || forms.some((form) => within(form, one)),
      ),
    )
  );
};

/** The entries that name this one, each with its register; nothing where there is none. */
export const namedBy = (
  place: RegisterPlace,
  id: string,
  answers: Readonly<Record<string, unknown>>,
  all: readonly Register[],
  at: At,
): Html | false => {
  const found = registersNaming(place, all).flatMap((register) => {
    const fields = fieldsOf(register.record);
    const entries = EntryList.safeParse(answers[`of-${register.kind}`]).data?.items ?? [];
    return entries
      .filter(({ struckOut, record }) => struckOut === null && names(fields, record, place.register.kind, id))
      .map((entry) => {
        const to = entryPath(registerAt(at), register.path, entry.id);
        return html`${link(to, entryTitle(register, entry))} (${register.noun})`;
      });
  });
  return found.length > 0 && html`${heading2('Named by')}${bulletList(found)}`;
};
