import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#domain/entry.ts';
import { appraise, optionsSection } from '#domain/options-appraisal.ts';
import { Option, OptionsSection } from '#registers/option/record.ts';
import { Appraisal, AppraisalResult } from '#schemas/appraisal.ts';

const entry = (id: string, given: object = {}): Entry<Option> => ({
  id,
  facts: {},
  effectiveAt: '2014-04-01T00:00:00.000Z',
  record: Option.parse({ label: `Option ${id.toUpperCase()}`, deliveryModel: 'trust', ...given }),
});
const scores = (quality: number, cost: number) => [
  { criterion: 'quality', score: quality },
  { criterion: 'cost', score: cost },
];
const appraisal = (given: object = {}): Appraisal =>
  Appraisal.parse({
    criteria: [
      { id: 'quality', name: 'Quality', group: 'desirability', weight: 60 },
      { id: 'cost', name: 'Cost', group: 'viability', weight: 40 },
    ],
    tests: [{ id: 'lawful', name: 'Within the powers of the council' }],
    ...given,
  });
const pass = [{ test: 'lawful', outcome: 'pass' }];
const fail = [{ test: 'lawful', outcome: 'fail' }];

describe('An appraisal', () => {
  const result = appraise(appraisal(), [
    entry('d', { scores: scores(9, 9), tests: fail }),
    entry('b', { scores: scores(3, 9), tests: pass }),
    entry('c', { scores: [{ criterion: 'cost', score: 10 }], tests: pass }),
    entry('a', { scores: scores(8, 4), tests: pass }),
  ]);

  it('adds up scores by normalised weights and ranks by the total, first place first', () => {
    expect(result.options.map(({ id, total, rank }) => ({ id, total, rank }))).toEqual([
      { id: 'a', total: 6.4, rank: 1 },
      { id: 'b', total: 5.4, rank: 2 },
      { id: 'c', total: null, rank: null },
      { id: 'd', total: 9, rank: null },
    ]);
    expect(result.first).toEqual(['a']);
  });

  it('says of each option why it stands where it stands', () => {
    expect(result.options.map((one) => one.why)).toEqual([
      'Ranks 1 of 2: 6.4 out of 10.',
      'Ranks 2 of 2: 5.4 out of 10.',
      'Not ranked: it has no score for Quality.',
      'Not ranked: it fails Within the powers of the council.',
    ]);
  });

  it('names the tests failed and the scores missing', () => {
    expect(result.options.map((one) => [one.failedTests, one.missingScores])).toEqual([
      [[], []],
      [[], []],
      [[], ['quality']],
      [['lawful'], []],
    ]);
  });

  it('says at which weight first place changes hands, and who takes it, options that are not ranked left out', () => {
    expect(result.flipWeights).toEqual([
      {
        criterion: 'quality',
        weight: 0.6,
        below: { weight: 0.5, firstChain: ['b'] },
        above: null,
        sentence: 'Quality (now 60%): below 50% Option B takes first place.',
      },
      {
        criterion: 'cost',
        weight: 0.4,
        below: null,
        above: { weight: 0.5, firstChain: ['b'] },
        sentence: 'Cost (now 40%): above 50% Option B takes first place.',
      },
    ]);
  });

  it('leaves through its schema unchanged', () => {
    expect(AppraisalResult.parse(result)).toEqual(result);
  });
});

describe('First place', () => {
  it('is shared by options of the same total, and the next rank is left out', () => {
    const result = appraise(appraisal({ tests: [] }), [
      entry('a', { scores: scores(2, 7) }),
      entry('b', { scores: scores(4, 4) }),
      entry('c', { scores: scores(1, 1) }),
    ]);
    expect(result.options.map((one) => one.rank)).toEqual([1, 1, 3]);
    expect(result.first).toEqual(['a', 'b']);
    expect(result.notes).toEqual(['First place is shared by Option A and Option B.']);
    expect(result.options[0]?.why).toBe('Ranks 1 of 3, shared with Option B: 4 out of 10.');
    expect(result.flipWeights[0]?.sentence).toBe(
      'Quality (now 60%): at any lower weight Option A leads; at any higher weight Option B leads.',
    );
  });

  it('is shared although the arithmetic of fractions differs', () => {
    const thirds = appraisal({
      tests: [],
      criteria: ['one', 'two', 'three'].map((id) => ({ id, name: id, weight: 0.1 })),
    });
    const scored = (...given: number[]) => ({
      scores: ['one', 'two', 'three'].map((criterion, n) => ({ criterion, score: given[n] ?? 0 })),
    });
    const result = appraise(thirds, [entry('a', scored(0.1, 0.2, 0.3)), entry('b', scored(0.3, 0.2, 0.1))]);
    expect(result.first).toEqual(['a', 'b']);
  });

  it('that never changes hands is said to', () => {
    const result = appraise(appraisal({ tests: [] }), [
      entry('a', { scores: scores(9, 9) }),
      entry('b', { scores: scores(4, 4) }),
    ]);
    expect(result.flipWeights.map((one) => one.sentence)).toEqual([
      'Quality (now 60%): first place changes hands at no other weight.',
      'Cost (now 40%): first place changes hands at no other weight.',
    ]);
  });

  it('that is shared only where a criterion has all the weight is said to be', () => {
    const result = appraise(appraisal({ tests: [] }), [
      entry('a', { scores: scores(9, 9) }),
      entry('b', { scores: scores(9, 4) }),
    ]);
    expect(result.flipWeights[0]?.sentence).toBe('Quality (now 60%): at 100% Option A and Option B share first place.');
    expect(result.flipWeights[1]?.sentence).toBe('Cost (now 40%): at 0% Option A and Option B share first place.');
  });

  it('cannot change hands between fewer than two ranked options', () => {
    const result = appraise(appraisal({ tests: [] }), [entry('a', { scores: scores(9, 9) }), entry('b')]);
    expect(result.flipWeights[0]).toMatchObject({
      below: null,
      above: null,
      sentence: 'Quality (now 60%): fewer than two options are ranked.',
    });
  });

  it('goes to nobody where the appraisal has no criteria', () => {
    const result = appraise(Appraisal.parse({}), [entry('a', { disposition: 'preferred' }), entry('b')]);
    expect(result).toMatchObject({ first: [], flipWeights: [], notes: [] });
    expect(result.options[0]?.why).toBe('Not ranked: the appraisal weighs no criteria.');
  });

  it('does not depend on the order in which options are given, or on the scale of the weights', () => {
    const anyOption = fc.tuple(fc.nat(10), fc.nat(10));
    fc.assert(
      fc.property(fc.array(anyOption, { maxLength: 6 }), fc.integer({ min: 1, max: 16 }), (given, scale) => {
        const options = given.map(([quality, cost], n) => entry(`o-${n}`, { scores: scores(quality, cost) }));
        const scaled = appraisal({
          criteria: appraisal().criteria.map((one) => ({ ...one, weight: one.weight * scale })),
        });
        expect(appraise(scaled, options.toReversed()).options).toEqual(appraise(appraisal(), options).options);
      }),
    );
  });
});

