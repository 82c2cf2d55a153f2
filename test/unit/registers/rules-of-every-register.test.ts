import { expect, it } from 'vitest';
import { faultLines, refusalOf } from '../domain/perfect-review.ts';
import { issue, made, put } from './put-entry.ts';

it.each([
  [
    'EXE-01',
    'is exempt in a field that holds no text',
    { ...issue, exempt: { fields: ['title', 'severity'], ground: 3 } },
    /^\/exempt\/fields\/1 must be a field that holds text here: .*title.* \(EXE-01\)$/,
  ],
  [
    'DATE-02',
    'is closed before the day on which it was raised',
    { ...issue, status: 'closed', closedOn: '2014-03-31' },
    /^\/closedOn must not be before 1 April 2014, the day of raisedOn \(DATE-02\)$/,
  ],
])('%s: a record that %s is refused', (_id, _what, record, line) => {
  const decided = put('issue', record);
  expect(refusalOf(decided).code).toBe('content.breaks-rule');
  expect(faultLines(decided)).toEqual([expect.stringMatching(line)]);
});

it('a record that is exempt in its own texts, and closed on the day on which it was raised, is not', () => {
  const record = { ...issue, status: 'closed', closedOn: issue.raisedOn, exempt: { fields: ['title'], ground: 3 } };
  expect(made('issue', record).record).toEqual(record);
});
