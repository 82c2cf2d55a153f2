import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { registers } from '#registers/all.ts';
import { ProgrammeEntry, ReviewEntry } from '#schemas/operations/answer-parts.ts';
import { type Operation, operations, routeKeyOf } from '#schemas/operations.ts';
import { digestOfTable } from '../support/chain.ts';
import { exampleOf } from '../support/example-of.ts';
import { schemaOfBody } from '../support/examples.ts';
import { inTwoParts, tagsOf } from '../support/in-every-run.ts';
import { required } from '../support/required.ts';
import { fewHolders, whoMay } from '../support/role-holders.ts';
import { reviewIds, standingOf, type Target, targetsOf, tellRecord } from '../support/role-record.ts';
import { type Willing, willingRequests } from '../support/role-requests.ts';
import { mayDo } from '../support/role-table.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });
let tracker: TestTracker;
let willing: (operation: Operation, target: Target) => Promise<Willing>;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellRecord(tracker);
  willing = willingRequests(tracker);
});
afterAll(() => tracker.stop());

const send = async (
  operation: Operation,
  request: Willing,
  body: unknown,
  as: { roles: (typeof fewHolders)[number]['roles']; subject: string },
) => {
  const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
  return tracker.ask(operation.id, { params: request.params, headers: request.headers, rawBody, as });
};

const takingOf = (some: readonly Operation[]) =>
  some.flatMap((operation) => {
    const schema = schemaOfBody(operation);
    return schema === undefined ? [] : [{ operation, schema }];
  });
const taking = takingOf(operations);
/** The fields of a body; with rules between them it is the same object still. */
const fieldsOf = (schema: z.ZodType): Readonly<Record<string, z.core.$ZodType>> => {
  if (!(schema instanceof z.ZodObject)) throw new Error('a body is an object');
  return schema.shape;
};

/** Where a JSON Schema lets in what it does not name. */
const openPlaces = (schema: unknown, path: string): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const isObject = 'type' in schema && schema.type === 'object';
  const isClosed = 'additionalProperties' in schema && schema.additionalProperties === false;
  return [
    ...(isObject && !isClosed ? [path] : []),
    ...Object.entries(schema).flatMap(([name, inner]) => openPlaces(inner, `${path}/${name}`)),
  ];
};

it('no body has a place, at whatever depth, that takes a field which is not named there', () => {
  const open = taking.flatMap(({ operation, schema }) =>
    openPlaces(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), operation.id),
  );
  expect(taking.length).toBeGreaterThan(60);
  expect(open).toEqual([]);
  expect(openPlaces(z.toJSONSchema(z.object({ inner: z.looseObject({}) }), { io: 'input' }), '')).not.toEqual([]);
});

for (const { which, these, tags } of inTwoParts(operations))
  describe(which, { tags }, () => {
    it('no field of any body is stored for somebody who may not set it, nor for the SRO of another review', async () => {
      const some = takingOf(these);
      const refused = (operation: Operation, target: Target) =>
        fewHolders.filter((holder) => mayDo(routeKeyOf(operation), standingOf(holder, target)) === false);
      const asked = [];
      for (const { operation, schema } of some) {
        const targets = targetsOf(operation);
        const counts = new Set(targets.map((target) => refused(operation, target).length));
        for (const target of counts.size === 1 ? targets.slice(0, 1) : targets)
          asked.push({
            operation,
            schema,
            holders: refused(operation, target),
            request: await willing(operation, target),
          });
      }
      const before = await digestOfTable(tracker.table);
      const tried = new Set<string>();
      let refusedByRole = 0;
      for (const { operation, schema, holders, request } of asked) {
        const given = z.record(z.string(), z.unknown()).parse(request.body);
        const fields = Object.entries(fieldsOf(schema));
        // Each field by one holder at least, and each holder with one field at least: who may is asked before what the body says.
        const times = Math.min(fields.length, holders.length) === 0 ? 0 : Math.max(fields.length, holders.length);
        for (let n = 0; n < times; n += 1) {
          const [[field, of], holder] = [required(fields[n % fields.length]), required(holders[n % holders.length])];
          const told = await send(operation, request, { ...given, [field]: exampleOf(of) }, holder);
          // Whose review it is comes after whether the body fits, so some are refused for that; and none is stored.
          expect({ id: operation.id, field, by: holder.called, status: told.status }).toMatchObject({
            status: expect.toSatisfy((status: number) => status >= 400 && status < 500),
          });
          refusedByRole += told.status === 403 ? 1 : 0;
          tried.add(`${operation.id} ${field}`);
        }
      }
      expect(await digestOfTable(tracker.table)).toBe(before);
      expect(refusedByRole).toBeGreaterThan(tried.size / 2);
      const refusing = new Map(
        asked.filter(({ holders }) => holders.length > 0).map((one) => [one.operation.id, one.schema]),
      );
      expect(some.map(({ operation }) => operation.id).filter((id) => !refusing.has(id))).toEqual([]);
      expect(tried.size).toBe([...refusing.values()].reduce((sum, of) => sum + Object.keys(fieldsOf(of)).length, 0));
    });
  });

