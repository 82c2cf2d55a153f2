import type * as z from 'zod';
import {
  addFinancialYears,
  addMonths,
  financialYearOf,
  type LocalDate,
  monthOfDate,
  type ReportMonth,
} from '#language/time.ts';
import type { RegisterKind, registers } from '#registers/all.ts';
import type { Person } from './people.ts';
import type { Review } from './review.ts';

/*
 * What people practise on: four reviews of a council that could be any, with a month to be closed and something in it for each role. Everything
 * in it is made up.
 */

type RecordOf<K extends RegisterKind> = z.input<Extract<(typeof registers)[number], { kind: K }>['record']>;

/** New entries of one register of a review. */
export interface NewEntries {
  readonly kind: RegisterKind;
  readonly review: string;
  readonly entries: readonly { readonly id: string; readonly record: unknown }[];
}

const entriesOf = <K extends RegisterKind>(
  kind: K,
  review: string,
  ...entries: readonly { readonly id: string; readonly record: RecordOf<K> }[]
): NewEntries => ({ kind, review, entries });

/** Who practises: nobody, where it is not known yet. */
export interface Practising {
  readonly sro?: Person | undefined;
  readonly lead?: Person | undefined;
}

export interface PracticeExample {
  readonly reviews: readonly { readonly id: string; readonly record: z.input<typeof Review> }[];
  /** Each list once the reviews are there; the lists of one review one after another, as some name entries of those before. */
  readonly lists: readonly NewEntries[];
  /** What the team has submitted of the open month; the other reviews still owe theirs. */
  readonly submitted: { readonly review: string; readonly record: RecordOf<'return'> };
}

/** Enough of the lists of a programme's settings for its reviews to be placed. */
export const settingsOfPractice = {
  services: ['Libraries', 'Home care', 'Highways'],
  boards: [{ id: 'programme-board', name: 'Programme board' }],
  directorates: [
    { id: 'people', name: 'People' },
    { id: 'places', name: 'Places' },
  ],
  portfolios: [
    { id: 'adults', name: 'Adults and children' },
    { id: 'places', name: 'Places and council' },
  ],
};

const source = 'Made up for practice';

const reviewsFor = ({ sro, lead }: Practising): PracticeExample['reviews'] => {
  const who = {
    sros: sro === undefined ? [] : [sro],
    ...(lead === undefined ? {} : { lead }),
  };
  const spends = (pounds: number) => ({
    grossExpenditure: { kind: 'amount' as const, pounds, source },
    netExpenditure: { kind: 'not-stated' as const },
  });
  return [
    {
      id: 'home-care-in-four-zones',
      record: {
        ...{ title: 'Home care in four zones', services: ['Home care'], directorate: 'people', portfolio: 'adults' },
        ...{ tier: '1', lifecycle: 'active', ...who, ...spends(18_400_000) },
        outcomesSought: 'People see the same few carers, and visits are not missed.',
        openedAt: { stage: 'full-business-case', source },
      },
    },
    {
      id: 'libraries-that-open-longer',
      record: {
        ...{ title: 'Libraries that open longer', services: ['Libraries'], directorate: 'places', portfolio: 'places' },
        ...{ tier: '2', lifecycle: 'active', ...who, ...spends(5_200_000) },
        outcomesSought: 'Libraries are open when people can come, at no more cost.',
        openedAt: { stage: 'implementation', source },
      },
    },
    {
      id: 'street-lighting-with-led-lamps',
      record: {
        ...{
          title: 'Street lighting with LED lamps',
          services: ['Highways'],
          directorate: 'places',
          portfolio: 'places',
        },
        ...{ tier: '2', lifecycle: 'active', ...who },
        openedAt: { stage: 'options-appraisal', source },
      },
    },
    {
      id: 'community-meals',
      record: {
        ...{ title: 'Community meals', services: ['Home care'], directorate: 'people', portfolio: 'adults' },
        ...{ tier: 'to-be-confirmed', lifecycle: 'potential', ...who },
      },
    },
  ];
};

const money = { mechanism: 'transformation', recurrence: 'recurring' } as const;

