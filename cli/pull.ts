import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { accessTokenFor, issuerAt } from '#local/access-token.ts';
import { CommandRefused } from '#local/command-line.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { signingKeyOf } from '#local/signing-key.ts';
import type { Role } from '#schemas/people.ts';

/** The access token: TRACKER_TOKEN, or one that is made here for the tracker on this machine. */
export const tokenFor = async (
  data: string,
  port: number,
  who: { readonly roles: readonly Role[]; readonly subject: string; readonly name: string },
): Promise<string> => {
  const given = process.env.TRACKER_TOKEN;
  if (given !== undefined && given !== '') return given;
  const key = await signingKeyOf(openDataFolder(data));
  return accessTokenFor(
    { ...who, organisation: defaultOrganisation },
    { key, issuer: issuerAt(port), atEpochSeconds: Math.floor(Date.now() / 1_000) },
  );
};

const mostTries = 20;

/** Retries where the tracker is busy or throttles, after the time in Retry-After, or a second without one. */
const patiently = async (ask: () => Promise<Response>): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if ((answer.status !== 503 && answer.status !== 429) || attempt === mostTries) return answer;
    await pause(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
  }
};

const Problem = z.object({ detail: z.string() });

/**
 * Pulls something from a tracker.
 * @param what what is pulled, to begin a sentence: `The export`
 * @throws CommandRefused where nobody answers, or where the tracker refuses
 */
export const pull = async (
  url: string,
  token: string,
  { what, accept }: { readonly what: string; readonly accept?: string },
): Promise<Response> => {
  const headers = { authorization: `Bearer ${token}`, ...(accept === undefined ? {} : { accept }) };
  const answer = await patiently(() => fetch(url, { headers })).catch(() => {
    throw new CommandRefused(
      `No tracker answers at ${new URL(url).origin}: start it by npm start, or give its --port and --data, or its --origin.`,
    );
  });
  if (answer.status === 200) return answer;
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') === true;
  throw new CommandRefused(
    `${what} was refused (${answer.status}): ${isProblem ? Problem.parse(JSON.parse(text)).detail : text}`,
  );
};