/** The names of the fields of a schema, at whatever depth. */
const namesIn = (schema: z.core.$ZodType): readonly string[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return namesIn(schema.unwrap());
  if (schema instanceof z.ZodArray) return namesIn(schema.element);
  return schema instanceof z.ZodObject
    ? Object.entries(schema.shape).flatMap(([name, field]) => [name, ...namesIn(field)])
    : [];
};

/**
 * What a body may not say: what acts make of a thing, what is worked out, what the tracker keeps of a change, and who asks.
 */
const neverPut = new Set([
  ...[ProgrammeEntry, ReviewEntry].flatMap(({ shape }) => [
    ...Object.keys(shape),
    ...namesIn(shape.facts),
    ...namesIn(shape.computed),
  ]),
  ...registers.flatMap((register) => [
    ...namesIn(register.facts),
    ...Object.keys(z.toJSONSchema(register.computed).properties ?? {}),
  ]),
  ...[
    'organisation',
    'subject',
    'actor',
    'roles',
    'role',
    'sub',
    'knownAt',
    'sequence',
    'digest',
    'chain',
    '__proto__',
  ],
]);

describe('whoever may write', () => {
  const target: Target = { reviewId: reviewIds.own, ratingOf: null };
  const requests = new Map<string, Willing>();
  let before: string;
  beforeAll(async () => {
    for (const { operation } of taking) requests.set(operation.id, await willing(operation, target));
    before = await digestOfTable(tracker.table);
  });

  for (const { operation, schema } of taking)
    describe(operation.id, { tags: tagsOf(operation) }, () => {
      it('takes nothing that is a fact, computed, or kept by the tracker itself', async () => {
        const own = Object.keys(fieldsOf(schema));
        const foreign = [...neverPut].filter((name) => !own.includes(name));
        const request = requests.get(operation.id) ?? { params: {}, headers: {} };
        const given = JSON.stringify(request.body).slice(1, -1);
        const refused = new Set<string>();
        // One answer names at most a hundred faults.
        for (let from = 0; from < foreign.length; from += 90) {
          const extra = foreign.slice(from, from + 90).map((name) => `${JSON.stringify(name)}:"mine"`);
          const body = `{${[...(given === '' ? [] : [given]), ...extra].join(',')}}`;
          const told = await send(operation, request, body, whoMay(operation));
          expect(told.status).toBe(400);
          for (const { pointer } of told.body.faults) refused.add(pointer);
        }
        expect(foreign.length).toBeGreaterThan(40);
        expect(foreign.filter((name) => !refused.has(`/${name}`))).toEqual([]);
      });
    });

  it('has stored nothing of all that', async () => {
    expect(await digestOfTable(tracker.table)).toBe(before);
  });

  for (const { which, these, tags } of inTwoParts(operations))
    it(`is done by the same body without it, so that nothing else was the reason: ${which}`, { tags }, async () => {
      for (const { operation } of takingOf(these.filter((one) => !one.useCase.startsWith('strike-out-')))) {
        const request = await willing(operation, target);
        const told = await send(operation, request, request.body, whoMay(operation));
        expect({ id: operation.id, status: told.status }).toMatchObject({
          status: expect.toSatisfy((status: number) => status < 300),
        });
      }
    });
});
