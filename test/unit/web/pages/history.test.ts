import { expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const digest = 'ab'.repeat(32);
const change = {
  sequence: 59,
  recordRef: { kind: 'return', id: '2026-10' },
  version: 2,
  type: 'confirmed',
  effectiveAt: '2026-11-10T00:00:00.000Z',
  recordedAt: '2026-11-10T09:30:00.000Z',
  by: 'sam',
  byName: 'Sam Sro',
  reason: null,
  corrects: null,
  recordedLate: null,
  changes: [
    { field: 'contentDigest', before: null, after: digest },
    { field: 'confirmed', before: null, after: { by: 'sam', figures: { stage: 'implementation', plan: { low: 1 } } } },
    { field: 'month', before: null, after: '2026-10' },
  ],
  digest: 'd',
};

const answers = () => ({
  '/programmes/p/reviews/r': { body: { record: { title: 'Home care' } } },
  '/programmes/p/reviews/r/history': { body: { items: [change], next: null } },
});

it('The history shows what people recorded, and folds what the service keeps for itself', async () => {
  const { body } = await screensBefore(answers, ['assurance']).opened('/pages/programmes/p/reviews/r/history');
  const text = String(body);
  const folded = [...text.matchAll(/<details.*?<\/details>/gs)].map(([found]) => found);
  expect(folded).toHaveLength(2);
  expect(folded[0]).toContain(digest);
  expect(folded[1]).toContain('implementation');
  const open = text.replaceAll(/<details.*?<\/details>/gs, '');
  expect(open).not.toMatch(/implementation|abab/);
  expect(open).toContain('October 2026');
});

it('On a narrow screen each change is a block, with what was before and after below its name', async () => {
  const { body } = await screensBefore(answers, ['assurance']).opened('/pages/programmes/p/reviews/r/history');
  expect(String(body)).toContain('tracker-stacked');
  expect(String(body)).toMatch(/data-head="Before".*data-head="After"/s);
});

/* docs/meaning.md WRITE-33 */
it('Of what was read from a file it has the digest of the file, and of nothing else', async () => {
  const fileDigest = 'cd'.repeat(32);
  const items = [
    { ...change, fileDigest },
    { ...change, sequence: 58 },
  ];
  const { body } = await screensBefore(
    () => ({ ...answers(), '/programmes/p/reviews/r/history': { body: { items, next: null } } }),
    ['assurance'],
  ).opened('/pages/programmes/p/reviews/r/history');
  expect(String(body).match(/Read from a file/g)).toHaveLength(1);
  expect(String(body).match(new RegExp(fileDigest, 'g'))).toHaveLength(1);
});

const issuePath = '/programmes/p/reviews/r/issues/survey';
const issue = {
  id: 'survey',
  record: { title: 'The survey', description: 'Found since', severity: 'low', raisedOn: '2026-11-02' },
  ...{ facts: {}, computed: {}, version: 3, recordedBy: 'tara', struckOut: null },
  effectiveAt: '2026-11-20T00:00:00.000Z',
  recordedAt: '2026-11-20T09:00:00.000Z',
};
const ofIssue = (over: object) => ({
  ...change,
  ...{ recordRef: { kind: 'issue', id: 'survey' }, version: 3, by: 'sam', type: 'put', ...over },
  changes: [{ field: 'description', before: 'Missing', after: 'Lost' }],
});
const pagesOf = (last: object) =>
  screensBefore(
    () => ({
      ...answers(),
      [issuePath]: { body: issue },
      '/programmes/p/reviews/r/history': { body: { items: [last], next: null } },
    }),
    ['transformation-team'],
  );
const undo = `/pages${issuePath}/_undo`;

it.each([
  ['a change', ofIssue({}), true],
  // What it corrects may be of an earlier time, of which the entry as it is now says nothing.
  ['a correction', ofIssue({ type: 'corrected', corrects: 57 }), false],
  ["somebody else's change", ofIssue({ by: 'theo' }), false],
  ['the first recording', ofIssue({ version: 1 }), false],
] as const)(
  'Of %s as the last of an entry, its history and its page agree on whether it can be undone',
  async (_, last, can) => {
    const screens = pagesOf(last);
    expect(String((await screens.opened(`/pages${issuePath}/_history`)).body).includes(undo)).toBe(can);
    expect(String((await screens.opened(undo)).body).includes('Undo this change')).toBe(can);
  },
);
