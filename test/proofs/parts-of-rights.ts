import { startTrackerInOneProcess } from '../support/tracker-in-one-process.ts';
import { gapsOf, type Part } from './figures.ts';
import { timed } from './parts.ts';
import { policyChecks } from './policies/policy-checks.ts';
import { roleCells } from './roles/role-cells.ts';

export const provePolicies = (): Promise<Part> =>
  timed(
    'Policies',
    'what each function did of table and queue, judged by its own policy of the synthesised stacks',
    async () => {
      const { checks, kinds, missing, unused, unanswered, observed } = await policyChecks();
      return {
        figures: { 'policy checks': checks },
        counts: {
          'policy checks': checks,
          'kinds of them': kinds,
          'without a grant': missing.length,
          'unused grants': unused.length,
        },
        losses: [
          ...missing.map((one) => `without a grant: ${one}`),
          ...unanswered.map((one) => `not judged, for it was not answered: ${one}`),
          ...observed.troubles,
          ...gapsOf({ 'policy checks': [checks, 1] }),
        ],
      };
    },
  );

export const proveRoles = (): Promise<Part> =>
  timed(
    'Roles',
    "every operation by every role, at own and others' reviews and organisations, with every bad token",
    async () => {
      const tracker = await startTrackerInOneProcess();
      try {
        const { cells, losses } = await roleCells(tracker);
        return {
          figures: { operations: cells['role cells'], 'role cells': cells['role cells'] },
          counts: cells,
          losses: [...losses, ...gapsOf({ 'role cells': [cells['role cells'], 1] })],
        };
      } finally {
        await tracker.stop();
      }
    },
  );
