import type * as z from 'zod';
import { BusinessCaseFacts } from '#registers/business-case/record.ts';
import type { Register } from '#registers/declaration.ts';
import { RedactionFacts } from '#registers/redaction/record.ts';
import { MonthlyReturnFacts } from '#registers/return/record.ts';
import { isOpenQuery, SavingFacts } from '#registers/saving/record.ts';
import { ReviewNoChange } from '#schemas/history.ts';
import { entryActOperations } from '#schemas/operations/entry-acts.ts';
import { type Operation, takesEffectiveAt } from '#schemas/operations/operation.ts';
import { everyRole, type Role } from '#schemas/people.ts';
import { isReviewedTogether } from '../many-entries/reviewed-together.ts';
import { hasWorkbook, workbookPage } from '../workbook/offered.ts';
import type { Entry, RegisterPlace } from './register-at.ts';

/** Something that is done with an entry besides changing it, or that makes an entry. */
export interface RegisterAct {
  /** What follows the address of the entry, or of the register: of its page. */
  readonly page: string;
  /** What follows it in the API; nothing where the act makes an entry. */
  readonly api: string;
  readonly on: 'entry' | 'register' | 'many';
  readonly text: string;
  readonly roles: readonly Role[];
  /** Set where its sender may say from when it is true. */
  readonly isDated?: boolean;
  /** Whether there is something of an entry to do it with; always, where it is not there. */
  readonly isFor?: (entry: Pick<Entry, 'facts'>) => boolean;
  /** What its form asks; a page that is made by hand asks in its own way. */
  readonly body?: z.ZodType;
}

type ByHand = Pick<RegisterAct, 'page' | 'text'> & Partial<Pick<RegisterAct, 'roles'>>;

/** Acts whose pages are made by hand, by their use case; where everybody may read a page, its roles say so. */
const byHand: Readonly<Record<string, ByHand>> = {
  'record-outcome': { page: '/_outcome', text: 'Record the outcome of this case' },
  'update-condition': { page: '/_conditions', text: 'Outcome and conditions', roles: everyRole },
  'confirm-return': {
    page: '/_confirm',
    text: 'The figures of this return, and its confirmation',
    roles: everyRole,
  },
  'send-return-back': { page: '/_send-back', text: 'Send this return back with a comment' },
};

const whereFacts =
  <S extends z.ZodType>(schema: S, isFor: (facts: z.output<S>) => boolean) =>
  ({ facts }: Pick<Entry, 'facts'>): boolean => {
    const parsed = schema.safeParse(facts);
    return parsed.success && isFor(parsed.data);
  };

/** Acts that are not offered on an entry where they would be refused, by their use case. */
const onlyWhere: Readonly<Record<string, NonNullable<RegisterAct['isFor']>>> = {
  'answer-claim-query': whereFacts(SavingFacts.pick({ queries: true }), ({ queries = [] }) =>
    queries.some(isOpenQuery),
  ),
  'update-condition': whereFacts(BusinessCaseFacts, ({ outcomes }) => outcomes.length > 0),
  'send-return-back': whereFacts(MonthlyReturnFacts.pick({ confirmed: true }), ({ confirmed }) => confirmed === null),
  'agree-redaction': whereFacts(RedactionFacts.pick({ agreed: true }), ({ agreed }) => agreed === null),
};

/** Done on a page of its own for each year that is claimed (web/pages/finance/validate.ts), to which the page of the line leads. */
const ofAYear = 'validate-saving';

/** What is done with many entries of a register of a review at once, on pages made by hand. */
const ofMany = (register: Register): readonly RegisterAct[] => {
  const many = { api: '', on: 'many', roles: register.writers } as const;
  if (register.kind === 'saving') return [{ ...many, page: '/_month-end', text: 'Month-end update of all lines' }];
  return isReviewedTogether(register)
    ? [{ ...many, page: '/_reviewed', text: 'Reviewed, no change: several at once' }]
    : [];
};

const inWorkbook = ({ writers }: Register): RegisterAct => ({
  ...{ page: workbookPage, api: '', on: 'many', roles: writers, text: 'Update from a spreadsheet' },
});

const noChange = ({ writers }: Register): RegisterAct => ({
  page: '/_reviewed',
  api: '/reviewed-no-change',
  on: 'entry',
  text: 'Reviewed, no change: it is still as recorded',
  roles: writers,
  isDated: true,
  body: ReviewNoChange,
});

/** Everything that is done with the entries of a register by an act, from the operations of the API. */
export const actsOfRegister = ({ register, scope }: RegisterPlace): readonly RegisterAct[] => [
  ...(scope === 'review' ? ofMany(register) : []),
  ...(hasWorkbook(register) ? [inWorkbook(register)] : []),
  ...(register.reviewedNoChange ? [noChange(register)] : []),
  ...entryActOperations
    .filter((one) => one.register?.kind === register.kind && one.scope === scope && one.useCase !== ofAYear)
    .map((one: Operation): RegisterAct => {
      const { path, useCase, summary, roles, body } = one;
      const [, after] = path.split('/{entryId}');
      const act = {
        page: after === undefined ? '/_new' : `/_${after.slice(1)}`,
        api: after ?? '',
        on: after === undefined ? ('register' as const) : ('entry' as const),
        text: summary,
        roles: roles === 'anyone' ? [] : roles,
        isDated: takesEffectiveAt(one),
        ...(onlyWhere[useCase] === undefined ? {} : { isFor: onlyWhere[useCase] }),
      };
      const hand = byHand[useCase];
      return hand === undefined ? { ...act, ...(body === undefined ? {} : { body }) } : { ...act, ...hand };
    }),
];
