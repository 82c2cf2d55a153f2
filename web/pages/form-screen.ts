import { type FormValues, filledIn, formBefore, formKey, formVersion, pressed } from '../forms/form-values.ts';
import { conflictOf, mergedOf } from './conflict.ts';
import type { FormScreen } from './form.ts';
import { isStale, movedOn, savedByThemselves, sentBefore, someMoved } from './form-problems.ts';
import { page, parsedValues, type Sheet, sheetOf } from './form-sheet.ts';
import { type Answers, type Api, askAll, type ProblemAnswer, type Questions, type Sending } from './question.ts';
import type { At, Reply, Screen } from './screen.ts';

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
