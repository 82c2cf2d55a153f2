import { describe, expect, it } from 'vitest';
import { createRoutes } from '#local/routes.ts';
import { operations } from '#schemas/operations.ts';
import { operationAt, routes } from '#schemas/routes.ts';

const match = createRoutes([
  'GET /',
  'GET /programmes',
  'GET /programmes/{programmeId}',
  'PUT /programmes/{programmeId}',
  'GET /programmes/{programmeId}/reports/{month}',
  'GET /programmes/{programmeId}/reports/latest',
  'GET /{anything}/here/reports/latest',
  'GET /openapi.json',
]);

describe('an address and a method lead to one route', () => {
  it.each([
    ['GET', '/', 'GET /', undefined],
    ['GET', '/programmes', 'GET /programmes', undefined],
    ['GET', '/openapi.json', 'GET /openapi.json', undefined],
    [
      'GET',
      '/programmes/facing-the-challenge',
      'GET /programmes/{programmeId}',
      { programmeId: 'facing-the-challenge' },
    ],
    ['PUT', '/programmes/p', 'PUT /programmes/{programmeId}', { programmeId: 'p' }],
    [
      'GET',
      '/programmes/p/reports/2014-04',
      'GET /programmes/{programmeId}/reports/{month}',
      { programmeId: 'p', month: '2014-04' },
    ],
    ['GET', '/programmes/a%20b', 'GET /programmes/{programmeId}', { programmeId: 'a b' }],
    ['GET', '/programmes/%2e%2e', 'GET /programmes/{programmeId}', { programmeId: '..' }],
  ])('%s %s -> %s', (method, path, routeKey, pathParameters) => {
    expect(match(method, path)).toEqual({ routeKey, pathParameters });
  });

  it.each([
    ['a literal segment', '/programmes/p/reports/latest', 'GET /programmes/{programmeId}/reports/latest'],
    ['the earlier literal segment', '/programmes/here/reports/latest', 'GET /programmes/{programmeId}/reports/latest'],
  ])('%s wins over a parameter', (_, path, routeKey) => {
    expect(match('GET', path)?.routeKey).toBe(routeKey);
  });

  it.each([
    ['an unknown path', 'GET', '/nothing'],
    ['a method that the route does not take', 'POST', '/programmes'],
    ['HEAD, which is a method of its own', 'HEAD', '/programmes'],
    ['a slash too many at the end', 'GET', '/programmes/'],
    ['an empty segment', 'GET', '/programmes//reports/2014-04'],
    ['a segment too many', 'GET', '/programmes/p/q'],
    ['another case', 'GET', '/Programmes'],
  ])('%s goes to the default route', (_, method, path) => {
    expect(match(method, path)).toEqual({ routeKey: '$default', pathParameters: undefined });
  });

  it('a path that is not percent-encoded rightly matches nothing', () => {
    expect(match('GET', '/programmes/%zz')).toBeUndefined();
  });

  const all = createRoutes(routes.map(({ key }) => key));
  const reachedBy = (method: string, path: string) => {
    const found = all(method, path);
    return operationAt(found?.routeKey ?? '', found?.pathParameters ?? {})?.id;
  };

  it('every operation of the API is reached by its own path', () => {
    for (const operation of operations)
      expect(reachedBy(operation.method, operation.path.replaceAll(/\{\w+\}/g, 'some-id'))).toBe(operation.id);
  });

  it.each([
    ['a register that is none', 'GET', '/programmes/p/reviews/r/unicorns'],
    ['a register that reviews alone have', 'GET', '/programmes/p/savings'],
    ['a register that the programme alone has', 'GET', '/programmes/p/reviews/r/stated-positions'],
    ['an entry that nobody puts', 'PUT', '/programmes/p/reviews/r/ratings/one'],
    ['the name of the part', 'GET', '/programmes/p/reviews/r/{register}'],
  ])('%s reaches no operation', (_, method, path) => {
    expect(reachedBy(method, path)).toBeUndefined();
  });
});
