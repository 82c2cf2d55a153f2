import * as z from 'zod';
import { bundleOf } from '#local/fresh-bundles.ts';
import { environmentOf } from '#local/function-environment.ts';
import { startChild } from './child.ts';
import { spreadOf, type Timing } from './paired.ts';
import { month, openProgramme, type Stack, startStack } from './stack.ts';

const Done = z.object({ milliseconds: z.number(), cpuMilliseconds: z.number(), done: z.literal(true) });

const sizes = [65, 1_000, 10_000] as const;
const pairsOf = (reviews: number): number => (reviews > 1_000 ? 3 : 9);

const startRollUps = (stack: Stack) => {
  const { endpoint, origin, table } = stack;
  return startChild(
    'roll-up-process.ts',
    z.unknown(),
    { endpoint, table: table.tableName, bundle: bundleOf('roll-up'), month },
    environmentOf('roll-up', {
      dynamoDbEndpoint: endpoint,
      sqsEndpoint: origin,
      queueUrl: `${origin}/local-queue/roll-up`,
      issuer: '',
    }),
  );
};

/** The month's roll-up as deployed, in a process of its own, against paging the same positions and counting their parts. */
export const timeRollUps = async (): Promise<readonly Timing[]> => {
  const stack = await startStack();
  try {
    for (const reviews of sizes) await openProgramme(stack, `of-${reviews}`, reviews);
    const process = await startRollUps(stack);
    let revision = 0;
    const once = async (what: 'floor' | 'roll-up', reviews: number) =>
      Done.parse(await process.ask({ what, programme: `of-${reviews}`, revision }));
    const timings: Timing[] = [];
    const eachReview = new Map<number, number>();
    for (const reviews of sizes) {
      revision = 1;
      await once('roll-up', reviews);
      const ratios: number[] = [];
      const cpu: number[] = [];
      for (let pair = 0; pair < pairsOf(reviews); pair += 1) {
        const before = await once('floor', reviews);
        revision += 1;
        const ours = await once('roll-up', reviews);
        const after = await once('floor', reviews);
        ratios.push((2 * ours.milliseconds) / (before.milliseconds + after.milliseconds));
        cpu.push(ours.cpuMilliseconds / reviews);
      }
      eachReview.set(reviews, spreadOf(cpu).median);
      const words = reviews.toLocaleString('en-GB');
      timings.push({
        what: `the roll-up of ${words} reviews, against paging their positions`,
        spread: spreadOf(ratios),
        unit: 'x',
      });
    }
    await process.stop();
    const growth = (eachReview.get(10_000) ?? Number.NaN) / (eachReview.get(1_000) ?? Number.NaN);
    timings.push({
      what: "the processor's time of a review among 10,000, against one among 1,000",
      spread: spreadOf([growth]),
      unit: 'x',
    });
    return timings;
  } finally {
    await stack.stop();
  }
};
