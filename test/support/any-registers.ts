import * as fc from 'fast-check';
import type { ReportSetting, ReviewAtEnd } from '#domain/report/compose-report.ts';
import type { FactsByChain } from '#domain/report/report-setting.ts';
import { inYearWalk } from '#registers/in-year-walk/record.ts';
import { meeting } from '#registers/meeting/record.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import { StatedMeasure, statedMeasure } from '#registers/stated-measure/record.ts';
import { type ProgrammeWide, ReviewPosition } from '#schemas/position.ts';
import { anyOf } from './any-of-schema.ts';
import { anyReview } from './any-reviews.ts';
import { aProgramme, aRisk, aSavingsLine, aSetting, asPrevious, noProgrammeWide, rollUp, stated } from './positions.ts';

/* Programmes with anything in every register, as at two months, for what must hold of every figure of a report. */

const { shape } = ReviewPosition;

/** What the rules of a register see to, and its schema alone does not. */
const kept = {
  checkpoints: anyOf(shape.assuranceCheckpoints).map((all) =>
    all.map(({ doneOn, ...one }) =>
      one.status === 'done' ? { ...one, doneOn: doneOn ?? { kind: 'not-stated' as const } } : one,
    ),
  ),
  decisions: anyOf(shape.decisions).map((all) =>
    all.map(({ takenOn, ...one }) => (one.status === 'taken' ? { ...one, takenOn: takenOn ?? '2014-04-12' } : one)),
  ),
  options: anyOf(shape.options).map(({ options, preferredNotFirst: _ }) => ({
    options,
    preferredNotFirst: options.flatMap(({ id, disposition, rank }) =>
      disposition === 'preferred' && rank !== null && rank > 1 ? [{ id, rank, reason: null }] : [],
    ),
  })),
};

const sections = fc.record({
  engagement: anyOf(shape.engagement),
  deliveryModels: anyOf(shape.deliveryModels),
  businessCases: anyOf(shape.businessCases),
  // The first names no case, whose outcome would decide whether anything of it is approved.
  costsAndBenefits: anyOf(shape.costsAndBenefits).map((all) =>
    all.map(({ case: ofCase, ...one }, n) => (n === 0 || ofCase === undefined ? one : { ...one, case: ofCase })),
  ),
  issues: anyOf(shape.issues),
  milestones: anyOf(shape.milestones),
  dependencies: anyOf(shape.dependencies),
  changeRequests: anyOf(shape.changeRequests),
  decisions: kept.decisions,
  budgetLines: anyOf(shape.budgetLines).map((all) => all.map((one, n) => (n === 0 ? { ...one, variance: -3 } : one))),
  performanceIndicators: anyOf(shape.performanceIndicators),
  contracts: anyOf(shape.contracts),
  assuranceCheckpoints: kept.checkpoints,
  recommendations: anyOf(shape.recommendations),
  lessons: anyOf(shape.lessons),
  papers: anyOf(shape.papers),
});

const ofReview = fc.record({
  handovers: anyOf(shape.handovers).map((all) => all.map((one) => ({ ...one, everyMonths: 3 }))),
  options: kept.options,
  returns: anyOf(shape.returns),
});

const review = fc.record({
  moves: anyOf(shape.review.shape.moves),
  waivers: anyOf(shape.review.shape.waivers),
  waitsFor: anyOf(shape.review.shape.waitsFor),
  endDate: anyOf(shape.review.shape.endDate),
  unrealisedBenefits: anyOf(shape.review.shape.unrealisedBenefits),
  parent: fc.constantFrom('a', 'b', undefined),
  theme: fc.constantFrom('market', 'gone', undefined),
});

const escalated = fc.option(
  fc.record({ endedOn: fc.constantFrom('2014-04-20', '2013-11-20', undefined) }).map(({ endedOn }) => ({
    ...{ on: '2013-11-10', to: 'Board' },
    ...(endedOn === undefined ? {} : { endedOn }),
  })),
  { nil: undefined },
);
const risk = fc.record({
  escalated,
  missing: fc.constantFrom<string[]>([], ['a control']),
  scores: fc
    .constantFrom('2014-01-10T00:00:00.000Z', '2014-04-10T00:00:00.000Z')
    .map((at): { at: string; score: number }[] => [{ at, score: 6 }]),
});

const savings = fc
  .array(
    fc.record({
      objective: fc.constantFrom('independence', 'gone', undefined),
      directorate: fc.constantFrom('growth', undefined),
      plan: fc.constantFrom(500_000, { kind: 'not-stated' }, { kind: 'range', low: 1, high: 3 }),
      claimed: fc.constantFrom(1_000, undefined),
      substituteFor: fc.constantFrom('line-0', undefined),
      budgetLine: fc.constantFrom('PRO-1', 'other', 'unknown', undefined),
      old: fc.constantFrom(200_000, { kind: 'about', pounds: 50_000 }, undefined),
      year: fc.constantFrom('2013/14', '2014/15'),
    }),
    { maxLength: 3 },
  )
  .map((lines) =>
    savingsSection(
      lines.map(({ plan, claimed, old, year, substituteFor, ...given }, n) => {
        const { record, ...line } = aSavingsLine({
          ...given,
          milestone: 'a',
          ...(n > 0 && substituteFor !== undefined ? { substituteFor } : {}),
          years: [
            {
              ...{ year, plan, forecast: plan },
              ...(claimed === undefined ? {} : { claimedActual: claimed }),
              ...(old === undefined ? {} : { alreadyInMtfp: old }),
            },
          ],
        });
        return { ...line, id: `line-${n}`, record };
      }),
    ),
  );

