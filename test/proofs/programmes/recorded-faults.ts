import { firstMonth } from './any-programme.ts';
import type { OnTheEngine } from './on-the-engine.ts';
import { currentOf } from './series.ts';

/** Each decision and each move that was recorded is in exactly one of the current revisions, and no other is in any. */
export const recordedFaults = ({ series, facts, struckOut }: OnTheEngine): readonly string[] => {
  const current = currentOf(series);
  const reported = current.flatMap(({ made: { content } }) => [
    ...content.decisions.taken.rows.map(({ review, decision }) => `${review} decision ${decision}`),
    ...content.moves.rows.map(({ review, on }) => `${review} move on ${on}`),
  ]);
  const named = ({ review, kind, name, on }: OnTheEngine['facts'][number]): string =>
    kind === 'decision' ? `${review} decision ${name}` : `${review} move on ${on}`;
  // What is struck out is in no report that is made since, and may be in one of before; what was before the first month may be in the first report.
  const isWanted = ({ review, on }: OnTheEngine['facts'][number]): boolean =>
    !struckOut.has(review) && on >= firstMonth;
  const [wanted, others] = [facts.filter(isWanted).map(named), facts.filter((one) => !isWanted(one)).map(named)];
  const found = difference(reported, others);
  const [missing, more] = [difference(wanted, found), difference(found, wanted)];
  return [...missing.map((one) => `in no report: ${one}`), ...more.map((one) => `once too often: ${one}`)];
};

/** What is in the first more often than in the second. */
const difference = (these: readonly string[], those: readonly string[]): readonly string[] => {
  const left = [...those];
  return these.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};
