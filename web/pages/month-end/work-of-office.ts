import { dateInWords, monthInWords } from '#language/in-words.ts';
import { heading2, link, paragraph, type Task, tag, taskList } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { monthEndPath, newProgrammePath } from '../paths.ts';
import { type At, may } from '../screen.ts';
import { dueTag, type ProgrammeAtWork } from '../work-of-programmes.ts';

/** The months that the programme office closes: of each programme the one that is due, the earliest first; none for others. */
export const monthsToClose = (programmes: readonly ProgrammeAtWork[], { viewer, today }: At): readonly Task[] =>
  may(viewer, ['programme-office'])
    ? programmes
        .flatMap(({ id, name, due }) => (due === undefined ? [] : [{ id, name, ...due }]))
        .toSorted((one, other) => ((one.on ?? one.month) < (other.on ?? other.month) ? -1 : 1))
        .map(
          ({ id, name, month, on }): Task => ({
            text: `Close ${monthInWords(month)} of ${name}`,
            to: monthEndPath(id, month),
            ...(on === null ? {} : { hint: `The report is due ${dateInWords(on)}` }),
            status: on === null ? tag('Open', 'blue') : dueTag(on, today),
          }),
        )
    : [];

/** The same as a part of the first page; nothing for others. */
export const workOfOffice = (programmes: readonly ProgrammeAtWork[], at: At): Html | false => {
  if (!may(at.viewer, ['programme-office'])) return false;
  if (programmes.length === 0)
    return html`${heading2('First of all')}${paragraph('Your organisation has no programme yet. ', link(newProgrammePath, 'Set up the first programme'))}`;
  const tasks = monthsToClose(programmes, at);
  return html`${heading2('Month end')}${tasks.length === 0 ? paragraph('No month waits to be closed.') : taskList('month-end', tasks)}`;
};