const unscored: ReviewPosition['risks']['unscored'][number] = {
  ...{ id: 'unscored', title: 'Unscored', because: 'To be confirmed', missing: [], openActionsDue: [] },
  ...{ nextReviewOn: null, onAnotherMatrix: false, confirmedOn: '2014-03-10' },
};

/** A review with anything in every register. */
const anyFullReview = fc
  .record({ base: anyReview, review, sections, ofReview, risk, savings, atBaseline: fc.option(sections) })
  .map(({ base, review: over, sections: registers, ofReview: own, risk: ofRisk, savings: lines, atBaseline }) => {
    const { position } = base;
    return {
      ...base,
      position: {
        ...position,
        ...registers,
        ...own,
        savings: lines,
        risks: {
          ...position.risks,
          open: position.risks.open.map((one) => ({ ...one, ...ofRisk })),
          unscored: [unscored],
        },
        review: { ...position.review, ...over },
      },
      atBaseline:
        atBaseline === null
          ? null
          : {
              milestones: atBaseline.milestones,
              costsAndBenefits: atBaseline.costsAndBenefits,
              businessCases: atBaseline.businessCases,
              savings: lines,
            },
    } as ReviewAtEnd;
  });

/** Budget lines that a ledger names; of another it says nothing. */
const coded: ProgrammeWide['budgetLines'] = ['PRO-1', 'OTH-1'].map((code, n) => ({
  ...{ id: ['property', 'other'][n] ?? code, title: `Line ${code}`, kind: 'line', year: '2014/15', code, of: [] },
}));
const ledgerLine = fc.record({ saved: fc.constantFrom(1_000, 2_000, undefined) });
const ledger = fc.constantFrom('2013-14-p12', '2014-15-p01').chain((id) =>
  fc.tuple(ledgerLine, ledgerLine).map(([one, other]): ProgrammeWide['ledgerPeriods'] => [
    {
      id,
      lines: [
        { code: 'PRO-1', actual: 1, ...one },
        { code: 'OTH-1', actual: 2, ...other },
      ],
    },
  ]),
);

const wide = fc
  .record({
    sections,
    ledgerPeriods: fc.oneof(fc.constant<ProgrammeWide['ledgerPeriods']>([]), ledger),
    meetings: anyOf(meeting.position.schema),
    inYearWalks: anyOf(inYearWalk.position.schema),
    statedMeasures: fc.constantFrom<ProgrammeWide['statedMeasures'][]>(
      [],
      [{ id: 'with-a-preferred-option', record: StatedMeasure.parse(statedMeasure.example) }],
    ),
  })
  .map(({ sections: registers, ledgerPeriods, ...own }): ProgrammeWide => {
    const { deliveryModels: _models, businessCases: _cases, ...both } = registers;
    return {
      ...noProgrammeWide,
      ...both,
      ...own,
      ...(ledgerPeriods.length === 0 ? {} : { ledgerPeriods, budgetLines: [...both.budgetLines, ...coded] }),
      namedBaselines: [{ id: 'march', title: 'The baseline of March', asAt: '2014-03-31' }],
      risks: { open: [aRisk({ id: 'wide' })], unscored: [], closed: [], happened: [] },
      statedPositions: [
        stated('required', { measure: 'savings-required', year: '2017/18', figure: { kind: 'amount', pounds: 62e6 } }),
      ],
    };
  });

const settings = fc.record({ pausedCounts: fc.boolean(), compared: fc.boolean(), objectives: fc.boolean() });

const factsIn = ({ content, lines }: ReturnType<typeof rollUp>): FactsByChain =>
  new Map([
    ...lines.flatMap(({ review: id, facts }) => (facts === undefined ? [] : [[id, facts] as const])),
    ...(content.facts === undefined ? [] : [['', content.facts] as const]),
  ]);

/** The report of a month after that of the month before, both of anything, as it is made: a counterexample is not printed whole. */
export const anyFullReport = fc
  .record({
    before: fc.uniqueArray(anyFullReview, { selector: ({ id }) => id, maxLength: 1 }),
    reviews: fc.uniqueArray(anyFullReview, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
    wideBefore: wide,
    wide,
    settings,
  })
  .map(({ before, reviews, wideBefore, wide: programmeWide, settings: { pausedCounts, compared, objectives } }) => {
    const programme = aProgramme({
      pausedCounts,
      ...(compared ? { comparedWith: 'march' } : {}),
      ...(objectives ? { objectives: [{ id: 'independence', name: 'Independence' }] } : {}),
      findings: [{ rule: 'GAP-01', as: 'off', reason: 'Known' }],
    });
    const first = rollUp(before, aSetting({ month: '2014-03', programme, programmeWide: wideBefore }));
    const setting: ReportSetting = aSetting({
      programme,
      programmeWide,
      previous: asPrevious(first),
      held: { earlier: [factsIn(first)], later: [] },
    });
    return () => ({ first, ...rollUp(reviews, setting) });
  });
