import { warningText } from '../design/blocks.ts';
import { dataTable } from '../design/tables.ts';
import type { FormValues } from '../forms/form-values.ts';
import { type Html, html } from '../html.ts';
import type { ProblemAnswer } from './question.ts';

/** What two people changed of the same: by the names of fields. */
export interface Conflict {
  /** Changed by both, to different values. */
  readonly both: readonly { readonly field: string; readonly mine: string; readonly theirs: string }[];
  readonly theirsAlone: readonly string[];
  readonly detail: string;
}

const namesOf = (...all: readonly FormValues[]): readonly string[] => [
  ...new Set(all.flatMap((one) => Object.keys(one))),
];
const heldIn = (values: FormValues, name: string): string => (values[name] ?? '').trim();

/** Compares what the form held, what was made of it here, and what the record holds now. */
export const conflictOf = (given: {
  readonly before: FormValues;
  readonly mine: FormValues;
  readonly theirs: FormValues;
  readonly problem: ProblemAnswer;
}): Conflict => {
  const { before, mine, theirs, problem } = given;
  const names = namesOf(before, mine, theirs);
  const changed = (values: FormValues, name: string) => heldIn(values, name) !== heldIn(before, name);
  return {
    both: names
      .filter((name) => changed(mine, name) && changed(theirs, name) && heldIn(mine, name) !== heldIn(theirs, name))
      .map((field) => ({ field, mine: heldIn(mine, field), theirs: heldIn(theirs, field) })),
    theirsAlone: names.filter((name) => changed(theirs, name) && !changed(mine, name)),
    detail: problem.detail,
  };
};

/** What was filled in here, with what somebody else alone changed. */
export const mergedOf = ({ theirsAlone }: Conflict, mine: FormValues, theirs: FormValues): FormValues => {
  const merged: Record<string, string> = { ...mine };
  for (const name of theirsAlone) merged[name] = theirs[name] ?? '';
  return merged;
};

const partsInWords = (field: string): string => field.split('/').at(-1) ?? field;

export const conflictPanel = (conflict: Conflict, nameOf: ((field: string) => string) | undefined): Html =>
  html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">Somebody changed this while you were editing</h2>
<p class="govuk-body">${conflict.detail}</p>
<p class="govuk-body">Below is what you filled in. What only they changed is kept as they saved it. You both changed what is in this table.</p>
${warningText('If you save now, your values replace theirs.')}
${dataTable({
  caption: 'What you both changed',
  captionHidden: true,
  columns: [{ head: 'Field' }, { head: 'Saved by them' }, { head: 'Filled in by you' }],
  rows: conflict.both.map(({ field, mine, theirs }) => [
    nameOf?.(field) ?? partsInWords(field),
    theirs || 'empty',
    mine || 'empty',
  ]),
  none: '',
})}</div>`;
