/** The risk of a project that is recorded when the year begins. */
export interface MarketRisk {
  readonly title: string;
  readonly cause: string;
  readonly event: string;
  readonly consequence: string;
  readonly owner: string;
  readonly control: string;
  readonly action: string;
  readonly actionOwner: string;
}

type Row = readonly [
  id: string,
  title: string,
  cause: string,
  event: string,
  consequence: string,
  owner: string,
  control: string,
  action: string,
  actionOwner: string,
];

// biome-ignore format: a table reads by its rows
const rows: readonly Row[] = [
  ['home-first', 'Too few carers for people who come home', 'Home-care firms pay less than shops', 'People wait in hospital for a carer', 'The saving is a year late', 'Head of Hospital Social Work', 'A bridging team of twelve carers', 'Ask Jo Example and two more suppliers', 'Buyer'],
  ['care-at-home', 'No bids for rural zones', 'Carers drive far between visits', 'A zone has no provider', 'The council pays by the hour as today', 'Head of Commissioning', 'Market days before the tender', 'Price a rural rate with three providers', 'Commissioning manager'],
  ['reablement', 'The health trust keeps its staff', 'The trust has vacancies of its own', 'The teams are not joined', 'Half of the saving is lost', 'Director of Adult Care', 'A joint board that meets each month', 'Put the staffing plan to the board of the trust', 'Head of Reablement'],
  ['send-transport', 'Too few drivers with a licence', 'Taxi firms take school work last', 'Routes are let at a higher price', 'The plan is overspent', 'Head of Admissions', 'A framework of 40 firms', 'Open the framework to minibus firms', 'Transport buyer'],
  ['fostering', 'Agencies pay foster carers more', 'Agencies raised their fees in spring', 'Carers leave the council', 'Placements cost twice as much', 'Head of Fostering', 'A loyalty payment after two years', 'Compare fees with five neighbours', 'Fostering manager'],
  ['residential', 'No builder for small homes', 'Homes of four beds are too small for most', 'The tender brings no offer', 'The first home opens a year late', 'Head of Children in Care', 'Soundings with six builders', 'Tender three homes as one lot', 'Capital programme manager'],
  ['waste-disposal', 'One bidder for the next contract', 'There is one plant within 40 miles', 'The price is not tested', 'Gate fees rise', 'Head of Waste', 'Soundings before the tender', 'Ask plants beyond the county for prices', 'Waste buyer'],
  ['highways', 'The contractor does not accept the rates', 'The price of bitumen is rising', 'The contract is not extended', 'The saving is a year late', 'Head of Highways', 'Rates are indexed each quarter', 'Agree the rates for drainage', 'Contract manager'],
  ['offices', 'No buyer for the north office', 'Office rents are falling', 'The building stands empty', 'Rates and heating are paid for longer', 'Head of Property', 'Two agents market it', 'Ask for permission to turn it into homes', 'Estates surveyor'],
  ['customer', 'Calls do not fall when services go online', 'Forms ask for what people do not know', 'People call as before', 'Posts cannot be given up', 'Head of Customer Services', 'Each form is tried with ten residents', 'Rewrite the five forms with most calls', 'Digital lead'],
  ['erp', 'The supplier is late again', 'The supplier changed its team twice', 'The system cannot start in April', 'The old system is paid for another year', 'Head of Finance Operations', 'Payments follow test results', 'Agree a date with damages', 'Programme manager'],
  ['day-services', 'No group runs a centre in two towns', 'Volunteers are few', 'A centre stays with the council', 'Its saving is lost', 'Head of Day Services', 'Grants for the first year', 'Ask parish councils in both towns', 'Community manager'],
  ['telecare', 'Alarms fail when lines go digital', 'Old alarms need a copper line', 'A call for help does not arrive', 'Somebody comes to harm', 'Head of Telecare', 'A list of all 6,200 alarms', 'Exchange 400 alarms a month', 'Telecare manager'],
  ['street-lighting', 'Lamps are delivered late', 'One factory makes them', 'Crews wait', 'A quarter of the saving moves into the next year', 'Head of Highways', 'Stock for eight weeks', 'Order from a second factory', 'Lighting engineer'],
  ['digital', 'Licences cost more than planned', 'The supplier charges by user from April', 'The budget is overspent', 'Two services stay where they are', 'Head of Technology', 'A cap in the contract', 'Buy with four neighbours', 'Technology buyer'],
  ['data-centre', 'An old system cannot be moved', 'Its maker is out of business', 'One room has to be kept', 'Half of the rent is paid on', 'Head of Technology', 'An inventory of all systems', 'Replace the system of the registrars', 'Infrastructure manager'],
  ['agency', 'Social workers leave for agencies', 'Agencies pay a third more', 'Vacancies are filled by the day', 'The saving is lost', 'Head of Human Resources', 'A pay cap agreed with nine neighbours', 'Recruit 30 newly qualified social workers', 'Recruitment manager'],
  ['energy', 'Prices rise before they are fixed', 'A third is bought by the day', 'The budget is overspent', 'The saving of panels is used up', 'Head of Property', 'Two thirds are bought ahead', 'Fix the price of next winter', 'Energy buyer'],
];

const risks: ReadonlyMap<string, MarketRisk> = new Map(
  rows.map(([id, title, cause, event, consequence, owner, control, action, actionOwner]) => [
    id,
    { title, cause, event, consequence, owner, control, action, actionOwner },
  ]),
);

/** @throws where the project has none */
export const marketRiskOf = (project: string): MarketRisk => {
  const found = risks.get(project);
  if (found === undefined) throw new Error(`no risk of the market is written for ${project}`);
  return found;
};
