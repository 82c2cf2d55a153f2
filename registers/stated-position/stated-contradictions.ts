import type { Found } from '#domain/report/report-rule.ts';
import { figureInWords, poundsInWords } from '#language/in-words.ts';
import type { StatedFigure } from './record.ts';
import { amountOf, statedOf } from './stated-figures.ts';

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

/** Required savings of a year that are not the identified and the unidentified ones together. */
const partsNotAddingUp = (all: readonly StatedFigure[]): Found[] =>
  all.flatMap((required) => {
    const { year } = required;
    if (required.measure !== 'savings-required' || year === null) return [];
    const identified = statedOf(all, 'savings-identified', year);
    const unidentified = statedOf(all, 'savings-unidentified', year);
    const [whole, ...parts] = [amountOf(required.figure), amountOf(identified?.figure), amountOf(unidentified?.figure)];
    const [found, missing] = parts;
    if (typeof whole !== 'number' || typeof found !== 'number' || typeof missing !== 'number') return [];
    if (whole === found + missing) return [];
    return [
      {
        register,
        id: required.id,
        because: `For ${year}, ${poundsInWords(found)} identified and ${poundsInWords(missing)} unidentified make ${poundsInWords(found + missing)}; ${poundsInWords(whole)} is stated as required.`,
        evidence: [
          { what: `Required for ${year}`, value: poundsInWords(whole) },
          { what: `Identified for ${year}`, value: poundsInWords(found) },
          { what: `Unidentified for ${year}`, value: poundsInWords(missing) },
        ],
      },
    ];
  });

/** A figure of which another paper states another value. */
const statedOtherwise = (all: readonly StatedFigure[]): Found[] =>
  all.flatMap((one) => {
    const value = figureInWords(one.figure);
    const others = (one.figure.conflicts ?? []).filter((other) => figureInWords(other.value) !== value);
    if (others.length === 0) return [];
    const said = others.map((other) => `${figureInWords(other.value)} by ${other.source}`).join(' and ');
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
const statedTwice = (all: readonly StatedFigure[]): Found[] =>
  all.flatMap((one) => {
    if (one.year === null || one.measure === 'other') return [];
    const first = statedOf(all, one.measure, one.year);
    if (first === undefined || first.id === one.id) return [];
    const [value, otherValue] = [figureInWords(one.figure), figureInWords(first.figure)];
    if (value === otherValue) return [];
    return [
      {
        register,
        id: one.id,
        because: `"${one.title}" states ${value} for ${one.year}, and "${first.title}" states ${otherValue}.`,
        evidence: [
          { what: first.title, value: otherValue },
          { what: one.title, value },
        ],
      },
    ];
  });

/** Where the programme's stated figures contradict one another, their parts or another paper. */
export const contradictionsOfStatedFigures = (all: readonly StatedFigure[]): Found[] => [
  ...notFollowing(all),
  ...partsNotAddingUp(all),
  ...statedOtherwise(all),
  ...statedTwice(all),
];
