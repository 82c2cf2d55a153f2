import * as fc from 'fast-check';

/** Texts that have broken other systems, and some that only look as if they could. */
const texts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202eevil\u202c',
  'é'.normalize('NFD'),
  '👩‍👩‍👧‍👦'.repeat(3),
  '../../etc/passwd',
  "' OR 1=1 --",
  'attribute_not_exists(pk)',
  '#pk',
  ':value',
  'ORG#council#PROGRAMME#hostile',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://example.org")',
  '\u0024{jndi:ldap://127.0.0.1/a}',
  '{{constructor.constructor("return 1")()}}',
  '%00%0d%0a',
  'x\r\nset-cookie: a=b',
  '9'.repeat(40),
  'a'.repeat(5_000),
  '2026-02-30',
  '2026-13',
  '0000-00-00T00:00:00.000Z',
  'latest',
  '__proto__',
  'constructor',
  'NaN',
  'true',
  '"1"',
  '*',
  '[object Object]',
  '\ufeff',
  '١٢٣',
];

export const noiseText = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom(...texts) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const noiseNumber = fc.constantFrom(0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31, 1e-320, 4_294_967_296);
/** Any JSON value, most often a small one. */
const noiseValue: fc.Arbitrary<unknown> = fc.oneof(
  noiseText,
  noiseNumber,
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(noiseText, fc.oneof(noiseText, noiseNumber, fc.constant(null)), { maxKeys: 4 }),
);

/** Bodies that are no JSON, or none that anybody would send. */
export const noiseBody: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 1, max: 120_000 }).map((depth) => '['.repeat(depth)),
  fc.integer({ min: 1, max: 60_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.nat(10_000).map((more) => JSON.stringify('x'.repeat(256 * 1024 + more))),
  fc.constant(JSON.stringify(Array.from({ length: 20_000 }, (_, n) => n % 9))),
  fc.constantFrom('', '{"__proto__":{"title":"x"},"constructor":1,"title":"a","title":"b"}'),
  fc.tuple(noiseValue, fc.nat(), noiseText).chain(([value, at, text]) => {
    const json = JSON.stringify(value) ?? '';
    return fc.constantFrom(json, json.slice(0, at % (json.length + 1)), `${json}${text}`);
  }),
);

type Path = readonly (string | number)[];

const pathsIn = (value: unknown, above: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return [above, ...value.flatMap((one, n) => pathsIn(one, [...above, n]))];
  if (typeof value !== 'object' || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...above, name]))];
};

const changedAt = (value: unknown, [first, ...rest]: Path, change: (was: unknown) => unknown): unknown => {
  if (first === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, n) => (n === first ? changedAt(one, rest, change) : one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === first ? changedAt(one, rest, change) : one]),
  );
};

/** How one place of a body is made otherwise. */
const change: fc.Arbitrary<(was: unknown) => unknown> = fc.oneof(
  noiseValue.map((value) => () => value),
  fc.constantFrom<((was: unknown) => unknown)[]>(
    () => undefined,
    (was) => [was],
    (was) => (Array.isArray(was) ? Array.from({ length: 200 }, () => was[0] ?? null) : null),
  ),
  fc.tuple(noiseText, noiseValue).map(
    ([name, value]) =>
      (was: unknown) =>
        typeof was === 'object' && was !== null && !Array.isArray(was) ? { ...was, [name || 'more']: value } : value,
  ),
);

/** A valid body with one to three places of it made otherwise. */
export const spoilt = (body: unknown): fc.Arbitrary<unknown> => {
  const places = pathsIn(body);
  return fc
    .array(fc.tuple(fc.constantFrom(...places), change), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((value, [path, how]) => changedAt(value, path, how), body));
};
