import * as z from 'zod';
import { Fault } from '#schemas/problems.ts';

/*
 * What a screen asks the API, as data. Whoever shows the screen asks it, with the person's own token.
 */

/** A read of the API. */
export interface Question<S extends z.ZodType = z.ZodType> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What the screen reads of the answer. */
  readonly answer: S;
  /** Set where the answer is a list of which every page is asked for, one after the other. */
  readonly everyPage?: true;
  /** Set where the answer is large and seldom another: it may be kept, and is asked for by its ETag. */
  readonly kept?: true;
}

/** A read whose refusal (not there, or not for this role) is an answer too: the screen is shown with null in its place. */
export interface MaybeQuestion<S extends z.ZodType = z.ZodType> extends Question<S> {
  /** `busy`: so is any other problem, as where too many ask: what it answers stands beside what the screen is for. */
  readonly orNothing: true | 'busy';
}

export const asking = <S extends z.ZodType>(
  path: string,
  answer: S,
  query: Readonly<Record<string, string | undefined>> = {},
): Question<S> => ({
  path,
  answer,
  query: Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  ),
});

export const orNothing = <S extends z.ZodType>(question: Question<S>): MaybeQuestion<S> => ({
  ...question,
  orNothing: true,
});

/** The whole of a list, however many pages it has. */
export const everyPage = <Q extends Question>(question: Q): Q & { readonly everyPage: true } => ({
  ...question,
  everyPage: true,
});
/** A question whose answer may be kept. */
export const keeping = <Q extends Question>(question: Q): Q & { readonly kept: true } => ({ ...question, kept: true });
export const orNothingIfBusy = <S extends z.ZodType>(question: Question<S>): MaybeQuestion<S> => ({
  ...question,
  orNothing: 'busy',
});

export type Questions = Readonly<Record<string, Question>>;
export type Answers<Q extends Questions> = {
  readonly [N in keyof Q]: Q[N] extends MaybeQuestion ? z.output<Q[N]['answer']> | null : z.output<Q[N]['answer']>;
};

/** A problem of the API (RFC 9457) as pages read it. */
export const ProblemAnswer = z.object({
  title: z.string(),
  status: z.int(),
  code: z.string().default(''),
  detail: z.string().default(''),
  instance: z.string().optional(),
  faults: z.array(Fault).default([]),
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type ProblemAnswer = z.infer<typeof ProblemAnswer>;

/** The API refused what a screen needs: the page that says so takes its place. */
export class ProblemMet extends Error {
  readonly problem: ProblemAnswer;
  constructor(problem: ProblemAnswer) {
    super(problem.title);
    this.problem = problem;
  }
}

/** What is sent to the API. */
export interface Sending {
  readonly method: 'PUT' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body: unknown;
  /** The ETag of what is changed or judged; `new` where it must not be there yet; undefined where the API asks for none. */
  readonly version?: string | 'new' | undefined;
  /** From when it is true; now unless said. */
  readonly effectiveAt?: string | undefined;
}

export type Sent =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly problem: ProblemAnswer };

/** A file as the API gives it. */
export interface PulledFile {
  /** `facing-the-challenge-2014-04.pdf` */
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** The API as a screen has it: with the token of whoever looks. */
export interface Api {
  /** @throws ProblemMet where the API refuses; null where the question may be answered so. */
  ask<S extends z.ZodType>(
    question: Question<S>,
  ): Promise<{ readonly answer: z.output<S>; readonly etag: string | null } | null>;
  /**
   * What is at an address as a file of a type.
   * @throws ProblemMet where the API refuses
   */
  pull(path: string, type: string): Promise<PulledFile>;
  /** @param key makes a request that is sent twice be done once */
  send(sending: Sending, key: string): Promise<Sent>;
}

export interface Asked<Q extends Questions> {
  readonly answers: Answers<Q>;
  readonly etags: Readonly<Partial<Record<keyof Q, string>>>;
}

/** Asks all at once. */
export function askAll<Q extends Questions>(questions: Q, api: Api): Promise<Asked<Q>>;
export async function askAll(questions: Questions, api: Api) {
  const asked = await Promise.all(
    Object.entries(questions).map(async ([name, question]) => [name, await api.ask(question)] as const),
  );
  return {
    answers: Object.fromEntries(asked.map(([name, one]) => [name, one?.answer ?? null])),
    etags: Object.fromEntries(asked.flatMap(([name, one]) => (one?.etag ? [[name, one.etag]] : []))),
  };
}
