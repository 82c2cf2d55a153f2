import { describe, expect, it } from 'vitest';
import { endOfMonth, startOfDay } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { KindOfChange } from '#schemas/lifecycle-change.ts';
import { type Operation, operations } from '#schemas/operations.ts';
import { published, samples } from '../../../examples/samples.ts';
import { scriptedYear } from '../../../examples/scripted-year/scenario.ts';
import type { ChangeStep, Scenario } from '../../../examples/step.ts';
import { workedExample } from '../../../examples/worked-example/scenario.ts';
import { nothingToConfirm } from '../../support/examples.ts';

const scenarios = [...samples, workedExample].map((scenario) => [scenario.name, scenario] as const);

const recordedIn = (scenario: Scenario): readonly ChangeStep[] =>
  scenario.steps.filter((step) => step.kind === 'change');
const operationOf = (step: ChangeStep): Operation | undefined => operations.find((one) => one.id === step.operation);
/** What a step reads just before it goes into its body. */
const wholeBody = ({ body, reads }: ChangeStep): unknown =>
  reads === undefined
    ? body
    : { ...(body as object), [reads.member]: reads.member === 'corrects' ? 1 : nothingToConfirm };
const say = (step: ChangeStep): string => `${step.on} ${step.operation} ${JSON.stringify(step.params)}`;

/** The thing whose line a step continues. */
const thingOf = (step: ChangeStep): string => {
  if (step.params.personId !== undefined) return `person ${step.params.personId}`;
  const kind = operationOf(step)?.register?.kind ?? (step.operation === 'putAppraisal' ? 'appraisal' : 'review');
  return [kind, step.params.reviewId, kind === 'review' ? '' : step.params.entryId].join(' ');
};

/** The things that a step records in one request. */
const recordedTogether = (step: ChangeStep): readonly string[] =>
  operationOf(step)?.useCase === 'record-entries'
    ? (step.body as { entries: { id: string }[] }).entries.map(({ id }) =>
        thingOf({ ...step, params: { ...step.params, entryId: id } }),
      )
    : [];

