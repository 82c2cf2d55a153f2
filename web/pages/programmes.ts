import * as z from 'zod';
import { ProgrammeSummary } from '#schemas/operations/answer-parts.ts';
import { office } from '#schemas/operations/problem-lists.ts';
import { buttonLink, link, paragraph, tag } from '../design/blocks.ts';
import { dataTable } from '../design/tables.ts';
import { html } from '../html.ts';
import { newProgrammePath, programmePath, programmesPath, transfersPath } from './paths.ts';
import { asking } from './question.ts';
import { may, type Screen, screen } from './screen.ts';

const Programmes = z.object({ items: z.array(ProgrammeSummary), next: z.string().nullable() });

/** The programmes of the organisation. */
export const programmes: Screen = screen({
  path: programmesPath,
  asks: () => ({ programmes: asking('/programmes', Programmes, { limit: '200' }) }),
  show: ({ programmes: { items } }, { viewer }) => ({
    title: 'Programmes',
    crumbs: [],
    body: html`${dataTable({
      caption: 'Programmes',
      captionHidden: true,
      columns: [{ head: 'Programme' }, { head: 'Phase' }, { head: 'Council' }],
      rows: items.map(({ id, name, phase, council, fictional }) => [
        html`${link(programmePath(id), name)}${fictional && html` ${tag('Fictional', 'yellow')}`}`,
        phase,
        council,
      ]),
      none: 'Your organisation has no programme yet. The programme office sets one up.',
    })}${may(viewer, office) && html`${buttonLink(newProgrammePath, 'Set up a programme')}${paragraph(link(transfersPath, 'Transfers: programmes that go to another organisation, or come from one'))}`}`,
  }),
});
