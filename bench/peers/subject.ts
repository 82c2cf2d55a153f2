/** What is done on each subject; the same work, each by its own API. */
export interface Way {
  /** `default`: as a new project answers. `best`: as somebody who knows it well would ask, with what may be switched off switched off. */
  readonly name: 'default' | 'best';
  create(n: number): Promise<unknown>;
  /** Another stage each time. */
  updateStage(n: number): Promise<unknown>;
  getOne(): Promise<unknown>;
  /** How many rows came. */
  list65(): Promise<number>;
  /** Counts and planned pounds by stage and rating, or more. */
  position(): Promise<unknown>;
  /** How many rows of ten fields came. */
  pullMonth(): Promise<number>;
}

/** What a subject does when it is pressed. */
export interface Pressed {
  /** Reads the figure and writes one more, with If-Match; whether that was acknowledged. */
  addOne(): Promise<boolean>;
  figure(): Promise<number>;
  /** Sends one request to make a record with one Idempotency-Key. */
  makeWithKey(key: string): Promise<unknown>;
  /** How many records that key made. */
  madeWithKey(key: string): Promise<number>;
}

export interface Subject {
  readonly name: string;
  readonly ways: readonly [Way, Way];
  readonly pressed: Pressed;
  /** Ends it, starts it again on the same data and answers the milliseconds from then until it is ready. */
  startAgain(): Promise<number>;
  stop(): Promise<void>;
}

/** Why a subject is not measured, in a sentence. */
export interface Skipped {
  readonly name: string;
  readonly skipped: string;
}

/** Rows of the published month that is pulled. */
export const monthRows = 5_000;
export const stages = ['identified', 'service-baseline'] as const;
export const stageOf = (n: number): string => stages[n % 2] ?? 'identified';
export const tenFields = [
  'title',
  'stage',
  'lifecycle',
  'tier',
  'portfolio',
  'directorate',
  'theme',
  'sro',
  'plan',
  'rating',
] as const;

const words = [
  'places',
  'people',
  'corporate',
  'growth',
  'health',
  'highways',
  'libraries',
  'property',
  'legal',
  'waste',
];
const everyStage = [...stages, 'options-appraisal', 'full-business-case', 'decision', 'implementation'];
const ratings = ['green', 'amber', 'red'];

/** Ten fields of a review, the same for the same number. */
export const rowOf = (n: number) => ({
  title: `Review ${n} of ${words[n % 10]} and ${words[(n * 7) % 10]}`,
  stage: everyStage[n % 6] ?? '',
  lifecycle: n % 9 === 0 ? 'paused' : 'active',
  tier: `${(n % 3) + 1}`,
  portfolio: words[n % 4] ?? '',
  directorate: words[n % 5] ?? '',
  theme: words[n % 7] ?? '',
  sro: `sro-${n % 40}`,
  plan: (n * 7_919) % 1_000_000,
  rating: ratings[n % 3] ?? '',
});

/** Numbers from..below in lists of at most so many. */
export const inLots = (count: number, lot: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(count / lot) }, (_, n) =>
    Array.from({ length: Math.min(lot, count - n * lot) }, (__, m) => n * lot + m),
  );
