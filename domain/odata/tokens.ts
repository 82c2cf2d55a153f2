import { type Decided, done } from '../decided.ts';
import { notRead } from './not-read.ts';

/** A piece of a filter, and where it begins. */
export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'day' | 'instant' | 'sign';
  /** A text without its quotation marks. */
  readonly text: string;
  readonly at: number;
}

/** Far more than a person or a tool writes. */
const mostTokens = 400;

const forms: readonly (readonly [Token['kind'], RegExp])[] = [
  ['instant', /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)/y],
  ['day', /\d{4}-\d\d-\d\d(?![\d-])/y],
  ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y],
  ['text', /'(?:[^']|'')*'/y],
  ['name', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['sign', /[(),]/y],
];

/** A filter in its pieces. Refused where something is none, or there are too many. */
export const tokensOf = (filter: string): Decided<readonly Token[]> => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < filter.length) {
    if (/\s/.test(filter.charAt(at))) {
      at += 1;
      continue;
    }
    const found = forms.flatMap(([kind, form]) => {
      form.lastIndex = at;
      const text = form.exec(filter)?.[0];
      return text === undefined ? [] : [{ kind, text, at }];
    })[0];
    if (found === undefined) return notRead(`has something at character ${at + 1} that is no part of a filter`);
    tokens.push(found.kind === 'text' ? { ...found, text: found.text.slice(1, -1).replaceAll("''", "'") } : found);
    if (tokens.length > mostTokens) return notRead(`has more than ${mostTokens} parts`);
    at += found.text.length;
  }
  return done(tokens);
};
