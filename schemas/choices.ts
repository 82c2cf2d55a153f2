import * as z from 'zod';

/** What the choices of a schema are called, in the words that people see; of schemas made from it too. */
const choiceLabels = z.registry<{ readonly labels: Readonly<Record<string, string>> }>();

function namesOf<K extends string>(labels: Readonly<Record<K, string>>): K[];
function namesOf(labels: object): string[] {
  return Object.keys(labels);
}

/** One of several names, each with the label that people see: `choice({ open: 'Open', closed: 'Closed' })`. */
export const choice = <const K extends string>(labels: Readonly<Record<K, string>>) =>
  z.enum(namesOf(labels)).register(choiceLabels, { labels });

/** The same of names in a list, each with the label that is made of it. */
export const choiceOf = <const N extends readonly [string, ...string[]]>(
  names: N,
  labelFor: (name: string) => string,
) => z.enum(names).register(choiceLabels, { labels: Object.fromEntries(names.map((name) => [name, labelFor(name)])) });

/** A name that is mostly one of several with labels: any other is its own. */
export const nameWithLabels = (labels: Readonly<Record<string, string>>) =>
  z.string().register(choiceLabels, { labels });

/** The labels of a choice by name, in their order; undefined where the schema is none. */
export const labelsOf = (schema: z.core.$ZodType): Readonly<Record<string, string>> | undefined =>
  choiceLabels.get(schema)?.labels;

/** The label of one choice; a name that has none is its own. */
export const labelOf = (schema: z.core.$ZodType, name: string): string => labelsOf(schema)?.[name] ?? name;
