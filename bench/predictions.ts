import { county } from './cost/month.ts';
import { busiestHour, loads, wholeTable } from './cost/partitions.ts';
import type { MeasuredPart } from './results-file.ts';
import { measuredValue } from './row.ts';

/*
 * What cannot be measured off AWS, each predicted from what can be and from the suppositions below. Whoever deploys the
 * tracker can hold the alarms' figures against them.
 */

/** On the high side of what is commonly told of one region, in milliseconds; AWS promises none of them. */
const suppositions = {
  /** The HTTP API, its authorizer and the call of a warm function. */
  gateway: 15,
  /** A strong read of some items, and a transaction of four. */
  read: 5,
  transaction: 15,
  /** Lambda's own start of Node, and the client's first connection with the first schemas. */
  runtime: 200,
  firstRequest: 80,
  /** Importing the client alone as CommonJS (on one machine, docs/adr/0015-cold-start.md). */
  importOfTheClient: 41,
} as const;
/** Of a processor that a function of 1,024 MB has: one at 1,769 MB, https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const processor = 1_024 / 1_769;

export interface Prediction {
  readonly what: string;
  readonly predicted: string;
  /** The arithmetic, in a sentence. */
  readonly because: string;
}

/** What a row measured, the first whose name begins so. @throws where it was not measured. */
const figureIn = (results: readonly MeasuredPart[], part: string, begins: string): number => {
  const row = results.find((one) => one.part === part)?.rows.find(({ name }) => name.startsWith(begins));
  if (row === undefined) throw new Error(`"${begins}" of ${part} was not measured: npm run bench -- --only ${part}`);
  return measuredValue(row);
};

const percent = (part: number): string => `${Number((part * 100).toPrecision(2))}%`;
const rounded = (milliseconds: number): string => `${Math.round(milliseconds)} ms`;

export const predictions = (results: readonly MeasuredPart[]): readonly Prediction[] => {
  const { gateway, read, transaction, runtime, firstRequest, importOfTheClient } = suppositions;
  const cpuOf = (use: string): number => figureIn(results, 'handler-cpu', use) / 1_000 / processor;
  const [moved, got, pulled] = [
    cpuOf('move the stage of another'),
    cpuOf('get another review'),
    cpuOf("a board's pull"),
  ];
  const roundsOfAChange = figureIn(results, 'capacity', 'move a bare review to its next stage, of 65: calls');
  const reads = (roundsOfAChange - 1) * read;
  const change = gateway + reads + moved + transaction;
  const floor = gateway + transaction;
  const imported = figureIn(results, 'cold-start', 'importing commands') * importOfTheClient;
  const changesASecond = (county.reviews * busiestHour.changesEachReview) / 3_600;
  const hottest = changesASecond * busiestHour.hottestReview * busiestHour.timesAverage;
  const open = (reads + moved + transaction) / 1_000;
  const meets = 1 - Math.exp(-hottest * open);
  const [hot] = loads();
  const table = wholeTable(400);
  return [
    {
      what: 'Latency of a change, p50 on a warm function',
      predicted: `${rounded(change)}, ${(change / floor).toFixed(2)} x the floor's ${rounded(floor)}`,
      because: `in ms: gateway and call ${gateway} + ${roundsOfAChange - 1} x ${read} for what it reads first + ${moved.toFixed(1)} of the processor that 1 GB has + one transaction ${transaction}; p99 some three times that`,
    },
    {
      what: "Latency of getting a review, and of a board's pull, p50",
      predicted: `${rounded(gateway + read + got)} and ${rounded(gateway + read + pulled)}, ${((gateway + read + got) / (gateway + read)).toFixed(2)} x and ${((gateway + read + pulled) / (gateway + read)).toFixed(2)} x the floor's ${rounded(gateway + read)}`,
      because: `in ms: gateway and call ${gateway} + one read ${read} + ${got.toFixed(1)} or ${pulled.toFixed(1)} of the processor`,
    },
    {
      what: 'Cold start, the first request of a new function',
      predicted: `${rounded(runtime + imported + firstRequest)}, of which ours to bring down ${rounded(imported)}; fewer than 1 in 100 requests`,
      because: `in ms: Lambda's start of Node ${runtime} + our import ${imported.toFixed(0)} (its ratio to the client's ${importOfTheClient}) + first connection and schemas ${firstRequest}; functions stay warm between a council's requests but for its first in the morning and its busiest second`,
    },
    {
      what: "Conflicts, of the changes of the review on everybody's screen in the busiest second",
      predicted: `${percent(meets)} come second and are decided again unseen; refused with 503 after five tries: none`,
      because: `${hottest.toFixed(2)} changes a second of it (${(busiestHour.hottestReview * 100).toFixed(0)}% of ${changesASecond.toFixed(2)}, times ${busiestHour.timesAverage}) x the ${rounded(open * 1_000)} between its head's read and its commit; five in a row meet once in ${Math.round(meets ** -5).toLocaleString('en-GB')} times`,
    },
    {
      what: 'Throttled requests',
      predicted: "none up to 400 councils, with the API's rate raised",
      because: `the hottest key, ${hot?.pattern ?? ''}, takes ${percent(hot?.share ?? Number.NaN)} of a partition's limits in a council's busiest second, and 400 councils' busiest hour ${percent(table.share)} of what a new table takes (docs/cost.md)`,
    },
  ];
};

/** The predictions as a list in Markdown, each with its arithmetic. */
export const predictionsInWords = (results: readonly MeasuredPart[]): string =>
  [
    'Not measured off AWS, and predicted:',
    '',
    ...predictions(results).map(({ what, predicted, because }) => `- **${what}**: ${predicted} (${because}).`),
  ].join('\n');
