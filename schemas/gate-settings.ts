import * as z from 'zod';
import { choiceOf } from './choices.ts';
import { Sentence } from './ids.ts';

/** The criteria of the gates, which are in domain/review/: a test holds that this list is theirs. */
export const gateCriteria = [
  'GATE-01',
  'GATE-11',
  'GATE-12',
  'GATE-13',
  'GATE-21',
  'GATE-22',
  'GATE-23',
  'GATE-24',
  'GATE-25',
  'GATE-31',
  'GATE-32',
  'GATE-33',
  'GATE-34',
  'GATE-41',
  'GATE-51',
  'GATE-52',
  'GATE-61',
  'GATE-62',
  'GATE-63',
  'GATE-71',
  'GATE-72',
  'GATE-73',
  'GATE-74',
  'GATE-75',
  'GATE-76',
  'GATE-77',
] as const;

/** A criterion that no gate of the programme asks for, and why. */
export const CriterionSwitchedOff = z
  .strictObject({
    criterion: choiceOf(gateCriteria, (id) => id).meta({
      title: 'Criterion',
      description: 'By its id, as the page of what a review needs before its next stage shows it',
    }),
    reason: Sentence.meta({ title: 'Reason', description: 'Why no gate of this programme asks for it' }),
  })
  .meta({ id: 'CriterionSwitchedOff', description: 'A criterion that no gate of the programme asks for' });
