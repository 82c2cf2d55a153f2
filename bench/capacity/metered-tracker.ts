import type { Role } from '#schemas/people.ts';
import type { storedIn } from '../grow-programme.ts';
import type { CapacityMeter } from './capacity-meter.ts';

interface Person {
  readonly roles: readonly Role[];
  readonly subject: string;
}

export interface Request {
  /** One of the transformation team where nobody is named. */
  readonly as?: Person;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A tracker behind the meter, with Kent's programme loaded. */
export interface MeteredTracker {
  /** Sends an operation by its id; a POST has an Idempotency-Key of its own unless one is given. */
  ask(operation: string, request: Request): Promise<Answer>;
  /** Waits until what was asked for last is rolled up. */
  settled(): Promise<void>;
  readonly organisation: string;
  readonly meter: CapacityMeter;
  /** The table past the meter. */
  readonly table: Parameters<typeof storedIn>[0];
}

/** @throws where it is refused. */
export const must = async (tracker: MeteredTracker, operation: string, request: Request): Promise<Answer> => {
  const answer = await tracker.ask(operation, request);
  if (answer.status >= 400) throw new Error(`${operation} answered ${answer.status}: ${answer.text}`);
  return answer;
};

export const office: Person = { roles: ['programme-office'], subject: 'pat-office' };
