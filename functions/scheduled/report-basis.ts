import { buildProgrammeWide, judgeAlike } from '#domain/position/sections.ts';
import { openReport, type ReportFold, type ReportSetting, type RuleSet } from '#domain/report/compose-report.ts';
import type { FactsByChain } from '#domain/report/report-setting.ts';
import { stagesOfReviews } from '#domain/review/stage-line.ts';
import { endOfDay, endOfMonth, type LocalDate, monthOf, type ReportMonth } from '#language/time.ts';
import { baselineCompared } from '#registers/named-baseline/compared.ts';
import { SealedReport } from '#schemas/export.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import type { ProgrammeWide } from '#schemas/position.ts';
import { Programme, ProgrammeFacts } from '#schemas/programme.ts';
import { isInRuleSet } from '#schemas/rule-set-name.ts';
import { type MonthAsked, monthAsked } from '#store/positions/position-at-month-end.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { type FactsOf, foldRecords, readEvents, withStandingExemptions } from '#store/records/records.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import { type Head, readReport } from '#store/reports/reports.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { type FixedBaseline, fixedBaseline, programmeAtBaseline } from '../queries/at-baseline.ts';
import { type PreviousReport, previousReport } from './previous-report.ts';

/** What a report is made from besides its reviews, as the programme's chain stood at the head that was fixed. */
export interface ReportBasis {
  /** The last event of the programme's chain when it was read, before any review was. */
  readonly readUpTo: number;
  readonly programme: Programme;
  /** The stages at which reviews are, where they are not those of the month. */
  readonly stages: Pick<Programme, 'stageModel' | 'stagesMoved'>;
  /** The version of the settings that govern the month. */
  readonly settingsVersion: number;
  readonly monthAsked: MonthAsked;
  readonly programmeWide: ProgrammeWide;
  readonly recordedInMonth: number;
  readonly previous: PreviousReport | null;
  readonly held: ReportSetting['held'];
  /** The months that the programme office closed as not reported. */
  readonly closedMonths: NonNullable<ReportSetting['closedMonths']>;
  /** The named baseline that the settings have it compared with, and what it holds of the programme itself. */
  readonly baseline: FixedBaseline | undefined;
  readonly programmeAtBaseline: ReportSetting['programmeAtBaseline'];
}

interface PublishedRevision extends Pick<SealedReport, 'month' | 'revision'> {
  readonly sequence: number;
}

/** The current revision of each published month, in the order of the months. */
const currentRevisions = (events: readonly HistoryEvent[]): readonly PublishedRevision[] => {
  const latest = new Map<ReportMonth, PublishedRevision>();
  for (const { recordRef, after, sequence } of events) {
    if (recordRef.kind !== 'publication') continue;
    const { month, revision } = SealedReport.parse(after.record);
    if (revision > (latest.get(month)?.revision ?? 0)) latest.set(month, { month, revision, sequence });
  }
  return [...latest.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
};

/** The facts that a published report holds, by review; undefined: it was made by a rule set that kept none. */
const factsHeldBy = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  report: Pick<SealedReport, 'month' | 'revision'>,
): Promise<FactsByChain | undefined> => {
  const stored = await readReport(deps.table, programmeRef, report);
  const ofProgramme = stored?.report().content.facts;
  if (stored === undefined || ofProgramme === undefined) return undefined;
  const facts = new Map([['', ofProgramme]]);
  for await (const chunk of readLineChunks(deps.table, programmeRef, stored))
    for (const line of chunk.lines()) if (line.facts !== undefined) facts.set(line.review, line.facts);
  return facts;
};

/**
 * The dated facts that other current revisions hold: those of the report before (`ofBefore`), of earlier months that were revised after
 * it, and of every later month (docs/meaning.md REPORT-20).
 */
const factsHeldElsewhere = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  published: readonly PublishedRevision[],
  ofBefore: FactsByChain | undefined,
): Promise<ReportSetting['held']> => {
  const before = published.filter((one) => one.month < month).at(-1)?.sequence ?? 0;
  const earlier = ofBefore === undefined ? null : [ofBefore];
  const later: { month: ReportMonth; facts: FactsByChain }[] = [];
  for (const one of published.filter(
    (other) => other.month !== month && (other.month > month || other.sequence > before),
  )) {
    const facts = await factsHeldBy(deps, programmeRef, one);
    if (facts === undefined) continue;
    if (one.month > month) later.push({ month: one.month, facts });
    else earlier?.push(facts);
  }
  return { earlier, later };
};

/**
 * The versions of the settings that judge as these do. What a version says of today is not always what its own event
 * says: a correction of an earlier time leaves today as it was.
 */
