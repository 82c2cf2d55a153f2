import { returnKey, standingOf } from '#domain/report/facts-held.ts';
import { inOrder, reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { noTotal, share } from '#domain/totals.ts';
import { dayOf, endOfDay, type LocalDate, lastDayOf } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { returnsDueOn } from '#schemas/reporting.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { stageNameIn } from '#schemas/stages.ts';

type Returns = ReportContent['returns'];

const returnsDueBy = (programme: Programme, month: ReportedMonth): LocalDate =>
  returnsDueOn(programme.reporting, month.returnsMonth);

const returnOf = (
  review: ReviewInReport,
  month: ReportedMonth,
): ReviewInReport['position']['returns'][number] | undefined =>
  review.position.returns.find((one) => one.month === month.returnsMonth);

/** What the return of the month says in words; null where there is none, or none is needed. */
export const returnWords = (review: ReviewInReport, month: ReportedMonth): string | null =>
  returnOf(review, month)?.narrative ?? null;

/** Whether a counted review gave no return of the month. */
export const isReturnMissing = (review: ReviewInReport, month: ReportedMonth): boolean =>
  review.counted && returnOf(review, month) === undefined;

/**
 * The state of a review's return of the month. Received = confirmed by an SRO by the end of the due day, Europe/London;
 * confirmed after it = late; submitted alone = unconfirmed. Only counted reviews are expected to give one.
 */
export const returnState = (
  review: ReviewInReport,
  programme: Programme,
  month: ReportedMonth,
): ReportLine['return'] => {
  if (!review.counted) return 'not-expected';
  const given = returnOf(review, month);
  if (given === undefined) return 'missing';
  if (given.confirmedAt === null) return 'unconfirmed';
  if (given.confirmedAt > endOfDay(returnsDueBy(programme, month))) return 'late';
  return given.nothingChanged ? 'nothing-changed' : 'received';
};

/** Returns of earlier months that no report before this one knew as confirmed. */
const cameSince = (setting: ReportSetting, month: ReportedMonth) => {
  const rows = new Rows<NonNullable<Returns['cameSince']>['rows'][number]>((one) => [one.month, reviewKey(one)]);
  return {
    add: (subject: SubjectOfRow, { position }: ReviewInReport): void => {
      for (const { month: of, confirmedAt } of position.returns) {
        if (confirmedAt === null || of >= month.returnsMonth) continue;
        const confirmedOn = dayOf(confirmedAt);
        const standing = standingOf(setting, month, subject.review, { key: returnKey(of), on: lastDayOf(of) });
        if (standing === 'here') rows.add({ ...subject, month: of, confirmedOn });
      }
    },
    listed: () => rows.listed(),
  };
};

/** What was confirmed with the returns of the month. */
const confirmedFigures = (
  { programme }: ReportSetting,
  { returnsMonth: month, financialYear: year }: ReportedMonth,
) => {
  const rows = new Rows<NonNullable<Returns['confirmedFigures']>['rows'][number]>((one) => [reviewKey(one)]);
  return {
    add: (subject: SubjectOfRow, { counted, position }: ReviewInReport): void => {
      const given = position.returns.find((one) => one.month === month);
      if (!counted || given?.figures === undefined || given.confirmedAt === null) return;
      const { stage, sroRating, savings, milestones } = given.figures;
      const ofYear = savings.find((one) => one.year === year);
      const [next] = milestones;
      const titleOf = (id: string): string => position.milestones.find((one) => one.id === id)?.title ?? id;
      rows.add({
        ...subject,
        confirmedOn: dayOf(given.confirmedAt),
        stage: stage === null ? 'Not stated' : stageNameIn(programme.stageModel, stage),
        sroRating,
        year,
        planned: ofYear?.plan ?? noTotal,
        forecast: ofYear?.forecast ?? noTotal,
        next: next === undefined ? null : { milestone: titleOf(next.id), expectedOn: next.expectedOn },
      });
    },
    listed: () => rows.listed(),
  };
};

/** Returns of the month: received, of those "reviewed, nothing changed", late, unconfirmed, missing with the last confirmed. */
export const returnsPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const { programme } = setting;
  const since = cameSince(setting, month);
  const confirmed = confirmedFigures(setting, month);
  const late = new Rows<Returns['late']['rows'][number]>((one) => [reviewKey(one)]);
  const unconfirmed = new Rows<SubjectOfRow>((one) => [reviewKey(one)]);
  const missing = new Rows<Returns['missing']['rows'][number]>((one) => [reviewKey(one)]);
  let expected = 0;
  let received = 0;
  let nothingChanged = 0;
  return {
    add: (review: ReviewInReport): void => {
      const subject = subjectOf(review);
      since.add(subject, review);
      confirmed.add(subject, review);
      const { returns } = review.position;
      const confirmedAt = returns.find((one) => one.month === month.returnsMonth)?.confirmedAt;
      const state = returnState(review, programme, month);
      if (state !== 'not-expected') expected += 1;
      switch (state) {
        case 'nothing-changed':
          received += 1;
          nothingChanged += 1;
          break;
        case 'received':
          received += 1;
          break;
        case 'late':
          if (confirmedAt) late.add({ ...subject, confirmedOn: dayOf(confirmedAt) });
          break;
        case 'unconfirmed':
          unconfirmed.add(subject);
          break;
        case 'missing': {
          const confirmed = returns.filter((one) => one.confirmedAt !== null && one.month < month.returnsMonth);
          const last = inOrder(confirmed, (one) => [one.month]).at(-1);
          missing.add({ ...subject, lastConfirmed: last?.month ?? null });
          break;
        }
        case 'not-expected':
          break;
      }
    },
    close: (): Returns => ({
      dueBy: returnsDueBy(programme, month),
      expected,
      received: share(received, expected),
      nothingChanged,
      late: late.listed(),
      unconfirmed: unconfirmed.listed(),
      missing: missing.listed(),
      ...(isInRuleSet({ since: 'rules-2' }, ruleSet)
        ? { confirmedFigures: confirmed.listed(), cameSince: since.listed() }
        : {}),
    }),
  };
};
