import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { unclearTextIn } from '#functions/http/unclear-text.ts';
import { command } from '#functions/http/use-case.ts';
import { operations } from '#schemas/operations.ts';
import { exampleOf } from '../../support/example-of.ts';
import { exampleBodyOf, operationsWithBody } from '../../support/examples.ts';

type Path = readonly (string | number)[];

/** Every place of a text, with the value changed there. */
const changedTexts = (value: unknown, to: string, path: Path = []): readonly { path: Path; changed: unknown }[] => {
  if (typeof value === 'string') return [{ path, changed: to }];
  if (Array.isArray(value))
    return value.flatMap((one, n) =>
      changedTexts(one, to, [...path, n]).map((at) => ({ ...at, changed: value.with(n, at.changed) })),
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    changedTexts(one, to, [...path, name]).map((at) => ({ ...at, changed: { ...value, [name]: at.changed } })),
  );
};

/** Each schema once: that of a register at a review is that of the programme's own. */
const withOwnBody = operationsWithBody.filter(
  ({ body }, n) => operationsWithBody.findIndex((one) => one.body === body) === n,
);
const bodies = withOwnBody.flatMap((operation) =>
  operation.body === undefined
    ? []
    : [exampleBodyOf(operation), exampleOf(operation.body)].map((body) => ({
        operation,
        schema: operation.body,
        body,
      })),
);

/** Every place of every body where the schema, which reads what is stored as well, takes such a text. */
const takenPlaces = (text: string) =>
  bodies.flatMap(({ operation, schema, body }) =>
    changedTexts(body, text).flatMap(({ path, changed }) =>
      schema !== undefined && z.safeParse(schema, changed).success
        ? [{ id: operation.id, pointer: path.map((part) => `/${part}`).join(''), schema, changed }]
        : [],
    ),
  );

describe('A text that people could not read as it is written', () => {
  it.each([
    ['turns others round', 'Tidy \u202E', 'U+202E'],
    ['cannot be seen', '\u3164', 'U+3164'],
    ['controls', 'Tidy \u009B', 'U+009B'],
    ['separates', 'Tidy \u2028', 'U+2028'],
    ['draws over others', `Tidy${'\u0301'.repeat(20)}`, 'combining marks'],
  ])('is refused by its place in every text of every body, where it %s', (_, text, named) => {
    const places = takenPlaces(text);
    expect(places.length).toBeGreaterThan(200);
    expect(places.map(({ id, schema, changed }) => ({ id, faults: unclearTextIn(schema, changed) }))).toEqual(
      places.map(({ id, pointer }) => ({
        id,
        faults: [{ in: 'body', pointer, message: expect.stringContaining(named) }],
      })),
    );
  });

  it('is refused in every title of several lines, and nowhere else', () => {
    const refused = takenPlaces('One\n\ntwo').filter(
      ({ schema, changed }) => unclearTextIn(schema, changed).length > 0,
    );
    const names = new Set(refused.map(({ pointer }) => pointer.split('/').findLast((part) => /^[a-z]/i.test(part))));
    expect([...names]).toEqual(expect.arrayContaining(['title', 'name', 'owner', 'body', 'council', 'services']));
    expect([...names]).not.toEqual(expect.arrayContaining(['narrative']));
    for (const name of ['narrative', 'reason', 'source', 'cause', 'achieved']) expect(names).not.toContain(name);
  });

  it('is taken nowhere amiss: every example is refused for nothing', () => {
    for (const { schema, body } of bodies) expect(schema && unclearTextIn(schema, body)).toEqual([]);
  });

  it('is one fault of its place among the faults of a body', () => {
    const operation = operations.find((one) => one.id === 'putRisk');
    if (operation?.body === undefined) throw new Error('no operation putRisk');
    const [endpoint] = command({ ...operation, body: operation.body }, () => {
      throw new Error('was taken');
    });
    const body = { ...Object(exampleBodyOf(operation)), title: '\u202E', cause: '', owner: 'a\u202D' };
    const params = { programmeId: 'tomorrow', reviewId: 'property', entryId: 'late' };
    const call = { operation, params, query: {}, body } as never;
    expect(endpoint?.parse({ call })).toMatchObject({
      kind: 'refused',
      refusal: {
        code: 'request.invalid',
        faults: expect.toSatisfy((faults: { pointer: string }[]) => {
          expect(faults.map((one) => one.pointer).sort()).toEqual(['/cause', '/owner', '/title']);
          return true;
        }),
      },
    });
  });
});
