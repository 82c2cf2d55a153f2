import { createHash } from 'node:crypto';
import type { HistoryEvent } from '#schemas/history.ts';
import type { Salts } from '#schemas/salts.ts';

/* What an auditor works out from an export, by docs/meaning.md CHAIN-11 and without the tracker's own code. */

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Canonical JSON (RFC 8785), its strings written by `text`. */
const canonical = (value: unknown, text: (json: string) => string): string => {
  if (typeof value === 'string') return text(JSON.stringify(value));
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, text)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member, text)}`).join(',')}}`;
};

/** The canonical JSON of one part, its texts in their commitments; texts are numbered as they come. */
const committed = (value: unknown, part: number, salts: Salts): string => {
  let number = 0;
  return canonical(value, (json) => {
    const given =
      'secret' in salts ? sha256(`${salts.secret}${part}.${number}${json}`).slice(0, 32) : salts.texts[number];
    number += 1;
    return `"${typeof given === 'string' ? sha256(`${given}${json}`) : (given?.commitment ?? '')}"`;
  });
};

export const auditedEventDigest = ({
  digest: _,
  after,
  reason,
  fileDigest,
  salts,
  ...recorded
}: HistoryEvent): string => {
  const contents = committed(
    { after, ...(reason === undefined ? {} : { reason }), ...(fileDigest === undefined ? {} : { fileDigest }) },
    0,
    salts,
  );
  return sha256(canonical([recorded, sha256(contents)], (json) => json));
};

/** Of a report in full view. */
export const auditedContentDigest = (lines: readonly unknown[], content: unknown, secret: string): string => {
  const salts = { secret };
  const parts = [...lines.map((line, n) => `${committed(line, n, salts)}\n`), committed(content, lines.length, salts)];
  return sha256(parts.join(''));
};
