import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import type { MeetingsSection } from '#registers/meeting/record.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Meeting = MeetingsSection[number];
type Minute = Meeting['minutes'][number];
const action = (over: Partial<Minute> = {}): Minute => ({
  id: 'notice',
  kind: 'action',
  words: 'Give notice of the lease',
  owner: 'Head of Property',
  due: { kind: 'date', date: '2014-04-29' },
  ...over,
});
const decided = (over: Partial<Minute> = {}): Minute => ({
  id: 'sites',
  kind: 'decision',
  words: 'The depot is given up',
  outcome: 'agreed',
  ...over,
});
const board = (over: Partial<Meeting> = {}): Meeting => ({
  id: 'april',
  title: 'Board of April',
  body: 'Transformation Board',
  on: '2014-04-10',
  status: 'held',
  attendees: ['Leader', 'Head of Finance'],
  agenda: [{ id: 'sites', what: 'Which sites go' }],
  minutes: [decided({ votes: { for: 5, against: 1 } }), action()],
  ...over,
});
const madeOf = (meetings: Meeting[], reviews = [aReview('property')]) =>
  rollUp(reviews, aSetting({ programmeWide: { ...noProgrammeWide, meetings } })).content;
const found = (rule: string, meetings: Meeting[], reviews?: Parameters<typeof madeOf>[1]) =>
  madeOf(meetings, reviews).findings.rows.flatMap((row) => (row.rule === rule ? [row.because] : []));

describe('The part of the report on meetings', () => {
  it('has those held with what they decided, those to come with their agenda, and every action that is open', () => {
    const may = board({ id: 'may', title: 'Board of May', on: '2014-05-08', status: 'planned', minutes: [] });
    const { meetings } = madeOf([
      board({
        minutes: [decided(), action(), action({ id: 'b', status: 'done' }), action({ id: 'c', due: undefined })],
      }),
      may,
    ]);
    expect(meetings?.held.rows).toMatchObject([
      { meeting: 'april', attendees: 2, actions: 3, decided: [{ words: 'The depot is given up', outcome: 'agreed' }] },
    ]);
    expect(meetings?.ahead.rows).toMatchObject([{ meeting: 'may', on: '2014-05-08', agenda: ['Which sites go'] }]);
    expect(meetings?.actions.rows.map((one) => [one.action, one.overdue])).toEqual([
      ['notice', true],
      ['c', false],
    ]);
    expect(meetings).toMatchObject({ openActions: 2, overdue: 1 });
  });

  it('holds a meeting of an earlier month in no second report, and one that is only planned in none', () => {
    expect(madeOf([board({ on: '2014-03-10' }), board({ id: 'x', status: 'planned' })]).meetings?.held.total).toBe(0);
  });

  it.each([
    ['2014-04-29', true],
    ['2014-04-30', false],
  ])('an action due on %s is overdue: %s, found (CON-39), and asked of its owner', (date, overdue) => {
    const meetings = [board({ minutes: [action({ due: { kind: 'date', date } })] })];
    expect(found('CON-39', meetings)).toHaveLength(overdue ? 1 : 0);
    const asked = madeOf(meetings).nextSteps.rows.filter(({ who }) => who === 'Head of Property');
    expect(asked.map(({ what }) => what)).toEqual(
      overdue ? ['Finish "Give notice of the lease", agreed by Transformation Board, due 29 April 2014'] : [],
    );
  });

  it.each<[Minute['status'], number]>([
    [undefined, 1],
    ['open', 1],
    ['done', 0],
    ['dropped', 0],
  ])('an action that is %s is found overdue: %d', (status, count) => {
    expect(found('CON-39', [board({ minutes: [action({ status })] })])).toHaveLength(count);
  });

  it('is in every format with its votes, and in none by the first rule set', () => {
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, meetings: [board()] } });
    const made = (rules?: typeof rules1) => JSON.stringify(rollUp([aReview('property')], setting, rules));
    for (const [format, text] of Object.entries(formatsOf(made()))) {
      expect(text, format).toContain('The depot is given up');
      expect(text, format).toContain('Give notice of the lease');
      if (format !== 'JSON') expect(text, format).toContain('5 for, 1 against');
    }
    expect(made(rules1)).not.toContain('The depot is given up');
  });
});

