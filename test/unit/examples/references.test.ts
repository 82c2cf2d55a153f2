import { expect, it } from 'vitest';
import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import type { JsonObject } from '#schemas/history.ts';
import { operations } from '#schemas/operations.ts';
import { samples, smallSamples } from '../../../examples/samples.ts';
import type { Scenario } from '../../../examples/step.ts';

/** The entries that steps name before they are told, in words. */
const namedTooSoon = (scenario: Scenario): readonly string[] => {
  const told = new Set<string>();
  return scenario.steps.flatMap((step) => {
    if (step.kind === 'report') return [];
    const operation = operations.find((one) => one.id === step.operation);
    const isOne = operation?.useCase === 'put-entry';
    if (operation?.register === undefined || !(isOne || operation.useCase === 'record-entries')) return [];
    const kind = operation.register.kind as RegisterKind;
    const where = step.params.reviewId ?? 'the programme';
    const body = operation.body?.parse(step.body) as JsonObject;
    const together = body.entries as unknown as { id: string; record: JsonObject }[];
    const entries = isOne ? [{ id: step.params.entryId, record: body }] : together;
    for (const { id } of entries) told.add(`${kind} ${id} of ${where}`);
    return entries
      .flatMap(({ record }) => rulesOf(kind).references(record))
      .map((one) => `${one.kind} ${one.id} of ${where}`)
      .filter((name) => !told.has(name));
  });
};

it.each([...samples, ...smallSamples].map((scenario) => [scenario.name, scenario] as const))(
  'the story of %s names no milestone, option, decision, issue or saving before it is told',
  (_, scenario) => {
    expect(namedTooSoon(scenario)).toEqual([]);
  },
);
