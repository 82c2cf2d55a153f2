import * as z from 'zod';
import { choice } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { Id, Narrative, Title } from '#schemas/ids.ts';
import { declareRegister, section, team } from '../declaration.ts';
import { exempt, source } from '../field-kinds.ts';

/** What was learned, what is to be done otherwise for it, and where that was done. */
export const Lesson = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The lesson in a few words' }),
    kind: choice({ keep: 'What went well', change: 'What to do otherwise' }).meta({
      title: 'Kind',
      description: 'Whether it is to be done again, or otherwise',
    }),
    what: Narrative.meta({ title: 'What happened', description: 'What happened, and what it was caused by' }),
    advice: Narrative.meta({ title: 'Advice', description: 'What others should do for it' }),
    learnedOn: HappenedOn.meta({ title: 'Learned on', description: 'The day on which it was written down' }),
    stage: Id.optional().meta({ title: 'Stage', description: 'The stage of the review that it comes from' }),
    applied: z
      .array(
        z.strictObject({
          where: Title.meta({ title: 'Where', description: 'The review, team or paper in which it was applied' }),
          on: HappenedOn.meta({ title: 'Applied on', description: 'The day on which it was' }),
        }),
      )
      .max(30, 'must hold at most 30 entries')
      .default([])
      .meta({ title: 'Applied', description: 'Where the advice has been followed' }),
    source,
    exempt,
  })
  .meta({ id: 'Lesson' });
export type Lesson = z.infer<typeof Lesson>;

/** What a gate looks at. */
const LessonsSection = z.array(z.object({ id: Id, title: z.string() }));

export const lesson = declareRegister({
  kind: 'lesson',
  purpose: 'What was learned, and where it was applied.',
  scopes: ['review', 'programme'],
  writers: [...team, 'assurance'],
  record: Lesson,
  columns: ['title', 'kind', 'learnedOn', 'stage'],
  entryName: ({ title }) => `the lesson "${title}"`,
  position: section('lessons', LessonsSection, []),
  example: {
    title: 'Ask the tenants first',
    kind: 'change',
    what: 'The move was planned twice, because the tenants had another date.',
    advice: 'Agree dates with those who use the building before the plan is drawn up.',
    learnedOn: '2026-01-02',
    stage: 'implementation',
  },
  exampleId: 'ask-tenants-first',
});
