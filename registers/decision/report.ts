import { decisionKey, standingOf } from '#domain/report/facts-held.ts';
import { reviewKey } from '#domain/report/in-order.ts';
import { listedFacts } from '#domain/report/listed-facts.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { dateStatementKey } from '#schemas/date-statement.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { callInOf } from './decision-dates.ts';
import { forwardPlan } from './forward-plan.ts';
import { isTreatedAsNotKey, keyBecause } from './key-test.ts';
import type { DecisionsSection } from './record.ts';

type Decisions = ReportContent['decisions'];

type Settled = NonNullable<Decisions['settled']>['rows'][number];
type Due = Decisions['due']['rows'][number];
type DueApart = NonNullable<Decisions['dueApart']>['rows'][number];
type NotKey = NonNullable<Decisions['notKey']>['rows'][number];

/** The decisions that were due, by the reports before, and are no longer among the records: withdrawn. */
export const withdrawnOf = (
  { held, previous }: ReportSetting,
  subject: SubjectOfRow,
  section: DecisionsSection,
): { readonly id: string; readonly row: Settled }[] => {
  const there = new Set(section.map(({ id }) => id));
  const [before] = held.earlier ?? [];
  const facts = before?.get(reviewKey(subject));
  const { due, dueApart } = previous?.content.decisions ?? {};
  const wereDue = [...(due?.rows ?? []), ...(dueApart?.rows ?? [])];
  return [...(facts?.here ?? []), ...(facts?.before ?? [])].flatMap((key) => {
    const [kind, id = '', status] = key.split('/');
    if (kind !== 'decision' || there.has(id) || (status !== 'due' && status !== 'deferred')) return [];
    const was = wereDue.find((row) => row.id === id && row.review === subject.review);
    const row: Settled = {
      ...subject,
      decision: was?.decision ?? id,
      body: was?.body ?? 'not stated',
      kind: was?.kind ?? 'other',
      how: 'withdrawn',
      ...{ on: null, reason: null, route: [] },
    };
    return [{ id, row }];
  });
};

/** What was due and is deferred, refused or withdrawn since the report before. */
const settledDecisions = (setting: ReportSetting, month: ReportedMonth) => {
  const settled = new Rows<Settled>((one) => [reviewKey(one), one.decision]);
  return {
    add: (subject: SubjectOfRow, section: DecisionsSection): void => {
      for (const one of section) {
        const { id, title, body, kind, status, settledOn: on = null, reason = null, route = [] } = one;
        if (status === 'due' || status === 'taken') continue;
        const fact = { key: decisionKey(id, status), on };
        if (standingOf(setting, month, subject.review, fact) !== 'here') continue;
        settled.add({ ...subject, decision: title, body, kind, how: status, on, reason, ...votesOf(one), route });
      }
      settled.add(...withdrawnOf(setting, subject, section).map(({ row }) => row));
    },
    listed: () => settled.listed(),
  };
};

const votesOf = ({ votes }: DecisionsSection[number]) => (votes === undefined ? {} : { votes });

/**
 * Decisions taken, of every review, each in the report that is the first to know of it; decisions still to be taken, of those whose
 * results stand; and what became of those that were due otherwise.
 */
export const decisionsPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const ofRules2 = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const listed = listedFacts(setting, month, ruleSet);
  const taken = new Rows<Decisions['taken']['rows'][number]>((one) => [one.on, reviewKey(one)]);
  const due = new Rows<Due>((one) => [dateStatementKey(one.dueOn), reviewKey(one)]);
  const dueApart = new Rows<DueApart>((one) => [reviewKey(one), one.id]);
  const settled = settledDecisions(setting, month);
  const notKey = new Rows<NotKey>((one) => [reviewKey(one), one.id]);
  const plan = forwardPlan();
  const takeNotKey = (subject: SubjectOfRow, one: DecisionsSection[number]): void => {
    if (!isTreatedAsNotKey(one)) return;
    const { id, title, body, kind, notKeyReason: reason = null } = one;
    const because = [...keyBecause(one, setting.programme.keyDecisionThreshold)];
    if (because.length > 0) notKey.add({ ...subject, id, decision: title, body, kind, because, reason });
  };
  const take = (subject: SubjectOfRow, section: DecisionsSection, inResults: boolean): void => {
    for (const one of section) {
      const { id, title, body, kind, status, takenOn, reference, dueOn } = one;
      const row = { ...subject, decision: title, body, kind };
      if (status === 'taken' && takenOn !== undefined) {
        const found = listed(subject.review, { key: decisionKey(id, status), on: takenOn });
        const callIn = ofRules2 ? { ...callInOf(one), ...votesOf(one), route: one.route ?? [] } : {};
        if (found !== null) taken.add({ ...row, on: takenOn, reference: reference ?? null, ...found, ...callIn });
      }
      if (status === 'due' || status === 'deferred') {
        if (inResults) due.add({ ...row, ...(ofRules2 ? { id } : {}), dueOn });
        else dueApart.add({ ...row, id });
      }
      if (!inResults) continue;
      plan.add(subject, one);
      takeNotKey(subject, one);
    }
    settled.add(subject, section);
  };
  take({ review: null, title: setting.programme.name }, setting.programmeWide.decisions, true);
  return {
    add: (review: ReviewInReport): void => take(subjectOf(review), review.position.decisions, review.inResults),
    close: (): Decisions => ({
      taken: taken.listed(),
      due: due.listed(),
      ...(ofRules2
        ? {
            dueApart: dueApart.listed(),
            settled: settled.listed(),
            notKey: notKey.listed(),
            forwardPlan: plan.listed(),
          }
        : {}),
    }),
  };
};
