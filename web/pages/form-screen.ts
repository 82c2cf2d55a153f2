import type { Role } from '#schemas/people.ts';
import type { ShownFault } from '../design/error-summary.ts';
import { hidden, idOf } from '../design/input.ts';
import {
  type FieldFaults,
  type FormValues,
  filledIn,
  formBefore,
  formKey,
  formToken,
  formVersion,
  noFaults,
  pressed,
} from '../forms/form-values.ts';
import { type Html, html } from '../html.ts';
import { type Conflict, conflictOf, conflictPanel, mergedOf } from './conflict.ts';
import { fieldOfFault } from './fault-fields.ts';
import { movedOn, savedByThemselves, sentBefore, someMoved } from './moved-words.ts';
import { type Answers, type Api, askAll, type ProblemAnswer, type Questions, type Sending } from './question.ts';
import type { At, Page, Reply, Screen } from './screen.ts';

/** A form as it is shown: what is in it, what is wrong with it, and how it is sent. */
export interface Filled {
  readonly values: FormValues;
  readonly faults: FieldFaults;
  /** What goes above the fields where somebody else changed the same, and what the session gave back. */
  readonly above: Html;
  /** The hidden fields. */
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
   * values, beside what is there now.
   */
  readonly reread?: (values: FormValues) => FormValues;
  /** What the form holds when it is first shown. */
  readonly start: (answers: Answers<Q>, at: At) => FormValues;
  readonly show: (answers: Answers<Q>, at: At, filled: Filled) => Page;
  /** What is to be sent, or what is wrong. */
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
   * or, with faults, shown again beside what is there now.
   */
  readonly moved?: (values: FormValues, now: Answers<Q>, problem: ProblemAnswer) => MovedForm;
}

export interface MovedForm {
  readonly values: FormValues;
  readonly faults: FieldFaults;
}

interface Sheet {
  readonly values: FormValues;
  readonly faults?: FieldFaults;
  readonly problem?: ProblemAnswer;
  readonly conflict?: Conflict;
  readonly key: string;
  readonly version: string;
  readonly before: FormValues;
  readonly kept?: boolean;
}

const parsedValues = (json: string | undefined): FormValues => {
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

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const sheetOf = <Q extends Questions>(form: FormScreen<Q>, answers: Answers<Q>, at: At, sheet: Sheet): Page => {
  const { atFields, apart } = faultsOf(sheet.problem, (pointer) =>
    form.fieldOf === undefined ? fieldOfFault(pointer, sheet.values) : form.fieldOf(pointer, sheet.values, answers),
  );
  const nameOf = form.nameOf && ((field: string) => form.nameOf?.(field, answers) ?? field);
  const faults = new Map([...(sheet.faults ?? noFaults), ...atFields]);
  const named = (field: string, message: string): string => {
    const name = nameOf?.(field);
    return name === undefined ? sentence(message) : `${name}: ${message}`;
  };
  const shown: ShownFault[] = [
    ...[...faults].map(([field, message]) => ({ message: named(field, message), field: idOf(field) })),
    ...apart.map((message) => ({ message: sentence(message) })),
  ];
  const filled: Filled = {
    values: sheet.values,
    faults,
    faultOf: (name) => (faults.has(name) ? sentence(faults.get(name) ?? '') : undefined),
    above: html`${
      sheet.kept &&
      html`<div class="govuk-inset-text">You were signed out before this was saved. We kept what you had filled in: check it and save it.</div>`
    }${sheet.conflict !== undefined && conflictPanel(sheet.conflict, nameOf)}`,
    sending: html`${hidden(formToken, at.token)}${hidden(formKey, sheet.key)}${sheet.version !== '' && hidden(formVersion, sheet.version)}${hidden(formBefore, JSON.stringify(sheet.before))}`,
  };
  const page = form.show(answers, at, filled);
  return { ...page, faults: [...(page.faults ?? []), ...shown] };
};

const page = (status: number, shown: Page): Reply => ({ kind: 'page', status, page: shown });

const openForm = async <Q extends Questions>(form: FormScreen<Q>, at: At, api: Api): Promise<Reply> => {
  const { answers, etags } = await askAll(form.asks(at), api);
  const before = form.start(answers, at);
  const version = form.versionOf === undefined ? '' : (etags[form.versionOf] ?? '');
  const kept = at.kept;
  return page(
    200,
    sheetOf(
      form,
      answers,
      at,
      kept === undefined
        ? { values: before, key: at.keyOf(`${at.path} ${version}${form.editionOf?.(answers) ?? ''}`), version, before }
        : {
            values: filledIn(kept),
            key: kept[formKey] ?? at.newKey(),
            version: kept[formVersion] ?? version,
            before: parsedValues(kept[formBefore]),
            kept: true,
          },
    ),
  );
};

const isThereAlready = ({ code }: ProblemAnswer): boolean =>
  code === 'version.exists' || code === 'idempotency.key-reused';

/** Sends round after round up to the first with a refusal, which it answers; sent again, what was recorded before it stays. */
const sendAll = async (
  rounds: readonly (readonly Sending[])[],
  api: Api,
  key: string,
): Promise<ProblemAnswer | undefined> => {
  for (const [round, sendings] of rounds.entries()) {
    const outcomes = await Promise.all(sendings.map((sending, n) => api.send(sending, `${key}-${round}-${n}`)));
    const refusals = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.problem] : []));
    const [refused] = refusals.filter((problem) => !isThereAlready(problem));
    if (refused !== undefined) return refused;
  }
  return undefined;
};

