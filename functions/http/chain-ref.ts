import type { ChainRef } from '#store/table/keys.ts';
import type { Call } from './call.ts';

/** A part of the path that the operation's schema has let through. */
export const param = (call: Call, name: string): string => {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the operation ${call.operation.id} has no path part ${name}`);
  return value;
};

/** The chain that a path speaks of, in the organisation of the token. */
export const chainRefOf = (call: Call): ChainRef => ({
  organisation: call.actor.organisation,
  programme: param(call, 'programmeId'),
  review: call.params.reviewId ?? null,
});
