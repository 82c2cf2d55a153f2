import { type Html, html } from '../html.ts';

/** The address at which a rule is looked up. */
export type RuleTo = (rule: string) => string;

/** The id of a rule: a link to what it says, where the page has somewhere to lead to. */
export const ruleId = (rule: string, to: RuleTo | undefined): Html =>
  html`<span class="rule-id">${to === undefined ? rule : html`<a href="${to(rule)}">${rule}</a>`}</span>`;
