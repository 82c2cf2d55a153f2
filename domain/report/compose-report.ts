import { monthsNotReportedInWords } from '#language/months-not-reported-in-words.ts';
import type { FinancialYear } from '#language/time.ts';
import { statedFigures } from '#registers/stated-position/stated-figures.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { mostSteps } from '#schemas/row-lists.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { isStruckOut } from '../review/strike-out-review.ts';
import { countsPart } from './counts.ts';
import { crossTablesPart } from './cross-tables/cross-tables.ts';
import { endedReviewsPart } from './ended-reviews.ts';
import { Families } from './families.ts';
import { type OnFault, programmeInFigures } from './figures/in-figures.ts';
import { findingsPart, type UnreadableChain } from './findings.ts';
import { flowPart } from './flow.ts';
import { inLaterReportsPart } from './in-later-reports.ts';
import { lastConfirmedPart } from './last-confirmed.ts';
import { leftOutBy } from './left-out.ts';
import type { MeasuredContent } from './measured-content.ts';
import { monthsNotReported } from './months-not-reported.ts';
import { movedByModelPart } from './moved-by-model.ts';
import { nextStepsPart } from './next-steps.ts';
import { guarded, PartsNotMade, stepsOfNotMade } from './not-made.ts';
import { type OfReviews, pageOneOfReviews } from './page-one/page-one.ts';
import { openRegisterParts, saysOfRegisterPart } from './register-parts.ts';
import type { ReportRule } from './report-rule.ts';
import { type ReportedMonth, type ReportSetting, type ReviewAtEnd, reportedMonthOf } from './report-setting.ts';
import { type ReviewInReport, reviewInReport } from './review-in-report.ts';
import { settingsInRuleSet } from './settings-in-rule-set.ts';
import { stageMovesPart } from './stage-moves.ts';

export type { ReportSetting, ReviewAtEnd } from './report-setting.ts';

/** A report in the making: every review once, in any order, then closed. Holds rows and counts, never the positions. */
export interface ReportFold {
  /** Takes a review in and answers its line; a review that is struck out has none, and is in the flow alone. */
  readonly add: (review: ReviewAtEnd) => ReportLine | undefined;
  /** Something stored that could not be read: it is in no total and is found by rule UNR-01. */
  readonly addUnreadable: (place: UnreadableChain) => void;
  /** Events of the programme's own chain that belong to the month. */
  readonly recordProgrammeWide: (recordedInMonth: number) => void;
  readonly close: () => ReportContent;
  /** What cost the report a part each: for a log alone. */
  readonly faults: readonly unknown[];
}

const previousOf = ({ previous }: ReportSetting): ReportContent['previous'] =>
  previous === null
    ? null
    : { month: previous.content.month, revision: previous.content.revision, contentDigest: previous.contentDigest };

const programmeOf = ({ programme, programmeId }: ReportSetting): ReportContent['programme'] => ({
  id: programmeId,
  name: programme.name,
  phase: programme.phase ?? null,
  council: programme.council,
  fictional: programme.fictional,
  services: [...programme.services],
  source: programme.source ?? null,
});

const asCrossTables = { part: 'crossTables', title: 'Reviews by portfolio, tier, stage and theme' };
const asMoves = { part: 'moves', title: 'Stage moves' };
const onPageOne = { part: 'pageOne', title: 'Page one' };

/** The parts of a report, those of registers as the rule set has them. */
export const openParts = (
  setting: ReportSetting,
  { name, rules }: Pick<RuleSet, 'name' | 'rules'>,
  notMade: PartsNotMade,
) => {
  const month = reportedMonthOf(setting);
  const { programme, programmeWide } = setting;
  const stated = statedFigures(programmeWide.statedPositions, name, programme);
  const nextSteps = nextStepsPart(setting, month, name);
  const families = isInRuleSet({ since: 'rules-2' }, name) ? new Families() : undefined;
  return {
    counts: countsPart(programme, families),
    flow: flowPart(setting, month, name, families),
    crossTables: guarded(asCrossTables, () => crossTablesPart(setting, month, name, families), {
      schema: undefined,
      boundsSums: true,
      notMade,
    }),
    stageMoves: guarded(asMoves, () => stageMovesPart(setting, month, name), {
      schema: undefined,
      boundsSums: false,
      notMade,
    }),
    movedByModel: movedByModelPart(setting),
    ofRegisters: openRegisterParts(setting, month, name, notMade),
    ended: endedReviewsPart(setting, month, name),
    lastConfirmed: lastConfirmedPart(setting, month, name),
    inLaterReports: inLaterReportsPart(setting, month, name),
    pageOne: guarded(onPageOne, () => pageOneOfReviews(setting, month, name), {
      schema: undefined,
      boundsSums: false,
      notMade,
    }),
    findings: findingsPart(setting, month, { name, rules }, stated, { onFound: nextSteps.addFound, notMade }),
    nextSteps,
  };
};

/** What the parts come to, each under its name. */
const closed = (parts: ReturnType<typeof openParts>) => ({
  counts: parts.counts.close(),
  flow: parts.flow.close(),
  ...parts.crossTables.close(),
  ...parts.stageMoves.close(),
  ...parts.movedByModel.close(),
  ...parts.ofRegisters.close(),
  ...parts.ended.close(),
  ...parts.lastConfirmed.close(),
  ...parts.inLaterReports.close(),
  ...parts.findings.close(),
});

