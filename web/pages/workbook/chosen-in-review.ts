import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { type Choice, type ChoicesByReview, type Column, distinctChoices } from '../../workbook/columns.ts';
import { isListedAcross } from '../registers/across-screen.ts';
import { people, registersNamedIn } from '../registers/references.ts';

/*
 * What rows over many reviews refer to within their own review: the entries of other registers, by the review that they are of.
 */

/** What may be chosen over many reviews alike. */
export const isOfAll = ({ register }: { readonly register?: string | undefined }): boolean =>
  register === undefined || register === people || register === 'review';

const declared: readonly Register[] = registers;

/** The registers whose entries others refer to, so far as they are listed over all reviews. */
export const referredTo = (fields: readonly Field[]): readonly Register[] => {
  const kinds = registersNamedIn(fields);
  return declared.filter((one) => kinds.includes(one.kind) && isListedAcross(one));
};
export const fieldsOfAll = (mine: readonly Register[]): readonly Field[] =>
  mine.flatMap(({ record }) => fieldsOf(record));

interface Titled {
  readonly review: string | null;
  readonly id: string;
  readonly title: string;
}

/** By the kind of their register what may be chosen in each review. */
export type ChosenInReview = ReadonlyMap<string, ChoicesByReview>;

export const chosenInReview = (
  lists: readonly { readonly register: Register; readonly entries: readonly Titled[] }[],
): ChosenInReview =>
  new Map(
    lists.map(({ register, entries }) => {
      const byReview = new Map<string | null, readonly Choice[]>(
        [...Map.groupBy(entries, ({ review }) => review)].map(([review, those]) => [
          review,
          distinctChoices(those.map(({ id, title }) => ({ name: id, label: title }))),
        ]),
      );
      const those = register.path.replaceAll('-', ' ');
      return [register.kind, { those, of: (review) => byReview.get(review) ?? [] }];
    }),
  );

/** In a cell that holds several, a title that has what divides them is said by its id. */
const dividable = ({ those, of }: ChoicesByReview): ChoicesByReview => ({
  those,
  of: (review) => of(review).map((one) => (/[;\n]/.test(one.label) ? { ...one, label: one.name } : one)),
});

/** Columns over many reviews: what is referred to within a review is chosen in each row among those of its own. */
export const columnsOverReviews = (columns: readonly Column[], chosen: ChosenInReview): readonly Column[] =>
  columns.flatMap((column) => {
    const { field } = column;
    if (isOfAll(field)) return [column];
    const byReview = chosen.get(field.register ?? '');
    return byReview === undefined
      ? []
      : [{ ...column, byReview: field.kind === 'list' ? dividable(byReview) : byReview }];
  });
