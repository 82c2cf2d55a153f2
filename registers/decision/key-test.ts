import { figureInWords, poundsInWords } from '#language/in-words.ts';
import type { Figure } from '#schemas/figures.ts';
import type { Decision, DecisionsSection } from './record.ts';

/** What the test of a key decision looks at. */
interface Tested {
  readonly value?: Figure | undefined;
  readonly divisions?: Decision['divisions'];
}

/** The least and the most that a figure may be; the most is null where it is open. */
const endsOf = (value: Figure): readonly [number, number | null] => {
  switch (value.kind) {
    case 'amount':
    case 'about':
    case 'nearly':
      return [value.pounds, value.pounds];
    case 'range':
      return [value.low, value.high];
    case 'over':
      return [value.pounds + 1, null];
    case 'part-known':
      return [value.pounds, null];
    case 'to-be-confirmed':
    case 'non-financial':
    case 'not-stated':
      return [0, null];
  }
};

/**
 * Why a decision is key: expenditure or savings over the programme's threshold, or significant effects in two or more divisions
 * (SI 2012/2089 reg. 8). Empty where neither is stated.
 */
export const keyBecause = ({ value, divisions }: Tested, threshold: number): readonly string[] => [
  ...(value !== undefined && endsOf(value)[0] > threshold
    ? [`${figureInWords(value)} is over the threshold of ${poundsInWords(threshold)}`]
    : []),
  ...(divisions === 'two-or-more' || divisions === 'all'
    ? [`it affects ${divisions === 'all' ? 'all divisions' : 'two or more divisions'}`]
    : []),
];

/** Whether a decision is key by that test: `not-known` where too little is stated. */
export const keyTestOf = (tested: Tested, threshold: number): 'key' | 'not-key' | 'not-known' => {
  if (keyBecause(tested, threshold).length > 0) return 'key';
  const most = tested.value === undefined ? null : endsOf(tested.value)[1];
  return most !== null && most <= threshold && tested.divisions !== undefined ? 'not-key' : 'not-known';
};

/** A decision that decides, and is not called key: what only considers or endorses leaves the decision to another body. */
export const isTreatedAsNotKey = ({ kind, status, deliveryModel }: DecisionsSection[number]): boolean =>
  status !== 'refused' &&
  status !== 'withdrawn' &&
  (kind === 'officer-decision' || kind === 'other' || (kind !== 'key-decision' && deliveryModel !== undefined));
