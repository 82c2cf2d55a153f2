import type { Gate } from '#schemas/review.ts';
import { type Task, tag, taskList } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { rulePath, waivePath } from '../paths.ts';
import { mendAddress } from './mends.ts';

type Criterion = Gate['criteria'][number];

const stateTags = {
  met: ['Met', 'green'],
  'not-met': ['Not met', 'red'],
  waived: ['Waived', 'yellow'],
  'not-evidenced': ['Not evidenced', 'orange'],
} as const;

const isInTheWay = ({ state }: Criterion): boolean => state === 'not-met' || state === 'not-evidenced';

/** A gate as a list of tasks: each criterion that is not met leads to where it is mended and, for its SRO, to the waiver. */
export const gateTasks = (
  at: { readonly programme: string; readonly review: string },
  { criteria }: Pick<Gate, 'criteria'>,
  waives: boolean,
): Html =>
  taskList(
    'gate',
    criteria.map((criterion): Task => {
      const { id, sentence, state, because } = criterion;
      const [text, colour] = stateTags[state];
      const to = state === 'met' ? undefined : mendAddress(at, id, because);
      return {
        text: sentence,
        ...(to === undefined ? {} : { to }),
        hint: html`${because} <a class="govuk-link tracker-above" href="${rulePath(id)}"><span class="govuk-visually-hidden">Rule </span>${id}</a>${waives && isInTheWay(criterion) && html`<br><a class="govuk-link tracker-above" href="${waivePath(at.programme, at.review, id)}">Waive this<span class="govuk-visually-hidden">: ${sentence}</span></a>`}`,
        status: tag(text, colour),
      };
    }),
  );
