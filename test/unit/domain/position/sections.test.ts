import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildPosition,
  buildProgrammeWide,
  buildSection,
  emptyPosition,
  kindsBehind,
  type RecordAt,
  sectionsTouchedBy,
} from '#domain/position/sections.ts';
import { asJsonObject, RecordKind } from '#schemas/history.ts';
import { ReviewPosition, type SectionName } from '#schemas/position.ts';
import { StageMoveRecord } from '#schemas/review.ts';
import {
  adoption,
  factsAt,
  full,
  goLive,
  perfectEntries,
  programme,
  recordRef,
  reviewRecord,
  told,
} from '../perfect-review.ts';

const settings = programme();
const sections = Object.keys(ReviewPosition.shape) as SectionName[];

const review = (changes: object = {}, facts: Parameters<typeof factsAt>[1] = {}): RecordAt => ({
  review: 'property',
  kind: 'review',
  id: 'property',
  effectiveAt: told,
  state: {
    record: asJsonObject(reviewRecord(changes)),
    facts: asJsonObject(factsAt('service-baseline', facts)),
    struckOut: null,
  },
});

const risk = {
  title: 'Savings are not achieved',
  cause: 'The market is thin',
  event: 'No bid meets the price',
  consequence: 'The gap stays open',
  category: 'Financial',
  inherent: { likelihood: 5, impact: 5 },
  current: { likelihood: 4, impact: 4 },
  target: { likelihood: 2, impact: 4 },
  treatment: 'treat',
};
const rating = (on: string, words: string) => ({ on, overall: { rating: 'amber', words } });
const everything: readonly RecordAt[] = [
  review(),
  ...perfectEntries,
  recordRef('risk', 'thin-market', risk, { scores: [{ at: told, score: 16 }] }),
  recordRef('issue', 'no-bids', { title: 'No bids', severity: 'high', raisedOn: '2014-04-01' }),
  recordRef('rating', 'sro-2014-03-31', rating('2014-03-31', 'On time'), {
    source: 'sro',
    by: 'ann-lee',
    ofReviewVersion: 3,
  }),
  recordRef('rating', 'sro-2014-04-14', rating('2014-04-14', 'Late'), {
    source: 'sro',
    by: 'ann-lee',
    ofReviewVersion: 3,
  }),
  recordRef('return', '2014-03', { narrative: 'The lease ended' }, { submittedAt: told, confirmed: null }),
];

describe('The sections of a position', () => {
  it.each(sections)('%s is touched by the kinds behind it, and by no other', (section) => {
    const touching = RecordKind.options.filter((kind) => sectionsTouchedBy(kind).includes(section));
    expect(touching.toSorted()).toEqual([...kindsBehind(section)].toSorted());
  });

  it.each(['programme', 'publication', 'stated-position'] as const)('are not touched by a %s', (kind) => {
    expect(sectionsTouchedBy(kind)).toEqual([]);
  });

  it('are made anew together where options or the appraisal change', () => {
    expect(sectionsTouchedBy('appraisal')).toEqual(['options']);
    expect(kindsBehind('options')).toEqual(['option', 'appraisal']);
  });

  it.each(sections)('%s built alone, from the kinds behind it, is the same as in the whole', (section) => {
    const behind = everything.filter((one) => kindsBehind(section).includes(one.kind));
    const position = ReviewPosition.parse(buildPosition(everything, settings));
    expect(buildSection(section, behind, settings)).toEqual(position[section]);
  });

  it('do not depend on the order in which things are given', () => {
    const position = JSON.stringify(buildPosition(everything, settings));
    fc.assert(
      fc.property(fc.shuffledSubarray([...everything], { minLength: everything.length }), (shuffled) => {
        expect(JSON.stringify(buildPosition(shuffled, settings))).toBe(position);
      }),
      { numRuns: 25 },
    );
  });

  it('leave out what is struck out: where everything is, the registers are empty', () => {
    const struckOut = { reason: 'told by mistake', by: 'tina-team', at: told };
    const entries = everything.slice(1).map((one) => ({ ...one, state: { ...one.state, struckOut } }));
    const { review: _review, ...registers } = buildPosition([review(), ...entries], settings);
    expect(registers).toEqual(emptyPosition);
  });

  it('of a review without entries are the empty position', () => {
    expect(buildPosition([review()], settings)).toEqual({
      review: buildSection('review', [review()], settings),
      ...emptyPosition,
    });
  });

  it('hold nothing that their schema does not declare', () => {
    const position = buildPosition(everything, settings);
    expect(ReviewPosition.parse(position)).toEqual(position);
    expect(JSON.parse(JSON.stringify(position))).toStrictEqual(position);
  });

  it('cannot be built without the review record', () => {
    expect(() => buildPosition(perfectEntries, settings)).toThrow('the review record is not among the records');
  });

  it('name the kind and id of a state that does not parse', () => {
    const broken: RecordAt = {
      review: 'property',
      kind: 'milestone',
      id: 'go-live',
      effectiveAt: told,
      state: { record: { title: 7 }, facts: {}, struckOut: null },
    };
    expect(() => buildSection('milestones', [broken], settings)).toThrow(
      'the record of the milestone "go-live" does not parse',
    );
    const { record } = recordRef('milestone', 'go-live', goLive).state;
    const lost: RecordAt = { ...broken, state: { record, facts: {}, struckOut: null } };
    expect(() => buildSection('milestones', [lost], settings)).toThrow(
      'the facts of the milestone "go-live" does not parse',
    );
  });
});

