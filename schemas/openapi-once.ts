/*
 * zod copies what a named schema says beside the reference to it, wherever a field gives that schema a title of its own. What a
 * component says is said there alone.
 */

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Fields = { readonly [name: string]: Json };

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const prefix = '#/components/schemas/';

/** What the component of a reference says, its own references followed. */
const saidBy = (reference: Json | undefined, components: Fields): Fields => {
  if (typeof reference !== 'string' || !reference.startsWith(prefix)) return {};
  const component = components[reference.slice(prefix.length)];
  return isFields(component) ? { ...saidBy(component.$ref, components), ...component } : {};
};

const saidOnceWithin = (value: Json, components: Fields): Json => {
  if (!isFields(value)) return Array.isArray(value) ? value.map((one) => saidOnceWithin(one, components)) : value;
  const said = saidBy(value.$ref, components);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, own]) => name === '$ref' || JSON.stringify(said[name]) !== JSON.stringify(own))
      .map(([name, own]) => [name, saidOnceWithin(own, components)]),
  );
};

/** An OpenAPI document, given as its JSON, without what stands beside a reference and in the component too. */
export const saidOnce = (json: string): object => {
  const document: Fields = JSON.parse(json);
  const components =
    isFields(document.components) && isFields(document.components.schemas) ? document.components.schemas : {};
  return Object.fromEntries(Object.entries(document).map(([name, own]) => [name, saidOnceWithin(own, components)]));
};
