import * as z from 'zod';
import { apiChainPath, programmePath, programmesPath } from '../paths.ts';
import { asking } from '../question.ts';
import type { At, Crumb } from '../screen.ts';

/** A programme as its set-up reads it: its settings whole, so that what a form does not ask for stays. */
export const ProgrammeSettings = z.object({
  id: z.string(),
  record: z.looseObject({ name: z.string(), stageModel: z.object({ kind: z.string() }) }),
});
export type ProgrammeSettings = z.infer<typeof ProgrammeSettings>;

export const programmeIn = ({ params: { programmeId = '' } }: At): string => programmeId;

export const askSettings = (at: At) => asking(apiChainPath({ programme: programmeIn(at) }), ProgrammeSettings);

export const setUpCrumbs = (at: At, { record: { name } }: ProgrammeSettings): readonly Crumb[] => [
  { text: 'Programmes', to: programmesPath },
  { text: name, to: programmePath(programmeIn(at)) },
];
