import type { Register } from '#registers/declaration.ts';
import { people } from './tracker.ts';

/** Somebody who may write a register and answers for no review. */
export const writerOf = ({ writers }: Pick<Register, 'writers'>) => {
  if (writers.includes('transformation-team')) return people.team;
  if (writers.includes('programme-office')) return people.office;
  return writers.includes('finance') ? people.finance : people.assurance;
};
