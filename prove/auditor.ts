import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { HistoryEvent } from '#schemas/history.ts';
import type { Salts } from '#schemas/salts.ts';

/* What an auditor works out from an export, by docs/meaning.md CHAIN-11 and without the tracker's own code. */

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The canonical JSON of one part, its texts in their commitments; texts are numbered as they come. */
const committed = (value: unknown, part: number, salts: Salts): string => {
  let number = 0;
  const commitment = (json: string): string => {
    const given =
      'secret' in salts ? sha256(`${salts.secret}${part}.${number}${json}`).slice(0, 32) : salts.texts[number];
    number += 1;
    return typeof given === 'string' ? sha256(`${given}${json}`) : (given?.commitment ?? '');
  };
  const written = (one: unknown): string => {
    if (typeof one === 'string') return `"${commitment(JSON.stringify(one))}"`;
    if (Array.isArray(one)) return `[${one.map(written).join(',')}]`;
    if (typeof one !== 'object' || one === null) return JSON.stringify(one);
    const members = Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${written(member)}`).join(',')}}`;
  };
  return written(value);
};

export const auditedEventDigest = ({ digest: _, after, reason, salts, ...recorded }: HistoryEvent): string => {
  const contents = committed({ after, ...(reason === undefined ? {} : { reason }) }, 0, salts);
  return sha256(String(canonicalize([recorded, sha256(contents)])));
};

/** Of a report in full view. */
export const auditedContentDigest = (lines: readonly unknown[], content: unknown, secret: string): string => {
  const salts = { secret };
  const parts = [...lines.map((line, n) => `${committed(line, n, salts)}\n`), committed(content, lines.length, salts)];
  return sha256(parts.join(''));
};
