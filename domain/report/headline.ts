import {
  counted as countOf,
  figureInWords,
  gapInWords,
  gapValueInWords,
  listed,
  poundsInWords,
  shareInWords,
  totalInWords,
} from '#language/in-words.ts';
import type { FinancialYear } from '#language/time.ts';
import type { RegisterParts } from '#registers/all-reports.ts';
import { highestBandIn } from '#registers/risk/report.ts';
import type { SavingsPosition } from '#registers/saving/projections.ts';
import { underWay } from '#schemas/counts.ts';
import type { EndedReviews } from '#schemas/ended-reviews.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { Finding } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { confidenceSentences } from './headline-confidence.ts';
import { isLeftOut } from './left-out.ts';
import type { MeasuredContent } from './measured-content.ts';
import { named } from './named.ts';
import { isMade } from './not-made.ts';

const mostYears = 3;

const reviewsSentence = ({ counts, flow }: MeasuredContent): string => {
  const notCounted = counts.notCounted
    .filter((one) => one.count > 0)
    .map((one) => `${one.count} ${one.lifecycle === 'left' ? 'left in a way that is not stated' : one.lifecycle}`);
  const parts = counts.components?.total ?? 0;
  const within = parts === 0 ? [] : [`${parts} more under way within them`];
  const asides = [...within, ...(notCounted.length === 0 ? [] : [`not counted: ${listed(notCounted)}`])];
  const apart = asides.length === 0 ? '' : ` (${asides.join('; ')})`;
  const moved = `${flow.entered.total} entered and ${flow.left.total} left`;
  const restated = flow.restated.total === 0 ? '' : `, ${flow.restated.total} restated`;
  const check = flow.reconciles ? '' : ' These numbers do NOT reconcile.';
  return `${countOf(counts.counted, 'review')} counted${apart}: ${flow.opening} before, ${moved}${restated}.${check}`;
};

const optionsSentence = ({ options, counts }: MeasuredContent): string[] => {
  if (counts.counted === 0) return [];
  const without = options.withoutPreferred.rows.map((one) =>
    one.waitsFor.length === 0 ? one.title : `${one.title} (waits for ${listed(one.waitsFor)})`,
  );
  const all = options.withoutPreferred.total;
  const rest = all === 0 || all === underWay(counts) ? '' : `; without: ${named(without, all)}`;
  return [`A preferred option is recorded for ${shareInWords(options.reviewsWithPreferred)} reviews${rest}.`];
};

const yearSentenceByRules1 = (row: SavingsPosition): string => {
  const lines = row.plan.count === 0 ? '' : `; planned by reviews: ${totalInWords(row.plan)}`;
  const stated =
    row.statedUnidentified === null ? '' : `, of which ${figureInWords(row.statedUnidentified)} unidentified`;
  const derived =
    row.derivedIdentifiedPounds === null || row.statedIdentified !== null
      ? ''
      : ` and so ${poundsInWords(row.derivedIdentifiedPounds)} identified`;
  const gap = row.gap === null ? '' : `; by the lines, ${gapInWords(row.gap)}`;
  const required = row.required === null ? 'requirement not stated' : `${figureInWords(row.required)} required`;
  return `${row.year}: ${required}${stated}${derived}${lines}${gap}`;
};

const yearSentence = (row: SavingsPosition): string => {
  const { required, statedUnidentified, statedIdentified, derivedIdentifiedPounds } = row;
  const derived =
    derivedIdentifiedPounds === null || statedIdentified !== null
      ? ''
      : `, so that ${poundsInWords(derivedIdentifiedPounds)} is identified`;
  const stated =
    statedUnidentified === null
      ? ''
      : `; by the programme's own figures ${figureInWords(statedUnidentified)} is still to be identified${derived}`;
  const asked = required === null ? 'the requirement is not stated' : `${figureInWords(required)} required`;
  const identified =
    row.gap === null ? '' : `; ${totalInWords(row.identified)} counts as identified: ${gapValueInWords(row.gap)}`;
  const planned = row.plan.count === 0 ? '' : `. Reviews plan ${totalInWords(row.plan)}${identified}`;
  return `${row.year}: ${asked}${stated}${planned}`;
};

