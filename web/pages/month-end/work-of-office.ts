import * as z from 'zod';
import { ProgrammeSummary } from '#schemas/operations/answer-parts.ts';
import { bulletList, heading2, link } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { monthEndPath } from '../paths.ts';
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
  return (
    found.success &&
    found.data.items.length > 0 &&
    html`${heading2('Month end')}${bulletList(found.data.items.map(({ id, name }) => link(monthEndPath(id), `Close the month of ${name}`)))}`
  );
};
