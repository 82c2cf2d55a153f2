import type { SroName } from './personas.ts';

/** The stage that a project is at when the portfolio is recorded. */
export type StageAtStart =
  | 'identified'
  | 'service-baseline'
  | 'options-appraisal'
  | 'full-business-case'
  | 'decision'
  | 'implementation'
  | 'benefits-review';

export interface Project {
  readonly id: string;
  readonly title: string;
  readonly portfolio: 'living-well' | 'growing-up' | 'places' | 'council';
  readonly tier: '1' | '2' | '3';
  readonly stage: StageAtStart;
  /** What it plans to save in 2025/26 and in 2026/27, thousands of pounds. */
  readonly saves: readonly [number, number];
  readonly sro: SroName;
}

const portfolios = {
  L: ['living-well', 'people'],
  G: ['growing-up', 'people'],
  P: ['places', 'place'],
  C: ['council', 'place'],
} as const;
const stages = {
  i: 'identified',
  b: 'service-baseline',
  o: 'options-appraisal',
  f: 'full-business-case',
  d: 'decision',
  m: 'implementation',
  r: 'benefits-review',
} as const;

/** A row: id, title, portfolio and tier, stage, savings of both years in thousands of pounds. */
type Row = readonly [id: string, title: string, place: string, stage: keyof typeof stages, saves: string];

// biome-ignore format: a table reads by its rows
const rows: readonly Row[] = [
  ['home-first', 'Home first after hospital', 'L1', 'm', '1400 2100'],
  ['care-at-home', 'Care at home by zones', 'L1', 'f', '900 2600'],
  ['reablement', 'One reablement service', 'L1', 'o', '0 1200'],
  ['care-homes', 'Care homes of the council', 'L2', 'd', '350 1700'],
  ['extra-care', 'Extra care housing', 'L2', 'b', '0 800'],
  ['supported-living', 'Supported living', 'L2', 'o', '260 940'],
  ['day-services', 'Day services in the community', 'L2', 'm', '480 620'],
  ['carers', 'Support for carers', 'L3', 'i', '0 150'],
  ['sensory', 'Sensory services', 'L3', 'b', '40 90'],
  ['telecare', 'Telecare to digital', 'L2', 'm', '310 420'],
  ['equipment', 'Community equipment', 'L3', 'f', '120 260'],
  ['direct-payments', 'Direct payments by card', 'L3', 'm', '210 240'],
  ['public-health', 'Public health contracts', 'L2', 'o', '330 510'],
  ['substance-use', 'Substance use services', 'L3', 'b', '0 130'],
  ['safeguarding', 'Safeguarding front door', 'L2', 'o', '90 180'],
  ['transitions', 'Transitions to adulthood', 'L2', 'i', '0 640'],
  ['send-transport', 'Home to school transport', 'G1', 'm', '1900 2300'],
  ['fostering', 'More foster homes of our own', 'G1', 'f', '700 2400'],
  ['residential', 'Children in residential care', 'G1', 'o', '0 1800'],
  ['early-help', 'Early help hubs', 'G2', 'd', '280 560'],
  ['youth-justice', 'Youth justice', 'G3', 'b', '0 70'],
  ['school-meals', 'School meals', 'G3', 'r', '360 360'],
  ['school-places', 'School places', 'G2', 'o', '0 450'],
  ['music', 'Music service as a trust', 'G3', 'f', '60 110'],
  ['outdoor', 'Outdoor centres', 'G3', 'o', '45 130'],
  ['nurseries', 'Nurseries of the council', 'G3', 'b', '30 80'],
  ['adult-learning', 'Adult learning', 'G3', 'i', '0 95'],
  ['youth-clubs', 'Youth clubs', 'G3', 'b', '0 140'],
  ['education-psychology', 'Educational psychology', 'G2', 'o', '0 190'],
  ['care-leavers', 'Homes for care leavers', 'G2', 'f', '170 480'],
  ['waste-disposal', 'Waste disposal after 2027', 'P1', 'o', '0 2900'],
  ['highways', 'Highways maintenance contract', 'P1', 'd', '650 1900'],
  ['street-lighting', 'Street lighting', 'P2', 'm', '820 940'],
  ['recycling-centres', 'Recycling centres', 'P2', 'f', '240 520'],
  ['bus', 'Supported bus services', 'P2', 'o', '310 440'],
  ['parking', 'Parking', 'P3', 'r', '275 290'],
  ['libraries', 'Libraries', 'P2', 'o', '200 650'],
  ['archives', 'Archives', 'P3', 'i', '0 60'],
  ['registration', 'Registration', 'P3', 'b', '85 90'],
  ['museums', 'Museums as a trust', 'P3', 'f', '70 210'],
  ['country-parks', 'Country parks', 'P3', 'o', '95 150'],
  ['trading-standards', 'Trading standards with a neighbour', 'P3', 'b', '0 110'],
  ['planning', 'Planning applications', 'P3', 'm', '130 135'],
  ['flood', 'Flood risk', 'P3', 'i', '0 40'],
  ['public-rights', 'Public rights of way', 'P3', 'b', '25 55'],
  ['coroner', 'Coroner with the city', 'P3', 'o', '50 90'],
  ['community-safety', 'Community safety', 'P3', 'b', '0 45'],
  ['offices', 'Fewer offices', 'C1', 'm', '1100 1600'],
  ['customer', 'One front door for customers', 'C1', 'f', '520 1500'],
  ['erp', 'Finance and people system', 'C1', 'd', '0 1300'],
  ['digital', 'Digital platform', 'C2', 'm', '410 730'],
  ['data-centre', 'Out of the data centre', 'C2', 'm', '290 380'],
  ['legal', 'Legal services', 'C2', 'o', '140 310'],
  ['facilities', 'Facilities management', 'C2', 'f', '380 870'],
  ['catering', 'Catering', 'C3', 'r', '150 150'],
  ['print', 'Print', 'C3', 'm', '95 95'],
  ['fleet', 'Fleet', 'C2', 'o', '160 420'],
  ['procurement', 'Procurement', 'C2', 'b', '0 1200'],
  ['payroll', 'Payroll', 'C3', 'b', '60 120'],
  ['agency', 'Agency staff', 'C2', 'm', '940 940'],
  ['training', 'Training', 'C3', 'i', '0 85'],
  ['pensions', 'Pensions administration', 'C3', 'b', '0 160'],
  ['insurance', 'Insurance', 'C3', 'o', '75 140'],
  ['audit', 'Audit with two neighbours', 'C3', 'f', '35 70'],
  ['energy', 'Energy', 'C2', 'm', '520 560'],
];

