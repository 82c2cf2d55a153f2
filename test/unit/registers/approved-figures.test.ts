import { describe, expect, it } from 'vitest';
import { approvedMove, moving } from './breaches-of-costs.ts';
import { agreedChange, made } from './put-entry.ts';

const kind = 'cost-or-benefit';
const factsOf = (record: object, before?: object) =>
  made(kind, record, before === undefined ? {} : { before: made(kind, before) }).facts;
const million = { low: 1_000_000, high: 1_000_000, exact: true };
const dearer = { ...approvedMove, approved: { kind: 'about', pounds: 2_000_000 } };

describe('What was approved first of a cost or benefit', () => {
  it('is kept while another figure is agreed, and how often that was', () => {
    expect(factsOf(moving)).toEqual({ firstApproved: null, changesOfApproved: 0 });
    expect(factsOf(approvedMove, moving)).toEqual({
      firstApproved: { case: 'full', pounds: million },
      changesOfApproved: 0,
    });
    expect(factsOf({ ...dearer, agreedChange }, approvedMove)).toEqual({
      firstApproved: { case: 'full', pounds: million },
      changesOfApproved: 1,
    });
  });

  it('moves with another version of the case as well, whose figure it may leave to it', () => {
    expect(factsOf({ ...moving, case: 'full-2' }, approvedMove)).toMatchObject({ changesOfApproved: 1 });
    expect(factsOf({ ...moving, case: 'full' })).toEqual({
      firstApproved: { case: 'full', pounds: null },
      changesOfApproved: 0,
    });
  });

  it('is the same figure whatever its source and other papers say', () => {
    const sourced = { ...approvedMove.approved, source: 'Full case 2.0', asAt: '2014-01-01' };
    expect(factsOf({ ...approvedMove, approved: sourced }, approvedMove)).toMatchObject({ changesOfApproved: 0 });
  });
});
