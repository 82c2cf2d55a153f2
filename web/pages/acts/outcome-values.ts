import {
  type BusinessCaseFacts,
  OutcomeName,
  type RecordedOutcome,
  RecordOutcome,
} from '#registers/business-case/record.ts';
import { fieldsOf } from '#registers/fields.ts';
import { labelOf } from '#schemas/choices.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';

/*
 * What the four steps of an outcome hold, pure: which step comes next, what is wrong in one, and the request that all make.
 */

export const steps = ['outcome', 'decision', 'conditions', 'check'] as const;
export type Step = (typeof steps)[number];
const isStep = (text: string): text is Step => steps.some((one) => one === text);

export const outcomeFields = fieldsOf(RecordOutcome);
const stepOfField: Readonly<Record<string, Step>> = {
  outcome: 'outcome',
  reason: 'outcome',
  body: 'decision',
  on: 'decision',
  reference: 'decision',
  conditions: 'conditions',
  earlier: 'conditions',
};
/** The step on which a field is asked for. */
export const stepOf = (field: string): Step => stepOfField[field.split('/')[0] ?? ''] ?? 'outcome';
export const fieldsOfStep = (step: Step) => outcomeFields.filter(({ name }) => stepOfField[name] === step);

export const stepIn = (values: FormValues): Step => {
  const step = valueIn(values, 'step');
  return isStep(step) ? step : 'outcome';
};

export type OpenCondition = RecordedOutcome['conditions'][number];
type OpenIds = readonly Pick<OpenCondition, 'id'>[];

/** The conditions of the latest outcome that are still open. */
export const openConditions = ({ outcomes }: BusinessCaseFacts): readonly OpenCondition[] =>
  outcomes.at(-1)?.conditions.filter(({ status }) => status === 'open') ?? [];

export const approves = (values: FormValues): boolean =>
  ['approved', 'approved-with-conditions'].includes(valueIn(values, 'outcome'));
export const makesConditions = (values: FormValues): boolean =>
  valueIn(values, 'outcome') === 'approved-with-conditions';

export const openField = 'open-conditions';

/** The conditions that were open when the form was begun: what is recorded of it rests on these. */
export const openInForm = (values: FormValues): OpenIds =>
  valueIn(values, openField)
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => ({ id }));

/** Conditions are asked for where the outcome makes some, or leaves some of the outcome before open. */
export const stepAfter = (step: Step, values: FormValues, open: OpenIds): Step => {
  const next = steps[steps.indexOf(step) + 1] ?? 'check';
  const asked = makesConditions(values) || (approves(values) && open.length > 0);
  return next === 'conditions' && !asked ? 'check' : next;
};

export type Earlier = 'open' | 'met' | 'no-longer-needed';
/** What is to become of an open condition: it is carried over unless something else is chosen. */
export const earlierIn = (values: FormValues, id: string): { readonly status: Earlier; readonly note: string } => {
  const status = valueIn(values, `earlier/${id}/status`);
  return status === 'met' || status === 'no-longer-needed'
    ? { status, note: valueIn(values, `earlier/${id}/${status}/note`) }
    : { status: 'open', note: '' };
};

/** An id that no open condition has: those are carried over with theirs. */
const withOwnIds = (conditions: unknown, open: OpenIds): unknown => {
  const taken = new Set(open.map(({ id }) => id));
  return Array.isArray(conditions)
    ? conditions.map((one: unknown) => {
        const id = typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : undefined;
        return typeof id === 'string' && taken.has(id) ? Object.assign({}, one, { id: `${id.slice(0, 60)}-new` }) : one;
      })
    : [];
};

/** The body of the request, as far as it is filled in. */
export const outcomeBody = (values: FormValues, open: OpenIds) => {
  const { record, faults } = recordOf(
    outcomeFields.filter(({ name }) => name !== 'earlierConditions'),
    values,
    {},
  );
  const { conditions, ...given } = record;
  return {
    faults,
    body: {
      ...given,
      ...(makesConditions(values) ? { conditions: withOwnIds(conditions, open) } : {}),
      ...(approves(values)
        ? {
            earlierConditions: open.flatMap(({ id }) => {
              const { status, note } = earlierIn(values, id);
              return status === 'open' ? [] : [{ condition: id, status, note }];
            }),
          }
        : {}),
    },
  };
};

const wordsOfIssue = (message: string): string =>
  /^Invalid (?:input|option)|expected/i.test(message) ? 'must be filled in' : message;

/** What is wrong with what is filled in, by field; of the fields that this outcome asks for. */
const allFaults = (values: FormValues, open: OpenIds): ReadonlyMap<string, string> => {
  const { body, faults } = outcomeBody(values, open);
  const all = new Map(faults);
  const parsed = RecordOutcome.safeParse(body);
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
    const field = path.join('/');
    const known = [...all.keys()].some((one) => field === one || field.startsWith(`${one}/`));
    if (!known && !field.startsWith('earlierConditions')) all.set(field, wordsOfIssue(message));
  }
  if (!OutcomeName.safeParse(valueIn(values, 'outcome')).success) all.set('outcome', 'choose what was decided');
  else if (!approves(values) && valueIn(values, 'reason') === '')
    all.set('reason', 'must say why the case was not approved');
  if (makesConditions(values) && Array.isArray(body.conditions) && body.conditions.length === 0)
    all.set('conditions', 'must have at least one condition');
  if (approves(values))
    for (const { id } of open) {
      const { status, note } = earlierIn(values, id);
      if (status !== 'open' && note === '')
        all.set(
          `earlier/${id}/${status}/note`,
          status === 'met' ? 'must say what was done' : 'must say why it is no longer needed',
        );
    }
  return all;
};

/** What is wrong on a step, and on those before it. */
export const faultsUpTo = (step: Step, values: FormValues, open: OpenIds): ReadonlyMap<string, string> =>
  new Map([...allFaults(values, open)].filter(([field]) => steps.indexOf(stepOf(field)) <= steps.indexOf(step)));

export const outcomeInWords = (name: string): string => labelOf(OutcomeName, name);
