import { describe, expect, it } from 'vitest';
import { closedRefusal, putProgramme } from '#domain/programme.ts';
import { by, faultLines, programme, refusalOf } from './perfect-review.ts';

const closeDown = {
  on: '2014-04-14',
  achieved: 'Nine models',
  notAchieved: 'One',
  lessons: 'Start early',
  carriesOn: [],
};
const own = (...names: string[]) => ({
  stageModel: { kind: 'own', stages: names.map((name, n) => ({ id: `stage-${n}`, name })) },
});
const put = (before: object | null, changes: object, latestMonth: string | null = null, reviews = 0) =>
  putProgramme({
    before: before === null ? null : programme(before),
    record: programme(changes),
    command: by('olga-office', 'programme-office'),
    published: { latestMonth },
    reviews,
    stillUsed: [],
  });
const reporting = (firstMonth: string, lastMonth?: string) => ({
  reporting: lastMonth === undefined ? { firstMonth } : { firstMonth, lastMonth },
});

describe('The settings of a programme', () => {
  it.each([
    ['are set up', null, {}, null, 0],
    ['change their stage model before there are reviews', {}, { stageModel: { kind: 'commissioning-cycle' } }, null, 0],
    ['keep their stage model beside reviews', {}, { name: 'Another name' }, null, 3],
    ['rename the stages of their own model', own('Look', 'Act'), own('Look well', 'Act'), null, 3],
    ['change the first month before any is published', reporting('2013-10'), reporting('2013-11'), null, 3],
    ['end with the month published last', reporting('2013-10'), reporting('2013-10', '2014-04'), '2014-04', 3],
    ['set the last month before any is published', {}, reporting('2013-10', '2013-11'), null, 0],
    ['are closed', {}, { closeDown }, '2014-04', 3],
    ['are opened again by taking the close-down record out', { closeDown }, {}, '2014-04', 3],
  ])('%s', (_what, before, changes, latestMonth, reviews) => {
    expect(put(before, changes, latestMonth, reviews)).toEqual({ kind: 'done', result: programme(changes) });
  });

  it.each([
    [
      'PRG-01',
      'the stage model changes beside reviews',
      put({}, { stageModel: { kind: 'commissioning-cycle' } }, null, 3),
      '/stageModel must stay as it is, for the programme has 3 reviews',
    ],
    [
      'PRG-01',
      'a stage is added to its own model beside a review',
      put(own('Look', 'Act'), own('Look', 'Act', 'Close'), null, 1),
      '/stageModel must stay as it is, for the programme has 1 review',
    ],
    [
      'PRG-02',
      'the first month changes after one is published',
      put(reporting('2013-10'), reporting('2013-11'), '2014-04'),
      '/reporting/firstMonth must stay October 2013, for April 2014 is published',
    ],
    [
      'PRG-03',
      'the last month is before the latest published',
      put(reporting('2013-10'), reporting('2013-10', '2014-03'), '2014-04'),
      '/reporting/lastMonth must not be before April 2014, which is published',
    ],
  ])('%s: are refused where %s', (id, _what, decided, line) => {
    expect(refusalOf(decided).code).toBe('content.breaks-rule');
    expect(faultLines(decided)).toEqual([`${line} (${id})`]);
  });

  it('of a closed programme are refused while its close-down record stays', () => {
    const refusal = refusalOf(put({ closeDown }, { closeDown, name: 'Another name' }));
    expect(refusal.code).toBe('programme.closed');
    expect(refusal.detail).toContain('14 April 2014');
  });
});

describe('A closed programme', () => {
  it('takes nothing else', () => {
    expect(closedRefusal(programme({ closeDown }))?.code).toBe('programme.closed');
    expect(closedRefusal(programme())).toBeNull();
  });
});
