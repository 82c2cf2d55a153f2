import * as z from 'zod';
import type { Role } from '#schemas/people.ts';
import type { FieldFaults, FormValues } from '../forms/form-values.ts';
import type { Html } from '../html.ts';
import type { Answers, ProblemAnswer, Question, Questions, Sending } from './question.ts';
import type { At, Page, Screen } from './screen.ts';

/** A form as it is shown: what is in it, what is wrong with it, and how it is sent. */
export interface Filled {
  readonly values: FormValues;
  readonly faults: FieldFaults;
  /** What goes above the fields where somebody else changed the same, and what the session gave back. */
  readonly above: Html;
  /** The hidden fields and, where there is a choice, from when it is true: the first in its form. */
  readonly sending: Html;
  /** The fault of a field. */
  readonly faultOf: (name: string) => string | undefined;
}

export type Decided =
  | { readonly kind: 'send'; readonly sending: Sending }
  /** Many requests, those of a round at once; what is there already, or was sent with the same key before, stays as it is. */
  | { readonly kind: 'send-all'; readonly rounds: readonly (readonly Sending[])[] }
  | { readonly kind: 'faults'; readonly faults: FieldFaults }
  /** Shown again with these values, as where one more line is asked for. */
  | { readonly kind: 'again'; readonly values: FormValues };

/** How a form was sent: the value of the button that was pressed, where it has one, and the key that was made when it was shown. */
export interface SentForm {
  readonly which: string;
  readonly key: string;
}

/** Where to go, what to say there, and where what was done can be undone. */
export interface Done {
  readonly path: string;
  readonly notice: string;
  readonly undo?: string;
}

export interface FormScreen<Q extends Questions> {
  readonly path: string;
  readonly roles?: readonly Role[];
  readonly asks: (at: At) => Q;
  /** The answer whose version the form rests on: sent as If-Match. */
  readonly versionOf?: keyof Q;
  /**
   * Of a form that judges what is on its page: where that has changed since, it is never sent anew unread, but shown again with these
   * values, beside what is there now, with what such a form begins with now.
   */
  readonly reread?: (values: FormValues, beginsWith: FormValues) => FormValues;
  /** What the form holds when it is first shown. */
  readonly start: (answers: Answers<Q>, at: At) => FormValues;
  readonly show: (answers: Answers<Q>, at: At, filled: Filled) => Page;
  /**
   * What is to be sent, or what is wrong. By the form alone where it is sent twice: what was recorded by its first sending is among the
   * answers of the second one, and must not make it another request.
   */
  readonly decide: (values: FormValues, at: At, answers: Answers<Q>, sent: SentForm) => Decided;
  /** Where to go once it is done, and what to say there. */
  readonly done: (at: At, values: FormValues, answer: unknown) => Done;
  /** What a field is called; for naming what two people changed. */
  readonly nameOf?: (field: string, answers: Answers<Q>) => string;
  /** Each version that the form was made from, as one text: of other versions it is another form. */
  readonly editionOf?: (answers: Answers<Q>) => string;
  /** The field that a fault of the body is about, where its place in the body does not say it. */
  readonly fieldOf?: (pointer: string, values: FormValues, answers: Answers<Q>) => string | undefined;
  /**
   * Of a form that holds a version for each of many entries: what becomes of it where some have moved. It is sent anew with these values
   * or, with faults, shown again beside what is there now. Its key is of what is in it: sent twice, it is done once whatever else moved.
   */
  readonly moved?: (values: FormValues, now: Answers<Q>, problem: ProblemAnswer) => MovedForm;
  /**
   * Of a form whose sender may say from when it is true: whether it begins with what was chosen for this session or, as one that is judged
   * by what is so today, with now. A form without it takes no such choice.
   */
  readonly dates?: 'as-chosen' | 'now';
  /** Of such a form: where what was so on the chosen day is corrected, as its record was changed since with effect from a later one. */
  readonly late?: LateChange;
  /** Set where the form is filled in on several pages: each has an address of its own, the first as well. */
  readonly steps?: true;
  /** Of a form that adds something: who goes back to it and sends something else is asked whether that is to be changed. */
  readonly adds?: AddsEntry;
}

/** The form that changes what a form added, and where that is. */
export interface AddsEntry {
  readonly screen: Screen;
  readonly at: (at: At, id: string) => Pick<At, 'path' | 'params'>;
}

/** The form that corrects a record, at `<address of the record>/_correct/{change}`. */
export interface LateChange {
  readonly screen: Screen;
  readonly of: (at: At) => string;
  /** Every change of the record, the newest first. */
  readonly line: (at: At) => Question<typeof ChangesOfRecord>;
}

/** What is read of the changes of a record. */
export const ChangesOfRecord = z.object({ items: z.array(z.object({ sequence: z.int(), effectiveAt: z.string() })) });

export interface MovedForm {
  readonly values: FormValues;
  readonly faults: FieldFaults;
}
