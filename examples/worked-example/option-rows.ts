import type { LocalDate } from '#language/time.ts';
import type { Disposition } from '#registers/option/record.ts';
import type { DeliveryModelName } from '#schemas/delivery-model-names.ts';

/** Scores out of 10 for outcomes, residents, savings, deliverability, market and workforce; null where none is given yet. */
export type Scores = readonly [
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
];

/** Thousands of pounds: spent in the base year, then spent and gained in each of the years after it. */
type Flow = readonly [atFirst: number, aYear: number, gain: number, years: number];

export type OptionRow = readonly [
  id: string,
  label: string,
  model: DeliveryModelName,
  disposition: Disposition,
  reason: string,
  scores: Scores,
  flow?: Flow,
  failedTest?: 'statutory-duty' | 'affordable',
];

/** The options of a review and how they are judged. */
export interface OptionsOfReview {
  readonly review: string;
  readonly on: LocalDate;
  /** Weights of the six criteria, in their order. */
  readonly weights: readonly [number, number, number, number, number, number];
  readonly optimismBiasPercent?: number;
  readonly preferredReason?: string;
  readonly rows: readonly OptionRow[];
}

const usual = [30, 10, 25, 20, 5, 10] as const;

// biome-ignore format: a table reads by its rows
export const optionsOfReviews: readonly OptionsOfReview[] = [
  {
    review: 'adult-home-care', on: '2025-03-14', weights: usual, optimismBiasPercent: 10,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'not-recommended', 'Demand outgrows the budget within two years.', [3, 4, 1, 9, 5, 6], [0, 0, 0, 5]],
      ['zones', 'One provider for each zone, after reablement', 'outsource', 'preferred', 'Gives providers a full day of visits in one place.', [8, 7, 8, 6, 7, 6], [900, 250, 2600, 5]],
      ['trading-company', 'A trading company of the council', 'local-authority-trading-company', 'not-recommended', 'Two years before it could take the first visit.', [7, 7, 5, 3, 6, 7], [2400, 600, 1900, 5]],
      ['mutual', 'A mutual of the reablement staff', 'mutual', 'not-recommended-at-this-stage', 'Worth asking again when the teams have settled.', [7, 8, 4, 4, 4, 9], [600, 300, 1100, 5]],
    ],
  },
  {
    review: 'home-to-school-transport', on: '2025-03-14', weights: usual,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'not-recommended', 'Cost grows by a tenth every year.', [3, 5, 1, 9, 5, 6], [0, 0, 0, 4]],
      ['route-hub', 'A hub that plans all routes', 'in-house-improve', 'preferred', 'Saves most, and soonest.', [7, 6, 8, 7, 6, 6], [450, 180, 1400, 4]],
      ['lead-provider', 'One lead provider', 'outsource', 'not-recommended', 'No firm in the county runs more than sixty routes.', [6, 5, 7, 3, 2, 4], [300, 500, 1500, 4]],
      ['shared-hub', 'A hub shared with the next county', 'shared-service', 'not-recommended-at-this-stage', 'The next county has let its contracts until 2027.', [7, 6, 8, 4, 6, 5], [500, 200, 1500, 4]],
    ],
  },
  {
    review: 'waste-and-recycling', on: '2025-04-07', weights: [25, 20, 30, 15, 5, 5], optimismBiasPercent: 15,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'not-recommended', 'Misses the recycling target and the budget.', [2, 7, 1, 9, 6, 7], [0, 0, 0, 8]],
      ['outsource-all', 'One contract for collection and disposal', 'outsource', 'short-listed', 'Preferred until the full business case found no bidder for both parts at the price.', [8, 6, 9, 6, 7, 4], [1800, 900, 4100, 8]],
      ['company', 'A company of the council for collection', 'local-authority-trading-company', 'preferred', 'Keeps the fleet, and the risk of the price with whoever can bear it.', [8, 7, 8, 7, 6, 8], [2600, 700, 3700, 8]],
      ['district-partnership', 'A partnership with the districts', 'shared-service', 'not-recommended', 'Three of the nine districts would join.', [7, 7, 6, 3, 5, 7], [900, 600, 2100, 8]],
      ['improve', 'Better rounds, same service', 'in-house-improve', 'not-recommended', 'Saves a quarter of what is required.', [5, 7, 3, 8, 6, 7], [200, 100, 700, 8]],
      ['burn-more', 'Burn what is not recycled now', 'reduce', 'not-recommended', 'Against the duty to collect food waste apart.', [2, 5, 6, 7, 6, 6], [100, 0, 900, 8], 'statutory-duty'],
    ],
  },
  {
    review: 'highways-maintenance', on: '2025-03-14', weights: usual, optimismBiasPercent: 12,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'not-recommended', 'The contract ends in 2026.', [3, 5, 2, 9, 5, 6], [0, 0, 0, 7]],
      ['joint-venture', 'A joint venture with a works firm', 'joint-venture', 'preferred', 'Shares the gain of fewer repairs.', [8, 7, 8, 6, 7, 6], [1500, 400, 2600, 7]],
      ['new-contract', 'A new contract of the same kind', 'outsource', 'not-recommended', 'No share in what better repairs save.', [6, 6, 6, 8, 7, 5], [700, 100, 1300, 7]],
      ['in-house', 'Bring the works in house', 'in-house-improve', 'not-recommended', 'Nobody to run the depots by 2026.', [7, 7, 5, 3, 3, 7], [4200, 900, 2300, 7]],
      ['company', 'A company with two neighbours', 'local-authority-trading-company', 'not-recommended-at-this-stage', 'The neighbours decide in 2027.', [7, 7, 7, 4, 5, 7], [2100, 500, 2400, 7]],
    ],
  },
  {
    review: 'libraries-and-archives', on: '2025-06-02', weights: [30, 20, 20, 15, 5, 10],
    preferredReason: 'The in-house service scores a little higher, but only a trust has the rates relief on which the later years rest.',
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'not-recommended', 'Shorter hours every year.', [3, 4, 1, 9, 5, 5], [0, 0, 0, 5]],
      ['trust', 'A charitable trust', 'trust', 'preferred', 'Rates relief and grants that a council cannot ask for.', [8, 7, 8, 5, 5, 6], [700, 120, 620, 5]],
      ['improve', 'In house, open longer with fewer staff', 'in-house-improve', 'short-listed', 'The next best.', [8, 8, 6, 8, 5, 6], [350, 60, 460, 5]],
      ['neighbour', 'Commission from the next county', 'commission-from-another-authority', 'not-recommended', 'The next county would have to reopen its own plan.', [6, 6, 5, 4, 5, 5], [200, 90, 380, 5]],
      ['communities', 'Town libraries run by their communities', 'asset-transfer', 'not-recommended-at-this-stage', 'Four towns have asked; two are not ready.', [6, 7, 5, 4, 4, 4], [150, 80, 300, 5]],
      ['close', 'Close the eleven smallest', 'cease', 'not-recommended', 'Leaves the duty of a comprehensive service unmet.', [1, 1, 7, 6, 5, 2], [300, 0, 800, 5], 'statutory-duty'],
    ],
  },
  {
    review: 'property-and-facilities', on: '2025-04-14', weights: usual,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'long-listed', 'The measure for the others.', [3, 5, 1, 9, 5, 6], [0, 0, 0, 6]],
      ['company', 'A property company', 'local-authority-trading-company', 'long-listed', 'Waits for the office strategy.', [7, 6, 7, 5, 6, 6], [800, 300, 1500, 6]],
      ['partner', 'A joint venture with a developer', 'joint-venture', 'long-listed', 'Waits for the office strategy.', [7, 6, 8, 4, 7, 5], [600, 400, 1900, 6]],
      ['in-house-trading', 'In house, sold to schools and districts', 'in-house-commercial', 'long-listed', 'Waits for the office strategy.', [6, 6, 6, null, 6, 7], [200, 150, 800, 6]],
      ['new-offices', 'One new office for all', 'asset-transfer', 'not-recommended', 'Beyond the capital programme.', [6, 5, 8, 3, 6, 6], [38_000, 0, 2600, 6], 'affordable'],
    ],
  },
  {
    review: 'revenues-and-benefits', on: '2025-04-07', weights: usual, optimismBiasPercent: 8,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'not-recommended', 'The system is not kept up after 2026.', [4, 5, 1, 9, 5, 6], [0, 0, 0, 5]],
      ['shared', 'A service shared with a district', 'shared-service', 'preferred', 'One system and one team for both.', [7, 7, 8, 8, 6, 6], [380, 60, 900, 5]],
      ['improve', 'In house, on a new system', 'in-house-improve', 'not-recommended', 'Pays for a system that two could share.', [7, 7, 5, 7, 6, 7], [900, 40, 640, 5]],
      ['outsource', 'A contract with a processing firm', 'outsource', 'not-recommended', 'Dearer than sharing from the third year.', [6, 5, 6, 7, 8, 3], [300, 260, 900, 5]],
      ['reduce', 'Fewer reminders, no visits', 'reduce', 'not-recommended', 'Collects less than it saves.', [3, 4, 5, 8, 5, 5], [20, 0, 180, 5]],
    ],
  },
  {
    review: 'ict-and-digital', on: '2025-03-14', weights: usual, optimismBiasPercent: 20,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'not-recommended', 'The data centre is out of support in 2026.', [3, 5, 1, 8, 5, 6], [0, 0, 0, 5]],
      ['cloud-in-house', 'In house, in the cloud', 'in-house-improve', 'preferred', 'Keeps the people who know the systems.', [8, 7, 8, 7, 7, 8], [1200, 350, 1700, 5]],
      ['managed-service', 'A managed service', 'outsource', 'not-recommended', 'Dearer, once the exit is paid.', [7, 6, 6, 6, 8, 4], [900, 900, 1900, 5]],
      ['shared', 'A service shared by five councils', 'shared-service', 'not-recommended-at-this-stage', 'Two of the five have just begun a contract.', [7, 6, 7, 4, 6, 6], [700, 300, 1500, 5]],
    ],
  },
  {
    review: 'parking-and-enforcement', on: '2025-03-14', weights: usual,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'not-recommended', 'The machines are out of date.', [4, 5, 2, 9, 5, 6]],
      ['digital', 'In house, without cash', 'in-house-commercial', 'preferred', 'Costs least to run.', [7, 7, 8, 8, 7, 6]],
      ['contract', 'A contract for enforcement', 'outsource', 'not-recommended', 'The gain goes to the firm.', [6, 5, 6, 7, 8, 4]],
    ],
  },
  {
    review: 'legal-services', on: '2025-03-24', weights: usual,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'short-listed', 'No other option gains more than it costs.', [6, 6, 4, 9, 5, 7], [0, 0, 0, 5]],
      ['business-structure', 'An alternative business structure', 'alternative-business-structure', 'not-recommended', 'The districts have lawyers of their own.', [6, 6, 4, 4, 3, 6], [420, 210, 260, 5]],
      ['social-enterprise', 'A social enterprise for advice', 'social-enterprise', 'not-recommended', 'No grant to begin with.', [5, 6, 3, 3, 3, 6], [180, 90, 110, 5]],
    ],
  },
  {
    review: 'catering-and-cleaning', on: '2025-03-24', weights: usual,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'long-listed', 'The measure for the others.', [4, 5, 2, 9, 5, 6]],
      ['with-facilities', 'As part of facilities management', 'in-house-improve', 'long-listed', 'Goes on in the review of property and facilities.', [6, 6, 6, 8, 6, 6]],
    ],
  },
  {
    review: 'youth-services', on: '2025-10-13', weights: usual,
    rows: [
      ['as-now', 'Go on as now', 'do-nothing', 'long-listed', 'The measure for the others.', [null, null, null, null, null, null]],
      ['voluntary-sector', 'Commission from the voluntary sector', 'social-enterprise', 'long-listed', 'To be appraised.', [null, null, null, null, null, null]],
    ],
  },
];
