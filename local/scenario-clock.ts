import { type LocalDate, startOfDay } from '#language/time.ts';

/** The clock by which a sample programme is recorded: set to the day of a step, it runs on from there. */
export class ScenarioClock {
  #day: LocalDate | undefined;
  #shift: number | undefined;

  /** How far it stands from the system's, in milliseconds; undefined: no sample programme is being recorded. */
  get shift(): number | undefined {
    return this.#shift;
  }

  setTo(day: LocalDate): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#shift = Date.parse(startOfDay(day)) - Date.now();
  }

  stop(): void {
    this.#day = undefined;
    this.#shift = undefined;
  }
}
