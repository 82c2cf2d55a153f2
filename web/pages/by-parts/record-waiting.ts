import type { Instant } from '#language/time.ts';
import { apiRegisterPath } from '../paths.ts';
import type { Api, ProblemAnswer } from '../question.ts';
import type { At } from '../screen.ts';
import { sentencesOf } from './refused-rows.ts';
import type { Part, Stream, Waiting } from './waiting.ts';

/** No part is begun later than this after the request began: the gateway waits for half a minute, and a part may take some seconds. */
export const safeMilliseconds = 8_000;
/** Reviews that are recorded at the same time. */
export const mostStreams = 4;

/** The service is away, or too many ask: nothing is wrong with the entries. */
export const isBusy = ({ status }: ProblemAnswer): boolean => status === 429 || status >= 500;

export interface Recording {
  readonly at: At;
  readonly api: Api;
  readonly effectiveAt: Instant | undefined;
}

interface HowSent {
  readonly fileDigest: string | undefined;
  /** It is judged, and nothing is recorded. */
  readonly checkOnly?: true;
}

/**
 * Sends a part. Sent again, as where its answer was lost, it is recorded once: its key is of what is in it.
 *
 * @returns what was refused; undefined where it is recorded
 */
export const sendPart = async (
  { at, api, effectiveAt, fileDigest, checkOnly }: Recording & HowSent,
  { review }: Pick<Stream, 'review'>,
  { register, isOfChanges, entries }: Part,
): Promise<ProblemAnswer | undefined> => {
  const { programmeId: programme = '' } = at.params;
  const place = apiRegisterPath({ programme, review: review ?? undefined }, register);
  const path = isOfChanges ? `${place}/changes` : place;
  const body = {
    ...(fileDigest === undefined ? {} : { fileDigest }),
    ...(checkOnly && { checkOnly }),
    entries: entries.map(({ id, version, record }) =>
      version === undefined ? { id, record } : { id, version, record },
    ),
  };
  const key = at.keyOf(`${path} ${effectiveAt ?? 'now'} ${JSON.stringify(body)}`);
  const sent = await api.send({ method: 'POST', path, body, effectiveAt }, key);
  return sent.kind === 'refused' ? sent.problem : undefined;
};

export interface Recorded {
  readonly waiting: Waiting;
  /** The service was away: what waits is as it was. */
  readonly isBusy: boolean;
  /** What was refused last. */
  readonly refusal: ProblemAnswer | undefined;
}

/** Records what waits, a part after the other, for as long as a request may take; the first part always. */
export const recordWaiting = async (recording: Recording, waiting: Waiting): Promise<Recorded> => {
  const { at } = recording;
  const until = Date.parse(at.now) + safeMilliseconds;
  const streams: Stream[] = waiting.streams.map((one) => ({ ...one }));
  const queue = streams.filter(({ left }) => left.length > 0);
  let [begun, busy] = [0, false];
  let refusal: ProblemAnswer | undefined;
  const mayBegin = (): boolean => !busy && (begun === 0 || Date.parse(at.clock()) < until);
  const record = async (stream: Stream): Promise<void> => {
    for (let part = stream.left[0]; part !== undefined && mayBegin(); part = stream.left[0]) {
      begun += 1;
      const problem = await sendPart({ ...recording, fileDigest: waiting.digest }, stream, part);
      if (problem === undefined) {
        stream.recorded += part.entries.length;
        stream.left = stream.left.slice(1);
      } else if (isBusy(problem)) {
        refusal = problem;
        busy = true;
      } else {
        refusal = problem;
        stream.refused = [...sentencesOf(problem, part, at.today)];
        stream.left = [];
      }
    }
  };
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && mayBegin(); next = queue.shift()) await record(next);
  };
  await Promise.all(Array.from({ length: mostStreams }, work));
  return { waiting: { ...waiting, streams }, isBusy: busy, refusal };
};
