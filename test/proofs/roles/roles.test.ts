import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { operations } from '#schemas/operations.ts';
import { everyRole, type Role } from '#schemas/people.ts';
import { disagreements, fewHolders } from '../../support/role-table.ts';
import { startTrackerInOneProcess, type TrackerInOneProcess } from '../../support/tracker-in-one-process.ts';
import { badTokens } from './gateway.ts';
import { judgeCells, roleCells } from './role-cells.ts';

vi.setConfig({ testTimeout: 600_000 });
let tracker: TrackerInOneProcess;
beforeAll(async () => {
  tracker = await startTrackerInOneProcess();
});
afterAll(() => tracker.stop());

describe('who may do what', () => {
  it("is as the domain's table of people says: for every operation, role, review, organisation and token", async () => {
    const { cells, losses } = await roleCells(tracker, fewHolders);
    expect(losses).toEqual([]);
    const guarded = operations.filter((operation) => operation.roles !== 'anyone').length;
    expect(cells['bad tokens']).toBe(guarded * everyRole.length * badTokens.length);
    expect(cells['over HTTP']).toBe(operations.length);
    expect(cells['role cells'] - cells['bad tokens']).toBeGreaterThanOrEqual(operations.length * fewHolders.length * 2);
  });

  it('is judged apart from what the operations say of themselves: a role too many or too few is found', async () => {
    const among = operations.filter(({ id }) => id === 'putReview' || id === 'waiveCriterion');
    const said = among.map((operation) => operation.roles);
    for (const operation of among) Object.assign(operation, { roles: ['board', 'sro'] satisfies Role[] });
    const { losses } = await judgeCells(tracker, { holders: fewHolders, among });
    for (const [n, operation] of among.entries()) Object.assign(operation, { roles: said[n] });
    expect(losses).toContainEqual(
      expect.stringMatching(/^putReview by board of council .* should be refused by role, was answered (?!403)/),
    );
    expect(losses).toContainEqual(
      expect.stringMatching(/^putReview by transformation team .* should be done, was answered 403/),
    );
    expect(losses).toContainEqual(expect.stringMatching(/^one of putReview, waiveCriterion stored something/));
    expect(losses).toContainEqual(
      expect.stringMatching(/^waiveCriterion by board of elsewhere .* should be refused by role/),
    );
  });

  it('is said of every address that there is, and of no other', () => {
    const addresses = ['GET /programmes', 'DELETE /programmes/{programmeId}'];
    expect(disagreements(addresses)).toContain('nothing says who may DELETE /programmes/*');
    expect(disagreements(addresses)).toContain('there is no PUT /programmes/* any more');
  });
});
