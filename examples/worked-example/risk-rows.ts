import type { LocalDate } from '#language/time.ts';
import type { Risk } from '#registers/risk/record.ts';

/** Likelihood and impact as two digits: `45` = likely (4), major (5). */
export type Score = `${1 | 2 | 3 | 4 | 5}${1 | 2 | 3 | 4 | 5}`;

/** How often a risk is looked at; `once` = never again after it was recorded. */
export type Cadence = 'monthly' | 'quarterly' | 'half-yearly' | 'once';

export type Action = readonly [what: string, owner: string | null, dueOn: LocalDate, doneOn?: LocalDate];

export type RiskRow = readonly [
  id: string,
  title: string,
  because: readonly [cause: string, event: string, consequence: string],
  category: string,
  owner: string | null,
  inherent: Score,
  /** The current score at each look; the last one stays. */
  current: readonly Score[],
  target: Score | 'to-be-confirmed',
  cadence: Cadence,
  controls: readonly string[],
  actions: readonly Action[],
  more?: {
    readonly threatensSaving?: string;
    readonly treatment?: Risk['treatment'];
    readonly escalated?: LocalDate;
    readonly closedOn?: LocalDate;
  },
];

/** The risks of reviews. */
// biome-ignore format: a table reads by its rows
export const riskRows: Readonly<Record<string, readonly RiskRow[]>> = {
  'adult-home-care': [
    ['staffing', 'Reablement posts stay empty', ['Pay in the shops has overtaken pay in care', 'a quarter of the posts stay empty', 'people wait in hospital and the saving is late'], 'People', 'Head of reablement', '54', ['44', '45', '45', '45', '45', '45', '45', '44'], '33', 'monthly', ['Open recruitment all year', 'Bonus after six months'], [['Pay supplement to the committee', 'Head of reablement', '2025-06-05', '2025-06-05'], ['Apprentices with two colleges', 'Head of learning', '2025-09-30']], { threatensSaving: 'reablement-first', escalated: '2025-07-22' }],
    ['provider-failure', 'A provider gives its packages back', ['Margins of small providers are thin', 'one of them gives back its packages', 'the council has a week to move 200 people'], 'Market', 'Head of commissioning', '45', ['35', '35', '34'], '24', 'monthly', ['Quarterly accounts of the ten largest'], [['Reserve list of providers for each zone', 'Category manager', '2025-07-31', '2025-08-01']], { threatensSaving: 'one-provider-a-zone' }],
    ['charges-challenge', 'The charges are challenged', ['The consultation drew few answers', 'the decision is taken to review', 'the income of the year is lost'], 'Legal', 'Head of finance for adults', '34', ['24', '24'], '14', 'quarterly', ['Counsel read the report'], [['Second letter to everybody charged', 'Charging manager', '2025-05-30', '2025-05-28']], { threatensSaving: 'care-charges' }],
    ['technology-uptake', 'Families refuse the technology', ['Sensors feel like being watched', 'half of the families say no', 'visits stay as they are'], 'Delivery', 'Technology lead', '43', ['33', '23'], '22', 'quarterly', ['Show flat in two libraries'], [['Leaflet written with carers', 'Technology lead', '2025-06-30', '2025-06-20']]],
  ],
  'home-to-school-transport': [
    ['drivers', 'Too few drivers', ['Drivers leave for parcel firms', 'routes are handed back in term', 'taxis cost twice as much'], 'Market', 'Transport planning manager', '54', ['44', '44', '44', '44', '54', '54', '54', '44'], '33', 'monthly', ['Routes bundled for a full day'], [['Training of forty passenger assistants', 'Head of SEND', '2025-08-29', '2025-09-05'], ['Driving lessons with the bus firm', null, '2025-10-10']], { threatensSaving: 'routes', escalated: '2025-08-26' }],
    ['software', 'The planning software is late', ['Addresses come from four systems', 'the first plan is wrong', 'the new term begins with the old routes'], 'Technology', 'Systems manager', '55', ['34', '44', '55'], '22', 'monthly', ['Weekly call with the supplier'], [['Addresses cleaned', 'Systems manager', '2025-07-11', '2025-08-20']], { threatensSaving: 'routes' }],
    ['operator-failure', 'The largest operator stops', ['The operator lost two other counties', 'it goes out of business', '340 children are without a route'], 'Market', 'Category manager', '35', ['35', '25'], '15', 'monthly', ['Standby agreements with three firms'], [['Step-in rights in the contract', 'Category manager', '2025-06-30', '2025-06-30']], { closedOn: '2025-08-26' }],
    ['guidance', 'The guidance changes who is entitled', ['The Department rewrites its guidance', 'more children are entitled', 'growth eats the saving'], 'Legal', 'Head of SEND', '34', ['34', '34'], 'to-be-confirmed', 'quarterly', ['Answer to the consultation'], [['Model of three thresholds', 'Data manager', '2025-10-31']], { threatensSaving: 'growth-avoided' }],
  ],
  'waste-and-recycling': [
    ['no-bidder', 'No bidder at the price', ['Prices of recyclables have halved', 'no firm takes both parts at the price', 'the full business case fails'], 'Market', 'Head of waste', '55', ['34', '44', '45'], '23', 'monthly', ['Supplier day before the case'], [['Price bands tested with three firms', 'Category manager', '2025-06-13', '2025-06-20']], { threatensSaving: 'residual-collection', escalated: '2025-06-23' }],
    ['districts', 'A district does not join', ['Two districts have elections', 'one of them leaves the plan', 'rounds cannot be joined across its border'], 'Delivery', 'Head of waste', '44', ['34', '34'], '23', 'quarterly', ['Monthly meeting of nine leaders'], [['Heads of terms signed', 'Head of waste', '2025-10-31']], { threatensSaving: 'residual-collection' }],
    ['fire', 'Batteries burn a transfer station', ['Batteries come with the general waste', 'a fire closes a station', 'waste is hauled sixty miles'], 'Delivery', 'Depot manager', '45', ['35', '35'], '25', 'quarterly', ['Heat cameras', 'Battery points in every library'], [['Sprinklers in two stations', 'Depot manager', '2025-08-29']]],
    ['food-bins', 'Food waste bins arrive late', ['Every county orders in the same year', 'bins come four months late', 'the start moves into the winter'], 'Market', null, '43', ['33'], '22', 'once', ['Order placed with a second maker'], []],
    ['lower-tonnage', 'Tonnage falls further than planned', ['Packaging shrinks', 'the plant is paid for waste it does not get', 'the contract costs more a tonne'], 'Financial', 'Contract manager', '32', ['22', '22'], '21', 'half-yearly', ['Tonnage band in the contract'], [], { treatment: 'tolerate' }],
  ],
  'highways-maintenance': [
    ['partner-price', 'The partner asks for more', ['Bitumen follows the price of oil', 'the partner asks for a third more', 'the venture earns nothing in its first year'], 'Financial', 'Head of highways', '44', ['34', '33', '33'], '23', 'quarterly', ['Price index in the agreement'], [['Open-book trial on three schemes', 'Commercial manager', '2025-08-15', '2025-08-15']], { threatensSaving: 'joint-venture' }],
    ['two-owners', 'Two SROs decide apart', ['Works and street works have a director each', 'they decide apart', 'the board hears two answers'], 'Delivery', 'Head of programme assurance', '33', ['33', '33'], '12', 'quarterly', ['One weekly meeting of both'], [['One SRO proposed to the board', 'Head of highways', '2025-10-24']]],
    ['lights-supply', 'LED lanterns run short', ['One factory makes the driver chips', 'deliveries stop for a month', 'the last streets wait until spring'], 'Market', 'Street lighting manager', '33', ['23', '22'], '12', 'half-yearly', ['Six weeks of stock'], [['Second supplier', 'Street lighting manager', '2025-07-31', '2025-07-14']], { threatensSaving: 'led-lighting' }],
    ['winter', 'A hard winter', ['Frost opens the surface', 'twice the holes of a usual year', 'planned works are put off'], 'Delivery', 'Network manager', '44', ['44'], '34', 'monthly', ['Reserve for winter'], [['Second crew on call', 'Network manager', '2025-10-01', '2025-10-01']]],
  ],
  'libraries-and-archives': [
    ['charity', 'The charity is not registered in time', ['The regulator asks about control by the council', 'registration takes a year', 'rates relief comes a year late'], 'Legal', 'Head of libraries', '44', ['34', '34'], '23', 'quarterly', ['Solicitor who has registered two'], [['Draft articles to the regulator', 'County solicitor', '2025-11-28']], { threatensSaving: 'trust-rates' }],
    ['petition', 'Towns petition against the trust', ['Friends of three libraries fear closures', 'a petition forces a debate', 'the decision moves past the budget'], 'Reputation', 'Cabinet member for communities', '43', ['33', '43'], '22', 'quarterly', ['Meeting in every town'], [['Answers on one page', 'Communications manager', '2025-09-30', '2025-09-26']]],
    ['shared-landlords', 'Landlords of shared buildings ask for more', ['Leases end together', 'rents are asked at market rates', 'sharing saves nothing'], 'Financial', 'Estates surveyor', '33', ['33', '33'], '22', 'quarterly', [], [['Heads of terms in four towns', 'Estates surveyor', '2025-09-30']], { threatensSaving: 'shared-buildings' }],
  ],
  'property-and-facilities': [
    ['office-market', 'Nobody rents the empty offices', ['Firms want less room', 'two floors stay empty', 'the council pays rates on them'], 'Market', 'Head of Property', '44', ['34', '44'], '23', 'quarterly', ['Agent on a fee for success'], [['Shorter leases offered', 'Estates surveyor', '2025-09-30']], { threatensSaving: 'offices' }],
    ['surveys', 'Surveys find asbestos', ['Buildings date from 1965', 'surveys find asbestos', 'moves cost more and take longer'], 'Delivery', 'Building surveyor', '34', ['24'], '13', 'half-yearly', ['Register of asbestos'], [['Survey of the last six', 'Building surveyor', '2025-08-29', '2025-08-22']]],
    ['cleaning-transfer', 'Cleaners leave before the transfer', ['The merger of two reviews unsettles them', 'a fifth leave', 'agency staff cost more'], 'People', 'Facilities manager', '33', ['33'], '22', 'once', ['Letters to all'], [['Meetings at every site', 'Facilities manager', '2025-07-11', '2025-07-10']]],
  ],
  'revenues-and-benefits': [
    ['data', 'Data is lost in the move', ['Two systems hold dates differently', 'accounts are moved wrongly', 'people are summonsed who owe nothing'], 'Technology', 'Systems manager', '45', ['35', '25', '15'], '15', 'monthly', ['Two rehearsals', 'A day to go back'], [['Second rehearsal', 'Systems manager', '2025-07-04', '2025-07-02']], { closedOn: '2025-08-26' }],
    ['staff-leave', 'Staff leave before the transfer', ['The office moves eleven miles', 'a third of the assessors leave', 'claims take longer'], 'People', 'Head of revenues', '43', ['33', '23'], '22', 'quarterly', ['Travel paid for two years'], [['One-to-one talks', 'Head of revenues', '2025-06-27', '2025-06-27']]],
    ['collection', 'Collection falls', ['Energy bills come first', 'collection falls by half a point', 'the fund is short'], 'Financial', 'Collection manager', '34', ['24', '24'], '23', 'quarterly', ['Arrangements agreed by telephone'], [['Earlier reminders', 'Collection manager', '2025-11-28']], { threatensSaving: 'single-person-discount' }],
  ],
  'ict-and-digital': [
    ['outage', 'An outage while systems move', ['Old systems do not start again cleanly', 'a system is down for two days', 'payments are late'], 'Technology', 'Cloud programme manager', '45', ['35', '34', '34'], '24', 'quarterly', ['Moves at weekends', 'A way back for every system'], [['Payroll moved last', 'Cloud programme manager', '2025-10-31', '2025-10-17']], { threatensSaving: 'cloud' }],
    ['ransom', 'A ransom attack', ['One account without a second factor is enough', 'servers are locked', 'services stop for weeks'], 'Technology', 'Head of ICT', '55', ['45', '45', '45', '45', '45', '35'], '25', 'monthly', ['Second factor for all', 'Copies kept apart'], [['Copies restored as a trial', 'Head of ICT', '2025-09-12']], { escalated: '2025-05-22' }],
    ['contractors', 'Contractors cost more than planned', ['Few people know both worlds', 'rates rise by a fifth', 'the case is a year late in paying back'], 'Financial', 'Cloud programme manager', '43', ['33', '33'], '22', 'quarterly', ['Two apprentices for each contractor'], [['Rates fixed for a year', 'Category manager', '2025-05-30', '2025-05-30']]],
    ['network-price', 'The network costs more when let again', ['Two firms have merged', 'one bid is made', 'the price goes up'], 'Market', 'Network manager', '43', ['43', '43'], '32', 'quarterly', ['Joint tender with the districts'], [['Market day', 'Network manager', '2025-09-26', '2025-09-24']], { threatensSaving: 'network' }],
  ],
  'customer-contact': [
    ['accessibility', 'The portal fails its accessibility test', ['The sign-in was bought, not built', 'people with screen readers cannot sign in', 'opening is put off'], 'Technology', 'Head of customer contact', '54', ['34', '54', '44'], '12', 'monthly', ['Test with six users every sprint'], [['New sign-in', 'Portal product owner', '2025-11-14']], { threatensSaving: 'self-service' }],
    ['calls', 'Calls do not fall', ['Bills and bins go out in the same week', 'people telephone as before', 'posts cannot be given up'], 'Delivery', null, '33', ['33'], '22', 'quarterly', ['Letters sent in turns'], [['Call reasons counted', 'Contact centre manager', '2025-09-30', '2025-09-30']]],
  ],
  'leisure-centres': [
    ['no-sro', 'Nobody answers for the review', ['The post is empty', 'decisions wait', 'the contract ends with nothing in its place'], 'People', null, '43', ['43'], '12', 'once', [], []],
    ['pool-closure', 'A pool must close', ['The roof is at its end', 'the survey closes the pool', 'schools lose their lessons'], 'Delivery', 'Leisure contract manager', '34', ['34'], 'to-be-confirmed', 'half-yearly', ['Monthly look at the roof'], [['Survey', 'Leisure contract manager', '2025-11-14']], { threatensSaving: 'pool-energy' }],
  ],
  'legal-services': [
    ['lawyers-leave', 'Lawyers leave', ['The review has no end in sight', 'three lawyers leave', 'work goes outside at twice the cost'], 'People', 'County solicitor', '33', ['33'], '22', 'quarterly', ['Talks with each'], [['End of the review told', 'County solicitor', '2025-07-18', '2025-07-15']]],
  ],
};