/** Of the years from the month's own on, the first three that say something, one each; then the coverage of what reviews state. */
const savingsSentences = ({ savings }: MeasuredContent, year: string, ruleSet: RuleSetName): string[] => {
  const inWords = isInRuleSet({ until: 'rules-1' }, ruleSet) ? yearSentenceByRules1 : yearSentence;
  const rows = savings.years.filter((row) => row.year >= year && (row.required !== null || row.plan.count > 0));
  return [...rows.slice(0, mostYears).map((row) => `${inWords(row)}.`), savings.coverage.sentence];
};

const risksSentence = ({ risks }: MeasuredContent): string => {
  const first = risks.top.rows[0];
  if (first === undefined) return risks.coverage;
  const highest = highestBandIn(risks);
  const high = `${countOf(risks.open, 'open risk')}, ${highest.count} of them ${highest.name}`;
  const overdue = risks.overdue.total === 0 ? '' : `; ${risks.overdue.total} reviews or actions overdue`;
  return `${high}; the highest is "${first.risk.title}" (${first.title}, score ${first.risk.score})${overdue}.`;
};

/** By `rules-1`: the worst rating is the SROs'. */
const ratingsSentence = ({ ratings, counts }: MeasuredContent): string[] => {
  const { worst } = ratings;
  if (worst === null) return [];
  const because = named(
    worst.because.rows.map((one) => one.title),
    worst.because.total,
  );
  const rated = counts.counted - (ratings.sro.find((row) => row.rating === 'not-rated')?.share.numerator ?? 0);
  const differ =
    ratings.differ.total === 0
      ? ''
      : `; assurance differs on ${named(
          ratings.differ.rows.map((one) => one.title),
          ratings.differ.total,
        )}`;
  return [
    `SROs rate ${rated} of ${countOf(counts.counted, 'review')}; the worst overall rating is ${ratingInWords(worst.rating)}: ${because}${differ}.`,
  ];
};

const isAnyOpen = ({ risks, issues, milestones, conditions, savings }: EndedReviews): boolean =>
  [risks, issues, milestones, conditions, savings].some(({ total }) => total > 0);

const endedSentence = ({ ended }: MeasuredContent): string[] =>
  ended !== undefined && isAnyOpen(ended) ? [ended.sentence] : [];

const returnsSentence = ({ returns }: MeasuredContent): string[] => {
  if (returns.expected === 0) return [];
  const { late, unconfirmed, missing } = returns;
  return [
    `Returns received in time: ${shareInWords(returns.received)}; ${late.total} late, ${unconfirmed.total} unconfirmed, ${missing.total} missing.`,
  ];
};

const findingsSentence = ({ foundByRule, setAside }: MeasuredContent): string => {
  const of = (kind: Finding['kind']) => foundByRule.reduce((sum, one) => sum + (one.kind === kind ? one.count : 0), 0);
  const unreadable = of('unreadable');
  const apart =
    setAside === undefined || setAside.findings === 0
      ? ''
      : `; ${setAside.findings} more left out by the programme's settings`;
  return `The records hold ${listed([
    countOf(of('contradiction'), 'contradiction'),
    countOf(of('data-gap'), 'data gap'),
    ...(unreadable === 0 ? [] : [`${countOf(unreadable, 'record')} that cannot be read`]),
  ])}${apart}.`;
};

const leftOutSentence = ({ leftOut = [] }: MeasuredContent): string[] =>
  leftOut.length === 0
    ? []
    : [`By the programme's settings this report leaves out ${listed(leftOut.map(({ title }) => title))}.`];

/** What a board member wants to know first: plain sentences, at most one for each of three years among them. */
export const headlineOf = (content: MeasuredContent, financialYear: FinancialYear, ruleSet: RuleSetName): string[] => {
  const made = (part: keyof RegisterParts): boolean => isMade(content, part) && !isLeftOut(content, part);
  const worstFirst = isInRuleSet({ since: 'rules-2' }, ruleSet);
  return [
    ...(content.recordedInMonth === 0 ? [`Nothing was recorded ${worstFirst ? 'for' : 'of'} this month.`] : []),
    ...(worstFirst && made('ratings') ? confidenceSentences(content) : []),
    reviewsSentence(content),
    ...(made('options') ? optionsSentence(content) : []),
    ...(made('savings') ? savingsSentences(content, financialYear, ruleSet) : []),
    ...(worstFirst || !made('ratings') ? [] : ratingsSentence(content)),
    ...(made('risks') ? [risksSentence(content)] : []),
    ...(isLeftOut(content, 'ended') ? [] : endedSentence(content)),
    ...(made('returns') ? returnsSentence(content) : []),
    findingsSentence(content),
    ...leftOutSentence(content),
  ];
};
