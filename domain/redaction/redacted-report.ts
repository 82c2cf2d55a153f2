import * as z from 'zod';
import { holdsRedacted, isRedacted, redactedSentence } from '#schemas/redaction.ts';
import { changedText } from '../exemption/text-in.ts';

type Json = z.core.util.JSONType;

/** What any text that is no id, date or choice could say as well. */
const anySentence = redactedSentence('2000-01-01', 'erasure', '00000000');

/** Members that name a fact, a rule or a place to programs: by them a later report knows what this one held. */
const namesToPrograms = new Set([
  'facts',
  'here',
  'before',
  'ruleSet',
  'contentDigest',
  'key',
  'keys',
  'rule',
  'register',
]);

const isText = (schema: z.ZodString, name: string): boolean =>
  !namesToPrograms.has(name) && z.safeParse(schema, anySentence).success;

/** Lines or the content of a report, with every text in it changed. */
export const redactedReport = <S extends z.ZodType>(schema: S, value: z.output<S>, redact: (text: string) => string) =>
  schema.parse(changedText(schema, z.json().parse(value), redact, isText));

const isObject = (value: Json): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether a report made again is the published one, but for what was redacted in either: words that are gone may also have
 * decided the order of rows.
 */
export const sameApartFromRedaction = (published: Json, made: Json): boolean => {
  if (typeof published === 'string' && typeof made === 'string')
    return published === made || isRedacted(published) || holdsRedacted(made);
  if (Array.isArray(published) && Array.isArray(made)) {
    const left = [...made];
    return published.length === made.length && published.every((one) => isTaken(left, one));
  }
  if (isObject(published) && isObject(made)) {
    const names = Object.keys(published);
    return (
      names.length === Object.keys(made).length &&
      names.every((name) => {
        const [one, other] = [published[name], made[name]];
        return one !== undefined && other !== undefined && sameApartFromRedaction(one, other);
      })
    );
  }
  return published === made;
};

/** Takes the first that is the same out of those that are left. */
const isTaken = (left: Json[], one: Json): boolean => {
  const n = left.findIndex((other) => sameApartFromRedaction(one, other));
  if (n === -1) return false;
  left.splice(n, 1);
  return true;
};
