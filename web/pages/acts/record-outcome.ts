import { RecordOutcome } from '#registers/business-case/record.ts';
import { button, buttonGroup, insetText, link } from '../../design/blocks.ts';
import { type FormValues, pressed, valueIn } from '../../forms/form-values.ts';
import { itemsIn } from '../../forms/record-of.ts';
import { html } from '../../html.ts';
import type { Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { programmesPath } from '../paths.ts';
import { nameOfField, withItems } from '../registers/record-form.ts';
import type { Screen } from '../screen.ts';
import { askReview } from '../stage/review-at.ts';
import { apiCasePath, askCase, caseCrumbs, caseFacts, casePath, caseTitle } from './case-at.ts';
import { caseShown, outcomeBefore, stepShown } from './outcome-parts.ts';
import {
  faultsUpTo,
  makesConditions,
  openConditions,
  openField,
  openInForm,
  outcomeBody,
  outcomeFields,
  outcomeInWords,
  type Step,
  stepAfter,
  stepIn,
  stepOf,
  steps,
} from './outcome-values.ts';

const titles: Readonly<Record<Step, string>> = {
  outcome: 'What was decided on the case',
  decision: 'Who decided, and when',
  conditions: 'Conditions',
  check: 'Check the outcome before you record it',
};

/** The first step on which something is wrong, else the one that the form is at. */
const stepToShow = ({ values, faults }: Filled): Step =>
  steps.find((step) => [...faults.keys()].some((field) => stepOf(field) === step)) ?? stepIn(values);

/** An approval with conditions has one at least: its boxes are there without being asked for. */
const withFirstCondition = (next: Step, values: FormValues): FormValues =>
  next === 'conditions' && makesConditions(values) && itemsIn(values, 'conditions').length === 0
    ? (withItems(values, 'add conditions') ?? values)
    : values;

const fieldName = nameOfField(outcomeFields);

/** The SRO records what was decided on a case, in four steps; it rests on the version of the case that was read. */
export const recordOutcome: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/_outcome`,
  roles: ['sro'],
  asks: (at) => ({ review: askReview(at), entry: askCase(at) }),
  steps: true,
  versionOf: 'entry',
  reread: (values, now) => ({ ...values, ...now }),
  start: ({ entry }) => ({
    step: 'outcome',
    [openField]: openConditions(caseFacts(entry))
      .map(({ id }) => id)
      .join(' '),
  }),
  nameOf: (field) => (field.startsWith('earlier/') ? 'Condition of the outcome before' : fieldName(field)),
  show: ({ review, entry }, at, filled) => {
    const { title } = review.record;
    const open = openConditions(caseFacts(entry));
    const step = stepToShow(filled);
    const next = step === 'check' ? 'Record this outcome' : 'Continue';
    const before = steps.find(
      (one) => one !== 'check' && stepAfter(one, filled.values, openInForm(filled.values)) === step,
    );
    return {
      title: titles[step],
      caption: `Step ${steps.indexOf(step) + 1} of ${steps.length}: outcome of ${caseTitle(entry)}`,
      crumbs: caseCrumbs(at, title, entry),
      body: html`${filled.above}
${step === 'outcome' && html`${entry.struckOut !== null && insetText('This case is struck out.')}${outcomeBefore(caseFacts(entry))}${caseShown(entry)}`}
<form method="post" action="${at.path}" novalidate>${filled.sending}<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">${next}</button>
${stepShown(step, filled, { entry, open })}
${buttonGroup(button(next), before !== undefined && button('Back', { kind: 'secondary', name: pressed, value: `go ${before}` }), link(casePath(at), 'Cancel'))}</form>`,
    };
  },
  decide: (values, at, _, { which }) => {
    const open = openInForm(values);
    const again = withItems(values, which);
    if (again !== undefined) return { kind: 'again', values: again };
    if (which.startsWith('go ')) return { kind: 'again', values: { ...values, step: which.slice(3) } };
    const step = stepIn(values);
    const faults = faultsUpTo(step, values, open);
    if (faults.size > 0) return { kind: 'faults', faults };
    if (step !== 'check') {
      const next = stepAfter(step, values, open);
      return { kind: 'again', values: { ...withFirstCondition(next, values), step: next } };
    }
    return {
      kind: 'send',
      sending: {
        method: 'POST',
        path: `${apiCasePath(at)}/outcomes`,
        body: RecordOutcome.parse(outcomeBody(values, open).body),
      },
    };
  },
  done: (at, values) => ({
    path: casePath(at),
    notice: `The outcome was recorded: ${outcomeInWords(valueIn(values, 'outcome')).toLowerCase()}.`,
  }),
});
