import { emptyPosition } from '#domain/position/sections.ts';
import { openReport, type ReportSetting, type ReviewAtEnd, type RuleSet } from '#domain/report/compose-report.ts';
import { countedRatings } from '#domain/report/last-ratings.ts';
import { reportedReviews } from '#domain/report/report-setting.ts';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import type { RiskRow } from '#registers/risk/projections.ts';
import { Saving } from '#registers/saving/record.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import { StatedPosition } from '#registers/stated-position/record.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import { Programme } from '#schemas/programme.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';

/*
 * A review that keeps every rule, as at the end of April 2014; each test breaks one thing of it.
 */

export const aProgramme = (over: Record<string, unknown> = {}): Programme =>
  Programme.parse({
    name: 'Facing Change',
    council: 'Borsetshire County Council',
    services: ['Libraries', 'Property', 'Legal'],
    portfolios: [
      { id: 'place', name: 'Place' },
      { id: 'people', name: 'People' },
    ],
    directorates: [{ id: 'growth', name: 'Growth' }],
    themes: [{ id: 'market', name: 'Market engagement' }],
    reporting: { firstMonth: '2013-10' },
    fictional: true,
    ...over,
  });

export const noProgrammeWide: ReportSetting['programmeWide'] = {
  ...emptyPosition,
  statedPositions: [],
  statedMeasures: [],
  namedBaselines: [],
  inYearWalks: [],
  meetings: [],
  ledgerPeriods: [],
};

export const aSetting = (over: Partial<ReportSetting> = {}): ReportSetting => ({
  programmeId: 'facing-change',
  programme: aProgramme(),
  month: '2014-04',
  revision: 1,
  revisionReason: null,
  early: null,
  previous: null,
  programmeWide: noProgrammeWide,
  held: { earlier: null, later: [] },
  ...over,
});

export const aSavingsLine = (over: Record<string, unknown> = {}) => ({
  id: 'rent',
  effectiveAt: '2014-02-01T00:00:00.000Z',
  record: Saving.parse({
    title: 'Fewer leases',
    class: 'cash-releasing',
    mechanism: 'transformation',
    recurrence: 'recurring',
    firmness: 'agreed',
    years: [
      { year: '2014/15', plan: 1_000_000, forecast: 900_000 },
      { year: '2015/16', plan: 500_000 },
    ],
    ...over,
  }),
  facts: { validations: [], forecastSince: '2014-03-01T00:00:00.000Z', claimedBySubject: 'finance-lead' },
});

export const noSavings = savingsSection([]);

/** The savings section that one line makes, with changes to that line's record and facts. */
export const savingsOf = (over: Record<string, unknown> = {}, facts: Record<string, unknown> = {}) => {
  const line = aSavingsLine(over);
  return savingsSection([{ ...line, facts: { ...line.facts, ...facts } }]);
};

export const aRisk = (over: Partial<RiskRow> = {}): RiskRow => ({
  id: 'risk-01',
  title: 'Savings fall short',
  likelihood: 4,
  impact: 5,
  score: 20,
  band: 'high',
  owner: 'Head of Property',
  nextReviewOn: '2014-05-15',
  missing: [],
  openActionsDue: [],
  scores: [{ at: '2014-01-10T00:00:00.000Z', score: 20 }],
  ...over,
});

export const aMilestone = (
  over: Partial<ReviewPosition['milestones'][number]> = {},
): ReviewPosition['milestones'][number] => ({
  id: 'go-live',
  title: 'Company trades',
  type: 'delivery',
  owner: 'Head of Property',
  baseline: '2014-09-01',
  originalBaseline: over.baseline ?? '2014-09-01',
  rebaselines: 0,
  missed: false,
  moves: [],
  ...over,
});

const reviewSection: ReviewPosition['review'] = {
  title: 'Property Review',
  services: ['Property'],
  directorate: 'growth',
  portfolio: 'place',
  theme: 'market',
  tier: '1',
  lifecycle: 'active',
  lifecycles: [{ lifecycle: 'active', at: '2013-10-01T00:00:00.000Z' }],
  stage: 'options-appraisal',
  stageSince: '2013-12-01T00:00:00.000Z',
  stageWork: null,
  moves: [],
  waivers: [],
  sros: ['anna-stone'],
  endDate: { kind: 'date', date: '2016-03-31' },
  waitsFor: [],
  costAndBenefit: {
    cost: { kind: 'amount', pounds: 400_000 },
    benefit: { kind: 'amount', pounds: 1_500_000 },
  },
};

/** Sections to change: `review` is laid over the perfect one, the others replace it. */
export type Broken = Partial<Omit<ReviewPosition, 'review'>> & { readonly review?: Partial<ReviewPosition['review']> };

export const aPosition = ({ review, ...sections }: Broken = {}): ReviewPosition => ({
  ...emptyPosition,
  options: {
    options: [
      {
        id: 'latco',
        label: 'Trading company',
        deliveryModel: 'local-authority-trading-company',
        disposition: 'preferred',
        rank: 1,
      },
      { id: 'nothing', label: 'Do nothing', deliveryModel: 'do-nothing', disposition: 'not-recommended', rank: 2 },
    ],
    preferredNotFirst: [],
  },
  savings: savingsOf(),
  risks: { open: [aRisk()], unscored: [], closed: [], happened: [] },
  milestones: [aMilestone()],
  ratings: {
    sro: { id: 'rating-01', given: { on: '2014-04-15', overall: { rating: 'green', words: 'On course' } } },
    assurance: null,
  },
  returns: [
    {
      month: '2014-04',
      nothingChanged: false,
      narrative: 'Options scored',
      submittedAt: '2014-05-01T09:00:00.000Z',
      confirmedAt: '2014-05-02T09:00:00.000Z',
    },
  ],
  ...sections,
  review: { ...reviewSection, ...review },
});

export const aReview = (id = 'property', broken: Broken = {}): ReviewAtEnd => ({
  id,
  position: aPosition(broken),
  recordedInMonth: 1,
});

export const stated = (id: string, record: Record<string, unknown>) => ({
  id,
  record: StatedPosition.parse({ title: id, ...record }),
});

export const rollUp = (
  reviews: readonly ReviewAtEnd[],
  setting: ReportSetting = aSetting(),
  ruleSet: RuleSet = releasedRuleSets.current,
): { content: ReportContent; lines: ReportLine[] } => {
  const fold = openReport(setting, ruleSet);
  const lines = reviews.flatMap((review) => fold.add(review) ?? []);
  return { content: fold.close(), lines };
};

/** What the next month's report is told of this one. */
export const asPrevious = (made: { content: ReportContent; lines: ReportLine[] }): ReportSetting['previous'] => ({
  content: made.content,
  contentDigest: 'f'.repeat(64),
  ...reportedReviews(made.lines, aSetting().programme),
  ratings: new Map(made.lines.filter((line) => line.counted).map((line) => [line.review, countedRatings(line)])),
});
