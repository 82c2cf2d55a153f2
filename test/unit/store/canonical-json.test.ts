import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '#store/digests/digest.ts';

/** The rule as RFC 8785 says it, one thing after the other. */
const byTheRule = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => byTheRule(one === undefined ? null : one)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, member]) => `${JSON.stringify(name)}:${byTheRule(member)}`);
  return `{${members.join(',')}}`;
};

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('10', '9', '\ud800', '\u2028', '"\\'),
);
const values = [text, fc.double(), fc.integer(), fc.boolean(), fc.constantFrom(null, undefined, -0)];

it('canonical JSON is that of RFC 8785, whatever the names, texts and numbers', () => {
  fc.assert(
    fc.property(fc.anything({ key: text, values }), (value) => {
      expect(canonicalJson(value)).toBe(byTheRule(value));
    }),
    { numRuns: 2_000 },
  );
});

it('canonical JSON is what the library of RFC 8785 writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2_000 },
  );
});

it('every character is written as JSON writes it', () => {
  const written = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
  expect(written.filter((one) => canonicalJson(one) !== JSON.stringify(one))).toEqual([]);
});
