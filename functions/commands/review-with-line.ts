import type { OfReview } from '#domain/registers/define-rules.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { ReadsTable } from '../http/call.ts';
import { reviewIn } from '../views/loaded-records.ts';
import { readReviewLine } from './own-assurance.ts';

/** The review of the file, with all that was recorded of it where the rules of the register ask for that. */
export const reviewWithLine = async (deps: ReadsTable, loaded: LoadedChain, kind: RegisterKind): Promise<OfReview> => {
  const review = reviewIn(loaded);
  return review === null || !rulesOf(kind).asksLineOfReview
    ? review
    : { ...review, line: await readReviewLine(deps, loaded.chainRef) };
};