const tierOf = (place: string): Project['tier'] => {
  const tier = place.slice(1);
  if (tier === '1' || tier === '2' || tier === '3') return tier;
  throw new Error(`${place} is no portfolio and tier`);
};
const portfolioOf = (place: string): (typeof portfolios)[keyof typeof portfolios] => {
  const letter = place.slice(0, 1);
  if (letter === 'L' || letter === 'G' || letter === 'P' || letter === 'C') return portfolios[letter];
  throw new Error(`${place} is no portfolio and tier`);
};

/** The 65 projects under way when the year begins. */
export const projects: readonly Project[] = rows.map(([id, title, place, stage, saves]) => {
  const [portfolio, sro] = portfolioOf(place);
  const [now = 0, then = 0] = saves.split(' ').map(Number);
  return { id, title, portfolio, tier: tierOf(place), stage: stages[stage], saves: [now, then], sro };
});

/** Those that may become projects, by portfolio. */
const ideas: Readonly<Record<Project['portfolio'], readonly string[]>> = {
  'living-well': [
    'Falls prevention',
    'Shared lives',
    'Hospital discharge at weekends',
    'Assisted technology',
    'Meals at home',
    'Hoarding',
    'Brokerage',
    'Mental health recovery',
    'Prevention grants',
    'Debt recovery in care',
  ],
  'growing-up': [
    'Short breaks',
    'Family group conferences',
    'Edge of care',
    'School improvement',
    'Attendance',
    'Nursery fees',
    'Kinship care',
    'Youth voice',
    'Virtual school',
    'Exclusions',
  ],
  places: [
    'Verge cutting',
    'Moving traffic enforcement',
    'Winter service',
    'Tree stock',
    'Street works permits',
    'Bus lane cameras',
    'Solar farms',
    'Depots',
    'Cycle training',
    'Heritage',
  ],
  council: [
    'Robots for forms',
    'Member support',
    'Post room',
    'Shared finance',
    'Travel and mileage',
    'Mobile phones',
    'Recruitment',
    'Communications',
    'Grants',
    'Income collection',
  ],
};

/** The 40 potential projects. */
export const potentials = Object.entries(ideas).flatMap(([portfolio, titles]) =>
  titles.map((title) => ({ id: title.toLowerCase().replaceAll(' ', '-'), title, portfolio })),
);

export const projectOf = (id: string): Project => {
  const found = projects.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no project ${id}`);
  return found;
};