const isStale = ({ status }: ProblemAnswer): boolean => status === 412;

interface Merging<Q extends Questions> {
  readonly form: FormScreen<Q>;
  readonly at: At;
  readonly sent: FormValues;
  readonly answers: Answers<Q>;
  readonly first: ProblemAnswer;
  readonly before: FormValues;
  readonly now: string;
  readonly key: string;
  readonly again: (status: number, sheet: Partial<Sheet>) => Reply;
  readonly attempt: (values: FormValues, version: string, key: string) => Promise<Reply | ProblemAnswer>;
}

/** What the form was made of has another version: both changes are kept, or whoever sent it is asked. */
const mergeInto = async <Q extends Questions>(given: Merging<Q>): Promise<Reply> => {
  const { form, at, sent, answers, first, before, now, key, again, attempt } = given;
  const theirs = form.start(answers, at);
  if (form.reread !== undefined)
    return again(412, { values: form.reread(filledIn(sent)), problem: movedOn(first), version: now, before: theirs });
  const conflict = conflictOf({ before, mine: filledIn(sent), theirs, problem: first });
  const values = mergedOf(conflict, filledIn(sent), theirs);
  if (conflict.both.length > 0) return again(412, { values, conflict, version: now, before: theirs });
  const second = await attempt(values, now, `${key}-merged`);
  if ('kind' in second) return second;
  return again(second.status, { values, problem: second, version: now, before: theirs });
};

/** Sends what a form holds; where somebody else changed other fields meanwhile, both changes are kept. */
const sendForm = async <Q extends Questions>(
  form: FormScreen<Q>,
  at: At,
  api: Api,
  sent: FormValues,
): Promise<Reply> => {
  const { answers, etags } = await askAll(form.asks(at), api);
  const key = sent[formKey] ?? at.newKey();
  const version = sent[formVersion] ?? '';
  const before = parsedValues(sent[formBefore]);
  const again = (status: number, sheet: Partial<Sheet>, using = answers): Reply =>
    page(status, sheetOf(form, using, at, { values: filledIn(sent), key, version, before, ...sheet }));
  const attempt = async (
    values: FormValues,
    withVersion: string,
    withKey: string,
    using = answers,
  ): Promise<Reply | ProblemAnswer> => {
    const decided = form.decide(values, at, using, { which: sent[pressed] ?? '', key });
    if (decided.kind === 'again') return again(200, { values: decided.values }, using);
    if (decided.kind === 'faults') return again(422, { values, faults: decided.faults }, using);
    if (decided.kind === 'send-all') {
      const refused = await sendAll(decided.rounds, api, withKey);
      return refused ?? { kind: 'to', ...form.done(at, values, null) };
    }
    const { sending } = decided;
    const outcome = await api.send(
      sending.version === undefined && withVersion !== '' ? { ...sending, version: withVersion } : sending,
      withKey,
    );
    if (outcome.kind === 'done') return { kind: 'to', ...form.done(at, values, outcome.body) };
    return outcome.problem;
  };
  const first = await attempt(filledIn(sent), version, key);
  if ('kind' in first) return first;
  const now = form.versionOf === undefined ? '' : (etags[form.versionOf] ?? '');
  const hasMoved = now !== '' && now !== version;
  const merging = { form, at, sent, answers, before, now, attempt };
  if (first.code === 'idempotency.key-reused') {
    if (!hasMoved || form.reread !== undefined) return again(409, { problem: sentBefore(first), key: at.newKey() });
    const another = at.keyOf(`${key} ${now}`);
    const againAnew: typeof again = (status, sheet) => again(status, { key: another, ...sheet });
    return mergeInto({ ...merging, first: savedByThemselves(first), key: another, again: againAnew });
  }
  if (isStale(first) && form.moved !== undefined) {
    const { answers: there } = await askAll(form.asks(at), api);
    const { values, faults } = form.moved(filledIn(sent), there, first);
    const shown = { values, before: form.start(there, at) };
    if (faults.size > 0) return again(412, { ...shown, faults, problem: someMoved(first) }, there);
    const second = await attempt(values, '', `${key}-merged`, there);
    return 'kind' in second ? second : again(second.status, { ...shown, problem: second }, there);
  }
  if (!isStale(first) || !hasMoved) return again(first.status, { problem: first });
  return mergeInto({ ...merging, first, key, again });
};

/** A page with a form. What was filled in is shown again whatever happens, and pressing twice does it once. */
export const formScreen = <Q extends Questions>(form: FormScreen<Q>): Screen => ({
  path: form.path,
  ...(form.roles === undefined ? {} : { roles: form.roles }),
  open: (at, api) => openForm(form, at, api),
  send: (at, api, sent) => sendForm(form, at, api, sent),
});