describe('CON-40: minutes and the register of decisions say the same', () => {
  type Decision = NonNullable<Broken['decisions']>[number];
  const decision = (over: Partial<Decision> = {}): Decision => ({
    id: 'sites',
    title: 'Give up the depot',
    body: 'transformation  board',
    kind: 'other',
    status: 'taken',
    takenOn: '2014-04-10',
    dueOn: { kind: 'not-stated' },
    ...over,
  });
  const of = (outcome: Minute['outcome'], decisions: Decision[]) =>
    found(
      'CON-40',
      [board({ minutes: [decided({ outcome, ofReview: { review: 'property', decision: 'sites' } })] })],
      [aReview('property', { decisions })],
    );

  it.each<[string, Minute['outcome'], Partial<Decision>]>([
    ['agreed and taken', 'agreed', {}],
    ['refused and refused', 'refused', { status: 'refused', takenOn: undefined }],
    ['taken note of, whatever became of it', 'taken-note-of', { status: 'due', takenOn: undefined }],
    [
      'considered by a body whose day the route has',
      'agreed',
      {
        body: 'Cabinet',
        status: 'due',
        takenOn: undefined,
        route: [
          {
            body: 'Transformation Board',
            purpose: 'endorsement',
            planned: { kind: 'not-stated' },
            actual: '2014-04-10',
          },
        ],
      },
    ],
  ])('finds none that was %s', (_what, outcome, over) => expect(of(outcome, [decision(over)])).toEqual([]));

  it.each<[string, Minute['outcome'], Decision[], string]>([
    ['is due', 'agreed', [decision({ status: 'due', takenOn: undefined })], 'the register of decisions has it as due'],
    ['was deferred', 'refused', [decision({ status: 'deferred' })], 'the register of decisions has it as deferred'],
    ['is not there', 'agreed', [], 'the register has no such decision'],
    [
      'has no day of that body',
      'agreed',
      [
        decision({
          body: 'Cabinet',
          route: [{ body: 'Transformation Board', purpose: 'endorsement', planned: { kind: 'not-stated' } }],
        }),
      ],
      'its route has no day on which Transformation Board took it up',
    ],
  ])('finds one that %s', (_what, outcome, decisions, why) => {
    const title = decisions[0]?.title ?? 'sites';
    expect(of(outcome, decisions)).toEqual([
      `The minutes of the Transformation Board of 10 April 2014 have "${title}" as ${outcome}, and ${why}.`,
    ]);
  });
});

describe('What a meeting lacks', () => {
  it.each<[string, Partial<Meeting>, number]>([
    ['was planned for a day that is past', { status: 'planned', minutes: [] }, 1],
    ['was held and has no minutes', { minutes: [] }, 1],
    ['was held and has minutes', {}, 0],
    ['was cancelled', { status: 'cancelled', minutes: [] }, 0],
    ['is on the last day of the month', { status: 'planned', on: '2014-04-30', minutes: [] }, 0],
  ])('GAP-17: one that %s is found: %d', (_what, over, count) => {
    expect(found('GAP-17', [board(over)])).toHaveLength(count);
  });

  it.each<[Partial<Minute>, string | undefined]>([
    [{ owner: undefined }, 'no owner'],
    [{ due: undefined }, 'no date by which it is due'],
    [{ owner: undefined, due: { kind: 'not-stated' } }, 'no owner and no date by which it is due'],
    [{}, undefined],
    [{ owner: undefined, status: 'done' }, undefined],
  ])('GAP-18: an action with %j has %s', (over, lacks) => {
    const because = `"Give notice of the lease", agreed by the Transformation Board of 10 April 2014, has ${lacks}.`;
    expect(found('GAP-18', [board({ minutes: [action(over)] })])).toEqual(lacks === undefined ? [] : [because]);
  });
});
