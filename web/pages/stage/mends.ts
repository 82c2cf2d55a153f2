import { noDeliveryModel } from '#schemas/gate-words.ts';
import type { ReviewToPut } from '#schemas/review.ts';
import { mendPath, newEntryPath, registerPath } from '../paths.ts';

/** Where what a criterion lacks is recorded: fields of the review itself, or a register of it. */
export type Mend =
  | { readonly of: 'review'; readonly title: string; readonly fields: readonly (keyof ReviewToPut)[] }
  | { readonly of: 'register'; readonly register: string; readonly add?: true };

const review = (title: string, ...fields: (keyof ReviewToPut)[]): Mend => ({ of: 'review', title, fields });
const list = (register: string): Mend => ({ of: 'register', register });
/** One more entry is what is missing, most likely. */
const add = (register: string): Mend => ({ of: 'register', register, add: true });

/** By the id of each criterion (docs/reference/rules.md). */
const mends: Readonly<Record<string, Mend>> = {
  'GATE-01': review('What the review waits for', 'waitsFor'),
  'GATE-11': review('Gross and net expenditure', 'grossExpenditure', 'netExpenditure'),
  'GATE-12': review('Services in scope', 'services'),
  'GATE-13': review('The SRO of the review', 'sros'),
  'GATE-21': list('options'),
  'GATE-22': list('options'),
  'GATE-23': add('market-engagements'),
  'GATE-24': list('business-cases'),
  'GATE-25': review('Authorisation to proceed', 'authorisationToProceed'),
  'GATE-31': list('business-cases'),
  'GATE-32': add('milestones'),
  'GATE-33': review('Equality impact assessment', 'equalityImpact'),
  'GATE-34': review('Consultation', 'consultation'),
  'GATE-41': list('decisions'),
  'GATE-51': list('milestones'),
  'GATE-52': review('Handover to business as usual', 'handover'),
  'GATE-61': list('savings'),
  'GATE-62': add('lessons'),
  'GATE-63': review('Unrealised benefits', 'unrealisedBenefits'),
  'GATE-71': review('Outcomes sought', 'outcomesSought'),
  'GATE-72': review('The SRO of the review', 'sros'),
  'GATE-73': list('business-cases'),
  'GATE-74': list('costs-and-benefits'),
  'GATE-75': list('milestones'),
  'GATE-76': list('savings'),
  'GATE-77': add('lessons'),
};

/** Undefined of a criterion that a later release made. */
export const mendOf = (criterion: string, because = ''): Mend | undefined =>
  because.startsWith(noDeliveryModel) ? add('delivery-models') : mends[criterion];

/** The page on which what a criterion lacks is recorded. */
export const mendAddress = (
  at: { readonly programme: string; readonly review: string },
  criterion: string,
  because?: string,
): string | undefined => {
  const mend = mendOf(criterion, because);
  if (mend === undefined) return undefined;
  if (mend.of === 'review') return mendPath(at.programme, at.review, criterion);
  return mend.add === true ? newEntryPath(at, mend.register) : registerPath(at, mend.register);
};
