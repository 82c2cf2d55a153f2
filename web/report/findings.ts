import { counted } from '#language/in-words.ts';
import type { Finding, Report } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { firstOf, listOf, none, section, table } from './layout.ts';
import { findingKinds, plain } from './names.ts';
import { type RuleTo, ruleId } from './rule-id.ts';
import { namesOf } from './said-once.ts';
import { setAside } from './set-aside.ts';

const kinds: readonly Finding['kind'][] = ['contradiction', 'unreadable', 'data-gap'];

const evidence = (found: Finding): Html =>
  listOf(
    found.evidence.map((one) => html`<span class="aside">${one.what}:</span> ${one.value}`),
    'none given',
  );

type Found = Pick<Report['content'], 'findings' | 'foundByRule' | 'pageOne'>;

/** Fewer than so many stand each in a row. */
const fewestTogether = 3;

/** Whether a report says of these what they have in common once, and then whom it is about. */
const isSaidOnce = (found: readonly Finding[], { pageOne }: Found): boolean =>
  pageOne !== undefined &&
  found.length >= fewestTogether &&
  found.every(
    ({ kind, evidence: of }) => kind === 'data-gap' && JSON.stringify(of) === JSON.stringify(found[0]?.evidence),
  );

const together = (found: readonly Finding[], first: Finding, total: number): Html =>
  html`<p>${counted(total, 'finding')}, of each ${first.evidence.map(({ what, value }) => `${what}: ${value}`).join('; ')}. ${namesOf(found, found.length)}.</p>${firstOf({ rows: found, total })}`;

const ofRule = (rule: Found['foundByRule'][number], of: Found, ruleTo: RuleTo | undefined): Html | null => {
  const findings = of.findings.rows;
  const found = findings.filter((one) => one.rule === rule.rule);
  const [first] = found;
  return first === undefined
    ? html`<p class="note">${ruleId(rule.rule, ruleTo)} ${rule.sentence} Found ${rule.count} times; none of these is among the first ${findings.length} that are listed.</p>`
    : html`<h4>${ruleId(first.rule, ruleTo)} ${first.sentence}</h4>
${isSaidOnce(found, of) ? together(found, first, rule.count) : eachOf(found, first, rule.count)}`;
};

const eachOf = (found: readonly Finding[], { rule }: Finding, total: number): Html =>
  table({
    caption: `${rule}: ${counted(total, 'finding')}`,
    columns: [{ head: 'About' }, { head: 'Because' }, { head: 'Evidence' }],
    rows: found.map((one) => [
      html`${one.subject.title}<span class="under">${plain(one.subject.register)} ${one.subject.id}</span>`,
      one.because,
      evidence(one),
    ]),
    none: '',
    total,
  });

const ofKind = (kind: Finding['kind'], of: Found, ruleTo: RuleTo | undefined): Html | null => {
  const rules = of.foundByRule.filter((rule) => rule.kind === kind);
  if (rules.length === 0) return null;
  return html`<h3>${findingKinds[kind].heading}</h3>
${rules.map((rule) => ofRule(rule, of, ruleTo))}`;
};

/** Every finding: its rule, the rule's sentence, why it holds here, and the evidence. */
export const findings = ({ content }: Pick<Report, 'content'>, ruleTo?: RuleTo): Html =>
  section(
    'findings',
    'Findings in full',
    html`<p class="aside">Rules: ${content.ruleSet}.</p>`,
    content.findings.total === 0
      ? none('No rule found a contradiction, a data gap or a record that could not be read.')
      : kinds.map((kind) => ofKind(kind, content, ruleTo)),
    setAside(content, ruleTo),
  );
