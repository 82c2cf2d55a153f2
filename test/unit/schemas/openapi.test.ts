import { expect, it } from 'vitest';
import * as z from 'zod';
import { openApiDocument } from '#schemas/openapi.ts';
import { type Operation, operationById, operations } from '#schemas/operations.ts';
import { problems } from '#schemas/problems.ts';

const Reference = z.object({ $ref: z.string() });
const Answer = z.looseObject({
  description: z.string(),
  content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })).optional(),
  headers: z.record(z.string(), z.looseObject({})).optional(),
});
const Parameter = z.looseObject({ in: z.string(), name: z.string(), required: z.boolean().optional() });
const Described = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.union([Reference, Parameter])).default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })) })
    .optional(),
  responses: z.record(z.string(), z.union([Reference, Answer])),
});
const Document = z.looseObject({
  openapi: z.string(),
  tags: z.array(z.looseObject({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Described)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({})),
    responses: z.record(z.string(), Answer),
    parameters: z.record(z.string(), Parameter),
  }),
});

const document = Document.parse(openApiDocument());

const described = (operation: Operation) => {
  const found = document.paths[operation.path]?.[operation.method.toLowerCase()];
  if (found === undefined) throw new Error(`${operation.id} is not in the document`);
  return found;
};
const nameIn = (reference: z.infer<typeof Reference>): string => reference.$ref.split('/').at(-1) ?? '';
const parametersOf = (operation: Operation) =>
  described(operation).parameters.map((one) => {
    const reference = Reference.safeParse(one);
    return reference.success ? document.components.parameters[nameIn(reference.data)] : Parameter.parse(one);
  });
const answerOf = (operation: Operation, status: number) => {
  const answer = described(operation).responses[status];
  const reference = Reference.safeParse(answer);
  return reference.success ? document.components.responses[nameIn(reference.data)] : Answer.parse(answer);
};
const headersOf = (operation: Operation) =>
  parametersOf(operation)
    .filter((one) => one?.in === 'header')
    .map((one) => `${one?.name}${one?.required === true ? ' (required)' : ''}`)
    .sort();

it('the document holds exactly the operations of the list', () => {
  const inDocument = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => `${one.operationId} ${method.toUpperCase()} ${path}`),
  );
  expect(inDocument.sort()).toEqual(operations.map((one) => `${one.id} ${one.method} ${one.path}`).sort());
});

it('every tag of an operation is described once', () => {
  const used = new Set(operations.map((operation) => operation.tag));
  expect(document.tags.map((tag) => tag.name).sort()).toEqual([...used].sort());
});

it('the document is the same every time it is made', () => {
  expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(openApiDocument()));
});

it.each(operations.map((operation) => [operation.id, operation] as const))(
  'the document describes %s as the list of operations has it',
  (_id, operation) => {
    const { security, requestBody } = described(operation);
    const parts = parametersOf(operation).filter((one) => one?.in === 'path' || one?.in === 'query');
    expect(parts.map((one) => `${one?.in} ${one?.name}`).sort()).toEqual(
      [
        ...Object.keys(operation.params.shape).map((name) => `path ${name}`),
        ...Object.keys(operation.query.shape).map((name) => `query ${name}`),
      ].sort(),
    );
    expect(parts.every((one) => one?.in !== 'path' || one.required === true)).toBe(true);

    const roles = security.flatMap((one) => one.token ?? []);
    expect(security.length > 0).toBe(operation.roles !== 'anyone');
    if (operation.roles !== 'anyone' && roles.length > 0) expect(roles).toEqual(operation.roles);

    for (const code of operation.problems)
      expect(answerOf(operation, problems[code].status)?.description).toContain(`\`${code}\`: ${problems[code].title}`);
    expect(answerOf(operation, 500)?.description).toContain('`fault`');

    expect(Object.keys(requestBody?.content ?? {})).toEqual(
      operation.body === undefined
        ? []
        : [operation.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'],
    );
    expect(Object.keys(answerOf(operation, operation.success.status)?.content ?? {})).toEqual(
      operation.success.mediaTypes,
    );
  },
);

it.each([
  ['getReview', []],
  ['getReport', ['If-None-Match']],
  ['listReports', []],
  ['putReview', ['Effective-At', 'Idempotency-Key', 'If-Match', 'If-None-Match']],
  ['patchReview', ['Effective-At', 'Idempotency-Key', 'If-Match (required)']],
  ['moveStage', ['Effective-At', 'Idempotency-Key (required)', 'If-Match (required)']],
  ['rateReview', ['Idempotency-Key (required)', 'If-Match (required)']],
  ['correctRisk', ['Idempotency-Key (required)']],
  ['runReport', ['Idempotency-Key (required)']],
])('%s takes just the headers that mean something to it', (id, headers) => {
  expect(headersOf(operationById(id))).toEqual(headers);
});

it('a thing that is put answers 201 when it is new and 200 when it is changed, in the same shape', () => {
  for (const operation of operations.filter((one) => one.version === 'put'))
    expect(answerOf(operation, 201)?.content).toEqual(answerOf(operation, 200)?.content);
  expect(operations.some((one) => one.version === 'put')).toBe(true);
});

it('a published report answers 304 to whoever holds it already', () => {
  expect(answerOf(operationById('getReport'), 304)?.content).toBeUndefined();
  expect(described(operationById('getReview')).responses[304]).toBeUndefined();
});

it.each([
  ['getReview', 401, 'no token'],
  ['putReview', 413, 'its own limit'],
  ['getReview', 429, 'more requests'],
  ['getReview', 503, 'did not answer in time'],
  ['getOpenApi', 503, 'did not answer in time'],
])('of %s the answer %i that the gateway gives by itself is said to be its own', (id, status, words) => {
  const answer = answerOf(operationById(id), status);
  expect(answer?.description).toMatch(new RegExp(`Of the edge: .*${words}`));
  expect(Object.keys(answer?.content ?? {})).toContain('application/json');
});

it('every reference of the document leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
  const missing = references.filter(
    ([, kind, name]) => !(name !== undefined && name in Object(document.components[kind ?? ''])),
  );
  expect(references.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
