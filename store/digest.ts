import { createHash } from 'node:crypto';

/** Canonical JSON (RFC 8785): members sorted by UTF-16 code units, no spaces, ECMAScript's numbers and strings. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one === undefined ? null : one)).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
      .join(',')}}`;
  return JSON.stringify(value);
};

/** SHA-256, hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

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
