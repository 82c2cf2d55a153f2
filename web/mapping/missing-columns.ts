import { headsNamedBy, isCalled, isOfReviews, isReference } from './guess.ts';
import { yearsNamedIn } from './mapped-fields.ts';
import type { Mapped } from './mapped-plan.ts';
import { type Mapping, referenceField, reviewField } from './mapping.ts';
import { type Head, plain, type Table } from './table.ts';

/*
 * Columns that a mapping names and a sheet does not have, as where somebody gave a column another head: what they were read for would be lost without a word.
 */

/** A column that is not in the sheet. */
export interface MissingColumn {
  /** The field that it is read for, or what stands in the place of one. */
  readonly of: string;
  readonly label: string;
  readonly head: string;
  /** The head that it has by now, most likely. */
  readonly candidate: string | undefined;
}

/** Heads of a sheet that nothing is read from. */
export const headsNotRead = (mapping: Mapping, { heads }: Table): readonly Head[] => {
  const read = headsNamedBy(mapping);
  return heads.filter(({ text }) => !read.has(plain(text)));
};

const scale = /£?\s*['’]?\(?£?\s*(?:0{3}s?|k|mn?)\)?(?![a-z\d])/g;
/** The beginnings of the words of a head, and its years: `Saving 26/27 £k` and `Savings 2026/27 (£000)` have the same. */
const partsOf = (head: string): ReadonlySet<string> =>
  new Set([
    ...yearsNamedIn([head]),
    ...(
      plain(head)
        .replaceAll(scale, ' ')
        .match(/[a-z]+/g) ?? []
    ).map((word) => word.slice(0, 4)),
  ]);

const likeness = (one: string, other: string): number => {
  const [ofOne, ofOther] = [partsOf(one), partsOf(other)];
  const all = new Set([...ofOne, ...ofOther]).size;
  return all === 0 ? 0 : [...ofOne].filter((part) => ofOther.has(part)).length / all;
};

const candidateFor = (head: string, others: readonly Head[], isMeant: (head: Head) => boolean): string | undefined => {
  const [best] = others
    .map(({ text }) => ({ text, like: likeness(head, text) }))
    .toSorted((one, other) => other.like - one.like);
  return best !== undefined && best.like >= 0.5 ? best.text : others.find(isMeant)?.text;
};

export const missingColumns = ({
  mapping,
  mappedFields,
  register,
  table,
}: Pick<Mapped, 'mapping' | 'mappedFields' | 'register' | 'table'>): readonly MissingColumn[] => {
  const there = new Set(table.heads.map(({ text }) => plain(text)));
  const others = headsNotRead(mapping, table);
  const missing = (
    of: string,
    label: string,
    head: string | undefined,
    isMeant: (head: Head) => boolean,
  ): readonly MissingColumn[] =>
    head === undefined || there.has(plain(head))
      ? []
      : [{ of, label, head, candidate: candidateFor(head, others, isMeant) }];
  return [
    ...missing(reviewField, 'Review', mapping.review, isOfReviews),
    ...missing(referenceField, 'Reference', mapping.reference, isReference),
    ...mapping.columns.flatMap(({ field, head }) => {
      const mapped = mappedFields.find(({ key }) => key === field);
      return missing(
        field,
        mapped?.column.label ?? field,
        head,
        ({ text }) => mapped !== undefined && isCalled(register.path, mapped, plain(text)),
      );
    }),
  ];
};
