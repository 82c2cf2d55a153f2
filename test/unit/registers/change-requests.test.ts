import { describe, expect, it } from 'vitest';
import { rulesOf } from '#domain/registers/rules.ts';
import { ChangeRequest, DecideChangeRequest } from '#registers/change-request/record.ts';
import { refusalOf, resultOf, team } from '../domain/perfect-review.ts';
import { asked, decide, office } from './breaches-of-change.ts';
import { made, put } from './put-entry.ts';

const refused = { decision: 'refused', reason: 'It costs too much' };
const deferred = { decision: 'deferred', reason: 'Until the survey is there' };
const withdrawn = { decision: 'withdrawn', reason: 'The heating is ready after all' };
const statusOf = (state: ReturnType<typeof made>) => rulesOf('change-request').computed(state, {} as never).status;

describe('A change request', () => {
  it('says by how much cost or benefit becomes more or less, and nothing where neither does', () => {
    const cost = { direction: 'more', figure: { kind: 'about', pounds: 60_000 } };
    expect(ChangeRequest.safeParse({ ...asked, cost }).success).toBe(true);
    expect(ChangeRequest.safeParse({ ...asked, cost: { direction: 'none' } }).success).toBe(true);
    expect(ChangeRequest.safeParse({ ...asked, cost: { direction: 'more' } }).success).toBe(false);
    expect(ChangeRequest.safeParse({ ...asked, cost: { ...cost, direction: 'none' } }).success).toBe(false);
  });

  it('names a milestone once, and says why it was not agreed', () => {
    const milestones = [{ milestone: 'go-live', baseline: '2014-09-30' }];
    expect(ChangeRequest.safeParse({ ...asked, milestones }).success).toBe(true);
    expect(ChangeRequest.safeParse({ ...asked, milestones: [...milestones, ...milestones] }).success).toBe(false);
    expect(DecideChangeRequest.safeParse({ ...refused, body: 'Board', on: '2014-04-10' }).success).toBe(true);
    expect(DecideChangeRequest.safeParse({ decision: 'refused', body: 'Board', on: '2014-04-10' }).success).toBe(false);
  });

  it('is open until it is decided on; later decisions supersede earlier ones, and all stay', () => {
    const open = made('change-request', asked);
    expect(statusOf(open)).toBe('open');
    const later = resultOf(decide(deferred, { state: open }));
    expect(statusOf(later)).toBe('deferred');
    const agreed = resultOf(decide({ reference: 'TB/14/009' }, { state: later }));
    expect(statusOf(agreed)).toBe('agreed');
    expect(agreed.facts.decisions).toMatchObject([
      { number: 1, ...deferred, by: 'pat-office', ofVersion: 1 },
      { number: 2, decision: 'agreed', body: 'Transformation Board', on: '2014-04-10', reference: 'TB/14/009' },
    ]);
  });

  it('is agreed, refused or deferred by somebody else than who last changed what is asked for', () => {
    const own = { ...office, actor: { ...office.actor, subject: team.actor.subject } };
    for (const decision of [{}, refused, deferred])
      expect(refusalOf(decide(decision, { command: own })).code).toBe('change.own-request');
    expect(decide(withdrawn, { command: own }).kind).toBe('done');
    const before = made('change-request', asked);
    const exempt = { fields: ['why'], ground: 3, reason: 'The rent is under negotiation' };
    expect(made('change-request', { ...asked, exempt }, { before, command: office }).facts.askedBySubject).toBe(
      team.actor.subject,
    );
    const changed = made('change-request', { ...asked, what: 'Move in May' }, { before, command: office });
    expect(refusalOf(decide({}, { state: changed, command: office })).code).toBe('change.own-request');
  });

  it.each([{}, refused, withdrawn])('stays as it was decided on: %j', (decision) => {
    const before = resultOf(decide(decision));
    expect(refusalOf(put('change-request', { ...asked, what: 'Move in May' }, { before })).code).toBe('change.decided');
    const exempt = { fields: ['why'], ground: 3, reason: 'The rent is under negotiation' };
    expect(put('change-request', { ...asked, exempt }, { before }).kind).toBe('done');
  });

  it('that was deferred may be changed, and keeps what was decided', () => {
    const before = resultOf(decide(deferred));
    expect(made('change-request', { ...asked, what: 'Move in May' }, { before }).facts.decisions).toHaveLength(1);
  });

  it('that was agreed is not struck out, and one that was withdrawn is', () => {
    const { strikeOutForbids } = rulesOf('change-request');
    const of = (state: ReturnType<typeof made>) => strikeOutForbids({ review: null, state, command: team });
    expect(of(resultOf(decide({})))).toMatchObject({ code: 'change.decided' });
    expect(of(resultOf(decide(withdrawn)))).toBeNull();
    expect(of(made('change-request', asked))).toBeNull();
  });
});