/** What the report is: of which programme, month and revision, by which rules, and after which other. */
const madeFor = (setting: ReportSetting, month: ReportedMonth, { name }: Pick<RuleSet, 'name'>) => ({
  programme: programmeOf(setting),
  month: setting.month,
  observationEnd: month.end,
  revision: setting.revision,
  revisionReason: setting.revisionReason,
  early: setting.early,
  ruleSet: name,
  previous: previousOf(setting),
  ...monthsNotReported(setting, name),
});

const saidOf = ({ all }: PartsNotMade): Pick<ReportContent, 'notMade'> =>
  all.length === 0 ? {} : { notMade: [...all] };

const guardedHere: readonly { readonly parts: readonly string[]; readonly says: typeof asMoves }[] = [
  { parts: ['moves', 'waiversInForce', 'waits'], says: asMoves },
  { parts: ['crossTables'], says: asCrossTables },
];

/** A fault in what records give to a part costs that part, where a fault in it would. */
const costsItsPart =
  (notMade: PartsNotMade): OnFault =>
  (part, error) => {
    const says = guardedHere.find(({ parts }) => parts.includes(part))?.says ?? saysOfRegisterPart(part);
    if (says === undefined) throw error;
    notMade.byFault(says, error);
  };

/** By what a report is made: any figure or sentence of its content depends on this alone, and on what is recorded. */
export interface RuleSet {
  readonly name: RuleSetName;
  readonly rules: readonly ReportRule[];
  /** Whether what a record keeps along its line is derived anew where an earlier time was corrected, or is as each event left it. */
  readonly derivesFacts: boolean;
  readonly openParts: (
    setting: ReportSetting,
    ruleSet: { readonly name: RuleSetName; readonly rules: readonly ReportRule[] },
    notMade: PartsNotMade,
  ) => ReturnType<typeof openParts>;
  readonly lineOf: (
    review: ReviewInReport,
    setting: ReportSetting,
    month: ReportedMonth,
    onFault: OnFault,
  ) => ReportLine;
  readonly headlineOf: (content: MeasuredContent, financialYear: FinancialYear) => string[];
  readonly pageOneOf: (
    now: MeasuredContent,
    before: ReportContent | null,
    of: { readonly reviews: OfReviews; readonly financialYear: FinancialYear },
  ) => Pick<ReportContent, 'pageOne'>;
  readonly changesSince: (now: MeasuredContent, before: ReportContent | null) => ReportContent['changes'];
}

/**
 * Opens the report of a month, made by a rule set: the position of a programme as at the month's last instant, as a fold
 * over its reviews. A pure function of the setting, the rule set and the reviews; the order in which reviews are added
 * changes nothing.
 */
export const openReport = (given: ReportSetting, ruleSet: RuleSet): ReportFold => {
  const setting = { ...given, programme: settingsInRuleSet(given.programme, ruleSet.name) };
  const month = reportedMonthOf(setting);
  const notMade = new PartsNotMade();
  const parts = ruleSet.openParts(setting, ruleSet, notMade);
  const onFault = costsItsPart(notMade);
  let lines = 0;
  let recorded = 0;

  return {
    add: ({ id, position, recordedInMonth, atBaseline }) => {
      const review = { ...reviewInReport(id, position, ruleSet.name, setting.programme), atBaseline };
      recorded += recordedInMonth;
      if (isStruckOut(position.review)) {
        parts.flow.add(review);
        return undefined;
      }
      for (const part of Object.values(parts)) part.add(review);
      lines += 1;
      return ruleSet.lineOf(review, setting, month, onFault);
    },
    addUnreadable: parts.findings.addUnreadable,
    recordProgrammeWide: (recordedInMonth) => {
      recorded += recordedInMonth;
    },
    close: () => {
      const reviews = parts.pageOne.close();
      const given = programmeInFigures(setting, month, ruleSet.name, onFault);
      const measured: MeasuredContent = {
        ...madeFor(setting, month, ruleSet),
        recordedInMonth: recorded,
        ...closed(parts),
        ...saidOf(notMade),
        ...leftOutBy(setting.programme),
        ...given,
        lines,
      };
      const before = comparable(measured, setting.previous?.content ?? null);
      const of = { reviews, financialYear: month.financialYear };
      const first = notMade.unlessFaulty(onPageOne, () => ruleSet.pageOneOf(measured, before, of));
      return {
        ...measured,
        ...saidOf(notMade),
        ...first,
        headline: [
          ...notMade.all.map(({ sentence }) => sentence),
          ...monthsNotReportedInWords(measured.monthsNotReported ?? [], measured.previous),
          ...ruleSet.headlineOf(measured, month.financialYear),
        ],
        changes: ruleSet.changesSince(measured, before),
        nextSteps: withFirst(
          stepsOfNotMade(notMade.all, setting.month, setting.programme.name),
          parts.nextSteps.close(),
        ),
      };
    },
    faults: notMade.faults,
  };
};

/** The report before, as it is compared with this one: of a part that was not made, or is left out, in one of the two nothing is said to have changed. */
const comparable = (now: MeasuredContent, before: ReportContent | null): ReportContent | null => {
  if (before === null) return null;
  const parts = [now, before].flatMap(({ notMade = [], leftOut = [] }) => [...notMade, ...leftOut]);
  const names = new Set<string>(parts.map(({ part }) => part));
  return { ...before, ...Object.fromEntries(Object.entries(now).filter(([name]) => names.has(name))) };
};

const withFirst = (
  first: ReportContent['nextSteps']['rows'],
  { total, rows }: ReportContent['nextSteps'],
): ReportContent['nextSteps'] => ({ total: total + first.length, rows: [...first, ...rows].slice(0, mostSteps) });
