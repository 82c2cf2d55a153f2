import { type FormValues, filledIn, formBefore, formKey, formVersion, pressed } from '../forms/form-values.ts';
import { conflictOf, mergedOf } from './conflict.ts';
import type { FormScreen } from './form.ts';
import { changeInstead, formAt, idIn, toOneForm } from './form-adds.ts';
import {
  beginsWith,
  correctionInstead,
  doneFrom,
  fromNow,
  isRefusedForDay,
  notOpenAnyMore,
  onDay,
  openFor,
  sentWith,
} from './form-dates.ts';
import {
  bothChanged,
  isSentBefore,
  isStale,
  movedOn,
  savedByThemselves,
  sentBefore,
  someMoved,
} from './form-problems.ts';
import { sendAll } from './form-rounds.ts';
import { page, parsedValues, type Sheet, sheetOf } from './form-sheet.ts';
import { instantOf } from './open-month.ts';
import { type Answers, type Api, type Asked, askAll, type ProblemAnswer, type Questions } from './question.ts';
import type { At, Reply, Screen } from './screen.ts';

const openForm = async <Q extends Questions>(form: FormScreen<Q>, at: At, api: Api): Promise<Reply> => {
  const elsewhere = toOneForm(form.adds !== undefined || form.steps === true, at);
  if (elsewhere !== undefined) return elsewhere;
  const [{ answers, etags }, open] = await Promise.all([askAll(form.asks(at), api), openFor(form, at, api)]);
  const { kept } = at;
  const from = kept === undefined ? beginsWith(form, open, at) : sentWith(kept);
  const here = onDay(at, from);
  const before = form.start(answers, here);
  const version = form.versionOf === undefined ? '' : (etags[form.versionOf] ?? '');
  return page(
    200,
    sheetOf(
      form,
      answers,
      here,
      kept === undefined
        ? {
            values: { ...before, ...at.handedOn?.values },
            key: at.keyOf(
              `${at.path} ${version}${form.editionOf?.(answers) ?? ''}${form.adds === undefined ? '' : formAt(at)}`,
            ),
            ...{ version, before, open, from },
          }
        : {
            values: filledIn(kept),
            key: kept[formKey] ?? at.newKey(),
            version: kept[formVersion] ?? version,
            before: parsedValues(kept[formBefore]),
            ...{ kept: at.isBack === undefined, open, from },
          },
    ),
  );
};

type Again<Q extends Questions> = (status: number, sheet: Partial<Sheet>, using?: Answers<Q>) => Reply;

/** A form that was sent: shown again with what is said of it, or sent with these values on that version. */
interface Sent<Q extends Questions> {
  readonly form: FormScreen<Q>;
  readonly at: At;
  readonly api: Api;
  readonly sent: FormValues;
  readonly asked: Asked<Q>;
  readonly key: string;
  readonly again: Again<Q>;
  readonly attempt: (
    values: FormValues,
    version: string,
    key: string,
    using?: Answers<Q>,
  ) => Promise<Reply | ProblemAnswer>;
}

interface Merging {
  readonly first: ProblemAnswer;
  readonly now: string;
}

/** What the form was made of has another version: both changes are kept, or whoever sent it is asked. */
const mergeInto = async <Q extends Questions>(given: Sent<Q>, { first, now }: Merging): Promise<Reply> => {
  const { form, at, sent, asked, key, again, attempt } = given;
  const theirs = form.start(asked.answers, at);
  if (form.reread !== undefined)
    return again(412, {
      values: form.reread(filledIn(sent), theirs),
      problem: movedOn(first),
      version: now,
      before: theirs,
    });
  const conflict = conflictOf({
    before: parsedValues(sent[formBefore]),
    mine: filledIn(sent),
    theirs,
    problem: first,
  });
  const values = mergedOf(conflict, filledIn(sent), theirs);
  if (conflict.both.length > 0)
    return again(412, { values, conflict, problem: bothChanged(first), version: now, before: theirs });
  const second = await attempt(values, now, `${key}-merged`);
  if ('kind' in second) return second;
  return again(second.status, { values, problem: second, version: now, before: theirs });
};

/** The key of a form that is sent as it is filled in: with something else in it, it is another request. */
const keyOfContent = <Q extends Questions>({ at, sent, key }: Pick<Sent<Q>, 'at' | 'sent' | 'key'>, how = ''): string =>
  at.keyOf(`${key} ${how} ${sentWith(sent)} ${JSON.stringify(Object.entries(filledIn(sent)).toSorted())}`);

/** What was recorded by the first of two equal sendings. */
const doneBefore = <Q extends Questions>({ form, at, sent }: Sent<Q>): Reply => ({
  kind: 'to',
  ...form.done(at, filledIn(sent), null),
});

