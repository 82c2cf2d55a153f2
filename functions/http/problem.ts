import { type Problem, type ProblemCode, problems, type Refusal } from '#schemas/problems.ts';
import { waysOut } from '#schemas/ways-out.ts';

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

const retryAfterSeconds: Partial<Record<ProblemCode, number>> = { 'store.busy': 2 };

/** RFC 9457: the one shape of every failure that reaches us. */
export const problemOf = (refusal: Refusal, instance: string | undefined): Problem => ({
  type: `urn:transformation-tracker:problem:${refusal.code}`,
  title: problems[refusal.code].title,
  status: problems[refusal.code].status,
  code: refusal.code,
  detail: refusal.detail,
  wayOut: waysOut[refusal.code],
  ...(instance === undefined ? {} : { instance: encodeURI(instance.toWellFormed()) }),
  ...(refusal.faults === undefined ? {} : { faults: [...refusal.faults] }),
  ...(refusal.facts === undefined ? {} : { facts: { ...refusal.facts } }),
});

/** A request by the gateway's id, which on AWS is no UUID (`JKJaXmPLvHcESHA=`). */
export const requestUrn = (id: string): string => `urn:transformation-tracker:request:${id}`;

export const problemAnswer = (
  refusal: Refusal,
  instance: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => {
  const retryAfter = retryAfterSeconds[refusal.code];
  return {
    statusCode: problems[refusal.code].status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      ...headers,
    },
    body: JSON.stringify(problemOf(refusal, instance)),
  };
};