const savingsFor = (month: ReportMonth): readonly NewEntries[] => {
  const year = financialYearOf(`${month}-01`);
  const next = addFinancialYears(year, 1);
  return [
    entriesOf(
      'saving',
      'home-care-in-four-zones',
      {
        id: 'four-zones',
        record: {
          ...{ title: 'One provider in each zone', class: 'cash-releasing', firmness: 'business-case', ...money },
          budgetLine: 'Adults: home care, external',
          years: [
            { year, plan: 600_000, forecast: 450_000, states: { onTrack: 300_000, atRisk: 150_000 }, alreadyInMtfp: 0 },
            { year: next, plan: 400_000, forecast: 400_000, alreadyInMtfp: 0 },
          ],
        },
      },
      {
        id: 'fewer-missed-visits',
        record: {
          ...{ title: 'Fewer missed visits', class: 'cost-avoidance', firmness: 'indicative', ...money },
          budgetLine: 'Adults: home care, own',
          years: [{ year: next, plan: { kind: 'to-be-confirmed', reason: 'Missed visits are not counted yet' } }],
        },
      },
    ),
    entriesOf('saving', 'libraries-that-open-longer', {
      id: 'hours-without-staff',
      record: {
        ...{ title: 'Hours without staff', class: 'cash-releasing', firmness: 'agreed', ...money },
        budgetLine: 'Libraries: staff of branches',
        years: [
          {
            ...{ year, plan: 120_000, forecast: 120_000, claimedActual: 45_000, alreadyInMtfp: 120_000 },
            states: { delivered: 45_000, onTrack: 75_000 },
          },
        ],
      },
    }),
    entriesOf('saving', 'street-lighting-with-led-lamps', {
      id: 'led-lamps',
      record: {
        ...{ title: 'LED lamps', class: 'cash-releasing', firmness: 'indicative', ...money },
        budgetLine: 'Highways: energy',
        years: [{ year: next, plan: { kind: 'about', pounds: 250_000 } }],
      },
    }),
  ];
};

/**
 * Risks that want to be looked at: one is high and was left alone for long, one is not scored.
 * @param begun a month that has begun: what happened, happened before it
 */
const risksFor = (month: ReportMonth, begun: ReportMonth): readonly NewEntries[] => [
  entriesOf('risk', 'home-care-in-four-zones', {
    id: 'no-bidder',
    record: {
      ...{ title: 'No bidder for the north', cause: 'Few carers live there', event: 'Nobody bids for that zone' },
      ...{ consequence: 'Its saving is a year late', category: 'Commercial', owner: 'Head of commissioning' },
      inherent: { likelihood: 4, impact: 5 },
      current: { likelihood: 4, impact: 4 },
      target: { likelihood: 2, impact: 4 },
      ...{ treatment: 'treat', threatensSaving: 'four-zones', lastReviewedOn: `${addMonths(begun, -5)}-10` },
      actions: [
        { id: 'talks', what: 'Talk to two small providers', owner: 'Head of commissioning', dueOn: `${month}-20` },
      ],
    },
  }),
  entriesOf('risk', 'libraries-that-open-longer', {
    id: 'doors',
    record: {
      ...{ title: 'Doors fail', cause: 'The readers are new', event: 'Doors stay shut in hours without staff' },
      ...{ consequence: 'People are turned away', category: 'Operational', owner: 'Head of libraries' },
      inherent: { likelihood: 3, impact: 3 },
      current: { likelihood: 2, impact: 3 },
      target: { likelihood: 1, impact: 3 },
      ...{ treatment: 'treat', lastReviewedOn: `${addMonths(begun, -1)}-15` },
      controls: [{ what: 'Somebody is on call', owner: 'Facilities' }],
    },
  }),
  entriesOf('risk', 'street-lighting-with-led-lamps', {
    id: 'price-of-lamps',
    record: {
      ...{ title: 'Lamps cost more', cause: 'Prices move', event: 'The contract is dearer than planned' },
      ...{ consequence: 'It pays back later', owner: 'Head of highways', treatment: 'tolerate' },
      inherent: { toBeConfirmed: 'The market has not been asked yet' },
      current: { toBeConfirmed: 'The market has not been asked yet' },
      target: { toBeConfirmed: 'The market has not been asked yet' },
    },
  }),
];

/** @param month the one that is to be closed, which may be still to come */
export const practiceExample = (month: ReportMonth, today: LocalDate, who: Practising): PracticeExample => ({
  reviews: reviewsFor(who),
  lists: [
    ...savingsFor(month),
    ...risksFor(month, month < monthOfDate(today) ? month : monthOfDate(today)),
    // Past its day by the end of the month, and neither done nor missed: the report finds it.
    entriesOf('milestone', 'libraries-that-open-longer', {
      id: 'first-two-open',
      record: {
        title: 'The first two are open',
        type: 'delivery',
        baseline: `${month}-15`,
        owner: 'Head of libraries',
      },
    }),
    entriesOf('milestone', 'home-care-in-four-zones', {
      id: 'contract-award',
      record: {
        ...{ title: 'The contracts are awarded', type: 'approval', baseline: `${addMonths(month, 3)}-28` },
        owner: 'Head of commissioning',
      },
    }),
    entriesOf('business-case', 'home-care-in-four-zones', {
      id: 'full-case',
      record: {
        ...{ title: 'Full case for four zones', type: 'full', caseVersion: '1.0', on: `${month}-05` },
        costs: { kind: 'amount', pounds: 350_000, source },
        benefits: { kind: 'about', pounds: 2_000_000, source },
      },
    }),
  ],
  submitted: {
    review: 'libraries-that-open-longer',
    record: { narrative: 'The first branch opens on Sundays without staff; the second waits for its doors.' },
  },
});
