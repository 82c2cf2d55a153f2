import { type Decided, done, refused } from '#domain/decided.ts';
import { GivenInstant, LocalDate, startOfDay } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { mostRequestBytes, mostRequestLevels } from '#schemas/limits.ts';
import { bodyTypeOf, type Operation, takesEffectiveAt } from '#schemas/operations.ts';
import type { Actor } from '#schemas/people.ts';
import type { Fault } from '#schemas/problems.ts';
import { identifyRequest } from '#store/records/idempotency.ts';
import type { Call, Expected } from './call.ts';
import { readEtag } from './etag.ts';
import { repeatedMember } from './repeated-member.ts';
import { requestInvalid } from './request-faults.ts';

/** The parts of an HTTP API event (payload 2.0) that are read here. */
export interface HttpRequest {
  readonly id: string;
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | undefined;
  readonly isBase64Encoded: boolean;
}

const present = (given: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const header = (pointer: string, message: string): Fault => ({ in: 'header', pointer, message });

/** Why a body is not taken although it is JSON; half a character has no UTF-8, nor a place in canonical JSON (RFC 8785). */
const cannotBeKept = (value: unknown, levels: number): string | undefined => {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) return 'The body holds half a character: an escape that has lost its other half.';
    return holdsMark(value)
      ? 'The body holds a character that is none (U+FDD0 to U+FDD2): it stands for nothing outside a program.'
      : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return `The body is nested more than ${mostRequestLevels} levels deep; no record is.`;
  for (const one of Object.entries(value).flat()) {
    const why = cannotBeKept(one, levels - 1);
    if (why !== undefined) return why;
  }
  return undefined;
};

/** JSON is UTF-8 (RFC 8259, 8.1), of which ASCII is a part. */
const readAsUtf8: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii']);

/**
 * The stand-in for bytes that were no text. The gateway hands a JSON body on as text, where what was not UTF-8 is gone
 * already; nobody types this character.
 */
const lostText = /\uFFFD|\\u[Ff]{3}[Dd]/;

const mediaTypeWords = {
  'application/json': 'Send the body as JSON, with the header Content-Type: application/json.',
  'application/merge-patch+json':
    'Send a PATCH as a JSON Merge Patch (RFC 7396), with the header Content-Type: application/merge-patch+json: the fields that change, and null for each that is taken out.',
};

/** The JSON of a body, or what keeps it from being read. */
export const readBody = (
  request: HttpRequest,
  taken: keyof typeof mediaTypeWords = 'application/json',
): Decided<unknown> => {
  const [type, ...parameters] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((one) => one.trim());
  const charset = parameters
    .find((one) => one.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (charset !== undefined && !readAsUtf8.has(charset))
    return refused({
      code: 'media-type.not-json',
      detail: `Send the body in UTF-8, with the header Content-Type: ${taken}; its charset says something else.`,
    });
  if (type !== taken) return refused({ code: 'media-type.not-json', detail: mediaTypeWords[taken] });
  const bytes = Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > mostRequestBytes)
    return refused({
      code: 'request.too-large',
      detail: `The body has ${bytes.length} bytes; at most ${mostRequestBytes} are taken.`,
      facts: { bytes: bytes.length, most: mostRequestBytes },
    });
  const malformed = (detail: string): Decided<never> => refused({ code: 'request.malformed', detail });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const body: unknown = JSON.parse(text);
    if (lostText.test(text))
      return malformed(
        'The body holds a character that was lost on its way (U+FFFD): send it again, as JSON in UTF-8.',
      );
    const twice = repeatedMember(text);
    if (twice !== undefined)
      return malformed(`The body has the member ${JSON.stringify(twice)} twice in one object: send each once.`);
    const why = cannotBeKept(body, mostRequestLevels);
    return why === undefined ? done(body) : malformed(why);
  } catch {
    return malformed(
      bytes.length === 0 ? 'The body is empty; JSON is expected.' : 'The body is not well-formed JSON in UTF-8.',
    );
  }
};

/** What is judged or changed: the entry of its path, or else what the path names. */
const judgedBy = ({ register, path }: Operation): string => {
  if (register !== undefined && path.includes('{entryId}')) return register.noun;
  if (path.startsWith('/people/')) return 'person';
  if (path.includes('/appraisal')) return 'appraisal';
  return path.includes('{reviewId}') ? 'review' : 'programme';
};

