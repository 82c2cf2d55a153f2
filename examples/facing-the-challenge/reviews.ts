import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { DateStatement } from '#schemas/date-statement.ts';
import type { MarketMaturity, Review } from '#schemas/review.ts';
import { team } from '../officers.ts';
import type { By } from '../scenario-steps.ts';
import { stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { readAs } from './delivery-models.ts';
import { type PaperReview, paper, phaseEnd, source } from './paper.ts';

type Dated = { readonly what: string; readonly on: DateStatement };
type Wait = NonNullable<z.input<typeof Review>['waitsFor']>[number];

/** What the tracker adds to a review of the paper so that it can be filed: its id, and which of the 12 services it covers. */
interface Filed {
  readonly id: string;
  readonly title: string;
  readonly services: readonly string[];
  /** Parts of those services that the review's own section names. */
  readonly parts?: readonly string[];
  readonly maturity?: MarketMaturity;
  readonly keyDates?: readonly Dated[];
  readonly transition?: readonly Dated[];
  readonly retainedClientFunction?: string;
  readonly waitsFor?: Wait;
  /** Its preferred options that are on the joint venture track. */
  readonly jointVentureTrack?: readonly number[];
  readonly stage2: 'complete' | 'not-stated';
}

const shadowForm: Dated = {
  what: 'The trading company could begin to operate in shadow form',
  on: { kind: 'month', month: '2014-09' },
};
const established: Dated = {
  what: 'The trading company is fully established',
  on: { kind: 'words', words: 'start of the 2015/16 financial year' },
};

/** The ten reviews, in the paper's order. */
export const filed: readonly Filed[] = [
  {
    id: 'property',
    title: 'Property Review',
    services: ['Property'],
    maturity: 'emerging',
    keyDates: [shadowForm, established],
    transition: [shadowForm, established],
    retainedClientFunction:
      'An intelligent client function stays in the council; its size is to be set in the full business case (3.5).',
    stage2: 'complete',
  },
  {
    id: 'hr-ict-and-finance',
    title: 'HR, ICT and Finance Review',
    services: ['Human Resources', 'ICT', 'Finance'],
    maturity: 'mature',
    retainedClientFunction: 'An in-house intelligent client function; its size and role are to be clarified (3.7).',
    jointVentureTrack: [0],
    stage2: 'complete',
  },
  {
    id: 'communications',
    title: 'Internal and External Communications Review',
    services: ['External & Internal Communications'],
    maturity: 'immature',
    jointVentureTrack: [0],
    stage2: 'complete',
  },
  {
    id: 'contact-centre',
    title: 'Contact Centre Review',
    services: ['Contact Centre'],
    maturity: 'mature',
    jointVentureTrack: [0],
    stage2: 'complete',
  },
  {
    id: 'legal-services',
    title: 'Legal Services Review',
    services: ['Legal Services'],
    keyDates: [
      {
        what: 'Licensing of alternative business structures began; some 145 licences had been granted since, by the time of the paper',
        on: { kind: 'month', month: '2012-01' },
      },
    ],
    stage2: 'complete',
  },
  {
    id: 'libraries-registration-and-archives',
    title: 'Libraries, Registration & Archives (LRA) Review',
    services: ['Libraries'],
    parts: ['Registration', 'Archives'],
    maturity: 'mixed',
    stage2: 'complete',
  },
  {
    id: 'community-learning-and-skills',
    title: 'Community Learning & Skills Review',
    services: ['Community Learning & Skills'],
    stage2: 'complete',
  },
  {
    id: 'edukent',
    title: 'EduKent Review',
    services: ['EduKent Services'],
    parts: [
      'Schools Financial Services (SFS)',
      'Schools Personnel Services (SPS)',
      'Education Information Services (EiS)',
      'Professional advisory services of the Education and Young People Directorate',
    ],
    maturity: 'growing',
    jointVentureTrack: [0],
    stage2: 'complete',
  },
  {
    id: 'kent-scientific-services',
    title: 'Kent Scientific Services Review',
    services: ['Kent Scientific Services'],
    maturity: 'declining',
    keyDates: [
      {
        what: 'One of the seven public analyst laboratories that are left is due to close; there were thirty in the mid-1980s',
        on: { kind: 'month', month: '2014-05' },
      },
    ],
    waitsFor: {
      id: 'elliot-review',
      on: 'outside-body',
      what: "Elliot Review of the integrity of the food supply network, and the Government's response to it",
      neededBy: { kind: 'not-stated' },
      source: source('paragraph 3.26'),
    },
    stage2: 'complete',
  },
  {
    id: 'residential-care-homes',
    title: 'Residential Care Homes',
    services: ['Residential Care Homes'],
    waitsFor: {
      id: 'accommodation-strategy',
      on: 'document',
      what: 'Accommodation Strategy and its implementation plans',
      owner: 'FSC Commissioning team',
      neededBy: { kind: 'not-stated' },
      holdsStage: 'options-appraisal',
      source: source('paragraphs 1.1 and 1.3'),
    },
    // The paper says that all reviews had completed stage 2 and that this one is the exception, whose decision waits;
    // it prints no section on it. Neither "complete" nor "in progress" is printed of it, so neither is recorded.
    stage2: 'not-stated',
  },
];

const { review, entry, stageWork } = stepsFor('facing-the-challenge');

const printed = (one: Filed): PaperReview => {
  const found = paper.reviews.find((candidate) => candidate.title === one.title);
  if (found === undefined) throw new Error(`the paper has no review "${one.title}"`);
  return found;
};

const sourceOf = (one: Filed): string => source(`paragraphs ${printed(one).paragraphs}`);

/** A review as the programme began: its services, under way, at the one stage that the paper speaks of. */
const atTheStart = (one: Filed): z.input<typeof Review> => ({
  title: one.title,
  services: [...one.services],
  lifecycle: 'active',
  openedAt: {
    stage: 'options-appraisal',
    source: `${source()}: the paper dates no stage but the end of stage 2, which Phase 1 was to complete`,
  },
  grossExpenditure: { kind: 'not-stated' },
  netExpenditure: { kind: 'not-stated' },
  equalityImpact: { status: 'not-stated' },
  consultation: { status: 'not-stated' },
});

const atTheEnd = (one: Filed): z.input<typeof Review> => {
  const { market_maturity: maturityWords, paragraphs } = printed(one);
  return {
    ...atTheStart(one),
    services: [...one.services, ...(one.parts ?? [])],
    sourceParagraphs: paragraphs,
    ...(one.maturity === undefined ? {} : { marketMaturity: one.maturity }),
    ...(maturityWords === null || maturityWords === one.maturity ? {} : { marketMaturityWords: maturityWords }),
    keyDates: [...(one.keyDates ?? [])],
    waitsFor: one.waitsFor === undefined ? [] : [one.waitsFor],
  };
};

const preferredId = (n: number): string => `preferred-${n + 1}`;

const optionsOf = (one: Filed, by: By): ChangeStep[] => {
  const facts = printed(one);
  const preferred = facts.preferred_options.map((label, n) => {
    const scope = facts.preferred_option_scope[n] ?? null;
    return entry(by, 'option', one.id, preferredId(n), {
      label,
      ...(scope === null ? {} : { scope }),
      deliveryModel: readAs(label),
      disposition: 'preferred',
      ...(one.jointVentureTrack?.includes(n)
        ? {
            reason:
              'On the joint venture track, which depends on an end-to-end review of customer services in Phase 2.',
          }
        : {}),
      source: sourceOf(one),
    });
  });
  const alternatives = facts.alternatives_not_recommended.map((label, n) =>
    entry(by, 'option', one.id, `alternative-${n + 1}`, {
      label,
      deliveryModel: readAs(label),
      disposition: facts.alternatives_rejected_only_at_this_stage ? 'not-recommended-at-this-stage' : 'not-recommended',
      source: sourceOf(one),
    }),
  );
  return [...preferred, ...alternatives];
};

/** One delivery model per preferred option, in the paper's words; none is adopted by a decision the paper reports. */
const deliveryModelsOf = (one: Filed, by: By): ChangeStep[] => {
  const { preferred_options: labels, delivery_model: words } = printed(one);
  return labels.map((label, n) =>
    entry(by, 'delivery-model', one.id, preferredId(n), {
      model: readAs(label),
      ...(words === null ? {} : { words }),
      fromOptions: [preferredId(n)],
      transitionSteps: [...(one.transition ?? [])],
      ...(one.retainedClientFunction === undefined ? {} : { retainedClientFunction: one.retainedClientFunction }),
      source: sourceOf(one),
    }),
  );
};

/** The reviews as they were opened. */
export const reviewsOpened = (on: LocalDate): ChangeStep[] =>
  filed.map((one) => review({ on, as: team }, one.id, atTheStart(one)));

/** What the paper says of the reviews without a date: true by the end of Phase 1. */
export const reviewsByPhaseEnd: readonly ChangeStep[] = filed.flatMap((one) => {
  const by = { on: phaseEnd, as: team };
  return [
    review(by, one.id, atTheEnd(one)),
    ...optionsOf(one, by),
    ...deliveryModelsOf(one, by),
    ...(one.stage2 === 'complete' ? [stageWork(by, one.id, { state: 'complete', on: phaseEnd })] : []),
  ];
});

/** The one engagement that the paper places in a review. Its two providers are not added to the programme's stated counts. */
export const deepDives: ChangeStep = entry(
  { on: phaseEnd, as: team },
  'market-engagement',
  'libraries-registration-and-archives',
  'deep-dives',
  {
    title: 'Soft market testing ("deep dives")',
    kind: 'soft-market-test',
    on: { kind: 'by', date: phaseEnd },
    findings:
      'Two external providers took part. Whether they are among the companies that answered the notice is not stated, so they are not counted beside those.',
    source: source('paragraphs 3.15-3.17'),
  },
);
