import { describe, expect, it } from 'vitest';
import { httpAnswerOf, httpEventOf } from '#local/http-event.ts';

const terms = {
  match: { routeKey: 'PUT /programmes/{programmeId}', pathParameters: { programmeId: 'a b' } },
  claims: { sub: 'anna', roles: '[sro board]' },
  requestId: 'request-1',
  atEpochMilliseconds: Date.UTC(2014, 3, 6, 5, 7, 9),
  sourceIp: '127.0.0.1',
  domainName: 'localhost:4600',
};
const request = {
  method: 'PUT',
  path: '/programmes/a%20b',
  query: 'limit=10&tag=a&tag=b%2Cc&empty=',
  headers: { 'content-type': 'application/json', cookie: 'one=1; two=2', 'user-agent': 'curl' },
  body: Buffer.from('{"name":"Phase 1 – Kent"}'),
};

describe('a request as an HTTP API hands it to a function', () => {
  const event = httpEventOf(request, terms);

  it('has its path decoded, its query as sent and read, and repeated values joined with commas', () => {
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'PUT /programmes/{programmeId}',
      rawPath: '/programmes/a b',
      rawQueryString: 'limit=10&tag=a&tag=b%2Cc&empty=',
      queryStringParameters: { limit: '10', tag: 'a,b,c', empty: '' },
      pathParameters: { programmeId: 'a b' },
    });
  });

  it('has its cookies apart from its headers, and says who forwarded it', () => {
    expect(event.cookies).toEqual(['one=1', 'two=2']);
    expect(event.headers).toEqual({
      'content-type': 'application/json',
      'user-agent': 'curl',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': '4600',
    });
  });

  it('carries the claims, the method and the time of the request', () => {
    expect(event.requestContext).toMatchObject({
      authorizer: { jwt: { claims: terms.claims, scopes: null } },
      http: { method: 'PUT', path: '/programmes/a b', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'curl' },
      requestId: 'request-1',
      stage: '$default',
      time: '06/Apr/2014:05:07:09 +0000',
      timeEpoch: 1396760829000,
    });
  });

  it.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/problem+json', true],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    [undefined, true],
  ])('a body of type %s is in base64: %s', (contentType, isBase64Encoded) => {
    const headers = contentType === undefined ? {} : { 'content-type': contentType };
    const made = httpEventOf({ ...request, headers }, terms);
    expect(made.isBase64Encoded).toBe(isBase64Encoded);
    expect(Buffer.from(made.body ?? '', isBase64Encoded ? 'base64' : 'utf8')).toEqual(request.body);
  });

  it('leaves out what a request does not have', () => {
    const bare = httpEventOf(
      { method: 'GET', path: '/', query: '', headers: {}, body: Buffer.alloc(0) },
      { ...terms, match: { routeKey: 'GET /', pathParameters: undefined }, claims: undefined },
    );
    for (const name of ['body', 'cookies', 'queryStringParameters', 'pathParameters'])
      expect(bare).not.toHaveProperty(name);
    expect(bare.requestContext).not.toHaveProperty('authorizer');
    expect(bare.isBase64Encoded).toBe(false);
  });
});

describe('an answer of a function as an HTTP API sends it on', () => {
  it.each([
    [
      'lower-cases its header names',
      { statusCode: 201, headers: { ETag: '"1"' }, body: 'x' },
      { status: 201, headers: { etag: '"1"' } },
    ],
    ['sets its cookies', { statusCode: 204, cookies: ['a=1', 'b=2'] }, { headers: { 'set-cookie': ['a=1', 'b=2'] } }],
    [
      'names a type where the function named none',
      { statusCode: 200, body: 'x' },
      { headers: { 'content-type': 'text/plain;charset=UTF-8' } },
    ],
    ['decodes base64', { statusCode: 200, body: 'iVA=', isBase64Encoded: true }, { body: Buffer.from([137, 80]) }],
    ['takes an answer without a status as JSON', { ok: true }, { status: 200, body: '{"ok":true}' }],
  ])('%s', (_, answered, expected) => {
    expect(httpAnswerOf(answered)).toMatchObject(expected);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [{ statusCode: 'two hundred' }],
    [{ statusCode: 99 }],
    [{ statusCode: 200, body: {} }],
  ])('is no answer: %j', (answered) => {
    expect(httpAnswerOf(answered)).toBeUndefined();
  });
});
