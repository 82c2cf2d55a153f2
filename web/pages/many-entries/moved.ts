import { pounds } from '#language/in-words.ts';
import { Saving } from '#registers/saving/record.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import type { MovedForm } from '../form.ts';
import type { ProblemAnswer } from '../question.ts';
import { figureText } from '../registers/shown-value.ts';
import { isRecorded, isTicked } from './changes.ts';
import { boxOf, type GridLine, type GridPart, gridParts, heldIn, seenBox, seenOf } from './lines.ts';
import { isOtherRecord, type StaleEntry, staleIn, whoChanged } from './stale.ts';

/*
 * Lines that somebody changed while the grid was filled in: what rests on what is as it was is sent anew, and what does not is asked about.
 */

const recordFields = Object.keys(Saving.shape);

const nowInWords = ({ year }: GridLine, part: GridPart): string => {
  if (part === 'forecast') return `to ${figureText(year.forecast)}`;
  if (part === 'claimed')
    return year.claimedActual === undefined ? 'to nothing claimed' : `to ${pounds(year.claimedActual)}`;
  return 'to other states';
};

/** What of a line was filled in and rests on something that is other by now. */
const clashesOf = (values: FormValues, line: GridLine, stale: StaleEntry): ReadonlyMap<string, string> => {
  const filled = gridParts.filter((part) => valueIn(values, boxOf(line.id, part)) !== '');
  if (filled.length === 0)
    return isOtherRecord(stale, recordFields)
      ? new Map([
          [
            boxOf(line.id, isTicked(values, boxOf(line.id, 'unchanged')) ? 'unchanged' : 'forecast'),
            `has changed since you read it: ${whoChanged(stale)}. Look at it again; save again if it has not changed since`,
          ],
        ])
      : new Map();
  return new Map(
    filled
      .filter(
        (part) => valueIn(values, seenBox(line.id, part)) !== heldIn(line, part) && !isRecorded(values, line, part),
      )
      .map((part) => [
        boxOf(line.id, part),
        `has changed since you read it: ${whoChanged(stale)}, ${nowInWords(line, part)}. Empty the box to keep that; save again to replace it`,
      ]),
  );
};

/** What becomes of a filled-in grid of which some lines have moved. */
export const movedGrid = (values: FormValues, lines: readonly GridLine[], problem: ProblemAnswer): MovedForm => {
  const faults = new Map<string, string>();
  let merged = values;
  for (const one of staleIn(problem)) {
    const line = lines.find(({ id }) => id === one.id);
    if (line === undefined) continue;
    for (const [field, message] of clashesOf(values, line, one)) faults.set(field, message);
    merged = { ...merged, ...seenOf(line) };
  }
  return { values: merged, faults };
};