export const versionsThatJudgeAs = (programme: Programme, settings: readonly HistoryEvent[]): readonly number[] => {
  let today: HistoryEvent | undefined;
  const alike: number[] = [];
  for (const event of settings.toSorted((a, b) => a.sequence - b.sequence)) {
    if (today === undefined || event.effectiveAt >= today.effectiveAt) today = event;
    if (judgeAlike(Programme.parse(today.after.record), programme)) alike.push(event.version);
  }
  return alike;
};

/** Of what month a report is; or of what day a position, and what that is measured from. */
export interface ReportAsked {
  readonly month: ReportMonth;
  readonly onDay?:
    | {
        readonly day: LocalDate;
        /** The position of the day that it is compared with; undefined: it is that one. */
        readonly since?: ((programme: Programme) => PreviousReport) | undefined;
      }
    | undefined;
}

/** What another published report says has no bearing on a position: of its facts those count that the day before it does not hold. */
const measuredFrom = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { month, onDay }: ReportAsked,
  programme: Programme,
  published: readonly PublishedRevision[],
): Promise<Pick<ReportBasis, 'previous' | 'held'>> => {
  if (onDay !== undefined) {
    const previous = onDay.since?.(programme) ?? null;
    const facts = previous?.facts;
    return { previous, held: { earlier: facts === undefined ? [] : [facts], later: [] } };
  }
  const before = published.filter((one) => one.month < month).at(-1);
  const previous = await previousReport(deps, programmeRef, before, programme);
  return { previous, held: await factsHeldElsewhere(deps, programmeRef, month, published, previous?.facts) };
};

export const readBasis = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  asked: ReportAsked,
  [, head]: Head,
  factsOf: FactsOf = 'derived',
): Promise<ReportBasis> => {
  const { month, onDay } = asked;
  const chain = await readEvents(deps.table, { ...programmeRef, review: null });
  const events = chain.filter((event) => event.sequence <= head);
  const end = onDay === undefined ? endOfMonth(month) : endOfDay(onDay.day);
  // What is exempt by the head is withheld, also where it became so after the month's end.
  const atEnd = withStandingExemptions(foldRecords(events, end, head, factsOf), events);
  const settings = events
    .filter((event) => event.recordRef.kind === 'programme')
    .sort((a, b) => (a.effectiveAt < b.effectiveAt ? -1 : a.effectiveAt > b.effectiveAt ? 1 : a.sequence - b.sequence));
  // A programme that was set up after the month's end is reported by the settings that it began with.
  const governing = settings.filter((event) => event.effectiveAt <= end).at(-1) ?? settings[0];
  if (governing === undefined) throw new Error('the chain of the programme has no settings');
  const programme = Programme.parse(governing.after.record);
  const latest = Programme.parse((settings.at(-1) ?? governing).after.record);
  const programmeWide = buildProgrammeWide(atEnd.map(asRecordAt), programme);
  const compared = baselineCompared(programme, programmeWide.namedBaselines);
  const baseline = compared === undefined ? undefined : fixedBaseline(compared, events);
  return {
    programme,
    stages: stagesOfReviews(programme, latest),
    readUpTo: chain.reduce((last, event) => Math.max(last, event.sequence), 0),
    settingsVersion: governing.version,
    monthAsked: monthAsked(month, versionsThatJudgeAs(programme, settings), end),
    programmeWide,
    baseline,
    programmeAtBaseline:
      baseline === undefined ? undefined : programmeAtBaseline(programmeRef, events, programme, baseline),
    recordedInMonth: events.filter(
      (event) => event.recordRef.kind !== 'publication' && monthOf(event.effectiveAt) === month,
    ).length,
    closedMonths: ProgrammeFacts.parse((settings.at(-1) ?? governing).after.facts).notReported ?? [],
    ...(await measuredFrom(deps, programmeRef, asked, programme, currentRevisions(events))),
  };
};

/** Opens the report of a month on its basis, made by a rule set. */
export const openMonth = (
  programmeRef: ProgrammeRef,
  basis: ReportBasis,
  given: Pick<ReportSetting, 'month' | 'day' | 'revision' | 'revisionReason' | 'early'>,
  ruleSet: RuleSet,
): ReportFold => {
  const { previous } = basis;
  const setting: ReportSetting = {
    ...given,
    programmeId: programmeRef.programme,
    programme: isInRuleSet({ since: 'rules-2' }, ruleSet.name)
      ? { ...basis.programme, stageModel: basis.stages.stageModel, stagesMoved: basis.stages.stagesMoved }
      : basis.programme,
    programmeWide: basis.programmeWide,
    programmeAtBaseline: basis.programmeAtBaseline,
    held:
      previous === null && isInRuleSet({ since: 'rules-2' }, ruleSet.name)
        ? { ...basis.held, from: basis.programme.reporting.firstMonth }
        : basis.held,
    closedMonths: basis.closedMonths,
    previous,
  };
  const fold = openReport(setting, ruleSet);
  fold.recordProgrammeWide(basis.recordedInMonth);
  return fold;
};
