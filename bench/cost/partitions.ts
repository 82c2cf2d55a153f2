import { duePartition, duePartitions } from '#store/table/keys.ts';
import { county } from './month.ts';
import { changes, questions, rollUp, type Use } from './uses.ts';

/*
 * The key patterns of store/table/keys.ts against what one partition of DynamoDB gives in a second:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 */

export const partitionLimits = { readUnits: 3_000, writeUnits: 1_000 } as const;
/** A new on-demand table at once; it takes twice its last peak after that, up to the account's quota (40,000 each unless raised). */
export const newTableLimits = { readUnits: 12_000, writeUnits: 4_000 } as const;

/**
 * The last hour of the day on which returns are due. Everybody of the council works in one programme of all its reviews:
 * the worst that the keys can be given. Its busiest second has ten times the hour's average.
 */
export const busiestHour = {
  changesEachReview: 8,
  questionsEachPerson: 40,
  timesAverage: 10,
  /** The part of all requests that goes to the one review on everybody's screen. */
  hottestReview: 0.05,
} as const;

interface Units {
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface KeyPattern {
  readonly pattern: string;
  readonly holds: string;
  /** The part of a use's units that falls on it. */
  readonly of: (use: Use) => Units;
  /** The part of the council's requests for one partition of the pattern. */
  readonly oneOf: number;
}

const none: Units = { readUnits: 0, writeUnits: 0 };
const reading = (readUnits: number): Units => ({ readUnits, writeUnits: 0 });
const isChange = (use: Use): boolean => use.writeUnits > 0;
const ofReport = new Set(['report', 'report-page', 'report-lines']);
const takesNames = new Set(['list-reviews', 'get-review', 'changed-review', 'stage-work', 'stage-move']);
const takesOwnChain = new Set(['gate', 'programme', 'stage-work', 'stage-move']);

const settings = (use: Use): Units => (ofReport.has(use.id) ? none : reading(1));
const people = (use: Use): Units => (takesNames.has(use.id) ? reading(1) : none);
const ownChain = (use: Use): Units => (takesOwnChain.has(use.id) ? reading(1) : none);
const heads = (use: Use): Units => {
  if (isChange(use)) return { readUnits: 1, writeUnits: 2 };
  if (use.id === 'list-reviews') return reading(use.readUnits - 2);
  return ofReport.has(use.id) || use.id === 'programme' ? none : reading(1);
};
const looksAtPosition = new Set(['gate', 'stage-work', 'stage-move']);
/** Of a gate a unit for each part, there or not; of a change the part, and once a month its month end. */
const parts = (use: Use): Units => ({
  readUnits: looksAtPosition.has(use.id) ? 12 : isChange(use) ? 1 : 0,
  writeUnits: isChange(use) ? 16 : 0,
});
/** The record and its event. */
const chain = (use: Use): Units => {
  if (isChange(use)) return { readUnits: 3, writeUnits: 8 };
  if (ofReport.has(use.id) || use.id === 'list-reviews' || use.id === 'programme') return none;
  return reading(Math.max(1, use.readUnits - 2));
};
const idempotency = (use: Use): Units => (isChange(use) ? { readUnits: 1, writeUnits: 6 } : none);
const published = (use: Use): Units => (ofReport.has(use.id) ? reading(use.readUnits) : none);

export const keyPatterns: readonly KeyPattern[] = [
  { pattern: 'ORG#(organisation)', holds: "the programmes' settings", of: settings, oneOf: 1 },
  {
    pattern: 'ORG#…#PROGRAMME#(programme)#REVIEWS',
    holds: 'a head for each review',
    of: heads,
    oneOf: 1,
  },
  {
    pattern: 'ORG#…#PROGRAMME#(programme)#POSITIONS',
    holds: "a part for each register of a review's position, and its month ends",
    of: parts,
    oneOf: 1,
  },
  {
    pattern: 'ORG#…#PROGRAMME#…#REVIEW#(review)',
    holds: "a review's things and events",
    of: chain,
    oneOf: busiestHour.hottestReview,
  },
  {
    pattern: 'ORG#…#PROGRAMME#(programme)',
    holds: "the programme's own chain, its runs, what is due",
    of: ownChain,
    oneOf: 1,
  },
  { pattern: 'ORG#…#PEOPLE', holds: 'names', of: people, oneOf: 1 },
  { pattern: 'ORG#…#IDEMPOTENCY#(digest)', holds: 'one request each', of: idempotency, oneOf: 0 },
  { pattern: 'PUBLISHED#(organisation)#(programme)', holds: 'reports, lines, heads', of: published, oneOf: 1 },
];

/** How often a second each use happens in a council's busiest hour, on average. */
const usesASecond = (): readonly { readonly use: Use; readonly aSecond: number }[] => {
  const changed = (county.reviews * busiestHour.changesEachReview) / 3_600;
  const asked = (county.people * busiestHour.questionsEachPerson) / 3_600;
  const perReview = changes.reduce((sum, one) => sum + one.eachReviewAMonth, 0);
  const perPerson = questions.reduce((sum, one) => sum + one.eachPersonADay, 0);
  return [
    ...changes.map((use) => ({ use, aSecond: (changed * use.eachReviewAMonth) / perReview })),
    ...questions.map((use) => ({ use, aSecond: (asked * use.eachPersonADay) / perPerson })),
  ];
};

export interface Load extends Units {
  readonly pattern: string;
  readonly holds: string;
  /** Of what a partition gives, the larger of its two shares. */
  readonly share: number;
}

const shareOf = ({ readUnits, writeUnits }: Units, limits: Units): number =>
  Math.max(readUnits / limits.readUnits, writeUnits / limits.writeUnits);

/** What the hottest partition of each pattern gets in the busiest second of a council's busiest hour; hottest first. */
export const loads = (): readonly Load[] =>
  keyPatterns
    .map(({ pattern, holds, of, oneOf }) => {
      const part = busiestHour.timesAverage * (oneOf === 0 ? 0 : oneOf);
      const total = (units: keyof Units): number =>
        usesASecond().reduce((sum, { use, aSecond }) => sum + aSecond * of(use)[units], 0) * part;
      const units = { readUnits: total('readUnits'), writeUnits: total('writeUnits') };
      return { pattern, holds, ...units, share: shareOf(units, partitionLimits) };
    })
    .sort((a, b) => b.share - a.share);

/** What the whole table and the API get on average in that hour, if it is the same hour for so many councils. */
export const wholeTable = (times: number) => {
  const uses = usesASecond();
  const total = (units: keyof Units): number =>
    uses.reduce((sum, { use, aSecond }) => sum + aSecond * use[units], 0) * times;
  const units = { readUnits: total('readUnits'), writeUnits: total('writeUnits') };
  return {
    times,
    requests: uses.reduce((sum, { aSecond }) => sum + aSecond, 0) * times,
    ...units,
    share: shareOf(units, newTableLimits),
  };
};

/** A megabyte of positions at one unit for each 4 KB: what a query answers at most. */
const unitsAPage = 256;

/** The monthly roll-up of one programme: all of its reads of positions, and how quickly they would have to follow each other. */
export const rollUpOf = (reviews: number) => {
  const units = Math.ceil(reviews * rollUp.readUnits.eachReview);
  return {
    reviews,
    readUnits: Math.ceil(rollUp.readUnits.once + units),
    writeUnits: Math.ceil(rollUp.writeUnits.once + reviews * rollUp.writeUnits.eachReview),
    pages: Math.ceil(units / unitsAPage),
    /** Pages that come quicker than this, in milliseconds, reach the limit of the positions' partition. */
    limitMillisecondsAPage: (unitsAPage / partitionLimits.readUnits) * 1_000,
  };
};

/** An index item: keys of both, four short attributes. */
const bytesADueItem = 250;
/** Reports that are made at once: the queue's most concurrent calls, each one report at a time. */
const reportsAtOnce = 5;

/** The report day at 06:00, when every programme of so many councils is due. */
export const reportDay = (times: number, secondsAReport: number) => {
  const places = Array.from({ length: times }, (_, council) =>
    Array.from({ length: county.programmes }, (__, programme) => ({
      organisation: `council-${council + 1}`,
      programme: `programme-${programme + 1}`,
    })),
  ).flat();
  const perShard = duePartitions.map(
    (shard) => places.filter((programmeRef) => duePartition(programmeRef) === shard).length,
  );
  const most = Math.max(...perShard);
  return {
    times,
    reports: places.length,
    shards: duePartitions.length,
    mostInAShard: most,
    /** Eventually consistent: half a unit for each 4 KB of index items; then one unit for each programme's own item. */
    readUnits: perShard.reduce((sum, one) => sum + Math.ceil((one * bytesADueItem) / 4_096) / 2, 0) + places.length,
    /** Each publication takes the old date out of its shard and puts the new one in. */
    writesASecond: (2 * reportsAtOnce) / secondsAReport,
    minutes: (places.length * secondsAReport) / reportsAtOnce / 60,
  };
};
