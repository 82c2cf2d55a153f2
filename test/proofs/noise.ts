import type { Chance } from './chance.ts';

/** Texts that have broken other systems, and some that only look as if they could. */
const texts: readonly [string, ...string[]] = [
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

export const noiseText = (chance: Chance): string => {
  if (chance.happens(0.7)) return chance.pick(texts);
  return Array.from({ length: 1 + chance.below(40) }, () =>
    String.fromCodePoint(chance.happens(0.5) ? 32 + chance.below(95) : chance.below(0x10ffff)),
  ).join('');
};

const numbers: readonly [number, ...number[]] = [
  0,
  -0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 31,
  1e-320,
  4_294_967_296,
];

/** Any JSON value, most often a small one. */
export const noiseValue = (chance: Chance, depth = 0): unknown => {
  const turn = chance.below(depth > 4 ? 5 : 8);
  if (turn === 0) return null;
  if (turn === 1) return chance.happens(0.5);
  if (turn === 2) return chance.pick(numbers);
  if (turn < 5) return noiseText(chance);
  if (turn < 7)
    return Object.fromEntries(
      Array.from({ length: chance.below(5) }, () => [noiseText(chance).slice(0, 60), noiseValue(chance, depth + 1)]),
    );
  return Array.from({ length: chance.below(6) }, () => noiseValue(chance, depth + 1));
};

/** Bodies that are no JSON, or none that anybody would send. */
export const noiseBody = (chance: Chance): string => {
  const turn = chance.below(10);
  if (turn === 0) return '['.repeat(1 + chance.below(120_000));
  if (turn === 1) {
    const depth = 1 + chance.below(60_000);
    return `${'['.repeat(depth)}${']'.repeat(depth)}`;
  }
  if (turn === 2) {
    const depth = 1 + chance.below(20_000);
    return `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  }
  if (turn === 3) return JSON.stringify('x'.repeat(256 * 1024 + chance.below(10_000)));
  if (turn === 4) return JSON.stringify(Array.from({ length: 20_000 }, () => chance.below(9)));
  if (turn === 5) return '';
  if (turn === 6) return '{"__proto__":{"title":"x"},"constructor":1,"title":"a","title":"b"}';
  const json = JSON.stringify(noiseValue(chance)) ?? '';
  return turn === 7 ? json.slice(0, chance.below(json.length + 1)) : turn === 8 ? `${json}${noiseText(chance)}` : json;
};

type Path = readonly (string | number)[];

const pathsIn = (value: unknown, above: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return [above, ...value.flatMap((one, n) => pathsIn(one, [...above, n]))];
  if (typeof value !== 'object' || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...above, name]))];
};

const changedAt = (value: unknown, [first, ...rest]: Path, change: (required: unknown) => unknown): unknown => {
  if (first === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, n) => (n === first ? changedAt(one, rest, change) : one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === first ? changedAt(one, rest, change) : one]),
  );
};

/** A valid body with one or a few things in it made otherwise, anywhere. */
export const mutated = (body: unknown, chance: Chance): unknown => {
  let changed = body;
  for (let times = 1 + chance.below(3); times > 0; times -= 1) {
    const [only, ...more] = pathsIn(changed);
    const path = only === undefined ? [] : chance.pick([only, ...more]);
    const turn = chance.below(5);
    changed = changedAt(changed, path, (required) => {
      if (turn === 0) return noiseValue(chance);
      if (turn === 1) return undefined;
      if (turn === 2) return [required];
      if (turn === 3 && typeof required === 'object' && required !== null && !Array.isArray(required))
        return { ...required, [noiseText(chance).slice(0, 50) || 'more']: noiseValue(chance) };
      return Array.isArray(required) ? Array.from({ length: 200 }, () => required[0] ?? null) : noiseText(chance);
    });
  }
  return changed;
};
