/* The addresses of registers, by who keeps them: what the table of roles is written in. */

export const programme = '/programmes/*';
export const review = `${programme}/reviews/*`;
export const atReview = (register: string): string => `${review}/${register}`;
export const atProgramme = (register: string): string => `${programme}/${register}`;
export const atBoth = (register: string): readonly string[] => [atReview(register), atProgramme(register)];
export const keptByTheTeam = [
  ...['options', 'delivery-models', 'business-cases', 'savings', 'handovers'].map(atReview),
  ...['market-engagements', 'risks', 'milestones', 'issues', 'decisions'].flatMap(atBoth),
  ...['performance-indicators', 'contracts', 'dependencies', 'change-requests', 'papers'].flatMap(atBoth),
  ...['meetings', 'spreadsheet-mappings'].map(atProgramme),
];
export const recordedByAssuranceToo = ['recommendations', 'lessons'].flatMap(atBoth);
const ofAssuranceAlone = atBoth('assurance-checkpoints');
export const recordedByFinanceToo = [
  ...['budget-lines', 'costs-and-benefits'].flatMap(atBoth),
  atProgramme('in-year-walks'),
];
export const sentByALedger = `${programme}/ledger-periods`;
export const registers = [
  ...keptByTheTeam,
  ...recordedByAssuranceToo,
  ...recordedByFinanceToo,
  ...ofAssuranceAlone,
  `${review}/ratings`,
  `${review}/returns`,
  `${programme}/stated-positions`,
  `${programme}/redactions`,
  `${programme}/named-baselines`,
  `${programme}/stated-measures`,
  sentByALedger,
];
/** The registers of which every entry is told apart in what a roll-up reads: each is listed over all reviews. */
export const listedAcross = [
  ...['options', 'delivery-models', 'business-cases', 'costs-and-benefits', 'savings', 'risks', 'issues', 'milestones'],
  ...['dependencies', 'change-requests', 'decisions', 'budget-lines', 'performance-indicators', 'contracts'],
  ...['assurance-checkpoints', 'recommendations', 'lessons', 'handovers'],
];
export const writesOf = (register: string): readonly string[] => [
  `PUT ${register}/*`,
  `POST ${register}`,
  `POST ${register}/*/strike-out`,
  `POST ${register}/*/corrections`,
];

/** What can be looked at and found unchanged; options, models, cases, ratings, returns and stated positions cannot. */
export const reviewedNoChange = [
  ...['savings', 'handovers'].map(atReview),
  ...['market-engagements', 'risks', 'milestones', 'issues', 'decisions'].flatMap(atBoth),
].flatMap((register) => [`POST ${register}/*/reviewed-no-change`, `POST ${register}/changes`]);
