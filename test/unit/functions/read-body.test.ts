import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HttpRequest, readBody } from '#functions/http/read-request.ts';
import { repeatedMember } from '#functions/http/repeated-member.ts';

const request = (given: Partial<HttpRequest>): HttpRequest => ({
  id: 'one',
  path: '/',
  pathParameters: {},
  query: {},
  headers: { 'content-type': 'application/json' },
  body: '{}',
  isBase64Encoded: false,
  ...given,
});
const latin1 = Buffer.from('{"title":"Café review, £2m"}', 'latin1');
const typed = (type: string) => request({ headers: { 'content-type': type } });
const codeOf = (given: HttpRequest): string => {
  const read = readBody(given);
  return read.kind === 'refused' ? read.refusal.code : 'read';
};

describe('a body', () => {
  it('with a byte-order mark before it is read, however the gateway hands it on', () => {
    const given = Buffer.from('\uFEFF{"title":"Café"}');
    for (const one of [{ body: given.toString('utf8') }, { body: given.toString('base64'), isBase64Encoded: true }])
      expect(readBody(request(one))).toMatchObject({ kind: 'done', result: { title: 'Café' } });
  });

  it.each([
    ['in Latin-1, handed on as bytes', request({ body: latin1.toString('base64'), isBase64Encoded: true })],
    ['in Latin-1, as the gateway makes text of it', request({ body: latin1.toString('utf8') })],
    ['in UTF-16', request({ body: Buffer.from('{"a":1}', 'utf16le').toString('base64'), isBase64Encoded: true })],
    ['that holds the stand-in as an escape', request({ body: '{"title":"Caf\\uFFFD"}' })],
    ['with a member twice', request({ body: '{"title":"A","title":"B"}' })],
    ['with a member twice further down, once as an escape', request({ body: '[{"a":{"b":1,"\\u0062":2}}]' })],
  ])('%s is refused', (_, given) => {
    expect(codeOf(given)).toBe('request.malformed');
  });

  it.each(['application/json; charset=iso-8859-1', 'application/json;charset="utf-16"', 'text/plain; charset=utf-8'])(
    'of the type %s is refused',
    (type) => {
      expect(codeOf(typed(type))).toBe('media-type.not-json');
    },
  );

  it.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json; v=1',
  ])('of the type %s is read', (type) => {
    expect(codeOf(typed(type))).toBe('read');
  });
});

it('no JSON that was made of values has a member twice, and each object that is given one again has', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), fc.string(), (json, name) => {
      expect(repeatedMember(json)).toBeUndefined();
      const member = `${JSON.stringify(name)}: ${json}`;
      expect(repeatedMember(`[{${member}, "other ${name.length}": {}, ${member}}]`)).toBe(name);
    }),
  );
});
