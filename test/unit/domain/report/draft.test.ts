import { describe, expect, it } from 'vitest';
import { draftRefusal, notBySecondPerson, publishedOtherwise, revisionToDraft } from '#domain/report/draft.ts';
import { settingsFrom } from '#schemas/programme.ts';
import { programme } from '../../../support/records.ts';

const settings = (over: object = {}) => settingsFrom({ ...programme, ...over });
const now = '2026-03-10T09:00:00.000Z';
const closed = { closeDown: { on: '2026-02-20', achieved: 'x', notAchieved: 'x', lessons: 'x', carriesOn: [] } };

/** PUBLISH-24 */
describe('of which report a draft may be made', () => {
  it.each([
    ['the month under way', '2026-03', null, {}, 1],
    ['a month that has ended', '2026-02', null, {}, 1],
    ['a month that is published, its next revision', '2026-01', { revision: 3 }, {}, 4],
    ['a published month of a programme that is closed', '2026-01', { revision: 1 }, closed, 2],
    ['a published month that is no longer one of its months', '2025-12', { revision: 1 }, {}, 2],
    ['a month that has not begun', '2026-04', null, {}, 'month.not-begun'],
    ['a month before its first', '2025-12', null, {}, 'month.not-reported'],
    ['a month of a programme that is closed', '2026-02', null, closed, 'programme.closed'],
  ])('%s', (_what, month, latest, over, expected) => {
    const decided = revisionToDraft(month, latest, settings(over), now);
    expect(decided.kind === 'done' ? decided.result : decided.refusal.code).toBe(expected);
  });
});

describe('which draft may be published', () => {
  const digest = 'a'.repeat(64);
  const kept = { revision: 1, digest };
  it.each([
    ['none is named', undefined, 1, undefined, null],
    ['the one that is kept', digest, 1, kept, null],
    ['none is kept', digest, 1, undefined, 'draft.unknown'],
    ['another is kept', 'b'.repeat(64), 1, kept, 'draft.moved'],
    ['it is of a report that is published since', digest, 2, kept, 'draft.moved'],
  ])('%s', (_what, draft, revision, of, expected) => {
    expect(draftRefusal({ month: '2026-02', revision, draft }, of)?.code ?? null).toBe(expected);
  });

  it('none of a month whose first report is published otherwise', () => {
    expect(publishedOtherwise('2026-02')).toMatchObject({
      code: 'draft.moved',
      detail: expect.stringContaining('February 2026 is published already'),
    });
  });
});

/** PUBLISH-25 */
describe('who may publish it', () => {
  const digest = 'a'.repeat(64);
  it.each([
    ['one person, where the settings ask for no more', undefined, undefined, undefined, null],
    ['one person who made the draft, likewise', false, digest, 'pat', null],
    ['another than who made it', true, digest, 'olga', null],
    ['nobody who made it themselves', true, digest, 'pat', 'draft.own'],
    ['nobody without a draft', true, undefined, undefined, 'draft.needed'],
  ])('%s', (_what, publishedByTwo, draft, madeBy, expected) => {
    const over = publishedByTwo === undefined ? {} : { publishedByTwo };
    const refusal = notBySecondPerson(settings(over), { month: '2026-02', draft, madeBy, subject: 'pat' });
    expect(refusal?.code ?? null).toBe(expected);
  });
});