describe.each(scenarios)('the story of %s', (_, scenario) => {
  it('tells only what the API takes, by those who may tell it', () => {
    const faults = recordedIn(scenario).flatMap((step) => {
      const operation = operationOf(step);
      if (operation === undefined) return [`${say(step)}: no such operation`];
      const params = operation.params.safeParse(step.params);
      const body = operation.body?.safeParse(wholeBody(step));
      const mayTell = operation.roles !== 'anyone' && operation.roles.includes(step.as.role);
      return [
        ...(params.success ? [] : [`${say(step)}: params ${params.error.message}`]),
        ...(body?.success === true ? [] : [`${say(step)}: body ${body?.error.message ?? 'not taken'}`]),
        ...(mayTell ? [] : [`${say(step)}: ${step.as.role} may not`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('says "create" of a thing once, the first time it is put, and "latest" after', () => {
    const seen = new Set<string>();
    const wrong = recordedIn(scenario).flatMap((step) => {
      for (const thing of recordedTogether(step)) seen.add(thing);
      if (operationOf(step)?.method !== 'PUT') return step.version === undefined ? [] : [say(step)];
      const thing = thingOf(step);
      const expected = seen.has(thing) ? 'latest' : 'create';
      seen.add(thing);
      return step.version === expected ? [] : [say(step)];
    });
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  });

  it('goes forward in time for every thing', () => {
    const last = new Map<string, string>();
    const backwards = recordedIn(scenario).filter((step) => {
      const thing = thingOf(step);
      const before = last.get(thing) ?? '';
      last.set(thing, step.on);
      return step.on < before;
    });
    expect(backwards.map(say)).toEqual([]);
  });

  it('changes something with every step: no thing is put twice with the same words', () => {
    const last = new Map<string, string>();
    const repeated = recordedIn(scenario).filter((step) => {
      const thing = thingOf(step);
      const body = JSON.stringify(step.body);
      const isSame = operationOf(step)?.method === 'PUT' && last.get(thing) === body;
      if (operationOf(step)?.method === 'PUT') last.set(thing, body);
      return isSame;
    });
    expect(repeated.map(say)).toEqual([]);
  });

  it('reports its months one after another, from the first to the last that its settings name', () => {
    const settings = recordedIn(scenario).findLast((step) => step.operation === 'putProgramme')?.body as {
      reporting: { firstMonth: string; lastMonth?: string };
    };
    const months = scenario.steps.flatMap((step) => (step.kind === 'report' ? [step.month] : []));
    expect(months.length).toBeGreaterThan(0);
    expect(months).toEqual(months.toSorted());
    const { firstMonth, lastMonth = months.at(-1) } = settings.reporting;
    expect([months[0], months.at(-1)]).toEqual([firstMonth, lastMonth]);
  });
});

describe('the year of a county', () => {
  const used = new Set(recordedIn(scriptedYear).flatMap((step) => operationOf(step) ?? []));

  it('uses every register, by the API', () => {
    const kinds = new Set([...used].map(({ register }) => register?.kind));
    expect(registers.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  const transfers = ['propose-transfer', 'accept-transfer', 'refuse-transfer', 'withdraw-transfer'];

  it('uses every act, and every act in the life of a review', () => {
    const acts = operations.filter(({ method }) => method !== 'GET').map(({ useCase }) => useCase);
    const taken = new Set([...used].map(({ useCase }) => useCase));
    // A month is run by the report of the scenario and revised by the proof; a rebuild changes nothing.
    const notOfTheStory = ['run-report', 'revise-report', 'rebuild-report'];
    // A draft and a comparison record nothing, many changes in one request are changes, each month of the year is reported, what finance asks of a claim is in no figure, and a programme that is handed over is there no more.
    const ofOtherTests = [
      'draft-report',
      'compare-days',
      'change-entries',
      'close-month',
      'query-claim',
      'answer-claim-query',
      // How somebody gets messages is in no record.
      'choose-messages',
      ...transfers,
    ];
    const left = [...new Set(acts)].filter(
      (act) => !taken.has(act) && ![...notOfTheStory, ...ofOtherTests].includes(act),
    );
    expect(left).toEqual([]);
    const kinds = recordedIn(scriptedYear).flatMap(({ operation, body }) =>
      operation === 'changeLifecycle' ? [(body as { kind: string }).kind] : [],
    );
    expect(new Set(kinds)).toEqual(new Set(KindOfChange.options));
  });
});

describe('what is told after its month was reported', () => {
  const recordedLate = (scenario: Scenario): readonly string[] =>
    scenario.steps.flatMap((step, n) => {
      if (step.kind !== 'change') return [];
      const reported = scenario.steps.slice(0, n).findLast((one) => one.kind === 'report');
      return reported?.kind === 'report' && startOfDay(step.on) <= endOfMonth(reported.month) ? [say(step)] : [];
    });

  it('is nothing in what was published', () => {
    for (const one of published) expect(recordedLate(one)).toEqual([]);
  });

  it('is nothing of the year of a county: what is told late there is told before the report, and the month after is under way', () => {
    expect(recordedLate(scriptedYear)).toEqual([]);
    const last = scriptedYear.steps.findLastIndex((step) => step.kind === 'report');
    const after = scriptedYear.steps.slice(last + 1).filter((step) => step.kind === 'change');
    expect(after.length).toBeGreaterThan(20);
    expect(after.every(({ on }) => on > '2026-04-10')).toBe(true);
  });

  it('is one transfer in the worked example, for the next report to restate', () => {
    expect(recordedLate(workedExample)).toEqual([
      '2025-08-27 changeLifecycle {"programmeId":"exampleshire-futures","reviewId":"trading-standards"}',
    ]);
  });
});
