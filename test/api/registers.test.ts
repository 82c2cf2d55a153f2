import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register, Scope } from '#registers/declaration.ts';
import { etagFor } from '../support/etag-for.ts';
import { idOfEntry } from '../support/id-of-entry.ts';
import { programme, records, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { writerOf } from '../support/writer-of-register.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const inReview = { programmeId: 'tomorrow', reviewId: 'property' };

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId: 'tomorrow' },
    body: programme,
    headers: { ...create, 'effective-at': '2026-01-01' },
  });
  await tracker.must('putReview', {
    params: inReview,
    body: review,
    headers: { ...create, 'effective-at': '2026-01-02' },
  });
  await tracker.must('putOption', {
    params: { ...inReview, entryId: 'first-option' },
    body: records.option,
    headers: { ...create, 'effective-at': '2026-01-03' },
  });
});
afterAll(() => tracker.stop());

const stems = (register: Register, scope: Scope) =>
  scope === 'review'
    ? { stem: register.stem, plural: register.plural }
    : { stem: `Programme${register.stem}`, plural: `Programme${register.plural}` };

const titles = registers.flatMap((register: Register) =>
  register.scopes.map((scope) => ({ ...stems(register, scope), register, scope })),
);

// The operations that are tried below, by name: listMarketEngagements getMarketEngagement putMarketEngagement …
describe.each(titles.filter(({ register }) => !register.byActOnly))(
  'the register $register.path of a $scope',
  ({ stem, plural, register, scope }) => {
    const id = idOfEntry(register.kind, 'the-first');
    const params = { ...(scope === 'review' ? inReview : { programmeId: 'tomorrow' }), entryId: id };
    const as = writerOf(register);

    it(`put${stem} records an entry, get${stem} reads it and list${plural} lists it`, async () => {
      const made = await tracker.ask(`put${stem}`, {
        as,
        params,
        body: records[register.kind],
        headers: { ...create, 'effective-at': '2026-02-03' },
      });
      expect({ status: made.status, body: made.body }).toMatchObject({
        status: 201,
        body: { id, version: 1, struckOut: null },
      });
      expect(made.headers.etag).toBe(etagFor(`put${stem}`, params, 1));
      const read = await tracker.must(`get${stem}`, { as: people.board, params });
      expect(read.body).toEqual(made.body);
      expect(read.body.record).toMatchObject(records[register.kind] as object);
      const list = await tracker.must(`list${plural}`, { as: people.board, params });
      expect(list.body.items.map((one: { id: string }) => one.id)).toContain(id);
    });

    it(`put${stem} of the same body makes no event, and a stale version is refused by 412`, async () => {
      const same = await tracker.ask(`put${stem}`, {
        as,
        params,
        body: records[register.kind],
        headers: { 'if-match': '"1"' },
      });
      expect(same).toMatchObject({ status: 200, body: { version: 1 } });
      const again = await tracker.ask(`put${stem}`, { as, params, body: records[register.kind], headers: create });
      expect(again).toMatchObject({ status: 412, body: { code: 'version.exists' } });
      const unversioned = await tracker.ask(`put${stem}`, { as, params, body: records[register.kind] });
      expect(unversioned).toMatchObject(
        register.statedWhole === true
          ? { status: 200, body: { version: 1 } }
          : { status: 428, body: { code: 'version.missing' } },
      );
    });

    it(`correct${stem} tells again what was true from an earlier instant, and today follows`, async () => {
      const line = await tracker.must(`get${stem}`, { params });
      const events = (
        await tracker.stored(
          scope === 'review' ? 'ORG#council#PROGRAMME#tomorrow#REVIEW#property' : 'ORG#council#PROGRAMME#tomorrow',
        )
      )
        .filter((item) => item.sk?.S?.startsWith(`EVENT#${register.kind}#${id}#`))
        .map((item) => Number(item.sk?.S?.split('#').at(-1)));
      const wrong = await tracker.ask(`correct${stem}`, {
        as,
        params,
        body: { corrects: 99_999, effectiveAt: '2026-02-04', record: records[register.kind], reason: 'A slip' },
      });
      expect(wrong).toMatchObject({ status: 409, body: { code: 'correction.event-unknown' } });
      const told = await tracker.ask(`correct${stem}`, {
        as,
        params,
        body: { corrects: events[0], effectiveAt: '2026-02-04', record: records[register.kind], reason: 'A slip' },
      });
      expect({ status: told.status, body: told.body }).toMatchObject({
        status: 200,
        body: { version: line.body.version + 1 },
      });
    });

    it(`strikeOut${stem} takes it out with a reason and can be undone`, async () => {
      const before = await tracker.must(`get${stem}`, { params });
      const out = await tracker.ask(`strikeOut${stem}`, {
        as,
        params,
        body: { reason: 'Entered twice' },
        headers: { 'if-match': before.headers.etag ?? '' },
      });
      expect({ status: out.status, body: out.body }).toMatchObject({
        status: 200,
        body: { struckOut: { reason: 'Entered twice', by: as.subject } },
      });
      const back = await tracker.ask(`strikeOut${stem}`, {
        as,
        params,
        body: { reason: 'It was not', undo: true },
        headers: { 'if-match': out.headers.etag ?? '' },
      });
      expect(back).toMatchObject({ status: 200, body: { struckOut: null } });
    });

    it(`get${stem} and list${plural} answer what was true at an instant`, async () => {
      const before = await tracker.ask(`get${stem}`, { params, query: 'asAt=2026-02-02' });
      expect(before).toMatchObject({ status: 404, body: { code: 'entry.unknown' } });
      const then = await tracker.must(`get${stem}`, { params, query: 'asAt=2026-02-03' });
      expect(then.body).toMatchObject({ id, version: 1 });
      expect(then.headers.etag).toBeUndefined();
      const list = await tracker.must(`list${plural}`, { params, query: 'asAt=2026-02-02' });
      expect(list.body.items.map((one: { id: string }) => one.id)).not.toContain(id);
    });
  },
);
