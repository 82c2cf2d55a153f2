import { totalInBoxes } from '../forms/box-totals.ts';

/** Keeps the totals of a grid with what is typed; without script they are of what was sent. */
export const followTotals = (table: Element): void => {
  const boxes = [...table.querySelectorAll<HTMLInputElement>('input[data-sum]')];
  const outputs = [...table.querySelectorAll<HTMLOutputElement>('output[data-total]')];
  table.addEventListener('input', () => {
    for (const output of outputs)
      output.textContent = totalInBoxes(
        boxes
          .filter(({ dataset }) => dataset.sum === output.dataset.total)
          .map(({ value, dataset }) => ({ text: value, was: dataset.was })),
      );
  });
};
