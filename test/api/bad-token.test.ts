import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entry, property, refused, startWithOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { programme, risk } from '../support/records.ts';
import { type Asked, people, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startWithOneOfEach();
});
afterAll(() => tracker.stop());

const putRisk = (asked: Asked) => refused(tracker, 'putRisk', { params: entry('late'), body: risk, ...asked });

describe('a token', () => {
  const claims = { sub: 'tara-team', organisation: 'council', roles: ['transformation-team'] };
  it.each([
    ['is not there', undefined],
    ['names no person', { organisation: claims.organisation, roles: claims.roles }],
    ['names a person with odd characters', { ...claims, sub: 'tara#team' }],
    ['names no organisation', { sub: claims.sub, roles: claims.roles }],
    ['names an organisation that reaches into another', { ...claims, organisation: 'council#PROGRAMME#tomorrow' }],
    ['names an empty organisation', { ...claims, organisation: '' }],
    ['holds no role', { sub: claims.sub, organisation: claims.organisation }],
    ['holds an empty list of roles', { ...claims, roles: [] }],
    ['holds no role that is known', { ...claims, roles: ['admin', 'Transformation-Team', 'sro2'] }],
    ['holds all roles in one word', { ...claims, roles: 'transformation-teamsro' }],
  ])('that %s answers 401', async (_, given) => {
    const asked = given === undefined ? { as: null } : { claims: given };
    const read = await refused(tracker, 'getReview', { params: property, ...asked });
    expect(read).toMatchObject({
      status: 401,
      body: { code: 'token.not-accepted' },
      headers: { 'www-authenticate': 'Bearer' },
    });
    expect((await putRisk({ ...asked, headers: { 'if-match': '"1"' } })).status).toBe(401);
  });

  it.each([
    ['a list', ['transformation-team']],
    ['a list among others', ['everyone', 'transformation-team']],
    ['one word', 'transformation-team'],
    ['words with blanks in brackets', '[everyone transformation-team]'],
  ])('that holds its roles as %s is read', async (_, roles) => {
    expect(await tracker.ask('getReview', { params: property, claims: { ...claims, roles } })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    [
      'putRisk',
      entry('late'),
      people.board,
      { body: risk, headers: { 'if-match': '"1"' } },
      'transformation-team, programme-office',
      'board',
    ],
    [
      'putProgramme',
      tomorrow,
      people.team,
      { body: programme, headers: { 'if-match': '"1"' } },
      'programme-office',
      'transformation-team',
    ],
    [
      'recordOutcome',
      entry('outline'),
      people.office,
      { body: {}, headers: { 'if-match': '"2"' } },
      'sro',
      'programme-office',
    ],
  ] as const)(
    '%s of %j in a role that may not answers 403 and says whose it is',
    async (operationId, params, as, asked: Asked, needs, has) => {
      const told = await refused(tracker, operationId, { params, as, ...asked });
      expect(told).toMatchObject({ status: 403, body: { code: 'role.not-allowed' } });
      expect(told.body.detail).toContain(`is for ${needs}; your token says ${has}.`);
    },
  );

  it("of somebody else's SRO does not record an outcome", async () => {
    const told = await refused(tracker, 'recordOutcome', {
      as: people.otherSro,
      params: entry('outline'),
      body: { outcome: 'approved', body: 'Board', on: '2026-01-20' },
      headers: { 'if-match': '"1"' },
    });
    expect(told).toMatchObject({ status: 403, body: { code: 'review.not-the-sro' } });
    expect(told.body.detail).toContain('Only an SRO of this review');
  });

  it('of a role that may not is told so before anything else that is wrong', async () => {
    const told = await refused(tracker, 'putRisk', {
      as: people.board,
      params: entry('Late!'),
      query: 'x=1',
      rawBody: '{',
    });
    expect(told).toMatchObject({ status: 403, body: { code: 'role.not-allowed' } });
  });
});
