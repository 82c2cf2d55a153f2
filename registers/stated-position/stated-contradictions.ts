import type { Found } from '#domain/report/report-rule.ts';
import { counted, figureInWords, poundsInWords } from '#language/in-words.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { StatedFigure } from './record.ts';
import { ofSameMtfp, statedOf } from './stated-figures.ts';
import {
  compared,
  exactToThe,
  figuresCompared,
  perhapsRounded,
  statedEnds,
  statedPoint,
  sumOf,
  worseOf,
} from './stated-rounding.ts';

const register = 'stated-position';
const sourceOf = (one: StatedFigure): string => one.figure.source ?? one.title;

/** A figure that should be the yearly average of another, and is not. */
const notFollowing = (all: readonly StatedFigure[]): Found[] =>
  all.flatMap((one) => {
    if (one.follows === null || one.follows.agrees) return [];
    const whole = all.find((other) => other.id === one.follows?.from);
    return [
      {
        register,
        id: one.id,
        because: `"${one.title}" does not follow from "${whole?.title ?? one.follows.from}": ${one.follows.sentence}`,
        evidence: [
          ...(whole === undefined ? [] : [{ what: whole.title, value: figureInWords(whole.figure) }]),
          { what: one.title, value: figureInWords(one.figure) },
        ],
      },
    ];
  });

const ofScope = ({ scope }: StatedFigure): string => (scope === undefined ? '' : ` of ${scope}`);

const exactEnds = ({ figure }: StatedFigure) => {
  const ends = statedEnds(figure);
  return ends === null ? null : { low: exactToThe(1, ends.low), high: exactToThe(1, ends.high) };
};

/** A total that the figures which it names as its parts do not come to; where one of them is not known it is not compared. */
const totalsNotOfParts = (all: readonly StatedFigure[]): Found[] =>
  all.flatMap((total) => {
    const named = (total.parts ?? []).map((id) => all.find((one) => one.id === id));
    const parts = named.flatMap((one) => one ?? []);
    const [whole, ends] = [exactEnds(total), parts.flatMap((part) => exactEnds(part) ?? [])];
    const [first, ...rest] = ends;
    if (whole === null || first === undefined || ends.length < named.length) return [];
    const sum = rest.reduce((one, { low, high }) => ({ low: sumOf(one.low, low), high: sumOf(one.high, high) }), first);
    const comparison = worseOf(compared(whole.low, sum.low), compared(whole.high, sum.high));
    if (comparison === 'agree') return [];
    const made = [...new Set([sum.low.pounds, sum.high.pounds])].map(poundsInWords).join(' to ');
    return [
      {
        register,
        id: total.id,
        because: `The ${counted(parts.length, 'part')} of "${total.title}" make ${made}; ${figureInWords(total.figure)} is stated${perhapsRounded(comparison)}.`,
        evidence: [total, ...parts].map(({ title, figure }) => ({ what: title, value: figureInWords(figure) })),
      },
    ];
  });

/** Required savings of a year that are not the identified and the unidentified ones together. */
const partsNotAddingUp = (all: readonly StatedFigure[], ruleSet: RuleSetName): Found[] => {
  // By `rules-1` only amounts were added up.
  const looksAt = (one: StatedFigure | undefined): boolean =>
    one !== undefined && (one.figure.kind === 'amount' || isInRuleSet({ since: 'rules-2' }, ruleSet));
  return all.flatMap((required) => {
    const { year } = required;
    if (required.measure !== 'savings-required' || year === null) return [];
    const identified = statedOf(ofSameMtfp(all, required), 'savings-identified', year, required.scope);
    const unidentified = statedOf(ofSameMtfp(all, required), 'savings-unidentified', year, required.scope);
    if (![required, identified, unidentified].every(looksAt)) return [];
    const [whole, found, missing] = [required, identified, unidentified].map((one) => statedPoint(one?.figure));
    if (!whole || !found || !missing || !identified || !unidentified) return [];
    const sum = sumOf(found, missing);
    const comparison = compared(whole, sum);
    if (comparison === 'agree') return [];
    const rounded = isInRuleSet({ since: 'rules-2' }, ruleSet) ? perhapsRounded(comparison) : '';
    const words = (one: StatedFigure): string => figureInWords(one.figure);
    return [
      {
        register,
        id: required.id,
        because: `For ${year}${ofScope(required)}, ${words(identified)} identified and ${words(unidentified)} unidentified make ${poundsInWords(sum.pounds)}; ${words(required)} is stated as required${rounded}.`,
        evidence: [
          { what: `Required for ${year}`, value: words(required) },
          { what: `Identified for ${year}`, value: words(identified) },
          { what: `Unidentified for ${year}`, value: words(unidentified) },
        ],
      },
    ];
  });
};

/** A figure of which another paper states another value. */
const statedOtherwise = (all: readonly StatedFigure[], ruleSet: RuleSetName): Found[] =>
  all.flatMap((one) => {
    const value = figureInWords(one.figure);
    const others = (one.figure.conflicts ?? [])
      .map((other) => ({ ...other, comparison: figuresCompared(one.figure, other.value, ruleSet) }))
      .filter(({ comparison }) => comparison !== 'agree');
    if (others.length === 0) return [];
    const said = others
      .map((other) => `${figureInWords(other.value)} by ${other.source}${perhapsRounded(other.comparison)}`)
      .join(' and ');
    return [
      {
        register,
        id: one.id,
        because: `"${one.title}" is ${value} by ${sourceOf(one)}, and ${said}.`,
        evidence: [
          { what: sourceOf(one), value },
          ...others.map((other) => ({ what: other.source, value: figureInWords(other.value) })),
        ],
      },
    ];
  });

/** A measure of a year that two entries state differently. */
const statedTwice = (all: readonly StatedFigure[], ruleSet: RuleSetName): Found[] =>
  all.flatMap((one) => {
    if (one.year === null || one.measure === 'other') return [];
    const first = statedOf(ofSameMtfp(all, one), one.measure, one.year, one.scope);
    if (first === undefined || first.id === one.id) return [];
    const [value, otherValue] = [figureInWords(one.figure), figureInWords(first.figure)];
    const comparison = figuresCompared(one.figure, first.figure, ruleSet);
    if (comparison === 'agree') return [];
    return [
      {
        register,
        id: one.id,
        because: `"${one.title}" states ${value} for ${one.year}${ofScope(one)}, and "${first.title}" states ${otherValue}${perhapsRounded(comparison)}.`,
        evidence: [
          { what: first.title, value: otherValue },
          { what: one.title, value },
        ],
      },
    ];
  });

/** Where the programme's stated figures contradict one another, their parts or another paper. */
export const contradictionsOfStatedFigures = (all: readonly StatedFigure[], ruleSet: RuleSetName): Found[] => [
  ...notFollowing(all),
  ...partsNotAddingUp(all, ruleSet),
  ...statedOtherwise(all, ruleSet),
  ...statedTwice(all, ruleSet),
  ...(isInRuleSet({ since: 'rules-2' }, ruleSet) ? totalsNotOfParts(all) : []),
];
