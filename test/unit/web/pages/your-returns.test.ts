import { describe, expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const owed = (month: string, dueOn: string, state: string, more: object = {}) => ({ month, dueOn, state, ...more });
const review = (reviewId: string, title: string, as: string, returnsOwed: readonly object[] = []) => ({
  programmeId: 'p',
  reviewId,
  title,
  ...{ stage: 'decision', lifecycle: 'active' },
  as,
  returnsOwed,
  waits: [],
});
const answersWith = (reviews: readonly object[]) => ({
  '/me': { body: { subject: 'sam', name: 'Sam', post: null, roles: [], actsFor: [], messages: 'daily', reviews } },
  '/programmes': { body: { items: [], next: null } },
});
const textOf = async (reviews: readonly object[], role: 'sro' | 'transformation-team') =>
  String((await screensBefore(() => answersWith(reviews), [role]).opened('/pages')).body)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the returns on the first page', () => {
  const months = [
    owed('2026-08', '2026-09-05', 'missing'),
    owed('2026-09', '2026-10-05', 'missing'),
    owed('2026-10', '2026-11-05', 'missing'),
  ];

  it('are one line of a review that has long not reported: its oldest month, and a link to each after it', async () => {
    const text = await textOf([review('r', 'Home care', 'lead', months)], 'transformation-team');
    expect(text).toContain(
      'Submit the August 2026 return of Home care Due 5 September 2026 Then Submit the September 2026 return of Home care , Submit the October 2026 return of Home care',
    );
  });

  it('say nothing of later ones where there is none', async () => {
    const one = await textOf([review('r', 'Home care', 'lead', months.slice(0, 1))], 'transformation-team');
    expect(one).not.toMatch(/Then/);
  });

  it('keep what was sent back a line of its own, with what was said of it', async () => {
    const sentBack = { at: '2026-11-07T10:00:00.000Z', by: 'sam', byName: 'Sam Sro', comment: 'Which risk?' };
    const back = owed('2026-10', '2026-11-05', 'sent-back', { sentBack });
    const text = await textOf([review('r', 'Home care', 'lead', [...months.slice(0, 1), back])], 'transformation-team');
    expect(text).toContain('Submit the August 2026 return of Home care');
    expect(text).toMatch(/October 2026 return of Home care.*Sent back by Sam Sro on 7 November 2026: Which risk\?/);
  });
});

it('Somebody’s reviews are listed by the part that they have in them, which is said once', async () => {
  const text = await textOf(
    [review('r', 'Home care', 'sro'), review('s', 'Libraries', 'sro'), review('t', 'Parking', 'deputy')],
    'sro',
  );
  expect(text).toContain('Your reviews (3) You are an SRO of: Home care Libraries You act for the SRO of: Parking');
});
