import * as z from 'zod';
import type { Share, Total } from '#schemas/figures.ts';
import { type Finding, type Publication, Report, ReportContent, ReportLine } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';

/* Lines of a report and an almost empty report: what made-up records publish, and what tests of pages show. */

export const shareOf = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  percent: denominator === 0 ? null : Math.round((1000 * numerator) / denominator) / 10,
});

const digest = (letter: string): string => letter.repeat(64);

export const total = (low: number, count: number, notStated = 0, high: number | null = low): Total => ({
  low,
  high,
  exact: low === high,
  count,
  marked: high === null ? ['over'] : [],
  excluded: notStated === 0 ? [] : [{ reason: 'not-stated', count: notStated }],
});

export const property = { review: 'property', title: 'Property' };

export const library = { review: 'libraries', title: 'Libraries & Archives' };

export const legal = { review: 'legal-services', title: 'Legal Services' };

export const care = { review: 'residential-care', title: 'Residential Care Homes' };

export const publication = {
  contentDigest: digest('a'),
  sealingDigest: digest('b'),
  headsRoot: digest('c'),
  publishedAt: '2014-05-06T05:00:12.000Z',
  run: 'run-2014-04-1',
};

const lineOf = (given: object): ReportLine =>
  ReportLine.parse({
    services: [],
    lifecycle: 'active',
    counted: true,
    stage: 'options-appraisal',
    stageName: 'Options appraisal (2)',
    stageWork: 'complete on 30 April 2014',
    tier: 'to-be-confirmed',
    portfolio: null,
    sros: 1,
    preferred: [],
    notRecommended: 0,
    notRecommendedAtThisStage: 0,
    marketMaturity: null,
    waitsFor: [],
    savings: { lines: 0, plan: [], sentence: 'not stated' },
    sroRating: null,
    assuranceRating: null,
    risksPart: 0,
    highRisks: 0,
    endDate: { kind: 'not-stated' },
    return: 'received',
    ...given,
  });

export const richLines: readonly ReportLine[] = [
  lineOf({
    ...property,
    services: ['Property'],
    tier: '1',
    portfolio: 'place',
    sros: 2,
    preferred: [{ label: 'Trading company', scope: null, model: 'local-authority-trading-company' }],
    notRecommended: 4,
    marketMaturity: 'emerging',
    savings: {
      lines: 3,
      plan: [
        { year: '2015/16', total: total(2_100_000, 3, 1) },
        { year: '2016/17', total: total(1_000_000, 1, 0, null) },
      ],
      sentence: '£2.1 million in 2015/16 (3 of 4 figures; 1 not stated)',
    },
    sroRating: 'green',
    assuranceRating: 'amber',
    risksPart: 5,
    highRisks: 2,
    endDate: { kind: 'by', date: '2015-04-01' },
    return: 'late',
  }),
  lineOf({
    ...library,
    services: ['Libraries', 'Archives'],
    sros: 0,
    preferred: [
      { label: 'Charitable trust', scope: 'libraries', model: 'trust' },
      { label: 'Joint venture', scope: 'archives', model: 'joint-venture' },
    ],
    notRecommended: 6,
    notRecommendedAtThisStage: 6,
    sroRating: 'red',
    return: 'missing',
  }),
  lineOf({
    ...legal,
    lifecycle: 'paused',
    stage: 'service-baseline',
    stageName: 'Service baseline (1)',
    stageWork: 'not stated',
    sroRating: 'amber-red',
    return: 'unconfirmed',
  }),
  lineOf({ ...care, waitsFor: ['Accommodation Strategy and its implementation plans'], return: 'missing' }),
];

const byRule = (findings: readonly Finding[]): ReportContent['foundByRule'] =>
  [...new Map(findings.map((one) => [one.rule, one])).values()].map(({ rule, kind, sentence }) => ({
    rule,
    kind,
    sentence,
    count: findings.filter((one) => one.rule === rule).length,
  }));

const inner = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? inner(schema.unwrap()) : schema;

/** Rows written as a plain list become the list that the schema asks for, with its total. */
const withTotals = (schema: z.core.$ZodType, value: unknown): unknown => {
  const asked = inner(schema);
  if (!(asked instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return 'total' in asked.shape && 'rows' in asked.shape ? listOf(value) : value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const field = asked.shape[name];
      return [name, field === undefined ? one : withTotals(field, one)];
    }),
  );
};

