import { join } from 'node:path';
import * as z from 'zod';
import { projectFolder } from '#local/fresh-bundles.ts';
import { environmentOf } from '#local/function-environment.ts';
import { type Child, startChild } from './child.ts';
import { quantile, spreadOf } from './paired.ts';
import { clientOf, month, openProgramme, publishMonth } from './programmes.ts';
import type { Part, Row } from './row.ts';
import { type Stack, startStack } from './stack.ts';

const Told = z.object({
  milliseconds: z.number(),
  cpuMilliseconds: z.number(),
  mostMegabytes: z.number(),
  result: z.unknown(),
});
const NothingFailed = z.object({ batchItemFailures: z.array(z.unknown()).max(0) });

/** What the roll-up's process may have of heap: its peak is measured under this. */
const heapFlags = ['--max-old-space-size=128', '--max-semi-space-size=4'];

const startRollUps = (stack: Stack, flags: readonly string[]): Promise<Child<unknown>> =>
  startChild({
    file: 'roll-up-process.ts',
    flags,
    given: {
      endpoint: stack.endpoint,
      table: stack.table,
      bundle: join(projectFolder, 'dist/roll-up/index.mjs'),
      month,
    },
    environment: environmentOf('roll-up', {
      dynamoDbEndpoint: stack.endpoint,
      sqsEndpoint: stack.tracker.ready.origin,
      queueUrl: `${stack.tracker.ready.origin}/local-queue/roll-up`,
      issuer: '',
    }),
    ready: z.unknown(),
  });

const words = (reviews: number): string => reviews.toLocaleString('en-GB');

/** The month's roll-up as deployed, in a process of its own, against paging the same positions and adding up one number. */
export const rollUps: Part = {
  name: 'roll-ups',
  title: 'The monthly roll-up, against paging the same positions',
  measure: async ({ large, onProgress }) => {
    const sizes = [65, 1_000, 10_000, ...(large ? [100_000] : [])];
    onProgress("roll-ups: telling Kent's programme");
    const stack = await startStack(['facing-the-challenge']);
    const client = clientOf(stack);
    const rows: Row[] = [];
    try {
      for (const reviews of sizes) {
        onProgress(`roll-ups: a programme of ${words(reviews)}`);
        await openProgramme(stack, client, `of-${reviews}`, reviews);
      }
      await publishMonth(stack, 'of-65');
      const process = await startRollUps(stack, []);
      const revisions = new Map<number, number>([[65, 1]]);
      const once = async (child: Child<unknown>, what: 'floor' | 'roll-up', reviews: number) => {
        const revision = (revisions.get(reviews) ?? 0) + (what === 'roll-up' ? 1 : 0);
        revisions.set(reviews, revision);
        const told = Told.parse(await child.ask({ what, programme: `of-${reviews}`, revision }));
        if (what === 'roll-up') NothingFailed.parse(told.result);
        return told;
      };
      const perReview = new Map<number, number[]>();
      const pairsOf = (reviews: number): number => (reviews <= 1_000 ? 9 : reviews <= 10_000 ? 5 : 1);
      for (const reviews of sizes) {
        onProgress(`roll-ups: ${words(reviews)} reviews`);
        if (reviews <= 10_000) await once(process, 'roll-up', reviews);
        const ratios: number[] = [];
        for (let pair = 0; pair < pairsOf(reviews); pair += 1) {
          const before = await once(process, 'floor', reviews);
          const ours = await once(process, 'roll-up', reviews);
          const after = await once(process, 'floor', reviews);
          ratios.push((2 * ours.milliseconds) / (before.milliseconds + after.milliseconds));
          perReview.set(reviews, [...(perReview.get(reviews) ?? []), ours.cpuMilliseconds / reviews]);
        }
        rows.push({ name: `the roll-up of ${words(reviews)} reviews`, ratio: spreadOf(ratios), goal: 1.5 });
      }
      await process.stop();
      const each = (reviews: number): number => quantile(perReview.get(reviews) ?? [], 0.5);
      for (const reviews of sizes.filter((size) => size > 1_000)) {
        const ratios = (perReview.get(reviews) ?? []).map((one) => one / each(1_000));
        rows.push({
          name: `a review among ${words(reviews)}, against one among 1,000`,
          ratio: spreadOf(ratios),
          goal: 1.15,
          note: 'By the processor time of the process',
        });
      }
      for (const reviews of sizes) {
        onProgress(`roll-ups: memory at ${words(reviews)}`);
        const alone = await startRollUps(stack, heapFlags);
        const { mostMegabytes } = await once(alone, 'roll-up', reviews);
        await alone.stop();
        rows.push({
          name: `the most memory of a roll-up of ${words(reviews)} reviews`,
          count: { value: Math.round(mostMegabytes), unit: 'MB' },
          goal: 256,
          note: `The whole process, with ${heapFlags.join(' ')}`,
        });
      }
      return rows;
    } finally {
      client.destroy();
      await stack.stop();
    }
  },
};
