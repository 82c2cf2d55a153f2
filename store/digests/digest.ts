import { hash } from 'node:crypto';

/** Text that JSON writes as it is: a control character, a quotation mark, a backslash or half a character is written otherwise. */
const plain = /^[\x20\x21\x23-\x5b\x5d-\ud7ff]*$/;
const textInJson = (text: string): string =>
  text.length < 64 && plain.test(text) ? `"${text}"` : JSON.stringify(text);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Canonical JSON (RFC 8785): members sorted by UTF-16 code units, no spaces, ECMAScript's numbers and strings. `textAs`
 * writes the strings among the values in another way; names of members are written as they are.
 */
export const canonicalJson = (value: unknown, textAs: (text: string) => string = textInJson): string => {
  if (typeof value === 'string') return textAs(value);
  let json = '';
  if (Array.isArray(value)) {
    for (const one of value) json += `${json === '' ? '[' : ','}${canonicalJson(one ?? null, textAs)}`;
    return json === '' ? '[]' : `${json}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) json += `${json === '' ? '{' : ','}${textInJson(name)}:${canonicalJson(member, textAs)}`;
  }
  return json === '' ? '{}' : `${json}}`;
};

/** SHA-256, hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text);

export const digestOf = (value: unknown): string => sha256(canonicalJson(value));

/** Merkle root over digests: pairs are hashed together, an odd one goes up as it is; over nothing, the digest of nothing. */
export const merkleRoot = (digests: readonly string[]): string => {
  if (digests.length === 0) return sha256('');
  let level = [...digests];
  while (level.length > 1) {
    const above: string[] = [];
    for (let n = 0; n < level.length; n += 2) {
      const [left, right] = [level[n] ?? '', level[n + 1]];
      above.push(right === undefined ? left : sha256(`${left}${right}`));
    }
    level = above;
  }
  return level[0] ?? sha256('');
};
