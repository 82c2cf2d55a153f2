import { counted } from '#language/in-words.ts';
import { type ProblemAnswer, ProblemMet } from '../question.ts';
import { isBusy, mostStreams, type Recording, safeMilliseconds, sendPart } from './record-waiting.ts';
import { entriesAtFault, sentencesOf } from './refused-rows.ts';
import type { Part, Stream, Waiting } from './waiting.ts';

/*
 * What waits is judged before anybody confirms it, by the rules that it is recorded by (docs/meaning.md WRITE-45): part by part, for as long as a request
 * may take. What is not reached is judged as it is recorded.
 */

/** Of a list the API says what is wrong of one kind: without those entries it is asked for the next. */
const mostRounds = 6;

export interface CheckedWaiting {
  /** A review with a row that would be refused is stopped. */
  readonly waiting: Waiting;
  /** What would be refused, at its cells. */
  readonly refused: readonly string[];
  /** Rows that were not reached. */
  readonly unchecked: number;
}

/** What is said of rows that were not reached. */
export const notReached = (rows: number): string =>
  `${counted(rows, 'row')} could not be judged by the rules in the time that a page has: what is wrong with them is said as they are recorded.`;

/** Somebody else changed one of them in this moment: that is said as it is recorded. */
const isOfVersion = ({ status }: ProblemAnswer): boolean => status === 412;

/** The day is chosen on the page that shows what was judged: another may be. */
const isOfDay = ({ code }: ProblemAnswer): boolean => code.startsWith('effective.');

/** @throws ProblemMet where whoever asks may not record it at all */
const refusedIn = async (
  recording: Recording & { readonly fileDigest: string | undefined },
  stream: Stream,
  part: Part,
): Promise<readonly string[] | 'not-reached'> => {
  const said: string[] = [];
  let { entries } = part;
  let { effectiveAt } = recording;
  for (let round = 0; round < mostRounds && entries.length > 0; round += 1) {
    const asked = { ...part, entries };
    const problem = await sendPart({ ...recording, effectiveAt, checkOnly: true }, stream, asked);
    if (problem === undefined) break;
    if (isBusy(problem)) return said.length > 0 ? said : 'not-reached';
    if (problem.status === 401 || problem.status === 403) throw new ProblemMet(problem);
    if (isOfDay(problem)) {
      if (effectiveAt === undefined) break;
      effectiveAt = undefined;
      continue;
    }
    if (!isOfVersion(problem)) said.push(...sentencesOf(problem, asked, recording.at.today));
    const wrong = entriesAtFault(problem);
    if (wrong.size === 0) break;
    entries = entries.filter((_, n) => !wrong.has(n));
  }
  return said;
};

export const checkWaiting = async (recording: Recording, waiting: Waiting): Promise<CheckedWaiting> => {
  const { at } = recording;
  const until = Date.parse(at.now) + safeMilliseconds;
  const queue = waiting.streams.flatMap((stream) => stream.left.map((part) => ({ stream, part })));
  const refused = new Map<Stream, readonly string[]>();
  let unchecked = 0;
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { stream, part } = next;
      const found =
        Date.parse(at.clock()) < until
          ? await refusedIn({ ...recording, fileDigest: waiting.digest }, stream, part)
          : 'not-reached';
      if (found === 'not-reached') unchecked += part.entries.length;
      else if (found.length > 0) refused.set(stream, [...(refused.get(stream) ?? []), ...found]);
    }
  };
  await Promise.all(Array.from({ length: mostStreams }, work));
  return {
    waiting: {
      ...waiting,
      streams: waiting.streams.map((stream) => {
        const said = refused.get(stream);
        return said === undefined ? stream : { ...stream, left: [], refused: [...said] };
      }),
    },
    refused: waiting.streams.flatMap((stream) => refused.get(stream) ?? []),
    unchecked,
  };
};
