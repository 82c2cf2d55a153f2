import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { settingsLists } from '#registers/field-kinds.ts';
import { type Field, fieldsOf, usesWords, wordsIn } from '#registers/fields.ts';
import { DeliveryModelName } from '#schemas/delivery-model-names.ts';
import { nothingStored } from '../support/chain.ts';
import { create, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { programme, records } from '../support/records.ts';
import type { TestTracker, TrackerOfMore } from '../support/tracker.ts';

// What the settings list stays while anything uses it, and nothing comes back that uses what is gone (docs/meaning.md PROGRAMME-4).

let tracker: TestTracker & TrackerOfMore;
beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
  await tracker.must('putOption', { params: of('property', 'first-option'), body: records.option, headers: create });
});
afterAll(() => tracker.stop());

const as = { roles: ['transformation-team', 'programme-office', 'finance'] as const, subject: 'ada-all' };

/** Of each register that takes words of the settings: each of its fields that does, with a word that nothing else uses. */
const withWords: Readonly<Record<string, object>> = {
  'budget-line': { directorate: 'fleet' },
  'in-year-walk': {
    actions: [{ id: 'hire', what: 'Stop hiring', pounds: 1_000_000, directorate: 'fleet', objective: 'grow-less' }],
  },
  option: { deliveryModel: 'trust' },
  'delivery-model': { model: 'trust' },
  saving: { directorate: 'fleet', objective: 'grow-less' },
};

const declared: readonly Register[] = registers;
const places = declared
  .filter(({ record }) => usesWords(record))
  .flatMap((register) => register.scopes.map((scope) => ({ scope, register, kind: register.kind })));
const bodyOf = ({ kind }: Register) => ({ ...Object(records[kind]), ...withWords[kind] });

const wordFields = (fields: readonly Field[], at = ''): readonly string[] =>
  fields.flatMap((field) => [
    ...(settingsLists.some((list) => list === `${field.name}s`) ? [`${at}/${field.name}`] : []),
    ...wordFields(field.fields ?? [], `${at}/${field.name}${field.of === undefined ? '' : '/0'}`),
  ]);

describe.each(declared.map((one) => [one.kind, one] as const))('The register %s', (kind, register) => {
  it('says of each of its fields that is a word of the settings that it is one, and here is an entry with all of them', () => {
    const named = wordFields(fieldsOf(register.record)).filter(
      // An adopted model is an entry of the register of delivery models.
      (pointer) => !(kind === 'decision' && pointer === '/deliveryModel'),
    );
    const used = wordsIn(register.record, bodyOf(register)).map(({ pointer }) => pointer);
    expect(used).toEqual(expect.arrayContaining([...named]));
    expect(used.length > 0).toBe(usesWords(register.record));
    expect(usesWords(register.record)).toBe(withWords[kind] !== undefined);
  });
});

describe.each(places.map((one) => [`${one.kind} of a ${one.scope}`, one] as const))(
  'A %s',
  (_, { scope, register }) => {
    const stem = scope === 'review' ? register.stem : `Programme${register.stem}`;
    const id = stem;
    const params = { ...(scope === 'review' ? of('property') : tomorrow), entryId: 'only-one' };
    const etag = async (operation: string) => (await tracker.must(operation, { params })).headers.etag ?? '';
    const settingsFor = async (over: object) => {
      const { body, headers } = await tracker.must('getProgramme', { params });
      return {
        as,
        params,
        body: { ...body.record, ...over },
        headers: { 'if-match': headers.etag ?? '' },
      };
    };
    const strikeOut = async (undo: boolean) =>
      tracker.ask(`strikeOut${id}`, {
        as,
        params,
        body: { reason: 'Entered twice', undo },
        headers: { 'if-match': await etag(`get${id}`) },
      });

    it('keeps each of its words in the settings, until it is struck out; it is not put back without them', async () => {
      const deliveryModels = DeliveryModelName.options;
      const { directorates } = programme;
      const listing = {
        directorates: [...directorates, { id: 'fleet', name: 'Fleet' }],
        objectives: [{ id: 'grow-less', name: 'Grow less' }],
      };
      const without = {
        directorates,
        objectives: [],
        deliveryModels: deliveryModels.filter((one) => one !== 'trust'),
      };
      await tracker.must('putProgramme', await settingsFor(listing));
      await tracker.must(`put${id}`, { as, params, body: bodyOf(register), headers: create });

      const lists = wordsIn(register.record, bodyOf(register)).map(({ list }) => `/${list}`);
      const kept = await settingsFor(without);
      const refused = await nothingStored(tracker, () => tracker.ask('putProgramme', kept));
      expect(refused).toMatchObject({ status: 422, body: { code: 'content.breaks-rule' } });
      const faults: readonly { pointer: string; message: string }[] = refused.body.faults;
      expect(faults.map(({ pointer }) => pointer)).toEqual(lists.toSorted());
      const who =
        scope === 'review'
          ? 'which 1 review uses: property (PRG-04)'
          : `which 1 entry of the programme uses: ${register.entryName(bodyOf(register), 'only-one')} (PRG-04)`;
      for (const { message } of faults) expect(message).toContain(who);

      expect((await strikeOut(false)).status).toBe(200);
      await tracker.must('putProgramme', await settingsFor(without));
      const notBack = await strikeOut(true);
      expect(notBack).toMatchObject({ status: 409, body: { code: 'entry.word-not-listed' } });
      for (const { id: word } of wordsIn(register.record, bodyOf(register)))
        expect(notBack.body.detail).toContain(`is ${word}, which the programme's`);
      await tracker.must('putProgramme', await settingsFor({ ...listing, deliveryModels }));
      expect((await strikeOut(true)).status).toBe(200);
      expect((await strikeOut(false)).status).toBe(200);
    });
  },
);
