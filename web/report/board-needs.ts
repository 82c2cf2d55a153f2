import { dateInWords, listed } from '#language/in-words.ts';
import { underWay } from '#schemas/counts.ts';
import type { Finding, Report, ReportLine } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { none, section, subject, table } from './layout.ts';
import { findingKinds, plain } from './names.ts';
import { dueInWords } from './overdue.ts';
import { type RuleTo, ruleId } from './rule-id.ts';

type FoundByRule = Report['content']['foundByRule'];

const kinds: readonly Finding['kind'][] = ['contradiction', 'unreadable', 'data-gap'];

const summary = (rules: FoundByRule): Html => {
  if (rules.length === 0) return none('No contradiction and no data gap was found.');
  const parts = kinds.flatMap((kind) => {
    const found = rules.reduce((sum, one) => sum + (one.kind === kind ? one.count : 0), 0);
    return found === 0 ? [] : [`${found} ${found === 1 ? findingKinds[kind].one : findingKinds[kind].many}`];
  });
  return html`<p>${listed(parts)} found: <a href="#findings">each with its evidence</a>.</p>`;
};

/** The rules that found something, the contradictions first, each with its findings as far as they are listed. */
const byRule = ({ findings, foundByRule }: Report['content']) =>
  kinds.flatMap((kind) =>
    foundByRule
      .filter((rule) => rule.kind === kind)
      .map((rule) => ({ ...rule, found: findings.rows.filter((one) => one.rule === rule.rule) })),
  );

const namesAtMost = 5;

/** Whom findings are about, in few words: all counted reviews as such, else at most five names and how many more. */
const about = (found: readonly Finding[], total: number, counted: ReadonlySet<string>): Html => {
  const titles = new Map(
    found.map(({ subject: { review, title } }) => [review ?? `programme: ${title}`, { review, title }]),
  );
  const all = counted.size > 2 && [...counted].every((review) => titles.has(review));
  const names = [...titles.values()]
    .filter(({ review }) => !(all && review !== null && counted.has(review)))
    .map(({ title }) => title);
  const few = [...(all ? [`all ${counted.size} reviews`] : []), ...names.slice(0, namesAtMost)];
  if (found.length < total) return html`${few.join(', ')} and more (see <a href="#findings">findings in full</a>)`;
  return names.length <= namesAtMost
    ? html`${listed(few)}`
    : html`${few.join(', ')} and ${names.length - namesAtMost} more (see <a href="#findings">findings in full</a>)`;
};

/** The counted reviews, where all of them are known. */
const countedReviews = ({ content }: Pick<Report, 'content'>, lines: readonly ReportLine[]): ReadonlySet<string> => {
  const counted = new Set(lines.filter((line) => line.counted).map((line) => line.review));
  return counted.size === underWay(content.counts) ? counted : new Set();
};

/** What waits for the board: decisions due, conditions overdue, and what does not fit together. */
export const boardNeeds = (report: Pick<Report, 'content'>, lines: readonly ReportLine[], ruleTo?: RuleTo): Html => {
  const { content } = report;
  const counted = countedReviews(report, lines);
  const { conditions } = content.businessCases;
  return section(
    'board-needs',
    'What needs the board',
    table({
      caption: 'Decisions due',
      columns: [{ head: 'Decision' }, { head: 'Subject' }, { head: 'By which body' }, { head: 'Due' }],
      rows: content.decisions.due.rows.map((due) => [
        html`${due.decision} <span class="aside">${plain(due.kind)}</span>`,
        subject(due),
        due.body,
        dueInWords(due.dueOn, content.observationEnd),
      ]),
      none: 'No decision is recorded as due.',
      total: content.decisions.due.total,
    }),
    conditions.open === 0 && conditions.overdue.total === 0
      ? none('No condition of an approval is open.')
      : table({
          caption: 'Conditions of approvals that are overdue',
          columns: [{ head: 'Condition' }, { head: 'Review' }, { head: 'Owner' }, { head: 'Was due' }],
          rows: conditions.overdue.rows.map((one) => [one.condition, subject(one), one.owner, dateInWords(one.dueOn)]),
          none: `Conditions of approvals still open: ${conditions.open}; none is overdue.`,
          total: conditions.overdue.total,
        }),
    html`<h3>What does not fit together, and what is missing</h3>`,
    summary(content.foundByRule),
    table({
      caption: 'Findings by rule',
      columns: [{ head: 'Rule' }, { head: 'What it says' }, { head: 'About' }, { head: 'Times', figures: true }],
      rows: byRule(content).map(({ rule, sentence, found, count }) => [
        ruleTo === undefined ? rule : ruleId(rule, ruleTo),
        sentence,
        about(found, count, counted),
        count,
      ]),
      none: 'No rule found anything.',
    }),
    content.setAside !== undefined && html`<p>${content.setAside.sentence} <a href="#findings">Why</a></p>`,
  );
};
