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
const atStage1 = new Map([['stage-1', ['legal', 'property']]]);
const put = (before: object | null, changes: object, latestMonth: string | null = null, reviews = 0) =>
  putProgramme({
    before: before === null ? null : programme(before),
    record: programme(changes),
    command: by('olga-office', 'programme-office'),
    published: { latestMonth },
    namedBaselines: ['march-2025'],
    reviews,
    atStagesGone: atStage1,
    stillUsed: [],
  });
const ofMtfps = (...ids: string[]) => ({
  mtfps: ids.map((id) => ({ id, name: `MTFP ${id}`, prices: 'not-stated', from: '2013/14', to: '2015/16' })),
  mtfpInUse: ids.at(-1),
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
    [
      'add a stage to their own model, and put it elsewhere, beside reviews',
      own('Look', 'Act'),
      own('Look', 'Act', 'Close'),
      null,
      1,
    ],
    [
      'lose a stage, and say where its reviews go',
      own('Look', 'Act', 'Close'),
      { ...own('Look', 'Act'), stagesMoved: [{ from: 'stage-2', to: 'stage-1' }] },
      null,
      3,
    ],
    [
      'lose the stage to which reviews were moved before, and say where they go from there',
      { ...own('Look', 'Act'), stagesMoved: [{ from: 'stage-2', to: 'stage-1' }] },
      {
        stageModel: {
          kind: 'own',
          stages: [
            { id: 'stage-0', name: 'Look' },
            { id: 'all', name: 'All' },
          ],
        },
        stagesMoved: [
          { from: 'stage-2', to: 'stage-1' },
          { from: 'stage-1', to: 'all' },
        ],
      },
      null,
      3,
    ],
    ['change the first month before any is published', reporting('2013-10'), reporting('2013-11'), null, 3],
    ['end with the month published last', reporting('2013-10'), reporting('2013-10', '2014-04'), '2014-04', 3],
    ['set the last month before any is published', {}, reporting('2013-10', '2013-11'), null, 0],
    ['list the next version of the MTFP beside the last', ofMtfps('first'), ofMtfps('first', 'next'), null, 3],
    ['are closed', {}, { closeDown }, '2014-04', 3],
    ['are opened again by taking the close-down record out', { closeDown }, {}, '2014-04', 3],
  ])('%s', (_what, before, changes, latestMonth, reviews) => {
    expect(put(before, changes, latestMonth, reviews)).toEqual({ kind: 'done', result: programme(changes) });
  });

  it.each([
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
    [
      'PRG-05',
      'the first month to report has its report day after the calendar',
      put(null, reporting('2199-12'), null),
      '/reporting/firstMonth must be at the latest November 2199',
    ],
    [
      'PRG-06',
      'a stage has the id that says that a stage is not stated',
      put(
        null,
        {
          stageModel: {
            kind: 'own',
            stages: [
              { id: 'look', name: 'Look' },
              { id: 'not-stated', name: 'None' },
            ],
          },
        },
        null,
      ),
      '/stageModel/stages must not have a stage of the id not-stated',
    ],
    [
      'MTF-01',
      'versions of the MTFP are listed and none of them is in use',
      put(null, { mtfps: [{ id: 'first', name: 'MTFP', from: '2013/14', to: '2015/16' }] }, null),
      '/mtfpInUse must be the id of one of the versions in "mtfps"',
    ],
    [
      'MTF-02',
      'a version of the MTFP is taken out',
      put(ofMtfps('first', 'next'), ofMtfps('next'), null),
      '/mtfps must begin with the versions that were listed: first, next',
    ],
  ])('%s: are refused where %s', (id, _what, decided, line) => {
    expect(refusalOf(decided).code).toBe('content.breaks-rule');
    expect(faultLines(decided)).toEqual([`${line} (${id})`]);
  });

  const gone = own('Look', 'Act', 'Close');
  it.each<[string, object, object, string[]]>([
    [
      'a stage goes and nothing is said of its reviews, which are named',
      own('Look', 'Act'),
      {
        stageModel: {
          kind: 'own',
          stages: [
            { id: 'stage-0', name: 'Look' },
            { id: 'all', name: 'All' },
          ],
        },
      },
      [
        '/stagesMoved must say to which stage reviews at "Act" go, as {"from": "stage-1", "to": "<stage>"}, for the model has it no longer: legal and property (PRG-01)',
      ],
    ],
    [
      'a stage goes at which no review is now',
      gone,
      own('Look', 'Act'),
      [
        '/stagesMoved must say to which stage reviews at "Close" go, as {"from": "stage-2", "to": "<stage>"}, for the model has it no longer: none is there now, and one may be recorded of an earlier time (PRG-01)',
      ],
    ],
    [
      'reviews are moved to no stage of the model',
      gone,
      { ...own('Look', 'Act'), stagesMoved: [{ from: 'stage-2', to: 'constructor' }] },
      [
        '/stagesMoved must say to which stage reviews at "Close" go, as {"from": "stage-2", "to": "<stage>"}, for the model has it no longer: none is there now, and one may be recorded of an earlier time (PRG-01)',
        '/stagesMoved/0 must lead to a stage of the model, which has no "constructor" (PRG-07)',
      ],
    ],
    [
      'reviews are moved out of a stage that stays',
      gone,
      { ...gone, stagesMoved: [{ from: 'stage-2', to: 'stage-1' }] },
      ['/stagesMoved/0 must name a stage that the model no longer has (PRG-07)'],
    ],
    [
      'reviews are moved out of a stage that never was',
      gone,
      { ...gone, stagesMoved: [{ from: 'closed', to: 'stage-1' }] },
      ['/stagesMoved/0 must name a stage that the programme had (PRG-07)'],
    ],
    [
      'reviews that were moved are moved elsewhere by the same words',
      { ...own('Look', 'Act'), stagesMoved: [{ from: 'stage-2', to: 'stage-1' }] },
      { ...own('Look', 'Act'), stagesMoved: [{ from: 'stage-2', to: 'stage-0' }] },
      ['/stagesMoved must keep {"from": "stage-2", "to": "stage-1"}: reviews were moved there (PRG-08)'],
    ],
  ])('are refused where %s', (_what, before, changes, lines) => {
    expect(faultLines(put(before, changes, null, 3))).toEqual(lines);
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
