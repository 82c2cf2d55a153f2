import * as z from 'zod';
import type { Register } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import type { Option } from '../../design/choice.ts';
import { entryPath, reviewPath } from '../paths.ts';
import { asking, type MaybeQuestion, orNothing } from '../question.ts';
import type { At } from '../screen.ts';
import { askEntriesOrNothing, type Entry, entryTitle, registerAt } from './register-at.ts';
import type { NameOfEntry } from './shown-value.ts';

/** The registers that the fields of a record refer to, however deep. */
export const registersNamedIn = (fields: readonly Field[]): readonly string[] => [
  ...new Set(
    fields.flatMap(({ register, fields: inner = [], forms = [] }) => [
      ...(register === undefined ? [] : [register]),
      ...registersNamedIn(inner),
      ...forms.flatMap(registersNamedIn),
    ]),
  ),
];

const Reviews = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });

/** What is asked so that references can be chosen and read by name: one question for each register that is named. */
export const askNamed = (
  fields: readonly Field[],
  all: readonly Register[],
  at: At,
): Readonly<Record<string, MaybeQuestion>> =>
  Object.fromEntries(
    registersNamedIn(fields).flatMap((kind): readonly (readonly [string, MaybeQuestion])[] => {
      const register = all.find((one) => one.kind === kind);
      if (kind === 'review')
        return [
          [
            'of-review',
            orNothing(
              asking(`/programmes/${encodeURIComponent(at.params.programmeId ?? '')}/reviews`, Reviews, {
                limit: '200',
              }),
            ),
          ],
        ];
      return register === undefined ? [] : [[`of-${kind}`, askEntriesOrNothing(register.path, at)]];
    }),
  );

const NamedEntries = z.object({
  items: z.array(
    z.object({ id: z.string(), title: z.string().optional(), record: z.record(z.string(), z.unknown()).optional() }),
  ),
});

/** The entries that may be referred to, by the kind of their register. */
export interface NamedEntries {
  readonly optionsOf: (kind: string) => readonly Option[];
  readonly nameOf: NameOfEntry;
}

export const namedEntries = (
  answers: Readonly<Record<string, unknown>>,
  all: readonly Register[],
  at: At,
): NamedEntries => {
  const optionsOf = (kind: string): readonly Option[] => {
    const parsed = NamedEntries.safeParse(answers[`of-${kind}`]);
    const register = all.find((one) => one.kind === kind);
    if (!parsed.success) return [];
    return parsed.data.items.map(({ id, title, record }) => ({
      value: id,
      label:
        title ??
        (register === undefined
          ? id
          : entryTitle(register, { id, record: record ?? {} } satisfies Pick<Entry, 'id' | 'record'>)),
    }));
  };
  return {
    optionsOf,
    nameOf: (kind, id) => {
      const register = all.find((one) => one.kind === kind);
      const text = optionsOf(kind).find((one) => one.value === id)?.label ?? id;
      return {
        text,
        to:
          kind === 'review'
            ? reviewPath(at.params.programmeId ?? '', id)
            : register === undefined
              ? undefined
              : entryPath(registerAt(at), register.path, id),
      };
    },
  };
};
