import * as z from 'zod';
import { ProgrammeSummary } from '#schemas/operations/answer-parts.ts';
import { office } from '#schemas/operations/problem-lists.ts';
import { buttonLink, link, paragraph, tag } from '../design/blocks.ts';
import { dataTable } from '../design/tables.ts';
import { html } from '../html.ts';
import { newPracticePath, newProgrammePath, programmePath, programmesPath, transfersPath } from './paths.ts';
import { asking } from './question.ts';
import { may, type Screen, screen } from './screen.ts';

const Programmes = z.object({ items: z.array(ProgrammeSummary), next: z.string().nullable() });

type Listed = z.output<typeof ProgrammeSummary>;

const table = (caption: string, isCaptionHidden: boolean, items: readonly Listed[]) =>
  dataTable({
    caption,
    captionHidden: isCaptionHidden,
    columns: [{ head: 'Programme' }, { head: 'Phase' }, { head: 'Council' }],
    rows: items.map(({ id, name, phase, council, fictional, practice }) => [
      html`${link(programmePath(id), name)}${fictional && html` ${tag('Fictional', 'yellow')}`}${practice && html` ${tag('Practice', 'yellow')}`}`,
      phase,
      council,
    ]),
    none: 'Your organisation has no programme yet. The programme office sets one up.',
  });

/** The programmes of the organisation; those of practice apart. */
export const programmes: Screen = screen({
  path: programmesPath,
  asks: () => ({ programmes: asking('/programmes', Programmes, { limit: '200' }) }),
  show: ({ programmes: { items } }, { viewer }) => {
    const practised = items.filter(({ practice }) => practice);
    const real = items.filter(({ practice }) => !practice);
    return {
      title: 'Programmes',
      crumbs: [],
      body: html`${table('Programmes', true, real)}${may(viewer, office) && buttonLink(newProgrammePath, 'Set up a programme')}${
        practised.length > 0 && table('Practice programmes', false, practised)
      }${
        may(viewer, office) &&
        html`${paragraph(link(newPracticePath, 'Set up a practice programme'))}${paragraph(link(transfersPath, 'Transfers: programmes that go to another organisation, or come from one'))}`
      }`,
    };
  },
});
