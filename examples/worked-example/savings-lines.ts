import type { Firmness, SavingClass, SavingMechanism } from '#registers/saving/choices.ts';
import type { Course, Plan } from './saving-course.ts';

/** A line of the savings profile in brief. Plans are thousands of pounds from 2025/26 on, or figures. */
export interface Line {
  readonly review: string;
  readonly id: string;
  readonly title: string;
  readonly class: SavingClass;
  readonly mechanism: SavingMechanism;
  readonly recurrence: 'recurring' | 'one-off';
  readonly firmness: Firmness;
  readonly budgetLine: string;
  readonly plans: readonly (Plan | null)[];
  readonly mtfpShare: number | 'unknown';
  readonly course: Course;
  readonly more: More;
}

interface More {
  readonly milestone?: string;
  readonly contract?: string;
  readonly claimedBy?: string;
  readonly substituteFor?: string;
  readonly doubleCountJustification?: string;
}

type Row = readonly [
  id: string,
  title: string,
  kind: `${SavingClass} ${SavingMechanism}`,
  recurrence: 'recurring' | 'one-off',
  firmness: Firmness,
  budgetLine: string,
  thousands: readonly (number | Exclude<Plan, number> | null)[],
  mtfpShare: number | 'unknown',
  course: Course,
  more?: More,
];

const classes: readonly SavingClass[] = ['cash-releasing', 'non-cash-releasing', 'cost-avoidance', 'income'];
const mechanisms: readonly SavingMechanism[] = [
  'transformation',
  'efficiency',
  'service-reduction',
  'council-tax',
  'financing',
];

const lineOf = (review: string, row: Row): Line => {
  const [id, title, kind, recurrence, firmness, budgetLine, thousands, mtfpShare, course, more = {}] = row;
  const [className, mechanismName] = kind.split(' ');
  const found = classes.find((one) => one === className);
  const mechanism = mechanisms.find((one) => one === mechanismName);
  if (found === undefined || mechanism === undefined) throw new Error(`"${kind}" is no class and mechanism`);
  const plans = thousands.map((plan) => (typeof plan === 'number' ? plan * 1000 : plan));
  return {
    review,
    id,
    title,
    class: found,
    mechanism,
    recurrence,
    firmness,
    budgetLine,
    plans,
    mtfpShare,
    course,
    more,
  };
};

const between = (low: number, high: number): Exclude<Plan, number> => ({
  kind: 'range',
  low: low * 1000,
  high: high * 1000,
});
const toBeConfirmed = (reason: string): Exclude<Plan, number> => ({ kind: 'to-be-confirmed', reason });
const notStated: Exclude<Plan, number> = { kind: 'not-stated' };

