import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personKey } from '#store/table/keys.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* What the guides say to send, as they have it, by the one user whom a deployment makes: the programme office. */

const textOf = (file: string): string => readFileSync(resolve(import.meta.dirname, '../../docs', file), 'utf8');
const headers = { 'if-none-match': '*' };
const as = people.office;

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

it('putProgramme and putReview take the first programme and review of docs/deploy.md, and the list shows it', async () => {
  const [, section = ''] = textOf('deploy.md').split('\n## The first programme\n');
  const [programme, review] = [...(section.split('\n## ')[0] ?? '').matchAll(/-d '([^']+)'/g)].map(([, json = '']) =>
    JSON.parse(json),
  );
  const params = { programmeId: 'transformation' };
  expect(section).toContain('$TRACKER/programmes/transformation/reviews/libraries"');
  expect(await tracker.ask('putProgramme', { as, params, body: programme, headers })).toMatchObject({ status: 201 });
  const opened = { as, params: { ...params, reviewId: 'libraries' }, body: review, headers };
  expect(await tracker.ask('putReview', opened)).toMatchObject({ status: 201 });
  expect((await tracker.must('listProgrammes', { as })).body.items).toHaveLength(1);
});

it('erasePerson as docs/runbook.md sends it takes the name out of the item in which it stands, and deletes no item', async () => {
  const [, section = ''] = textOf('runbook.md').split("\n## Erasing a person's name\n");
  const erasing = section.split('\n## ')[0] ?? '';
  expect(erasing).not.toContain('delete-item');
  const [, json = ''] = /-d '([^']+)'/.exec(erasing) ?? [];
  const params = { personId: 'first-last' };
  await tracker.must('putPerson', { as, params, body: { name: 'First Last' }, headers });
  const [, version = ''] = /If-Match: ("\d+")/.exec(erasing) ?? [];
  const keys = { 'idempotency-key': 'erase-first-last', 'if-match': version };
  const namedIn = async () =>
    (await tracker.stored(personKey('council', 'first-last').pk)).filter((item) =>
      JSON.stringify(item).includes('First Last'),
    );
  expect(await namedIn()).toHaveLength(1);
  const erased = { as, params, body: JSON.parse(json), headers: keys };
  expect((await tracker.ask('erasePerson', erased)).status).toBeLessThan(300);
  expect((await tracker.must('getPerson', { as, params })).body.facts.erased).toMatchObject(JSON.parse(json));
  expect(await namedIn()).toEqual([]);
});
