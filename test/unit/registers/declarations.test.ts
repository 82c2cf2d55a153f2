import { describe, expect, it } from 'vitest';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { type Field, fieldsOf, referencesIn } from '#registers/fields.ts';
import { operations } from '#schemas/operations.ts';
import { ReviewPosition } from '#schemas/position.ts';
import { ReportContent } from '#schemas/report.ts';

const all: readonly Register[] = registers;

/** Every field of a record, those in groups, lists and forms too, by its path. */
const everyField = (fields: readonly Field[], at = ''): readonly (Field & { readonly path: string })[] =>
  fields.flatMap((field) => [
    { ...field, path: `${at}/${field.name}` },
    ...everyField([...(field.fields ?? []), ...(field.forms ?? []).flat()], `${at}/${field.name}`),
  ]);

const actsOf = new Set(['record-outcome', 'update-condition', 'validate-saving', 'rate-review', 'confirm-return']);

describe.each(all.map((register) => [register.kind, register] as const))('The register %s', (_, register) => {
  const fields = everyField(fieldsOf(register.record));

  it('has a label and a hint for every field, in plain words', () => {
    expect(fields.length).toBeGreaterThan(0);
    const plain = /^[A-Z‘“][^_{}<>]*[^.\s]$/;
    expect(fields.filter(({ label, hint }) => !plain.test(label) || !plain.test(hint)).map((one) => one.path)).toEqual(
      [],
    );
  });

  it('describes what is kept beside its records and what is computed of them', () => {
    const undescribed = [...everyField(fieldsOf(register.facts)), ...everyField(fieldsOf(register.computed))].filter(
      ({ hint }) => hint === '',
    );
    expect(undescribed.map((one) => one.path)).toEqual([]);
  });

  it('has a label and a hint for every field of its own acts', () => {
    const acts = operations.filter(({ register: of, useCase }) => of?.kind === register.kind && actsOf.has(useCase));
    const unlabelled = acts.flatMap(({ id, body }) =>
      body === undefined ? [] : everyField(fieldsOf(body), id).filter(({ label, hint }) => label === '' || hint === ''),
    );
    expect(unlabelled.map((one) => one.path)).toEqual([]);
  });

  it('has a label for every choice', () => {
    const choices = fields.filter((one) => (one.of ?? one.kind) === 'choice');
    expect(choices.filter((one) => (one.choices ?? []).length === 0).map((one) => one.path)).toEqual([]);
  });

  it('refers to registers that there are, or to criteria of the appraisal', () => {
    const kinds = ['review', 'criterion', ...all.map((one) => one.kind)];
    const named = fields.flatMap((one) => one.register ?? []);
    expect(named.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  it('has an example that its own schema takes, under an id that it takes', () => {
    expect(register.record.safeParse(register.example)).toMatchObject({ success: true });
    expect(register.id.safeParse(register.exampleId)).toMatchObject({ success: true });
  });

  it('shows columns that are fields of it', () => {
    const names = fieldsOf(register.record).map((one) => one.name);
    expect(register.columns.length).toBeGreaterThan(0);
    expect(register.columns.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('names an entry in a sentence, and says what it is for', () => {
    const name = register.entryName(register.record.parse(register.example), register.exampleId);
    expect(name).toMatch(new RegExp(`^the ${register.noun}\\b.+[^.]$`));
    expect(register.purpose).toMatch(/^[A-Z].*\.$/);
  });
});

describe('The list of registers', () => {
  const repeated = (names: readonly string[]) => names.filter((name, n) => names.indexOf(name) !== n);

  it('repeats no kind, no path, no section and no part of the report', () => {
    expect(repeated(all.map((one) => one.kind))).toEqual([]);
    expect(repeated(all.map((one) => one.path))).toEqual([]);
    expect(repeated(['review', ...all.flatMap((one) => one.position?.name ?? [])])).toEqual([]);
    const own = Object.keys(ReportContent.shape).length - all.filter((one) => one.report !== undefined).length;
    expect(own).toBeGreaterThan(10);
    expect(repeated(all.flatMap((one) => one.report?.name ?? []))).toEqual([]);
  });

  it('has for each section what it is where nothing is recorded, so that an older position is read without it', () => {
    const { review: _, ...sections } = ReviewPosition.shape;
    for (const [name, section] of Object.entries(sections)) {
      const empty = all.find((one) => one.position?.name === name)?.position?.empty;
      expect({ name, read: section.parse(undefined) }).toEqual({ name, read: empty });
    }
  });
});

describe('The entries that a record names', () => {
  const named = (kind: string, record: unknown) => {
    const register = all.find((one) => one.kind === kind);
    if (register === undefined) throw new Error(`there is no register ${kind}`);
    return referencesIn(register.record, record);
  };

  it('are found in a field, in a list and in a group, each with its pointer', () => {
    expect(named('delivery-model', { fromOptions: ['a', 'b'], decision: 'adopt' })).toEqual([
      { kind: 'option', id: 'a', pointer: '/fromOptions/0' },
      { kind: 'option', id: 'b', pointer: '/fromOptions/1' },
      { kind: 'decision', id: 'adopt', pointer: '/decision' },
    ]);
    expect(named('stated-position', { follows: { from: 'whole', by: 'average-a-year' } })).toEqual([
      { kind: 'stated-position', id: 'whole', pointer: '/follows/from' },
    ]);
  });

  it('are none where nothing is named', () => {
    expect(named('risk', { title: 'Late', actions: [{ id: 'issue', what: 'issue' }] })).toEqual([]);
  });
});

it('Every part of the report is of a rule set that this release has; else it would be in no report', () => {
  const inNone = all.filter(({ report }) => report?.since !== undefined && !releasedRuleSets.named(report.since));
  expect(inNone.map(({ kind }) => kind)).toEqual([]);
});
