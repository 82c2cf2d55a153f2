import * as z from 'zod';
import type { Register } from '#registers/declaration.ts';
import type { ScaleName } from '#registers/field-kinds.ts';
import type { Field } from '#registers/fields.ts';
import { RiskMatrix } from '#schemas/risk-matrix.ts';
import type { Option } from '../../design/choice.ts';
import { apiChainPath, entryPath, reviewPath } from '../paths.ts';
import { asking, everyPage, type MaybeQuestion, orNothing } from '../question.ts';
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

const Directory = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), post: z.string().nullable() })),
});

const Reviews = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });

/** The criteria by which the options of a review are judged. */
const criterion = 'criterion';
const Criteria = z.object({
  record: z.object({
    criteria: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
    highestScore: z.number().optional(),
  }),
});

/** People are chosen from the directory as entries are from their register. */
export const people = 'people';

const usesSettings = (fields: readonly Field[]): boolean =>
  fields.some(
    ({ list, scale, fields: inner = [], forms = [] }) =>
      list !== undefined ||
      (scale !== undefined && scale !== 'appraisal') ||
      usesSettings(inner) ||
      forms.some(usesSettings),
  );

/** What records use of the settings: words, and the scales of scores. */
const Words = z.array(z.object({ id: z.string(), name: z.string() })).optional();
const { likelihoodWords, impactWords } = RiskMatrix.shape;
const Settings = z.object({
  record: z.object({
    ...{ directorates: Words, portfolios: Words, themes: Words, objectives: Words },
    riskMatrix: z.object({ likelihoodWords, impactWords }).optional(),
  }),
});

/** What is asked so that references can be chosen and read by name: one question for each register that is named, and one for the settings. */
export const askNamed = (
  fields: readonly Field[],
  all: readonly Register[],
  at: At,
): Readonly<Record<string, MaybeQuestion>> =>
  Object.fromEntries([
    ...(usesSettings(fields)
      ? [
          [
            'of-settings',
            orNothing(asking(apiChainPath({ programme: at.params.programmeId ?? '' }), Settings)),
          ] as const,
        ]
      : []),
    ...registersNamedIn(fields).flatMap((kind): readonly (readonly [string, MaybeQuestion])[] => {
      const register = all.find((one) => one.kind === kind);
      if (kind === people)
        return [['of-people', everyPage(orNothing(asking('/directory', Directory, { limit: '200' })))]];
      if (kind === 'review')
        return [
          [
            'of-review',
            everyPage(
              orNothing(
                asking(`/programmes/${encodeURIComponent(at.params.programmeId ?? '')}/reviews`, Reviews, {
                  limit: '200',
                }),
              ),
            ),
          ],
        ];
      if (kind === criterion)
        return [['of-criterion', orNothing(asking(`${apiChainPath(registerAt(at))}/appraisal`, Criteria))]];
      return register === undefined ? [] : [[`of-${kind}`, everyPage(askEntriesOrNothing(register.path, at))]];
    }),
  ]);

const NamedEntries = z.object({
  items: z.array(
    z.object({ id: z.string(), title: z.string().optional(), record: z.record(z.string(), z.unknown()).optional() }),
  ),
});

const byLabel = (one: Option, other: Option): number => one.label.localeCompare(other.label, 'en');

const wordLists = ['directorates', 'portfolios', 'themes', 'objectives'] as const;
const isWordList = (name: string): name is (typeof wordLists)[number] => wordLists.some((one) => one === name);

const fromTo = (words: readonly string[] | undefined): string | undefined =>
  words === undefined ? undefined : `From 1 (${words[0]}) to ${words.length} (${words.at(-1)})`;

/** The entries that may be referred to, by the kind of their register. */
export interface NamedEntries {
  readonly optionsOf: (kind: string) => readonly Option[];
  readonly nameOf: NameOfEntry;
  /** From what to what a number on a scale goes. */
  readonly scaleInWords?: (scale: ScaleName) => string | undefined;
}

export const namedEntries = (
  answers: Readonly<Record<string, unknown>>,
  all: readonly Register[],
  at: At,
): NamedEntries => {
  const inDirectory = Directory.safeParse(answers['of-people']).data?.items ?? [];
  const criteria = Criteria.safeParse(answers['of-criterion']).data;
  const settings = Settings.safeParse(answers['of-settings']).data?.record;
  const optionsOf = (kind: string): readonly Option[] => {
    const list = isWordList(kind) ? settings?.[kind] : undefined;
    if (list !== undefined) return list.map(({ id, name }) => ({ value: id, label: name }));
    if (kind === people)
      return inDirectory
        .map(({ id, name, post }) => ({ value: id, label: post === null ? name : `${name}, ${post}` }))
        .toSorted(byLabel);
    if (kind === criterion)
      return (criteria?.record.criteria ?? []).map(({ id, name }) => ({ value: id, label: name }));
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
  const ranges: Readonly<Record<ScaleName, string | undefined>> = {
    likelihood: fromTo(settings?.riskMatrix?.likelihoodWords),
    impact: fromTo(settings?.riskMatrix?.impactWords),
    appraisal: criteria?.record.highestScore === undefined ? undefined : `From 0 to ${criteria.record.highestScore}`,
  };
  return {
    optionsOf,
    scaleInWords: (scale) => ranges[scale],
    nameOf: (kind, id) => {
      if (kind === people) return { text: inDirectory.find((one) => one.id === id)?.name ?? id };
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
