import { counted, listedAtMost } from '#language/in-words.ts';
import type { Finding, Report } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { none } from './layout.ts';
import { findingKinds } from './names.ts';
import { type RuleTo, ruleId } from './rule-id.ts';

type FoundByRule = Report['content']['foundByRule'][number];

const kinds: readonly Finding['kind'][] = ['contradiction', 'unreadable', 'data-gap'];

/** What each review of a list lacks, where the rule's own sentence is about one: said of all of them together. */
const lacking: Readonly<Record<string, string>> = {
  'GAP-01': 'have no SRO, or more than one',
  'GAP-02': 'have no end date',
  'GAP-03': 'have a tier that is still to be confirmed',
  'GAP-04': 'state no benefit in figures',
};

const namesAtMost = 12;

/** Whom findings are about, each once. */
export const namesOf = (found: readonly Finding[], atMost = namesAtMost): string => {
  const names = [...new Map(found.map(({ subject }) => [subject.review ?? '', subject.title])).values()];
  return listedAtMost(names, atMost);
};

/** One rule with everybody it is about: `10 reviews have no end date: …`. */
const ofRule = (
  { rule, sentence, count }: FoundByRule,
  findings: readonly Finding[],
  ruleTo: RuleTo | undefined,
): Html => {
  const found = findings.filter((one) => one.rule === rule);
  const said = lacking[rule];
  const head =
    said === undefined || count === 1
      ? `${sentence.replace(/\.$/, '')} (${count})`
      : `${counted(count, 'review')} ${said}`;
  return html`<li>${head}${found.length > 0 && html`: ${namesOf(found)}`}. ${ruleId(rule, ruleTo)}</li>`;
};

/** Everything that does not fit together or is missing, a line for each rule: what repeats is said once (docs/meaning.md REPORT-33). */
export const saidOnce = ({ findings, foundByRule, setAside }: Report['content'], ruleTo: RuleTo | undefined): Html =>
  foundByRule.length === 0
    ? none('No contradiction and no data gap was found.')
    : html`${kinds.map((kind) => {
        const rules = foundByRule.filter((one) => one.kind === kind);
        return (
          rules.length > 0 &&
          html`<h3>${findingKinds[kind].heading}</h3><ul class="lines">${rules
            .toSorted((a, b) => b.count - a.count)
            .map((one) => ofRule(one, findings.rows, ruleTo))}</ul>`
        );
      })}${setAside !== undefined && html`<p>${setAside.sentence}</p>`}`;