/** What the sender knows of the record, from If-Match and If-None-Match. */
const readExpected = (operation: Operation, request: HttpRequest): Decided<Expected> => {
  if (operation.version === undefined) return done({ kind: 'nothing' });
  const [match, noneMatch] = [request.headers['if-match'], request.headers['if-none-match']];
  if (operation.version === 'put' && match !== undefined && noneMatch !== undefined)
    return refused({
      code: 'version.missing',
      detail: 'Send exactly one of If-None-Match: * (to create) and If-Match (to change), not both.',
    });
  if (operation.version === 'put' && noneMatch !== undefined)
    return noneMatch.trim() === '*'
      ? done({ kind: 'none-there' })
      : requestInvalid([header('/If-None-Match', 'must be *')]);
  if (match === undefined && operation.versionOptional === true) return done({ kind: 'nothing' });
  if (match === undefined)
    return refused({
      code: 'version.missing',
      detail:
        operation.version === 'put'
          ? 'Send If-None-Match: * to create it, or If-Match with the ETag of the last read to change it.'
          : `Send If-Match with the ETag of the ${judgedBy(operation)} that you read and decided on.`,
    });
  const read = readEtag(match);
  return read === undefined
    ? requestInvalid([
        header(
          '/If-Match',
          'must be the ETag of the last read with its quotation marks, as in "review:tomorrow/property:3"',
        ),
      ])
    : done({ kind: 'version', ...read });
};

/** Why an operation that takes no Effective-At takes none. */
const notDated = ({ judges, effectiveAt }: Operation): { readonly detail: string; readonly message: string } => {
  if (judges === true)
    return {
      detail:
        'An act of judgement happens when it is recorded, whatever day it is about. Send it again without Effective-At; the day on which something was decided goes into the body.',
      message: 'must be left out of an act of judgement',
    };
  return effectiveAt === 'in-body'
    ? {
        detail:
          'A correction takes no header Effective-At: its body says from when it is true, as effectiveAt. Send it again without the header.',
        message: 'must be left out of a correction: its body says from when it is true, as effectiveAt',
      }
    : {
        detail: 'This happens when it is asked for, and at no other time. Send it again without Effective-At.',
        message: 'must be left out: it happens when it is asked for',
      };
};

const readEffectiveAt = (operation: Operation, request: HttpRequest, now: string): Decided<string | undefined> => {
  const given = request.headers['effective-at'];
  if (given === undefined) return done(undefined);
  if (!takesEffectiveAt(operation)) {
    const { detail, message } = notDated(operation);
    return refused({ code: 'effective.not-taken', detail, faults: [header('/Effective-At', message)] });
  }
  const date = LocalDate.safeParse(given);
  const instant = GivenInstant.safeParse(given);
  const effectiveAt = date.success ? startOfDay(date.data) : instant.success ? instant.data : undefined;
  if (effectiveAt === undefined)
    return requestInvalid([
      header(
        '/Effective-At',
        'must be a date that exists, written 2014-04-30, or an instant written 2014-04-30T22:59:59Z',
      ),
    ]);
  return effectiveAt > now ? requestInvalid([header('/Effective-At', 'must not be in the future')]) : done(effectiveAt);
};

const readIdempotencyKey = (operation: Operation, request: HttpRequest): Decided<string | undefined> => {
  const key = request.headers['idempotency-key'];
  if (key === undefined)
    return operation.method === 'POST'
      ? refused({
          code: 'idempotency.key-missing',
          detail: 'Send an Idempotency-Key of your own making, so that a repeated request is done once.',
        })
      : done(undefined);
  return /^[\x21-\x7e]{1,255}$/.test(key)
    ? done(key)
    : requestInvalid([header('/Idempotency-Key', 'must be 1 to 255 visible ASCII characters')]);
};

/** How a request with a key is known again. */
const identityOf = (
  { operation, actor, body, expected, effectiveAt }: Omit<Call, 'identity'>,
  path: string,
  key: string | undefined,
): Call['identity'] =>
  key === undefined
    ? undefined
    : identifyRequest({
        organisation: actor.organisation,
        subject: actor.subject,
        operation: operation.id,
        path,
        key,
        body,
        preconditions: expected,
        effectiveAt,
      });

/** A request that was read, its path, query and body as they were sent. */
export interface ReadRequest {
  readonly call: Call;
}

/** Reads a request of an operation: what can be known of it before its schemas and any rule are asked. */
export const readRequest = (
  operation: Operation,
  actor: Actor,
  request: HttpRequest,
  now: string,
): Decided<ReadRequest> => {
  const body = operation.body === undefined ? done(undefined) : readBody(request, bodyTypeOf(operation));
  if (body.kind === 'refused') return body;
  const writes = operation.method !== 'GET';
  const key = writes ? readIdempotencyKey(operation, request) : done(undefined);
  if (key.kind === 'refused') return key;
  const expected = readExpected(operation, request);
  if (expected.kind === 'refused') return expected;
  const effectiveAt = writes ? readEffectiveAt(operation, request, now) : done(undefined);
  if (effectiveAt.kind === 'refused') return effectiveAt;
  const call = {
    operation,
    actor,
    params: present(request.pathParameters),
    query: present(request.query),
    body: body.result,
    expected: expected.result,
    now,
    effectiveAt: effectiveAt.result,
    headers: present(request.headers),
    requestId: request.id,
  };
  return done({ call: { ...call, identity: identityOf(call, request.path, key.result) } });
};
