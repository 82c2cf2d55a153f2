import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { Id, Narrative, Title } from '#schemas/ids.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { acrossPlain } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, source } from '../field-kinds.ts';

export const LessonKind = choice({ keep: 'What went well', change: 'What to do otherwise' });

/** What was learned, what is to be done otherwise for it, and where that was done. */
export const Lesson = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The lesson in a few words' }),
    kind: LessonKind.meta({
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

/** What a gate counts, and a report shows. */
const LessonsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    kind: LessonKind,
    advice: z.string(),
    learnedOn: LocalDate,
    stage: Id.optional(),
    applied: z.array(z.object({ where: z.string(), on: LocalDate })),
  }),
);
export type LessonsSection = z.infer<typeof LessonsSection>;

const Row = ReportSubject.extend({
  lesson: Id,
  lessonTitle: z.string(),
  kind: LessonKind,
  advice: z.string(),
  learnedOn: LocalDate,
  /** The name of the stage that it comes from. */
  stage: z.string().nullable(),
  applied: z.array(z.object({ where: z.string(), on: LocalDate })),
});

const LessonsPart = z.object({
  total: z.int(),
  byKind: z.array(z.object({ kind: LessonKind, count: z.int() })),
  /** Of all: applied somewhere at least once. */
  applied: z.int(),
  rows: listedOf(Row),
});
export type LessonsPart = z.infer<typeof LessonsPart>;

export const lesson = declareRegister({
  kind: 'lesson',
  purpose: 'What was learned, and where it was applied.',
  scopes: ['review', 'programme'],
  writers: [...team, 'assurance'],
  record: Lesson,
  columns: ['title', 'kind', 'learnedOn', 'stage'],
  entryName: ({ title }) => `the lesson "${title}"`,
  position: section('lessons', LessonsSection, []),
  report: reportPart('lessons', LessonsPart, 'rules-2'),
  across: acrossPlain(LessonsSection, ({ title }) => title),
  example: {
    title: 'Ask the tenants first',
    kind: 'change',
    what: 'The move was planned twice, because the tenants had another date.',
    advice: 'Agree dates with those who use the building before the plan is drawn up.',
    learnedOn: '2026-01-02',
    stage: 'implementation',
    applied: [{ where: 'Depot review', on: '2026-01-05' }],
  },
  exampleId: 'ask-tenants-first',
});