describe('Money in an appraisal', () => {
  const cashFlow = [{ year: 0, costs: 100_000 }, ...[1, 2, 3, 4].map((year) => ({ year, benefits: 30_000 }))];

  it('is a net present value in whole pounds and a payback in years', () => {
    const [option] = appraise(appraisal(), [entry('a', { cashFlow })]).options;
    expect(option).toMatchObject({ netPresentValue: 10_192, paybackYears: 3.33 });
  });

  it("has the appraisal's optimism bias on its costs, and says so", () => {
    const result = appraise(appraisal({ tests: [], optimismBiasPercent: 20 }), [entry('a', { cashFlow })]);
    expect(result.options[0]).toMatchObject({ netPresentValue: -9_808, paybackYears: 4 });
    expect(result.notes).toContain('Costs are lifted by 20% for optimism bias; benefits are not.');
  });

  it.each([[undefined], [[]]])('is not stated where the option has no cash flow (%o)', (given) => {
    const [option] = appraise(appraisal(), [entry('a', given === undefined ? {} : { cashFlow: given })]).options;
    expect(option).toMatchObject({ netPresentValue: null, paybackYears: null });
  });
});

describe('The notes of an appraisal', () => {
  const first = entry('a', { scores: scores(9, 9), tests: pass });
  const second = { scores: scores(4, 4), tests: pass, disposition: 'preferred' };

  it.each<[string, object, object, string[]]>([
    [
      'ask for a reason where the preferred option does not rank first',
      {},
      second,
      ['Option B is preferred but ranks 2, and no reason is given.'],
    ],
    [
      'give the reason where there is one',
      { preferredReason: 'Members want to keep control.' },
      second,
      ['Option B is preferred but ranks 2. The reason given: Members want to keep control.'],
    ],
    [
      'tell of a preferred option that is not ranked',
      {},
      { ...second, tests: fail },
      ['Option B is preferred but is not ranked, and no reason is given.'],
    ],
    [
      'tell of scores and answers that belong to no criterion or test',
      {},
      {
        scores: [...scores(4, 4), { criterion: 'colour', score: 3 }],
        tests: [...pass, { test: 'liked', outcome: 'fail' }],
      },
      [
        'Option B has a score for colour, which is no criterion of the appraisal.',
        'Option B answers liked, which is no test of the appraisal.',
      ],
    ],
    [
      'tell of a score above the highest',
      {},
      { scores: scores(4, 12), tests: pass },
      ['Option B scores 12 for Cost, above the highest score of 10.'],
    ],
    [
      'tell of a test without an answer',
      {},
      { scores: scores(4, 4) },
      ['Option B has no answer to the test Within the powers of the council.'],
    ],
    ['say nothing where nothing is amiss', {}, { scores: scores(4, 4), tests: pass }, []],
  ])('%s', (_, given, option, notes) => {
    expect(appraise(appraisal(given), [first, entry('b', option)]).notes).toEqual(notes);
  });
});

describe('The options of a review', () => {
  const options = [
    entry('c', { scores: scores(1, 1), disposition: 'preferred', scope: 'Technical elements' }),
    entry('a', { scores: scores(9, 9), disposition: 'preferred' }),
    entry('b', { disposition: 'preferred' }),
  ];

  it('are listed by id with their rank, and preferred ones that do not rank first with the reason', () => {
    const section = optionsSection(appraisal({ tests: [], preferredReason: 'Members want control.' }), options);
    expect(OptionsSection.parse(section)).toEqual(section);
    expect(section.options.map(({ id, rank, scope }) => [id, rank, scope])).toEqual([
      ['a', 1, undefined],
      ['b', null, undefined],
      ['c', 2, 'Technical elements'],
    ]);
    expect(section.preferredNotFirst).toEqual([{ id: 'c', rank: 2, reason: 'Members want control.' }]);
  });

  it('have no reason where none is given', () => {
    const section = optionsSection(appraisal({ tests: [] }), options);
    expect(section.preferredNotFirst).toEqual([{ id: 'c', rank: 2, reason: null }]);
  });

  it('are not ranked without an appraisal', () => {
    const section = optionsSection(null, options);
    expect(section.options.map((one) => one.rank)).toEqual([null, null, null]);
    expect(section.preferredNotFirst).toEqual([]);
  });
});