describe('The review section', () => {
  const wait = { id: 'strategy', on: 'document', what: 'The strategy' };
  const move = (n: number) =>
    StageMoveRecord.parse({
      at: told,
      from: `from-${n}`,
      to: `to-${n}`,
      direction: 'forward',
      by: 'tina-team',
      waived: [],
    });

  it('names SROs by subject alone, and keeps the waits that are open', () => {
    const waitsFor = [wait, { ...wait, id: 'met', status: 'met' }, { ...wait, id: 'off', status: 'no-longer-needed' }];
    const section = buildSection('review', [review({ waitsFor })], settings);
    expect(section.sros).toEqual(['ann-lee']);
    expect(section.waitsFor.map((one) => one.id)).toEqual(['strategy']);
    expect(JSON.stringify(section)).not.toContain('Ann Lee');
  });

  it('keeps every move, oldest first', () => {
    const moves = Array.from({ length: 12 }, (_, n) => move(n));
    expect(buildSection('review', [review({}, { moves })], settings).moves).toEqual(moves);
  });
});

describe('The engagement section', () => {
  const engagement = (id: string, organisations: object[], more: object = {}) =>
    recordRef('market-engagement', id, { title: id, kind: 'supplier-session', organisations, ...more });

  it('counts one organisation that answers twice once, and both its responses, however its name is written', () => {
    const section = buildSection(
      'engagement',
      [
        engagement('pin', [
          { id: 'acme', name: 'Acme  Ltd', responses: 2, invitedIn: true },
          { id: 'beta', name: 'Beta', responses: 0 },
        ]),
        engagement('session', [{ id: 'acme-2', name: ' ACME Ltd' }]),
      ],
      settings,
    );
    expect(section).toEqual({
      engagements: 2,
      decidedNotTo: false,
      responses: 3,
      organisations: ['acme ltd', 'beta'],
      invitedIn: ['acme ltd'],
      stated: [],
      confirmedOn: '2014-04-14',
    });
  });

  it('counts nobody who was asked and has not answered', () => {
    const asked = { id: 'acme', name: 'Acme', askedOn: '2026-01-02' };
    const counted = (organisation: object) =>
      buildSection('engagement', [engagement('one', [{ ...asked, ...organisation }])], settings);
    expect(counted({ responses: 0 })).toMatchObject({ organisations: [], responses: 0 });
    for (const answered of [{ answeredOn: '2026-01-09' }, { responses: 0, answeredOn: '2026-01-09' }, { responses: 2 }])
      expect(counted(answered)).toMatchObject({ organisations: ['acme'] });
  });

  it('says a decision not to engage apart: it is no engagement', () => {
    const not = recordRef('market-engagement', 'not', {
      title: 'None',
      kind: 'decision-not-to-engage',
      reason: 'Statutory',
    });
    expect(buildSection('engagement', [not], settings)).toMatchObject({ engagements: 0, decidedNotTo: true });
  });

  it('keeps what a paper states without naming anybody, with its source', () => {
    const stated = { responses: 174, organisations: 109, invitedIn: 10, source: 'Outturn report' };
    expect(buildSection('engagement', [engagement('pin', [], { stated })], settings).stated).toEqual([stated]);
  });
});