/** Of a form of many entries some have moved. */
const sendMoved = async <Q extends Questions>(
  given: Sent<Q>,
  moved: NonNullable<FormScreen<Q>['moved']>,
  first: ProblemAnswer,
): Promise<Reply> => {
  const { form, at, api, sent, again, attempt } = given;
  const { answers: there } = await askAll(form.asks(at), api);
  const { values, faults } = moved(filledIn(sent), there, first);
  const shown = { values, before: form.start(there, at) };
  if (faults.size > 0) return again(412, { ...shown, faults, problem: someMoved(first) }, there);
  const second = await attempt(values, '', keyOfContent(given, 'merged'), there);
  if ('code' in second && isSentBefore(second)) return doneBefore(given);
  return 'kind' in second ? second : again(second.status, { ...shown, problem: second }, there);
};

/** What becomes of a form that was refused. */
const afterRefusal = async <Q extends Questions>(given: Sent<Q>, first: ProblemAnswer): Promise<Reply> => {
  const { form, at, sent, asked, key, again } = given;
  const now = form.versionOf === undefined ? '' : (asked.etags[form.versionOf] ?? '');
  const hasMoved = now !== '' && now !== (sent[formVersion] ?? '');
  if (isSentBefore(first)) {
    if (form.moved !== undefined) return doneBefore(given);
    if (!hasMoved || form.reread !== undefined) return again(409, { problem: sentBefore(first), key: at.newKey() });
    const another = at.keyOf(`${key} ${now}`);
    const againAnew: typeof again = (status, sheet) => again(status, { key: another, ...sheet });
    return mergeInto({ ...given, key: another, again: againAnew }, { first: savedByThemselves(first), now });
  }
  if (isStale(first) && form.moved !== undefined) return sendMoved(given, form.moved, first);
  if (!isStale(first) || !hasMoved) return again(first.status, { problem: first });
  return mergeInto(given, { first, now });
};

/** Sends what a form holds; where somebody else changed other fields meanwhile, both changes are kept. */
const sendForm = async <Q extends Questions>(
  form: FormScreen<Q>,
  given: At,
  api: Api,
  sent: FormValues,
): Promise<Reply> => {
  const [asked, open] = await Promise.all([askAll(form.asks(given), api), openFor(form, given, api)]);
  const from = sentWith(sent);
  const at = onDay(given, from);
  const key = sent[formKey] ?? at.newKey();
  const version = sent[formVersion] ?? '';
  const shown = { values: filledIn(sent), key, version, before: parsedValues(sent[formBefore]), open, from };
  const again: Again<Q> = (status, sheet, using = asked.answers) =>
    page(status, sheetOf(form, using, at, { ...shown, ...sheet }));
  if (from !== 'now' && from !== open?.lastDay) return again(409, { problem: notOpenAnyMore(from), from: 'now' });
  const effectiveAt = instantOf(open, from);
  const attempt: Sent<Q>['attempt'] = async (values, onVersion, withKey, using = asked.answers) => {
    const decided = form.decide(values, at, using, { which: sent[pressed] ?? '', key });
    if (decided.kind === 'again') return again(200, { values: decided.values }, using);
    if (decided.kind === 'faults') return again(422, { values, faults: decided.faults }, using);
    if (decided.kind === 'send-all') {
      const refused = await sendAll(decided.rounds, api, withKey);
      return refused ?? { kind: 'to', ...form.done(at, values, null) };
    }
    const { sending } = decided;
    const added = at.added?.[key];
    if (form.adds !== undefined && added !== undefined && added !== idIn(sending.path))
      return changeInstead(form.adds, at, api, { sent, id: added });
    const outcome = await api.send(
      {
        ...sending,
        ...(sending.version === undefined && onVersion !== '' ? { version: onVersion } : {}),
        ...(effectiveAt === undefined ? {} : { effectiveAt }),
      },
      withKey,
    );
    if (outcome.kind === 'done')
      return {
        ...doneFrom(form, form.done(at, values, outcome.body), at, { open, from }),
        ...(form.adds === undefined ? {} : { added: { key, id: idIn(sending.path) } }),
      };
    const { problem } = outcome;
    if (form.adds !== undefined && isSentBefore(problem))
      return changeInstead(form.adds, at, api, { sent, id: idIn(sending.path) });
    if (from === 'now' || !isRefusedForDay(problem)) return problem;
    return form.late !== undefined && problem.code === 'effective.out-of-order'
      ? correctionInstead({ late: form.late, at, api, sent: { ...sent, ...values }, from, problem })
      : again(problem.status, { values, problem: fromNow(problem, from), from: 'now' }, using);
  };
  const first = await attempt(
    filledIn(sent),
    version,
    form.moved === undefined ? key : keyOfContent({ at, sent, key }),
  );
  return 'kind' in first ? first : afterRefusal({ form, at, api, sent, asked, key, again, attempt }, first);
};

/** A page with a form. What was filled in is shown again whatever happens, and pressing twice does it once. */
export const formScreen = <Q extends Questions>(form: FormScreen<Q>): Screen => ({
  path: form.path,
  ...(form.roles === undefined ? {} : { roles: form.roles }),
  open: (at, api) => openForm(form, at, api),
  send: (at, api, sent) => sendForm(form, at, api, sent),
});
