import { describe, expect, it } from 'vitest';
import { problemOf } from '#functions/http/problem.ts';
import { operations } from '#schemas/operations.ts';
import { type ProblemCode, problems } from '#schemas/problems.ts';
import { waysOut } from '#schemas/ways-out.ts';

/*
 * A refusal names the way out (docs/meaning.md WRITE-10): every code of every refusal has one, it begins with what to do, and every address in it is one of the API.
 */

const codes = Object.keys(problems) as ProblemCode[];
const actions =
  /^(?:Ask|Change|Choose|Close|Correct|Fix|Have|Leave|Look|Meet|Move|Name|Open|Put|Read|Record|Say|Send|Shorten|Sign|State|Strike|Take|Use|Validate|Wait) /;
const routes = new Set(operations.map(({ method, path }) => `${method} ${path}`));
const routesIn = (text: string): readonly string[] =>
  text.match(/(?:GET|PUT|PATCH|POST) \/[^\s:;,.]*(?:\.json)?/g) ?? [];

describe.each(codes)('The way out of %s', (code) => {
  it('says what to do, in a sentence', () => {
    expect(waysOut[code]).toMatch(actions);
    expect(waysOut[code]).toMatch(/\.$/);
  });

  it('names only what the API has', () => {
    expect(routesIn(waysOut[code]).filter((route) => !routes.has(route))).toEqual([]);
  });

  it('is in the problem that is answered', () => {
    expect(problemOf({ code, detail: 'Why.' }, undefined)).toMatchObject({ code, wayOut: waysOut[code] });
  });
});

it('is of a refusal, and repeats no title', () => {
  for (const code of codes) expect(waysOut[code]).not.toBe(problems[code].title);
  expect(routesIn('Choose one that GET /programmes/{programmeId}/reviews lists, or GET /openapi.json.')).toEqual([
    'GET /programmes/{programmeId}/reviews',
    'GET /openapi.json',
  ]);
});