/** A list that shows every row it has. */
export const listOf = <T>(rows: readonly T[]): { total: number; rows: T[] } => ({
  total: rows.length,
  rows: [...rows],
});

/** A report that shows every row it has: its rows counted for it. */
export const wholeReport = (given: { readonly content: unknown; readonly publication: Publication }): Report => {
  const content = ReportContent.omit({ foundByRule: true }).parse(withTotals(ReportContent, given.content));
  return Report.parse({
    content: { ...content, foundByRule: byRule(content.findings.rows) },
    publication: given.publication,
    rowsAtMost: everyRow,
  });
};

/** A month of which nothing was told, of a programme with no review. */
export const emptyReport: Report = wholeReport({
  content: {
    programme: {
      id: 'new-programme',
      name: 'New Programme',
      phase: null,
      council: 'Marlshire County Council',
      fictional: false,
      services: [],
      source: null,
    },
    month: '2013-10',
    observationEnd: '2013-10-31T23:59:59.999Z',
    revision: 1,
    revisionReason: null,
    early: null,
    ruleSet: '2026-11',
    previous: null,
    recordedInMonth: 0,
    headline: ['Nothing was recorded of October 2013.'],
    counts: {
      counted: 0,
      notCounted: [],
      services: 0,
      stage: [],
      lifecycle: [],
      portfolio: [],
      directorate: [],
      tier: [],
      theme: [],
    },
    flow: {
      opening: 0,
      openingFrom: 'history',
      restated: [],
      restatedBy: 0,
      entered: [],
      left: [],
      closing: 0,
      reconciles: true,
      sentence: 'No review was counted.',
    },
    moves: [],
    waiversInForce: [],
    waits: [],
    engagement: {
      engagements: 0,
      responses: 0,
      organisations: 0,
      invitedIn: 0,
      statedOnly: { responses: 0, organisations: 0, invitedIn: 0, sources: [] },
      programmeWide: 0,
      reviewsEngaged: shareOf(0, 0),
      decidedNotTo: 0,
      notes: [],
    },
    options: {
      total: 0,
      preferred: 0,
      shortListed: 0,
      longListed: 0,
      notRecommended: 0,
      notRecommendedAtThisStage: 0,
      reviewsWithPreferred: shareOf(0, 0),
      withoutPreferred: [],
      severalPreferred: [],
      alternativesRecorded: shareOf(0, 0),
      notFirst: [],
    },
    deliveryModels: { preferred: [], adopted: [] },
    businessCases: { outcomes: [], conditions: { open: 0, overdue: [] } },
    savings: {
      years: [],
      stated: [],
      coverage: { reviews: shareOf(0, 0), lines: 0, notStated: [], sentence: 'No review is counted.' },
      moved: [],
    },
    risks: {
      open: 0,
      programmeWide: 0,
      byBand: { low: 0, medium: 0, high: 0 },
      heatMap: [1, 2, 3, 4, 5].map(() => [0, 0, 0, 0, 0]),
      likelihoodWords: ['Very unlikely', 'Unlikely', 'Possible', 'Likely', 'Very likely'],
      impactWords: ['Minor', 'Moderate', 'Significant', 'Serious', 'Major'],
      lowUpTo: 6,
      mediumUpTo: 15,
      top: [],
      moved: [],
      overdue: [],
      incomplete: [],
      coverage: 'No risk is recorded.',
    },
    milestones: { total: 0, done: 0, due: [], missed: [], slipped: [], rebaselines: 0 },
    decisions: { taken: [], due: [] },
    issues: { open: 0, high: 0 },
    ratings: {
      scheme: 'three-point',
      sro: [],
      assurance: [],
      worst: null,
      valueWeighted: [],
      weighedBy: 'Nothing to weigh.',
      differ: [],
    },
    returns: {
      dueBy: '2013-11-05',
      expected: 0,
      received: shareOf(0, 0),
      nothingChanged: 0,
      late: [],
      unconfirmed: [],
      missing: [],
    },
    changes: [],
    findings: [],
    nextSteps: [],
    lines: 0,
  },
  publication,
});
