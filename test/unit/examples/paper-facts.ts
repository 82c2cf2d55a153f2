import { dateInWords } from '#language/in-words.ts';
import type { ChangeStep, Scenario } from '../../../examples/step.ts';

/** A fact of a paper: where it is in the file of the example, and the number or the words. */
export interface Fact {
  readonly at: string;
  readonly value: string | number;
}

/** Every number and every text of a paper's facts; what is null there is not stated. */
export const factsIn = (value: unknown, at = ''): readonly Fact[] => {
  if (typeof value === 'string' || typeof value === 'number') return [{ at, value }];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => factsIn(inner, `${at}/${key}`))
    : [];
};

export const changesOf = (scenario: Scenario): readonly ChangeStep[] =>
  scenario.steps.filter((step): step is ChangeStep => step.kind === 'change');

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The facts of which no body that a scenario sends has the number, or the words: a day by its date or in words. */
export const factsLeftOut = (facts: readonly Fact[], scenario: Scenario): readonly Fact[] => {
  const sent = changesOf(scenario).flatMap((step) => [
    ...factsIn(step.params),
    ...factsIn(step.body),
    { at: 'on', value: step.on },
  ]);
  const numbers = new Set(sent.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])));
  const texts = sent.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const said = (words: string): boolean => texts.some((text) => text.includes(words));
  const saidAlone = (number: string): boolean =>
    texts.some((text) => text.split(/[^\d.,]+/).some((word) => word.replace(/[.,]$/, '') === number));
  return facts.filter(({ value }) =>
    typeof value === 'number'
      ? !numbers.has(value) && !saidAlone(value.toLocaleString('en-GB'))
      : !said(value) && !(isDay(value) && said(dateInWords(value))),
  );
};

/** Every number of money in a body, by the names that its fields have. */
export const moneyIn = (value: unknown): readonly number[] => {
  if (Array.isArray(value)) return value.flatMap(moneyIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'number' && ['pounds', 'low', 'high', 'plan', 'beforeAction', 'left'].includes(key)
      ? [inner]
      : moneyIn(inner),
  );
};

type Body = Readonly<Record<string, unknown>>;

/** An entry of the programme as it was last recorded, alone or with others. */
export const entryOf = (scenario: Scenario, stem: string, plural: string, id: string): Body | undefined =>
  entriesOf(scenario, stem, plural).findLast((one) => one.id === id)?.record;

/** The entries of a register of the programme in the order in which they were recorded. */
export const entriesOf = (
  scenario: Scenario,
  stem: string,
  plural: string,
): readonly { readonly id: string; readonly record: Body; readonly on: string }[] =>
  changesOf(scenario).flatMap(({ operation, params, body, on }) => {
    if (operation === `putProgramme${stem}`) return [{ id: params.entryId ?? '', record: body as Body, on }];
    return operation === `recordProgramme${plural}`
      ? (body as { entries: { id: string; record: Body }[] }).entries.map((one) => ({ ...one, on }))
      : [];
  });
