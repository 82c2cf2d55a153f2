import type { ChainRef } from '#store/table/keys.ts';
import type { ChainCall } from './call.ts';

/** The chain that a path speaks of, in the organisation of the token. */
export const chainRefOf = ({ actor, params }: Pick<ChainCall, 'actor' | 'params'>): ChainRef => ({
  organisation: actor.organisation,
  programme: params.programmeId,
  review: params.reviewId ?? null,
});
