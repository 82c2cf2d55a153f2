import { dateInWords, listed, monthInWords } from '#language/in-words.ts';
import { dayOf, endOfMonth, type Instant, type ReportMonth, startOfDay } from '#language/time.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportRun } from '#schemas/report-run.ts';
import { reportDueOn } from '#schemas/reporting.ts';
import { type Decided, done, refused } from '../decided.ts';
import { closedRefusal } from '../programme.ts';

/** A month that the programme office would close as not reported. */
export interface MonthToClose {
  readonly month: ReportMonth;
  readonly programme: Programme;
  /** The month that the programme reports next; null: none. */
  readonly nextMonth: ReportMonth | null;
  /** The run of its first report, where there is one. */
  readonly run: Pick<ReportRun, 'id' | 'state' | 'month' | 'revision' | 'requestedAt'> | undefined;
  readonly now: Instant;
}

const notEnded = (month: ReportMonth, what: string): Refusal => ({
  code: 'month.not-ended',
  detail: `${monthInWords(month)} has not ended; ${what}`,
});

/** docs/meaning.md PUBLISH-27: why a month may not be closed as not reported; null: it may. */
export const closeRefusal = ({ month, programme, nextMonth, run, now }: MonthToClose): Refusal | null => {
  if (endOfMonth(month) >= now) return notEnded(month, 'what comes of it is not known before.');
  const outside = notOfProgramme(month, programme);
  if (outside !== null) return outside;
  const closed = closedRefusal(programme);
  if (closed !== null) return closed;
  if (month !== nextMonth)
    return {
      code: 'month.out-of-order',
      detail:
        nextMonth === null || month < nextMonth
          ? `${monthInWords(month)} is published, or is closed as not reported already.`
          : `${monthInWords(nextMonth)} is to be reported, or closed, first.`,
      facts: { next: nextMonth },
    };
  return run !== undefined && isUnderWay(run, now) ? underWayRefusal(run) : null;
};

/** A report that is asked for by hand, of a month that has none. */
export interface RunAsked {
  readonly month: ReportMonth;
  /** Whether it is asked for before the report day, which takes a reason. */
  readonly early: boolean;
  readonly programme: Programme;
  /** The month that the programme reports next; null: none. */
  readonly nextMonth: ReportMonth | null;
  /** Whether the month was given up before: then it may be published later, whatever is next. */
  readonly notReported: boolean;
  readonly now: Instant;
}

/** Why a month is none of those that a programme reports; null: it is one. */
export const notOfProgramme = (month: ReportMonth, { reporting }: Programme): Refusal | null => {
  const { firstMonth, lastMonth } = reporting;
  return month >= firstMonth && (lastMonth === undefined || month <= lastMonth)
    ? null
    : {
        code: 'month.not-reported',
        detail: `The programme reports from ${monthInWords(firstMonth)}${lastMonth === undefined ? '' : ` to ${monthInWords(lastMonth)}`}.`,
        facts: { firstMonth, lastMonth: lastMonth ?? null },
      };
};

/** docs/meaning.md PUBLISH-3: why a report may not be run by hand; null: it may. */
export const runRefusal = ({ month, early, programme, nextMonth, notReported, now }: RunAsked): Refusal | null => {
  if (endOfMonth(month) >= now) return notEnded(month, 'a report is the position at its last instant.');
  const outside = notOfProgramme(month, programme);
  if (outside !== null) return outside;
  const closed = closedRefusal(programme);
  if (closed !== null) return closed;
  if (nextMonth !== null && month !== nextMonth && !notReported)
    return {
      code: 'month.out-of-order',
      detail: `${monthInWords(nextMonth)} is to be reported first: each report begins where the last one closed.`,
      facts: { next: nextMonth },
    };
  const reportOn = reportDueOn(programme.reporting, month);
  if (!early && now < startOfDay(reportOn))
    return {
      code: 'month.before-report-day',
      detail: `${monthInWords(month)} is reported on ${dateInWords(reportOn)}, so that returns recorded until then count. To report now send "early": true with a reason.`,
      facts: { reportOn },
    };
  return null;
};

/** The latest report of a month. */
export interface LatestReport {
  readonly revision: number;
  /** The rule set that made it. */
  readonly ruleSet: string;
}

const unpublished = (month: ReportMonth, purpose: string): Decided<never> =>
  refused({
    code: 'report.unpublished',
    detail: `No report of ${monthInWords(month)} is published, so there is none to ${purpose}.`,
  });

/** docs/meaning.md PUBLISH-4: the number of the revision that may be made of a month; refused where no report of it is published. */
export const nextRevision = (month: ReportMonth, latest: LatestReport | null): Decided<number> =>
  latest === null ? unpublished(month, 'revise') : done(latest.revision + 1);

/** Why a report cannot be made again by this release. */
export const ruleSetUnknown = (month: ReportMonth, ruleSet: string): Refusal => ({
  code: 'report.rule-set-unknown',
  detail: `The report of ${monthInWords(month)} was made by rule set ${ruleSet}, which this release does not have.`,
  facts: { ruleSet },
});

/** docs/meaning.md PUBLISH-11: the revision that may be made again; refused where none is published, or a newer release made it. */
export const revisionToRebuild = (
  month: ReportMonth,
  latest: LatestReport | null,
  isKnown: (ruleSet: string) => boolean,
): Decided<number> => {
  if (latest === null) return unpublished(month, 'make again');
  return isKnown(latest.ruleSet) ? done(latest.revision) : refused(ruleSetUnknown(month, latest.ruleSet));
};

/** How long a run that was asked for keeps others from asking: what is still not done then has broken off. */
const mostHoursUnderWay = 24;

/** Whether a run is still to end. */
export const isUnderWay = (run: Pick<ReportRun, 'state' | 'requestedAt'>, now: Instant): boolean =>
  (run.state === 'waiting' || run.state === 'running') &&
  Date.parse(now) - Date.parse(run.requestedAt) < mostHoursUnderWay * 3_600_000;

/** docs/meaning.md PUBLISH-15: nobody's reason takes the place of another's. */
export const underWayRefusal = (run: Pick<ReportRun, 'id' | 'month' | 'revision' | 'requestedAt'>): Refusal => ({
  code: 'run.under-way',
  detail: `${run.revision === 1 ? 'The report' : `Revision ${run.revision}`} of ${monthInWords(run.month)} was asked for on ${dateInWords(dayOf(run.requestedAt))} already, for its own reason, and is under way as the run ${run.id}. Your reason is not recorded: follow that run, and ask again once it has ended if another revision is needed.`,
  facts: { run: run.id },
});

/** docs/meaning.md PUBLISH-21: a month is given up after failing on so many days, or so many days after it failed first. */
const mostDaysFailed = 3;
const mostDaysSinceFirst = 5;

/** Why a month is given up after its tries; null: it is tried again. */
export const givenUpBecause = (failures: NonNullable<ReportRun['failures']>, now: Instant): string | null => {
  const [first] = failures;
  if (first === undefined) return null;
  const days = [...new Set(failures.map(({ at }) => dayOf(at)))].map(dateInWords);
  const sinceFirst = (Date.parse(now) - Date.parse(first.at)) / 86_400_000;
  return days.length >= mostDaysFailed || sinceFirst >= mostDaysSinceFirst
    ? `It was tried on ${listed(days)} and failed each time; what failed is in the log.`
    : null;
};