// biome-ignore format: a table reads by its rows
const rows: Readonly<Record<string, readonly Row[]>> = {
  'adult-home-care': [
    ['reablement-first', 'Reablement before any long-term package', 'cash-releasing transformation', 'recurring', 'agreed', 'Adults: home care packages', [1800, 1500, 900, 400], 0.6, 'at-risk', { milestone: 'reablement-teams' }],
    ['minutes-delivered', 'Payment for minutes delivered', 'cash-releasing efficiency', 'recurring', 'agreed', 'Adults: home care contracts', [650, 250, null, null], 0.5, 'delivered', { contract: 'Home care framework 2022' }],
    ['one-provider-a-zone', 'One provider for each zone', 'cash-releasing transformation', 'recurring', 'business-case', 'Adults: home care contracts', [null, 2100, 1200, 600], 0.4, 'at-risk', { milestone: 'zones-awarded', contract: 'Home care framework 2026' }],
    ['direct-payments', 'Unspent direct payments recovered', 'cash-releasing efficiency', 'one-off', 'agreed', 'Adults: direct payments', [420, null, null, null], 1, 'delivered'],
    ['assistive-technology', 'Technology in place of overnight visits', 'cost-avoidance transformation', 'recurring', 'business-case', 'Adults: technology', [300, 500, 500, null], 0, 'mixed'],
    ['care-charges', 'Charges reviewed to recover their cost', 'income efficiency', 'recurring', 'agreed', 'Adults: client contributions', [900, 450, null, null], 1, 'on-track'],
    ['social-worker-time', 'Time of social workers released by mobile working', 'non-cash-releasing efficiency', 'recurring', 'indicative', 'Adults: assessment teams', [240, 240, null, null], 'unknown', 'not-assessed'],
    ['case-licences', 'Fewer licences of the case management system', 'cash-releasing efficiency', 'recurring', 'business-case', 'ICT: case management licences', [null, 180, 60, null], 0, 'on-track', { doubleCountJustification: 'The line is split with ICT and digital: this part is the licences of adult social care alone.' }],
  ],
  'home-to-school-transport': [
    ['routes', 'Routes planned anew', 'cash-releasing transformation', 'recurring', 'agreed', 'SEND transport: routes', [700, 500, 200, null], 0.5, 'mixed', { milestone: 'routes-live' }],
    ['travel-training', 'Training to travel alone', 'cash-releasing transformation', 'recurring', 'business-case', 'SEND transport: single taxis', [450, 650, 300, null], 0.3, 'unachievable'],
    ['purchasing-system', 'Routes let by a dynamic purchasing system', 'cash-releasing efficiency', 'recurring', 'agreed', 'SEND transport: contracts', [820, 300, null, null], 0.5, 'on-track', { contract: 'Passenger transport framework 2021' }],
    ['post-16-charge', 'Contribution from students over 16', 'income service-reduction', 'recurring', 'agreed', 'SEND transport: contributions', [210, 140, null, null], 1, 'on-track'],
    ['minibus-lease', 'Leased minibuses handed back', 'cash-releasing efficiency', 'one-off', 'agreed', 'SEND transport: fleet', [150, null, null, null], 0, 'delivered'],
    ['growth-avoided', 'Growth in routes avoided', 'cost-avoidance transformation', 'recurring', 'indicative', 'SEND transport: routes', [600, 900, 1100, 1300], 'unknown', 'not-assessed'],
  ],
  'waste-and-recycling': [
    ['residual-collection', 'Residual waste collected every three weeks', 'cash-releasing service-reduction', 'recurring', 'business-case', 'Waste: collection contract', [null, 2400, 800, null], 0.2, 'at-risk', { milestone: 'collection-change', contract: 'Collection contract 2019' }],
    ['food-waste', 'Food waste collected apart', 'cash-releasing transformation', 'recurring', 'business-case', 'Waste: disposal tonnage', [null, 600, between(700, 1100), 300], 0, 'mixed'],
    ['disposal-extension', 'Rebate for the extension of the disposal contract', 'cash-releasing efficiency', 'one-off', 'agreed', 'Waste: disposal contract', [950, null, null, null], 1, 'on-track', { contract: 'Disposal contract 2012' }],
    ['garden-charge', 'Charge for garden waste', 'income efficiency', 'recurring', 'agreed', 'Waste: garden waste income', [540, 120, null, null], 1, 'delivered'],
    ['trade-waste', 'Trade waste sold to more firms', 'income transformation', 'recurring', 'indicative', 'Waste: trade waste income', [null, between(200, 350), between(250, 400), null], 'unknown', 'not-assessed'],
    ['transfer-stations', 'Two transfer stations closed', 'cash-releasing transformation', 'recurring', 'business-case', 'Waste: transfer stations', [null, null, 700, 300], 0, 'mixed'],
    ['electric-fleet', 'Fuel and upkeep of an electric fleet', 'cost-avoidance transformation', 'recurring', 'indicative', 'Waste: fleet', [null, null, toBeConfirmed('Depends on the depot grid connection'), notStated], 'unknown', 'not-assessed'],
    ['centre-hours', 'Shorter weekdays at recycling centres', 'cash-releasing service-reduction', 'recurring', 'agreed', 'Waste: recycling centres', [330, 110, null, null], 1, 'on-track'],
  ],
  'highways-maintenance': [
    ['joint-venture', 'Works delivered by a joint venture', 'cash-releasing transformation', 'recurring', 'business-case', 'Highways: works contract', [null, 1300, 900, 500], 0.3, 'on-track', { milestone: 'joint-venture-live', contract: 'Highways works contract 2018' }],
    ['lane-rental', 'Lane rental', 'income transformation', 'recurring', 'business-case', 'Highways: street works income', [null, 620, 180, null], 0, 'mixed'],
    ['led-lighting', 'Street lights changed to LED', 'cash-releasing efficiency', 'recurring', 'agreed', 'Street lighting: energy', [780, 640, 210, null], 0.8, 'on-track'],
    ['inspections', 'Inspection by risk', 'cash-releasing efficiency', 'recurring', 'agreed', 'Highways: inspections', [180, 90, null, null], 0.5, 'unmoved'],
    ['first-time-repair', 'Potholes mended once', 'cash-releasing efficiency', 'recurring', 'agreed', 'Highways: reactive repairs', [360, 240, null, null], 0.5, 'mixed'],
    ['depots', 'Four depots in place of six', 'cash-releasing transformation', 'recurring', 'business-case', 'Highways: depots', [null, 260, 140, null], 0, 'on-track'],
    ['claims', 'Fewer claims for damage', 'cost-avoidance efficiency', 'recurring', 'indicative', 'Highways: claims', [120, 160, 160, null], 'unknown', 'not-assessed'],
  ],
  'libraries-and-archives': [
    ['trust-rates', 'Rates relief of a charitable trust', 'cash-releasing transformation', 'recurring', 'indicative', 'Libraries: rates', [null, null, 310, 40], 0, 'not-assessed'],
    ['open-access', 'Libraries open without staff at quiet hours', 'cash-releasing transformation', 'recurring', 'business-case', 'Libraries: staffing', [140, 380, 120, null], 0.4, 'mixed'],
    ['shared-buildings', 'Libraries in shared buildings', 'cash-releasing transformation', 'recurring', 'business-case', 'Libraries: premises', [null, 220, 160, 80], 0, 'at-risk'],
    ['stock-buying', 'Stock bought by a consortium', 'cash-releasing efficiency', 'recurring', 'agreed', 'Libraries: stock', [90, 30, null, null], 1, 'on-track'],
    ['archive-income', 'Income from the archive', 'income transformation', 'recurring', 'indicative', 'Archives: income', [notStated, 40, 40, null], 'unknown', 'not-assessed'],
  ],
  'property-and-facilities': [
    ['offices', 'Two offices given up', 'cash-releasing transformation', 'recurring', 'indicative', 'Property: offices', [null, 700, 900, 300], 0, 'not-assessed'],
    ['receipts', 'Receipts that reduce borrowing', 'cash-releasing financing', 'recurring', 'business-case', 'Treasury: borrowing', [260, 420, 380, 200], 0.5, 'mixed'],
    ['rents', 'Rents reviewed', 'income efficiency', 'recurring', 'agreed', 'Property: rents', [310, 150, 90, null], 0.5, 'on-track'],
    ['energy', 'Energy bought for all buildings at once', 'cash-releasing efficiency', 'recurring', 'agreed', 'Property: energy', [480, null, null, null], 1, 'unmoved'],
    ['repairs', 'Planned in place of urgent repairs', 'cash-releasing efficiency', 'recurring', 'business-case', 'Property: repairs', [null, 240, 160, null], 0, 'at-risk'],
    ['reception', 'Receptions shared', 'cash-releasing service-reduction', 'recurring', 'business-case', 'Property: receptions', [80, 60, null, null], 0, 'on-track'],
    ['rates-appeals', 'Appeals against rates', 'cash-releasing efficiency', 'one-off', 'business-case', 'Property: rates', [{ kind: 'about', pounds: 350_000 }, null, null, null], 'unknown', 'not-assessed'],
  ],
  'revenues-and-benefits': [
    ['shared-service', 'Staff of a shared service', 'cash-releasing transformation', 'recurring', 'agreed', 'Revenues: staffing', [520, 340, null, null], 0.5, 'delivered', { milestone: 'shared-service-live' }],
    ['one-system', 'One revenues system for two councils', 'cash-releasing efficiency', 'recurring', 'agreed', 'Revenues: system', [160, 110, null, null], 0.5, 'delivered'],
    ['single-person-discount', 'Review of the single person discount', 'income council-tax', 'recurring', 'agreed', 'Council tax: collection', [610, 80, null, null], 0.4, 'delivered'],
    ['empty-homes', 'Premium on empty homes', 'income council-tax', 'recurring', 'agreed', 'Council tax: premiums', [{ kind: 'over', pounds: 450_000 }, 60, null, null], 1, 'on-track'],
    ['overpayments', 'Overpaid benefit recovered', 'cash-releasing efficiency', 'one-off', 'agreed', 'Benefits: overpayments', [230, null, null, null], 0, 'delivered'],
    ['letters', 'Letters sent by e-mail', 'cash-releasing efficiency', 'recurring', 'agreed', 'Revenues: post', [70, 40, null, null], 0, 'delivered'],
  ],
  'ict-and-digital': [
    ['cloud', 'Data centre closed', 'cash-releasing transformation', 'recurring', 'agreed', 'ICT: data centre', [280, 940, 120, null], 0.6, 'on-track', { milestone: 'data-centre-closed' }],
    ['telephony', 'One telephone system', 'cash-releasing transformation', 'recurring', 'business-case', 'ICT: telephony', [null, 460, 120, null], 0, 'mixed'],
    ['case-licences', 'Fewer licences of the case management system', 'cash-releasing efficiency', 'recurring', 'business-case', 'ICT: case management licences', [null, 240, 80, null], 0, 'on-track', { doubleCountJustification: 'The line is split with home care and reablement: this part is the licences of all others.' }],
    ['devices', 'Devices kept five years', 'cash-releasing efficiency', 'recurring', 'agreed', 'ICT: devices', [310, 120, null, null], 0.5, 'on-track'],
    ['printing', 'Printing halved', 'cash-releasing efficiency', 'recurring', 'agreed', 'ICT: printing', [110, 70, 30, null], 1, 'on-track'],
    ['automation', 'Forms filled by machine', 'non-cash-releasing transformation', 'recurring', 'indicative', 'ICT: automation', [{ kind: 'non-financial', words: 'Some 9,000 hours of officers a year' }, { kind: 'non-financial', words: 'Some 20,000 hours of officers a year' }, null, null], 'unknown', 'not-assessed'],
    ['network', 'Network let again', 'cash-releasing efficiency', 'recurring', 'business-case', 'ICT: network', [null, 390, 210, null], 0, 'at-risk', { contract: 'Wide area network 2020' }],
  ],
  'parking-and-enforcement': [
    ['cashless', 'Cashless parking', 'cash-releasing transformation', 'recurring', 'agreed', 'Parking: cash collection', [190, 60, null, null], 0.5, 'delivered'],
    ['permits', 'Permits online', 'cash-releasing efficiency', 'recurring', 'agreed', 'Parking: permits', [85, 25, null, null], 0, 'delivered'],
    ['bus-lanes', 'Bus lane cameras', 'income transformation', 'recurring', 'agreed', 'Parking: enforcement income', [240, 80, null, null], 0.5, 'delivered'],
  ],
  'legal-services': [
    ['trading', 'Work sold to districts', 'income transformation', 'recurring', 'indicative', 'Legal: income', [null, 120, 140, null], 0, 'not-assessed'],
    ['outside-fees', 'Less work sent outside', 'cash-releasing efficiency', 'recurring', 'indicative', 'Legal: outside fees', [60, 90, null, null], 0, 'not-assessed'],
  ],
  'leisure-centres': [
    ['management-fee', 'Management fee let again', 'cash-releasing transformation', 'recurring', 'indicative', 'Leisure: management fee', [null, notStated, notStated, null], 'unknown', 'not-assessed'],
    ['pool-energy', 'Energy of the pools', 'cash-releasing efficiency', 'recurring', 'indicative', 'Leisure: energy', [toBeConfirmed('The survey of the pools is due in November'), null, null, null], 'unknown', 'not-assessed'],
  ],
  'catering-and-cleaning': [
    ['cleaning-hours', 'Cleaning hours matched to use', 'cash-releasing efficiency', 'recurring', 'indicative', 'Facilities: cleaning', [130, 90, null, null], 'unknown', 'not-assessed'],
  ],
};

