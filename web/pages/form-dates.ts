import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, endOfDay, Instant, type LocalDate } from '#language/time.ts';
import { button, paragraph } from '../design/blocks.ts';
import { hidden } from '../design/input.ts';
import { dayInBoxes } from '../forms/day.ts';
import { type FormValues, filledIn, formFrom, formToken, valueIn } from '../forms/form-values.ts';
import { type Html, html } from '../html.ts';
import type { Done, FormScreen, LateChange } from './form.ts';
import { askOpenMonth, chosenFor, type OpenMonth, type TrueFrom } from './open-month.ts';
import { correctPath } from './paths.ts';
import type { Api, ProblemAnswer, Questions } from './question.ts';
import type { At, Reply } from './screen.ts';

/** The day from which a correction is true, in its form. */
export const correctedFrom = 'correction-from';

type Dates<Q extends Questions> = Pick<FormScreen<Q>, 'dates' | 'late'>;

/** The month that is open, where the form asks from when it is true. */
export const openFor = async <Q extends Questions>(
  { dates }: Dates<Q>,
  at: At,
  api: Api,
): Promise<OpenMonth | undefined> => (dates === undefined ? undefined : askOpenMonth(at, api));

/** What a form begins with. */
export const beginsWith = <Q extends Questions>({ dates }: Dates<Q>, open: OpenMonth | undefined, at: At): TrueFrom =>
  open === undefined || dates === 'now' ? 'now' : chosenFor(open, at);

/** What a form was sent with; one that was shown without a choice is true from now. */
export const sentWith = (sent: FormValues): TrueFrom => valueIn(sent, formFrom) || 'now';

/** What a form is shown with: as it was chosen on it or, until something was, as `beginsWith`. */
export const shownFrom = (open: OpenMonth | undefined, at: At, values: FormValues): TrueFrom =>
  open === undefined ? 'now' : values[formFrom] === undefined ? chosenFor(open, at) : sentWith(values);

/** The page of a form whose values are true from a day. */
export const onDay = (at: At, from: TrueFrom): At => ({ ...at, trueOn: from === 'now' ? at.today : from });

/** What is said once it is done, with the day from which it is true; what was chosen holds for the forms after it. */
export const doneFrom = <Q extends Questions>(
  form: Dates<Q>,
  { path, notice, undo }: Done,
  at: At,
  { open, from }: { readonly open: OpenMonth | undefined; readonly from: TrueFrom },
): Extract<Reply, { kind: 'to' }> => ({
  kind: 'to',
  path,
  notice: from === 'now' ? notice : `${notice} It is true from ${dateInWords(from)}.`,
  ...(undo === undefined ? {} : { undo }),
  ...(open === undefined || form.dates === 'now' || from === chosenFor(open, at)
    ? {}
    : { recording: from === 'now' ? 'now' : open.month }),
});

/** The month whose end a form names was reported, or set aside, since the form was shown. */
export const notOpenAnyMore = (from: LocalDate): ProblemAnswer => ({
  title: 'The month is not open any more',
  status: 409,
  code: '',
  detail: `Nothing was recorded: ${monthInWords(from.slice(0, 7))} is not open any more. What you save here is true from now; what was so on ${dateInWords(from)} is recorded as a correction.`,
  faults: [],
});

const tooEarly: readonly string[] = ['effective.out-of-order', 'effective.too-early'];

/** Whether the day that was chosen is what was refused, and not one entry of several. */
export const isRefusedForDay = ({ code, faults }: ProblemAnswer): boolean =>
  tooEarly.includes(code) && faults.length === 0;

/** It is shown again as true from now: whoever sent it sees it, and sends it so or not at all. */
export const fromNow = (problem: ProblemAnswer, from: LocalDate): ProblemAnswer => ({
  ...problem,
  detail: `Nothing was recorded, as it cannot be true from ${dateInWords(from)}. It is true from now if you save it again. ${problem.detail}`,
});

const sinceWhen = ({ facts }: ProblemAnswer): string => {
  const last = Instant.safeParse(facts?.lastEffectiveAt);
  return last.success ? `with effect from ${dateInWords(dayOf(last.data))}` : 'since';
};

/** What was filled in, to be recorded from now in place of a correction. */
const insteadFromNow = (at: At, sent: FormValues): Html =>
  html`<form method="post" action="${at.path}" novalidate>${Object.entries({ ...sent, [formToken]: at.token, [formFrom]: 'now' }).map(([name, value]) => hidden(name, value))}
${button('Record it from now instead', { kind: 'secondary' })}</form>`;

interface Late {
  readonly late: LateChange;
  readonly at: At;
  readonly api: Api;
  readonly sent: FormValues;
  readonly from: LocalDate;
  readonly problem: ProblemAnswer;
}

/** The form that corrects what was so on the chosen day, with what was filled in: the record was changed since from a later day. */
export const correctionInstead = async ({ late, at, api, sent, from, problem }: Late): Promise<Reply> => {
  const asked = await api.ask(late.line(at));
  const changes = asked?.answer.items ?? [];
  const until = endOfDay(from);
  const [first] = changes.toReversed();
  const of = changes
    .filter(({ effectiveAt }) => effectiveAt <= until)
    .reduce((last, one) => (last === undefined || one.effectiveAt > last.effectiveAt ? one : last), first);
  const change = String(of?.sequence ?? '');
  const path = correctPath(late.of(at), change);
  const above = html`<div class="govuk-inset-text">${paragraph(`This was changed ${sinceWhen(problem)} already. What was so on ${dateInWords(from)} is therefore recorded as a correction, with what you filled in: say why, and save it. Nothing is recorded yet.`)}
${insteadFromNow(at, sent)}</div>`;
  const { kept: _, ...here } = at;
  const reply = await late.screen.open(
    {
      ...here,
      path,
      params: { ...at.params, change },
      query: { from: of?.effectiveAt ?? at.now, late: from },
      handedOn: { values: { ...filledIn(sent), ...dayInBoxes(correctedFrom, from) }, above },
    },
    api,
  );
  return reply.kind === 'page' ? { ...reply, status: problem.status } : reply;
};
