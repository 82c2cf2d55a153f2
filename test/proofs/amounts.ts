/** How much is done in each part of the proof, and what a part must have come to: less than that is a gap. */
export interface Amounts {
  readonly writers: number;
  readonly processes: number;
  /** Reviews, one after the other, and acts of each writer in each. */
  readonly rounds: number;
  readonly acts: number;
  readonly faultRounds: number;
  readonly faultActs: number;
  readonly hostile: number;
  readonly kills: number;
  readonly again: number;
  readonly months: number;
  /** Of the report whose roll-up is out of time. */
  readonly reviews: number;
  readonly tamperings: number;
  readonly modelCommands: number;
  readonly least: {
    readonly acknowledged: number;
    readonly operationsUnderFaults: number;
    readonly retried: number;
    /** Deliveries out of time while some reviews were done and some were not; a page of cards is done at once. */
    readonly partWay: number;
  };
}

/** At most fifteen minutes on two cores. */
export const shortRun: Amounts = {
  writers: 8,
  processes: 4,
  rounds: 8,
  acts: 20,
  faultRounds: 6,
  faultActs: 15,
  hostile: 3_000,
  kills: 20,
  again: 40,
  months: 5,
  reviews: 300,
  tamperings: 1_500,
  modelCommands: 3_000,
  least: { acknowledged: 500, operationsUnderFaults: 1_000, retried: 400, partWay: 0 },
};

export const longRun: Amounts = {
  writers: 8,
  processes: 4,
  rounds: 100,
  acts: 20,
  faultRounds: 78,
  faultActs: 20,
  hostile: 20_000,
  kills: 200,
  again: 450,
  months: 20,
  reviews: 5_000,
  tamperings: 10_000,
  modelCommands: 100_000,
  least: { acknowledged: 10_000, operationsUnderFaults: 20_000, retried: 5_000, partWay: 1 },
};