/** The risks of the programme itself. */
// biome-ignore format: a table reads by its rows
export const programmeRiskRows: readonly RiskRow[] = [
  ['savings-not-made', 'The savings of 2026/27 are not made', ['Half of them rest on contracts not yet let', 'awards slip past April', 'the budget is balanced from reserves'], 'Financial', 'Director of Finance', '55', ['44', '44', '45', '45'], '33', 'monthly', ['Monthly board', 'Reserve for transformation'], [['Second wave brought forward', 'Programme office manager', '2025-10-31']], { escalated: '2025-06-23' }],
  ['capacity', 'Too few people for so many reviews', ['The same twelve people serve eleven reviews', 'they are booked twice', 'cases are late or thin'], 'People', 'Programme office manager', '44', ['44', '34', '34'], '23', 'monthly', ['One plan of who does what'], [['Four analysts on loan', 'Programme office manager', '2025-06-30', '2025-06-16']]],
  ['double-count', 'The same pound is counted twice', ['Reviews share contracts', 'two claim one line', 'the gap is larger than it looks'], 'Financial', 'Finance business partner', '43', ['33', '33'], '12', 'quarterly', ['Budget line named on every claim'], [['Claims compared every quarter', 'Finance business partner', '2025-09-30', '2025-09-30']]],
  ['politics', 'The balance of the council changes', ['Elections are due', 'the new cabinet asks for other options', 'cases are written again'], 'Reputation', 'Chief executive', '34', ['34', '34'], 'to-be-confirmed', 'quarterly', ['Briefing for all groups'], [], { treatment: 'tolerate' }],
  ['inflation', 'Prices outrun the plan', ['Contracts follow an index', 'the index rises by a point', 'a year of savings is spent on prices'], 'Financial', 'Director of Finance', '43', ['33', '23'], '23', 'quarterly', ['Contingency of one per cent'], [['Index of ten contracts reviewed', 'Category manager', '2025-07-31', '2025-07-29']]],
  ['reorganisation', 'Councils are joined together', ['The Government asks for fewer councils', 'the county is told to merge', 'shared services are unpicked'], 'Legal', 'Chief executive', '44', ['34', '44'], '34', 'monthly', ['Break clauses in new agreements'], [['Test of every case against three maps', 'Programme office manager', '2025-11-28']]],
  ['data-quality', 'The figures are not to be trusted', ['Returns come late', 'the board decides on old numbers', 'a red review looks green'], 'Delivery', 'Head of programme assurance', '33', ['33', '23'], '12', 'quarterly', ['Returns due on the fifth'], [['Missing returns named to the board', 'Programme office manager', '2025-05-30', '2025-05-12']]],
  ['industrial-action', 'Industrial action', ['Transfers unsettle staff', 'a ballot carries', 'go-lives move'], 'People', 'Head of human resources', '24', ['14'], '14', 'half-yearly', ['Monthly meeting with the unions'], [['Principles of transfer agreed', 'Head of human resources', '2025-05-30', '2025-05-22']]],
];