const linesOf = (all: Readonly<Record<string, readonly Row[]>>): readonly Line[] =>
  Object.entries(all).flatMap(([review, own]) => own.map((row) => lineOf(review, row)));

/** The lines recorded when the programme begins. */
export const lines: readonly Line[] = linesOf(rows);

/** Lines of the project that is split out in July. `telephony` claims what ICT and digital claims: a double count. */
// biome-ignore format: a table reads by its rows
export const linesFromJuly: readonly Line[] = linesOf({
  'customer-contact': [
    ['self-service', 'Contact by the website', 'cash-releasing transformation', 'recurring', 'agreed', 'Customer contact: staffing', [140, 420, 180, null], 0.3, 'on-track', { milestone: 'portal-live' }],
    ['telephony', 'Fewer telephone lines', 'cash-releasing efficiency', 'recurring', 'business-case', 'ICT: telephony', [null, 210, 60, null], 0, 'mixed'],
    ['repeat-calls', 'Fewer repeat calls', 'cash-releasing efficiency', 'recurring', 'business-case', 'Customer contact: overtime', [60, 90, null, null], 0, 'at-risk'],
    ['reception-hours', 'Reception hours matched to visits', 'cash-releasing service-reduction', 'recurring', 'indicative', 'Customer contact: receptions', [null, 75, null, null], 'unknown', 'not-assessed'],
  ],
});

/** What takes the place of a line that has failed, from September. */
// biome-ignore format: a table reads by its rows
export const substitutes: readonly Line[] = linesOf({
  'home-to-school-transport': [
    ['personal-budgets', 'Personal travel budgets', 'cash-releasing transformation', 'recurring', 'business-case', 'SEND transport: single taxis', [null, 400, 250, null], 0, 'at-risk', { substituteFor: 'travel-training' }],
  ],
});
