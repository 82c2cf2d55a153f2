import type { Programme } from '#schemas/programme.ts';
import type { FeedTable, Row } from './column.ts';

/** The lists of the settings, whose words reviews and entries use by their ids. */
const lists = ['boards', 'directorates', 'portfolios', 'themes', 'objectives'] as const;

export const wordsTable = {
  name: 'words',
  rowType: 'Word',
  title: 'Words of the settings',
  description:
    'The names of directorates, portfolios, themes, objectives and boards, whose ids are in the other tables.',
  saysWhatIsGone: false,
  columns: [
    { name: 'key', type: 'text', title: 'Key', description: 'List and id: portfolios.adults', nullable: false },
    { name: 'programmeId', type: 'text', title: 'Programme', description: 'The programme', nullable: false },
    {
      name: 'list',
      type: 'text',
      title: 'List',
      description: 'Which list of the settings it is of',
      nullable: false,
      choices: lists.map((name) => ({ name, label: name })),
    },
    { name: 'id', type: 'text', title: 'Id', description: 'The id, as the other tables have it', nullable: false },
    { name: 'name', type: 'text', title: 'Name', description: 'What people call it', nullable: false },
  ],
} as const satisfies FeedTable;

export const wordsRows = (programmeId: string, programme: Programme): readonly Row[] =>
  lists.flatMap((list) =>
    (programme[list] ?? []).map(({ id, name }): Row => [`${list}.${id}`, programmeId, list, id, name]),
  );
