import * as z from 'zod';

/** Where the tracker and the model told a story differently. */
export const Divergence = z.object({
  /** The same story is told again from it. */
  seed: z.int(),
  command: z.int(),
  asked: z.array(z.unknown()),
  differences: z.array(z.string()),
});
export type Divergence = z.infer<typeof Divergence>;

/** What became of one story: a programme from its beginning, by chance from a seed. */
export const Scenario = z.object({
  commands: z.int(),
  concurrent: z.int(),
  reports: z.int(),
  /** How often each act was answered with each status: `put 201`. */
  answers: z.record(z.string(), z.int()),
  divergence: Divergence.nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

/** Tells one story of so many commands. */
export type Persona = (seed: number, commands: number) => Promise<Scenario>;

/** What a process that tells stories is asked, and what it says back. */
export const Tell = z.object({ seed: z.int(), commands: z.int() });
export const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('told'), scenario: Scenario }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type Told = z.infer<typeof Told>;
