import type { Client } from '../../support/client.ts';
import type { Written } from '../writers.ts';
import { type Finding, findingsOf } from './history-checker.ts';
import { readChains, type StoredChain } from './read-chains.ts';
import type { Recorded } from './recorded.ts';

/** Everybody adds one to what they read: the figure stands at the number of additions that were told. */
const figureFindings = (chains: readonly StoredChain[], recorded: readonly Recorded[]): readonly Finding[] =>
  chains.flatMap((chain): readonly Finding[] => {
    const events = chain.events.filter((event) => event.recordRef.id === 'figure');
    const plans = events.map((event) => JSON.stringify(event.after.record.years).match(/"plan":\D*(\d+)/)?.[1]);
    const acknowledged = recorded.filter(
      (one) =>
        one.chain === chain.name &&
        one.thing === 'saving#figure' &&
        one.mark !== null &&
        one.outcome === 'acknowledged',
    ).length;
    return plans.every((plan, n) => plan === String(n)) && events.length >= acknowledged
      ? []
      : [{ kind: 'lost', words: `${chain.name}: the figure went ${plans.slice(0, 20).join(', ')}` }];
  });

/** Everything that is wrong with what is stored, by what was told to the writers; and every answer that is a fault. */
export const findingsOfWriters = async (
  client: Client,
  { programme, recorded }: Written,
): Promise<readonly string[]> => {
  const chains = await readChains(client, programme);
  return [
    ...[...findingsOf(chains, recorded), ...figureFindings(chains, recorded)].map(
      (finding) => `${finding.kind}: ${finding.words}`,
    ),
    ...recorded
      .filter((one) => one.statuses.some((status) => status >= 500 && status !== 503))
      .map((one) => `${one.operation} ${one.mark ?? ''} answered ${one.statuses.join(', ')}: ${one.text}`),
  ];
};

/** What was done, counted. */
export const countsOf = (recorded: readonly Recorded[]): Readonly<Record<string, number>> => {
  const count = (is: (one: Recorded) => boolean): number => recorded.filter(is).length;
  return {
    requests: recorded.length,
    'writes acknowledged': count((one) => one.mark !== null && one.outcome === 'acknowledged'),
    'refused 412 or 409': count((one) => one.mark !== null && one.outcome === 'refused'),
    'honest 503': count((one) => one.outcome === 'unknown'),
  };
};
