import type { Register } from '#registers/declaration.ts';
import { people } from './tracker.ts';

/** Somebody who may write a register and answers for no review. */
export const writerOf = ({ writers }: Pick<Register, 'writers'>) => {
  if (writers.includes('transformation-team')) return people.team;
  return writers.includes('programme-office') ? people.office : people.assurance;
};
