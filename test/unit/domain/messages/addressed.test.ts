import { describe, expect, it } from 'vitest';
import { addresseesOf, type People } from '#domain/messages/addressed.ts';
import type { Notice } from '#schemas/notices.ts';

const named = (name: string) => [{ from: '2026-01-01T00:00:00.000Z', name }];
const people: People = new Map([
  [
    'sam',
    {
      names: named('Sam'),
      roles: ['sro' as const],
      deputies: [{ person: 'dee', from: '2026-04-01', until: '2026-04-30' }],
    },
  ],
  ['dee', { names: named('Dee') }],
  ['tea', { names: named('Tea'), roles: ['transformation-team' as const] }],
  ['lee', { names: named('Lee') }],
  ['token-of-lee', { names: named('Lee'), roles: ['transformation-team' as const], sameAs: 'lee' }],
  ['fin', { names: named('Fin'), roles: ['finance' as const] }],
  ['off', { names: named('Off'), roles: ['programme-office' as const] }],
  ['bo', { names: named('Bo'), roles: ['board' as const] }],
  [
    'gone',
    {
      names: named('Name erased'),
      erased: { at: '2026-03-01T00:00:00.000Z', by: 'off', ground: 'no-longer-needed' as const },
    },
  ],
]);
const reviews = new Map([
  ['led', { sros: ['sam'], lead: 'token-of-lee' }],
  ['not-led', { sros: ['sam', 'gone'], lead: null }],
  ['of-nobody', { sros: [], lead: null }],
]);
const addressees = (kind: Notice['kind'], reviewId?: string, programmeId = 'p', today = '2026-04-15') =>
  addresseesOf(
    { kind, programmeId, title: 't', ...(reviewId === undefined ? {} : { reviewId }) },
    { people, named: reviews, today },
  );

describe('MESSAGE-1: whom a notice is for', () => {
  it.each([
    ['its SRO, and who acts for them that day', addressees('return-to-confirm', 'led'), ['sam', 'dee']],
    ['its SRO alone on another day', addressees('return-to-confirm', 'led', 'p', '2026-05-01'), ['sam']],
    ['its lead, by their own id', addressees('return-to-submit', 'led'), ['lee']],
    ['the team where nobody leads it', addressees('return-to-submit', 'not-led'), ['tea']],
    ['its SROs, and nobody who was erased', addressees('outcome-wanted', 'not-led'), ['sam', 'dee']],
    ['nobody, where it names nobody', addressees('return-to-confirm', 'of-nobody'), []],
    ['finance', addressees('claim-to-validate', 'led'), ['fin']],
    ['its SRO and finance', addressees('saving-lost', 'led'), ['sam', 'dee', 'fin']],
    ['the office', addressees('month-to-close'), ['off']],
    ['who leads it and its SRO', addressees('query-to-answer', 'led'), ['lee', 'sam', 'dee']],
    ['its lead, where an action of it is late', addressees('action-overdue', 'led'), ['lee']],
    ['the office, where one of the programme itself is', addressees('action-overdue'), ['off']],
    ['nobody, where it is for channels alone', addressees('reviews-red'), []],
    ['every SRO of the programme, the office and the board', addressees('report-published'), ['sam', 'off', 'bo']],
    ['nobody, where it is for practice', addressees('report-published', undefined, 'practice-p'), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
