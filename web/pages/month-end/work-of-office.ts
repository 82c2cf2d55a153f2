import * as z from 'zod';
import { ProgrammeSummary } from '#schemas/operations/answer-parts.ts';
import { bulletList, heading2, link, paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { monthEndPath, newProgrammePath } from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { type At, may } from '../screen.ts';

const Programmes = z.object({ items: z.array(ProgrammeSummary) });

/** What the first page asks besides for the programme office. */
export const askWorkOfOffice = ({ viewer }: At) =>
  may(viewer, ['programme-office'])
    ? { ofOffice: orNothing(asking('/programmes', Programmes, { limit: '200' })) }
    : undefined;

/** The months that the programme office closes: of each programme the one that is due. */
export const workOfOffice = (answers: object): Html | false => {
  const found = Programmes.safeParse(Reflect.get(answers, 'ofOffice'));
  if (!found.success) return false;
  const { items } = found.data;
  return items.length === 0
    ? html`${heading2('First of all')}${paragraph('Your organisation has no programme yet. ', link(newProgrammePath, 'Set up the first programme'))}`
    : html`${heading2('Month end')}${bulletList(items.map(({ id, name }) => link(monthEndPath(id), `Close the month of ${name}`)))}`;
};
