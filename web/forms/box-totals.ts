import { poundsInBox, poundsOf } from './money.ts';

/** A box of a sum: what is typed in it, and what is recorded, in pounds. */
export interface BoxOfSum {
  readonly text: string;
  readonly was: string | undefined;
}

const poundsIn = ({ text, was }: BoxOfSum): number | undefined => {
  const typed = poundsOf(text);
  return typeof typed === 'number' ? typed : was === undefined ? undefined : Number(was);
};

/** `£1,200,000`, and how many of the boxes are without an exact amount. */
export const sumText = (pounds: number, without: number): string =>
  `${pounds < 0 ? '-' : ''}£${poundsInBox(Math.abs(pounds))}${without === 0 ? '' : ` and ${without} without an exact amount`}`;

/** The total of boxes as they are: of what is typed, and where that is empty or no amount, of what is recorded. */
export const totalInBoxes = (boxes: readonly BoxOfSum[]): string => {
  const amounts = boxes.map(poundsIn);
  const sum = amounts.reduce((all: number, one) => all + (one ?? 0), 0);
  return sumText(sum, amounts.filter((one) => one === undefined).length);
};
