/*
 * Whether a policy of ours allows an action, by the part of IAM's rules that our policies make use of: Allow and Deny
 * statements, wildcards in actions and resources, and conditions on the keys that a request names. Whatever it does not
 * know fails closed: an unknown operator, an unknown effect or an element such as NotAction allows nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */

export interface PolicyStatement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  /** Operator -> context key -> values, as in `{ Null: { 'dynamodb:LeadingKeys': 'false' } }`. */
  readonly Condition?: Readonly<Record<string, unknown>>;
}

export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  /** Context keys with all their values; a key that the request does not carry is absent. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

const known = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition']);

/** `*` stands for any text, `?` for one character. */
const isLike = (text: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[\\^$.+()[\]{}|]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(text);

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(String);

type Operator = (given: readonly string[] | undefined, wanted: readonly string[]) => boolean;

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: (given, wanted) => given?.length === 1 && wanted.includes(given[0] ?? ''),
  StringLike: (given, wanted) => given?.length === 1 && wanted.some((one) => isLike(given[0] ?? '', one)),
  /** True of a request without the key too: that is why Null stands beside it. */
  'ForAllValues:StringLike': (given = [], wanted) => given.every((one) => wanted.some((like) => isLike(one, like))),
  'ForAllValues:StringEquals': (given = [], wanted) => given.every((one) => wanted.includes(one)),
  /** `true`: the key is not there; `false`: it is. */
  Null: (given, wanted) => wanted.every((one) => one === String(given === undefined || given.length === 0)),
};

/** undefined: it cannot be judged. */
const conditionHolds = ({ Condition = {} }: PolicyStatement, { context }: PolicyRequest): boolean | undefined => {
  let holds = true;
  for (const [name, keys] of Object.entries(Condition)) {
    const operator = operators[name];
    if (operator === undefined || typeof keys !== 'object' || keys === null) return undefined;
    for (const [key, wanted] of Object.entries(keys)) holds &&= operator(context[key], textsOf(wanted));
  }
  return holds;
};

const namesIt = ({ Action, Resource }: PolicyStatement, { action, resource }: PolicyRequest): boolean =>
  Action.some((one) => isLike(action.toLowerCase(), one.toLowerCase())) &&
  Resource.some((one) => isLike(resource, one));

/** Whether these statements together allow a request: one allows it, and none denies it or cannot be judged as a denial. */
export const isAllowed = (statements: readonly PolicyStatement[], request: PolicyRequest): boolean => {
  if (statements.some((one) => Object.keys(one).some((element) => !known.has(element)))) return false;
  const verdicts = statements
    .filter((one) => namesIt(one, request))
    .map((one) => ({ effect: one.Effect, holds: conditionHolds(one, request) }));
  const isDenied = verdicts.some(({ effect, holds }) => effect !== 'Allow' && holds !== false);
  return !isDenied && verdicts.some(({ effect, holds }) => effect === 'Allow' && holds === true);
};
