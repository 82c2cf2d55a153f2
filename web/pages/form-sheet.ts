import type { ShownFault } from '../design/error-summary.ts';
import { hidden, idOf } from '../design/input.ts';
import {
  type FieldFaults,
  type FormValues,
  formBefore,
  formKey,
  formToken,
  formVersion,
  noFaults,
} from '../forms/form-values.ts';
import { type Html, html } from '../html.ts';
import { type Conflict, conflictPanel } from './conflict.ts';
import { fieldOfFault } from './fault-fields.ts';
import type { Filled, FormScreen } from './form.ts';
import { beginsWith } from './form-dates.ts';
import { fromWhen, type OpenMonth, type TrueFrom } from './open-month.ts';
import type { Answers, ProblemAnswer, Questions } from './question.ts';
import type { At, Page, Reply } from './screen.ts';

export interface Sheet {
  readonly values: FormValues;
  readonly faults?: FieldFaults;
  readonly problem?: ProblemAnswer;
  readonly conflict?: Conflict;
  readonly key: string;
  readonly version: string;
  readonly before: FormValues;
  readonly kept?: boolean;
  /** The month that is open, where the form asks from when it is true, and what it says. */
  readonly open: OpenMonth | undefined;
  readonly from: TrueFrom;
}

export const parsedValues = (json: string | undefined): FormValues => {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([name, one]) => (typeof one === 'string' ? [[name, one]] : [])),
        )
      : {};
  } catch {
    return {};
  }
};

/** The faults of a refusal at their fields; those that are about no field of the form stay apart. */
const faultsOf = (problem: ProblemAnswer | undefined, fieldOf: (pointer: string) => string | undefined) => {
  const atFields = new Map<string, string>();
  const apart: string[] = [];
  for (const fault of problem?.faults ?? []) {
    const field = fault.in === 'body' ? fieldOf(fault.pointer) : undefined;
    if (field === undefined || atFields.has(field)) apart.push(fault.message);
    else atFields.set(field, fault.message);
  }
  if (problem !== undefined && atFields.size + apart.length === 0) apart.push(problem.detail || problem.title);
  return { atFields, apart };
};

/** What the API says of what must be there and is not. */
const notThere = 'is required';

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** From when it is true: seen whole where that is other than usual, or where what was sent so was refused. */
const choiceOf = <Q extends Questions>(
  form: FormScreen<Q>,
  at: At,
  { open, from, faults, problem }: Sheet,
): Html | false =>
  open !== undefined &&
  fromWhen(open, at, from, {
    isOpen: faults !== undefined || problem !== undefined || from !== beginsWith(form, open, at),
    isKept: form.dates === 'as-chosen',
  });

export const sheetOf = <Q extends Questions>(form: FormScreen<Q>, answers: Answers<Q>, at: At, sheet: Sheet): Page => {
  const { atFields, apart } = faultsOf(sheet.problem, (pointer) =>
    form.fieldOf === undefined ? fieldOfFault(pointer, sheet.values) : form.fieldOf(pointer, sheet.values, answers),
  );
  const nameOf = form.nameOf && ((field: string) => form.nameOf?.(field, answers) ?? field);
  const faults = new Map([...(sheet.faults ?? noFaults), ...atFields]);
  const named = (field: string, message: string): string => {
    const name = nameOf?.(field);
    if (name === undefined) return sentence(message);
    return message === notThere ? `${name} ${message}` : `${name}: ${message}`;
  };
  const atField = (field: string): string | undefined => {
    const message = faults.get(field);
    return message === undefined ? undefined : message === notThere ? named(field, message) : sentence(message);
  };
  const shown: ShownFault[] = [
    ...[...faults].map(([field, message]) => ({ message: named(field, message), field: idOf(field) })),
    ...apart.map((message) => ({ message: sentence(message) })),
  ];
  const filled: Filled = {
    values: sheet.values,
    faults,
    faultOf: atField,
    above: html`${at.handedOn?.above}${
      sheet.kept &&
      html`<div class="govuk-inset-text">You were signed out before this was saved. We kept what you had filled in: check it and save it.</div>`
    }${sheet.conflict !== undefined && conflictPanel(sheet.conflict, nameOf)}`,
    sending: html`${hidden(formToken, at.token)}${hidden(formKey, sheet.key)}${sheet.version !== '' && hidden(formVersion, sheet.version)}${hidden(formBefore, JSON.stringify(sheet.before))}${choiceOf(form, at, sheet)}`,
  };
  const page = form.show(answers, at, filled);
  return { ...page, faults: [...(page.faults ?? []), ...shown] };
};

export const page = (status: number, shown: Page): Reply => ({ kind: 'page', status, page: shown });
