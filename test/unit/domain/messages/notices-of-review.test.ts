import { describe, expect, it } from 'vitest';
import { noticesOfReview } from '#domain/messages/notices-of-review.ts';
import { withMarks } from '#language/withheld-text.ts';
import { aPosition, aProgramme, aRisk, type Broken } from '../../../support/positions.ts';

const programme = aProgramme({ reporting: { firstMonth: '2014-03' } });
const now = '2014-04-20T09:00:00.000Z';
const noticesOf = (broken: Broken, settings = programme) =>
  noticesOfReview(
    {
      programmeId: 'facing-change',
      reviewId: 'property',
      recordedAt: '2014-04-19T09:00:00.000Z',
      position: aPosition(broken),
    },
    { programme: settings, settingsOf: () => settings, now },
  ).map(({ notice: { programmeId: _, reviewId: __, title: ___, ...own } }) => own);

const quiet: Broken = {
  returns: [],
  businessCases: [],
  risks: { open: [], unscored: [], closed: [], happened: [] },
  issues: [],
};
const missing = { kind: 'return-to-submit', month: '2014-03', dueOn: '2014-04-05' };
const submitted = {
  month: '2014-03',
  nothingChanged: true,
  submittedAt: '2014-04-02T09:00:00.000Z',
  confirmedAt: null,
};
const entry = (register: string, kind: string, id: string, title: string | null) => ({ register, kind, id, title });

describe('MESSAGE-1: what a review asks of people', () => {
  it('asks for the return of a month that has ended, until its SRO confirms it', () => {
    expect(noticesOf(quiet)).toEqual([missing]);
    expect(noticesOf({ ...quiet, returns: [submitted] })).toEqual([{ ...missing, kind: 'return-to-confirm' }]);
    const sentBackAt = '2014-04-03T09:00:00.000Z';
    expect(noticesOf({ ...quiet, returns: [{ ...submitted, sentBackAt }] })).toEqual([
      { ...missing, kind: 'return-to-change' },
    ]);
    expect(noticesOf({ ...quiet, returns: [{ ...submitted, confirmedAt: sentBackAt }] })).toEqual([]);
  });

  it('asks for the outcome of a case from the day of its paper on', () => {
    const openConditions: [] = [];
    const outline = { id: 'outline', title: 'Outline case', type: 'outline' as const, outcomes: [], openConditions };
    expect(noticesOf({ ...quiet, businessCases: [{ ...outline, on: '2014-04-21' }] })).toEqual([missing]);
    expect(noticesOf({ ...quiet, businessCases: [{ ...outline, on: '2014-04-20' }] })).toContainEqual({
      kind: 'outcome-wanted',
      entry: entry('business-cases', 'business-case', 'outline', 'Outline case'),
    });
  });

  it('asks to look at the gate once the work of the stage is complete, and not at the last stage', () => {
    const complete = { stageWork: { state: 'complete' as const, on: '2014-04-10' } };
    expect(noticesOf({ ...quiet, review: complete })).toContainEqual({ kind: 'gate-waits' });
    expect(noticesOf({ ...quiet, review: { ...complete, stage: 'closed' } })).toEqual([missing]);
  });

  it('asks to review a risk and to see to an action past their days', () => {
    const openActionsDue = [{ what: 'Give notice', dueOn: '2014-04-19' }];
    const late = aRisk({ id: 'late', title: 'Late', nextReviewOn: '2014-04-18', openActionsDue });
    const inTime = aRisk({ id: 'in-time', nextReviewOn: '2014-04-20', openActionsDue: [] });
    const found = noticesOf({ ...quiet, risks: { open: [late, inTime], unscored: [], closed: [], happened: [] } });
    const of = entry('risks', 'risk', 'late', 'Late');
    expect(found).toEqual([
      missing,
      { kind: 'review-overdue', entry: of, dueOn: '2014-04-18' },
      { kind: 'action-overdue', entry: of, dueOn: '2014-04-19' },
    ]);
  });

  it('leaves out the title of what is withheld from the public', () => {
    const title = withMarks('Nobody may know', { ground: 3, until: undefined, record: 'property/risk/late' });
    const late = aRisk({ id: 'late', title, nextReviewOn: '2014-04-18', openActionsDue: [] });
    const found = noticesOf({ ...quiet, risks: { open: [late], unscored: [], closed: [], happened: [] } });
    expect(found[1]?.entry?.title).toBeNull();
    expect(JSON.stringify(found)).not.toContain('Nobody');
  });

  it('asks nothing but returns of a review that has ended, and nothing at all once the programme has', () => {
    const complete = { stageWork: { state: 'complete' as const, on: '2014-04-10' } };
    const lifecycles = [
      { lifecycle: 'active' as const, at: '2013-10-01T00:00:00.000Z' },
      { lifecycle: 'stopped' as const, at: '2014-04-10T00:00:00.000Z' },
    ];
    expect(noticesOf({ ...quiet, review: { ...complete, lifecycle: 'stopped', lifecycles } })).toEqual([missing]);
    const closeDown = { on: '2014-04-01', achieved: 'All', notAchieved: [], lessons: [], carriesOn: [] };
    expect(noticesOf(quiet, { ...programme, closeDown: Object(closeDown) })).toEqual([]);
  });
});
