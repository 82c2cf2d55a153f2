import type { PersonToTry } from '#schemas/person-to-try.ts';
import * as year from './scripted-year/personas.ts';
import type { Persona } from './step.ts';
import * as small from './worked-example/personas.ts';

/*
 * Somebody of each role, of the fictional programme that `npm start` records: whom the first page offers to go in as. The board records
 * nothing, so no step names anybody of it.
 */

const as = ({ role, name }: Pick<Persona, 'role' | 'name'>, waits: string): PersonToTry => ({ role, name, waits });

/** Of One Exampleshire, whose April 2026 is under way. */
export const peopleOfTheYear: readonly PersonToTry[] = [
  as(year.team, 'the April 2026 return of One front door for customers'),
  as(year.sros.place, 'the April 2026 return of Finance and people system, to be confirmed'),
  as(year.finance, 'what Home first after hospital claims to have saved'),
  as(year.assurance, 'One Exampleshire, its months and the history of every record'),
  as(year.office, 'April 2026 of One Exampleshire, to be closed'),
  as(year.board, 'the board report for March 2026'),
];

/** Of Better Connected, whose April 2026 is under way, and of Exampleshire Futures, which has ended. */
export const peopleOfTheSmallOnes: readonly PersonToTry[] = [
  as(small.team, 'the April 2026 return of Home care in four zones'),
  as(small.sros.customer, 'the April 2026 return of Libraries that open longer, to be confirmed'),
  as(small.finance, 'what Libraries that open longer claims to have saved'),
  as(small.assurance, 'Better Connected and Exampleshire Futures, their months and the history of every record'),
  as(small.office, 'April 2026 of Better Connected, to be closed'),
  as({ role: 'board', name: 'Member of the Transformation Board' }, 'the board report for October 2025'),
];
