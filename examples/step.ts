import type { LocalDate, ReportMonth } from '#language/time.ts';
import type { PersonRole } from '#schemas/people.ts';

/** Who takes a step: the role, subject and name that the token carries. */
export interface Persona {
  readonly role: PersonRole;
  readonly subject: string;
  readonly name: string;
}

/** A change recorded through the API on a day, from which it is true. */
export interface ChangeStep {
  readonly kind: 'change';
  readonly on: LocalDate;
  /** Where it is recorded on a later day than the one from which it is true: that one travels as header `Effective-At`. */
  readonly recordedOn?: LocalDate;
  readonly as: Persona;
  /** The id of an operation of the API. */
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What is read just before, of which a member is sent in the body as it was read. */
  readonly reads?: {
    readonly operation: string;
    readonly params: Readonly<Record<string, string>>;
    readonly query?: string;
    readonly member: string;
    /** Where it is in the answer, if not at its top under the same name. */
    readonly at?: readonly string[];
  };
  /** Of a PUT: `create` sends `If-None-Match: *`, `latest` sends `If-Match` with the version there is. */
  readonly version?: 'create' | 'latest';
}

/** The report of a month, run by hand. */
export interface ReportStep {
  readonly kind: 'report';
  readonly on: LocalDate;
  readonly month: ReportMonth;
  readonly as: Persona;
}

export type Step = ChangeStep | ReportStep;

/** The day on which a step is taken. */
export const dayOfPlaying = (step: Step): LocalDate =>
  step.kind === 'change' ? (step.recordedOn ?? step.on) : step.on;

/** A programme's course from beginning to end, its steps in order of time. */
export interface Scenario {
  readonly name: string;
  readonly programme: string;
  readonly steps: readonly Step[];
  /** Who signs in on the first day, so that the register of people has their roles; nobody unless said. */
  readonly people?: readonly Persona[];
  /** From when on `npm start` makes the messages and events of each morning: of a whole year they take as long as half of its steps. */
  readonly messagesFrom?: LocalDate;
}
