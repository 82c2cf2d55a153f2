import { expect, it } from 'vitest';
import { openApiDocument } from '#schemas/openapi.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const document = JSON.parse(JSON.stringify(openApiDocument()));

/** Every object of the document that refers to a component, with where it stands. */
const references = (value: Json, at = ''): { at: string; own: Record<string, Json> }[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, one]) => references(one, `${at}/${name}`));
  return !Array.isArray(value) && typeof value.$ref === 'string' ? [{ at, own: value }, ...inside] : inside;
};

it('a date of a plan is one named schema, wherever a field gives it a title of its own', () => {
  const on = document.components.schemas.Decision.properties.preScrutiny.properties.on;
  expect(on).toEqual({
    title: 'When',
    description: 'When it does, as far as that is stated',
    $ref: '#/components/schemas/PlannedDateStatement',
  });
});

it('nothing that names a schema repeats what that schema is', () => {
  const found = references(document);
  expect(found.length).toBeGreaterThan(500);
  const repeating = found.filter(({ own }) => ['oneOf', 'anyOf', 'properties', 'items'].some((name) => name in own));
  expect(repeating.map(({ at }) => at)).toEqual([]);
});
