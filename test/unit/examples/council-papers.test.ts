import { describe, expect, it } from 'vitest';
import papers from '../../../examples/facing-the-challenge/council-papers.json' with { type: 'json' };
import { facingTheChallenge, outturnOfPhase1 } from '../../../examples/facing-the-challenge/scenario.ts';
import { changesOf, entriesOf, entryOf, factsIn, factsLeftOut, moneyIn } from './paper-facts.ts';

const recommendations = (origin: string) =>
  entriesOf(facingTheChallenge, 'Recommendation', 'Recommendations').filter(({ record }) => record.origin === origin);
const own = new Set(outturnOfPhase1.steps.map((step) => JSON.stringify(step)));
const ofOtherPapers = changesOf(facingTheChallenge).filter((step) => !own.has(JSON.stringify(step)));

describe("Kent's other papers of 2013 and 2014", () => {
  it('are recorded to the last figure and list', () => {
    const facts = factsIn(papers);
    expect(facts.length).toBeGreaterThan(200);
    expect(factsLeftOut(facts, facingTheChallenge)).toEqual([]);
  });

  it('leave out what a scenario does not hold: the outturn report alone has few of them', () => {
    expect(factsLeftOut(factsIn(papers.peerChallenge.recommendations), outturnOfPhase1).length).toBeGreaterThan(40);
  });

  it('add no money that they do not print', () => {
    const printed = new Set(factsIn(papers).map(({ value }) => value));
    const recorded = ofOtherPapers.flatMap((step) => moneyIn(step.body));
    expect(recorded).toEqual([340_000_000, 30_000_000]);
    expect(recorded.filter((pounds) => !printed.has(pounds))).toEqual([]);
  });

  it.each([
    ['peer-sessions', 47],
    ['peer-members', 32],
    ['peer-officers', 64],
    ['peer-partners', 52],
    ['hearings', 9],
    ['risks', 17],
    ['committees-before-cabinet', 4],
  ])('state %s as %d', (id, count) => {
    expect(entryOf(facingTheChallenge, 'StatedMeasure', 'StatedMeasures', id)?.value).toEqual({ kind: 'count', count });
  });

  it.each([
    ['savings-so-far', { kind: 'amount', pounds: 340_000_000, asAt: '2013-07-18' }, 4],
    ['efficiency-partner', { kind: 'about', pounds: 30_000_000 }, 2],
  ])('state %s as it is printed', (id, figure, periodYears) => {
    const position = entryOf(facingTheChallenge, 'StatedPosition', 'StatedPositions', id);
    expect(position).toMatchObject({ figure, periodYears });
  });

  it('have the fifteen recommendations of the peer challenge, all accepted, none with a date, five without an owner', () => {
    const first = recommendations('peer-challenge').filter(({ on }) => on === '2014-05-15');
    expect(first.map(({ record }) => record.number)).toEqual(
      papers.peerChallenge.recommendations.map((one) => `${one.number}`),
    );
    expect(first.map(({ record }) => record.response)).toEqual(first.map(() => 'accepted'));
    expect(first.filter(({ record }) => record.due !== undefined || record.progress !== undefined)).toEqual([]);
    expect(first.flatMap(({ record }) => (record.owner === undefined ? [Number(record.number)] : []))).toEqual([
      3, 8, 11, 12, 15,
    ]);
  });

  it('say what came of one of them from when it came, and not before', () => {
    const later = recommendations('peer-challenge').filter(({ on }) => on > '2014-05-15');
    expect(later).toMatchObject([{ id: 'peer-challenge-13', on: '2015-09-30' }]);
  });

  it('have the twenty-seven of the select committee, to which no answer, owner or date is stated', () => {
    const all = recommendations('select-committee').map(({ record }) => record);
    expect(all.map((one) => one.number)).toEqual(papers.selectCommittee.recommendations.map((one) => `${one.number}`));
    expect(all).toHaveLength(27);
    expect(all.filter((one) => ['response', 'owner', 'due', 'action'].some((field) => field in one))).toEqual([]);
  });

  it('have risks as they are stated, none of them scored', () => {
    const risks = entriesOf(facingTheChallenge, 'Risk', 'Risks').map(({ record }) => record);
    expect(risks.map(({ title }) => title)).toEqual([
      'The savings cannot be achieved',
      'Implementation plans come too late',
      'Savings may not begin on 1 April 2015',
    ]);
    for (const risk of risks)
      for (const score of [risk.inherent, risk.current, risk.target])
        expect(score).toEqual({ toBeConfirmed: expect.any(String) });
  });

  it('have four reviews wait on the joint venture track, for a review of another phase', () => {
    const on = ofOtherPapers.flatMap(({ operation, body }) => (operation === 'putDependency' ? [body] : []));
    expect(on).toEqual(
      on.map((one) => ({
        ...(one as object),
        on: 'review-elsewhere',
        elsewhere: papers.governance.jointVentureTrack.fedBy,
      })),
    );
    const waiting = ofOtherPapers.flatMap(({ operation, params }) =>
      operation === 'putDependency' ? [params.reviewId] : [],
    );
    expect(waiting).toEqual(['hr-ict-and-finance', 'communications', 'contact-centre', 'edukent']);
  });

  it('name six bodies, and the way of a decision through four of them', () => {
    const settings = changesOf(facingTheChallenge).findLast((step) => step.operation === 'putProgramme')?.body;
    expect(settings).toMatchObject({ boards: papers.governance.bodies.map(({ id, name }) => ({ id, name })) });
    const { route } = entryOf(facingTheChallenge, 'Decision', 'Decisions', 'implementation') as {
      route: { body: string; purpose: string }[];
    };
    expect(route.map(({ body, purpose }) => `${body}: ${purpose}`)).toEqual([
      'County Council: endorsement',
      'Transformation Advisory Group: consideration',
      'Cabinet Committee: pre-scrutiny',
      'Executive: decision',
    ]);
  });

  it('have the one vote that was counted with what was resolved', () => {
    expect(
      entryOf(facingTheChallenge, 'Decision', 'Decisions', 'select-committee-on-the-european-relationship'),
    ).toMatchObject({
      body: 'County Council',
      takenOn: '2014-03-27',
      votes: { for: 65, against: 5, abstained: 11 },
    });
  });

  it('say what each body is for, and of a risk neither category nor treatment, which are not stated', () => {
    const settings = changesOf(facingTheChallenge).findLast((step) => step.operation === 'putProgramme')?.body;
    expect(settings).toMatchObject({ boards: papers.governance.bodies.map(({ what }) => ({ duties: [what] })) });
    for (const { record } of entriesOf(facingTheChallenge, 'Risk', 'Risks'))
      expect(['category', 'treatment'].filter((field) => field in record)).toEqual([]);
  });

  it('give the visit no rating, and say that one portfolio has two SROs', () => {
    const visit = entryOf(facingTheChallenge, 'AssuranceCheckpoint', 'AssuranceCheckpoints', 'peer-challenge');
    expect(visit).toMatchObject({
      doneOn: { words: '4 to 7 March 2014' },
      findings: expect.stringContaining('two SROs'),
    });
    expect(visit).not.toHaveProperty('rating');
  });

  it('date only what they date: what has no date is of the meeting of 15 May 2014', () => {
    expect([...new Set(ofOtherPapers.map((step) => step.on))]).toEqual([
      '2013-09-30',
      '2014-03-07',
      '2014-03-27',
      '2014-05-15',
      '2015-09-30',
    ]);
  });
});
