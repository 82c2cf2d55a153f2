type Step = () => Promise<void> | void;

/** The steps that end a running tracker: the first one, then those that were added, the latest of them first. */
export class Shutdown {
  readonly #first: Step;
  readonly #added: Step[] = [];
  #running: Promise<void> | undefined;

  constructor(first: Step) {
    this.#first = first;
  }

  add(step: Step): void {
    this.#added.push(step);
  }

  /** Runs the steps once; a second call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#runSteps();
    return this.#running;
  }

  async #runSteps(): Promise<void> {
    for (const step of [this.#first, ...this.#added.toReversed()]) await step();
  }
}
