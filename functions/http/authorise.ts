import type { Operation } from '#schemas/operations.ts';
import type { Actor } from '#schemas/people.ts';
import type { Refusal } from '#schemas/problems.ts';
import { actorFrom, type ClaimNames } from './actor.ts';
import type { ApiEvent } from './api-event.ts';
import { type HttpAnswer, problemAnswer } from './problem.ts';
import { type RateLimiter, rateRefusal } from './rate-limit.ts';

/*
 * Who asks, how often, and whether their role may: in this order, before anything of the request is read
 * (docs/meaning.md WRITE-1).
 */

const anybody: Actor = { subject: 'anyone', organisation: 'none', roles: [] };

/** Who asks; undefined where the token names nobody that the tracker knows. */
export const authenticate = ({ roles }: Operation, event: ApiEvent, claims: ClaimNames): Actor | undefined =>
  roles === 'anyone' ? anybody : actorFrom(event.requestContext.authorizer?.jwt?.claims, claims);

export const notSignedIn = (): HttpAnswer =>
  problemAnswer(
    { code: 'token.not-accepted', detail: 'The token names no person, organisation or role that the tracker knows.' },
    undefined,
    { 'www-authenticate': 'Bearer' },
  );

/** Counts the request; the answer to whoever asks too fast. */
export const limit = (
  limiter: RateLimiter | undefined,
  { roles }: Operation,
  actor: Actor,
  path: string,
): HttpAnswer | undefined => {
  const seconds = roles === 'anyone' ? 0 : (limiter?.wait(actor, Date.now()) ?? 0);
  return seconds > 0 ? problemAnswer(rateRefusal(seconds), path, { 'retry-after': String(seconds) }) : undefined;
};

const roleRefusal = (operation: Operation, actor: Actor, needs: readonly string[]): Refusal => ({
  code: 'role.not-allowed',
  detail: `"${operation.summary}" is for ${needs.join(', ')}; your token says ${actor.roles.join(', ')}.`,
  facts: { needs: [...needs], has: [...actor.roles] },
});

/** The answer to whoever has none of the roles that the operation needs. */
export const authorise = (operation: Operation, actor: Actor, path: string): HttpAnswer | undefined =>
  operation.roles === 'anyone' || operation.roles.some((role) => actor.roles.includes(role))
    ? undefined
    : problemAnswer(roleRefusal(operation, actor, operation.roles), path);
