import * as z from 'zod';
import { readEnvironment } from '../http/environment.ts';

/** Every five minutes, from outside the API: whether people find the page at their address. */
const environment = readEnvironment({ ADDRESS: z.url() });

/** A page that is not there in ten seconds is not there for people either. */
const patience = 10_000;

/**
 * Asks for the page as a browser does.
 *
 * @throws where it is not answered in time, with another status than 200, or by something that is not the page: Lambda counts
 * that as an error, and the alarm `PageNotFound` watches it
 */
export const handler = async (): Promise<{ readonly milliseconds: number }> => {
  const started = Date.now();
  const answer = await fetch(environment.ADDRESS, { signal: AbortSignal.timeout(patience) });
  const page = await answer.text();
  if (answer.status !== 200) throw new Error(`the page was answered with ${answer.status}`);
  if (!page.includes('/pages/assets/pages-')) throw new Error('something else than the page was answered');
  return { milliseconds: Date.now() - started };
};