describe('The other sections', () => {
  it('a business case shows its outcomes, and the open conditions of the latest', () => {
    const condition = (id: string, status: string) => ({ id, text: id, owner: 'Head', dueOn: '2014-06-01', status });
    const outcome = (number: number, conditions: object[]) => ({
      number,
      outcome: 'approved-with-conditions',
      body: 'Cabinet',
      on: '2014-04-14',
      by: 'ann-lee',
      at: told,
      ofVersion: 3,
      conditions,
    });
    const outcomes = [
      outcome(1, [condition('old', 'open')]),
      outcome(2, [condition('lease', 'open'), condition('staff', 'met')]),
    ];
    const [section] = buildSection('businessCases', [recordRef('business-case', 'full', full, { outcomes })], settings);
    expect(section?.outcomes.map((one) => one.number)).toEqual([1, 2]);
    expect(section?.openConditions.map((one) => one.id)).toEqual(['lease']);
    expect(JSON.stringify(section)).not.toContain('ann-lee');
  });

  it('a milestone names the owner it moved to', () => {
    const { actual: _none, ...open } = goLive;
    const moved = { ...open, movedTo: { owner: 'Head of Property', on: '2014-03-31' } };
    const facts = { originalBaseline: '2014-02-28', rebaselines: 1 };
    expect(buildSection('milestones', [recordRef('milestone', 'go-live', moved, facts)], settings)).toEqual([
      {
        id: 'go-live',
        title: 'Company starts trading',
        type: 'delivery',
        baseline: '2014-03-31',
        ...facts,
        missed: false,
        movedTo: 'Head of Property',
        confirmedOn: '2014-04-14',
        moves: [],
      },
    ]);
  });

  it('ratings are the latest of each source, by the date they are for', () => {
    expect(buildSection('ratings', everything, settings)).toEqual({
      sro: { id: 'sro-2014-04-14', given: rating('2014-04-14', 'Late'), since: '2014-03-31' },
      assurance: null,
    });
  });

  it('a return shows when it was submitted and confirmed', () => {
    const confirmed = { submittedAt: told, confirmed: { at: '2014-05-02T09:00:00.000Z', by: 'ann-lee', ofVersion: 3 } };
    const records = [...everything, recordRef('return', '2014-04', { nothingChanged: true }, confirmed)];
    expect(buildSection('returns', records, settings)).toEqual([
      { month: '2014-03', nothingChanged: false, narrative: 'The lease ended', submittedAt: told, confirmedAt: null },
      { month: '2014-04', nothingChanged: true, submittedAt: told, confirmedAt: '2014-05-02T09:00:00.000Z' },
    ]);
  });
});

describe("The programme's own registers", () => {
  it('are built beside its stated positions, in the order of their ids', () => {
    const stated = (id: string) =>
      recordRef('stated-position', id, { title: id, measure: 'other', figure: { kind: 'not-stated' } });
    const records = [stated('b'), stated('a'), recordRef('decision', 'adopt', adoption), ...everything.slice(-5, -3)];
    const wide = buildProgrammeWide(records, settings);
    expect(wide.statedPositions.map((one) => one.id)).toEqual(['a', 'b']);
    expect(wide.statedPositions[0]?.record.figure).toEqual({ kind: 'not-stated' });
    expect(wide.decisions.map((one) => one.id)).toEqual(['adopt']);
    expect(wide.risks.open.map((one) => one.id)).toEqual(['thin-market']);
    expect(wide.issues.map((one) => one.id)).toEqual(['no-bids']);
    expect([wide.engagement.engagements, wide.milestones]).toEqual([0, []]);
  });
});
