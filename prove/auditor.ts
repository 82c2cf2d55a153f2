import { createHash } from 'node:crypto';
import type { HistoryEvent } from '#schemas/history.ts';
import type { Salts } from '#schemas/salts.ts';

/* What an auditor works out from an export, by docs/meaning.md and without the tracker's own code. */

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The JSON of one part with its texts in their commitments; texts are numbered as they come. */
const committed = (value: unknown, part: number, salts: Salts): string => {
  let number = 0;
  const commitment = (text: string): string => {
    const json = JSON.stringify(text);
    const given =
      'secret' in salts ? sha256(`${salts.secret}${part}.${number}${json}`).slice(0, 32) : salts.texts[number];
    number += 1;
    return typeof given === 'string' ? sha256(`${given}${json}`) : (given?.commitment ?? '');
  };
  const within = (one: unknown): unknown => {
    if (typeof one === 'string') return commitment(one);
    if (Array.isArray(one)) return one.map(within);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, within(member)]));
  };
  return JSON.stringify(within(sorted(value)));
};

export const auditedEventDigest = ({ digest: _, after, reason, salts, ...recorded }: HistoryEvent): string =>
  sha256(
    JSON.stringify(
      sorted([recorded, sha256(committed({ after, ...(reason === undefined ? {} : { reason }) }, 0, salts))]),
    ),
  );

/** Of a report in full view. */
export const auditedContentDigest = (lines: readonly unknown[], content: unknown, secret: string): string =>
  sha256(
    [
      ...lines.map((line, n) => `${committed(line, n, { secret })}\n`),
      committed(content, lines.length, { secret }),
    ].join(''),
  );
