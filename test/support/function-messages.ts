import * as z from 'zod';

/** The functions that a process can be asked to run. */
export const FunctionHost = z.enum(['commands', 'queries', 'board', 'front', 'roll-up']);
export type FunctionHost = z.infer<typeof FunctionHost>;

/** What a process is asked: one event for one function, which is told to have so long for it. */
export const Invoke = z.object({ id: z.int(), host: FunctionHost, event: z.unknown(), milliseconds: z.int() });
export type Invoke = z.infer<typeof Invoke>;

/** What it says back. */
export const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('answered'),
    id: z.int(),
    answer: z.unknown(),
    /** The most memory that the process had until then. */
    megabytes: z.number(),
    /** The processor's time that it had had until then. */
    processorSeconds: z.number(),
  }),
  z.object({ kind: z.literal('failed'), id: z.int(), message: z.string() }),
]);
export type Said = z.infer<typeof Said>;
