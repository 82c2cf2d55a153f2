import { expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { screensBefore } from './screen-under-test.ts';

/** Every field of a record, those in its groups and lists and forms as well. */
const everyField = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...everyField(field.fields ?? []), ...(field.forms ?? []).flatMap(everyField)]);

it('A field that another answer makes needed may be left out of a record, and says when not', () => {
  const needed = registers.flatMap(({ record }) => everyField(fieldsOf(record)).filter((one) => one.neededIf));
  expect(needed.length).toBeGreaterThan(20);
  for (const { name, required, neededIf } of needed) {
    expect({ name, required }).toEqual({ name, required: false });
    expect(neededIf).toMatch(/^[a-z][^.]*[a-z]$/);
  }
});

it('Its form says when it is needed in the place of “optional”', async () => {
  const answers = () => ({
    '/programmes/p': {
      body: {
        record: { name: 'A programme', reporting: { returnsDueDay: 5, daysAre: 'calendar' } },
        computed: { nextReport: null },
      },
    },
    '/programmes/p/reviews/r': {
      body: {
        record: { title: 'Home care', sros: [] },
        facts: { stage: 'decision' },
        computed: { stageName: 'Decision' },
      },
    },
  });
  const text = String(
    (await screensBefore(answers, ['transformation-team']).opened('/pages/programmes/p/reviews/r/issues/_new')).body,
  );
  expect(text).toContain('Closed on (needed if it is closed)');
  expect(text).not.toContain('Closed on (optional)');
});
