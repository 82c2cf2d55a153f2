import type { Register } from '#registers/declaration.ts';
import type { Role } from '#schemas/people.ts';
import { link } from '../../design/blocks.ts';
import type { Html } from '../../html.ts';
import { type At, may } from '../screen.ts';

interface EntryAct {
  readonly path: string;
  readonly text: string;
  /** Those who take it; a page to be read has none. */
  readonly roles?: readonly Role[];
}

const actsOf: Readonly<Record<string, readonly EntryAct[]>> = {
  'business-case': [
    { path: '_outcome', text: 'Record the outcome of this case', roles: ['sro'] },
    { path: '_conditions', text: 'Outcome and conditions' },
  ],
  return: [{ path: '_confirm', text: 'The figures of this return, and its confirmation' }],
};

/** What can be done with an entry of a register besides changing it, each on a page made by hand. */
export const actsOfEntry = ({ kind }: Register, here: string, { viewer }: At): readonly Html[] =>
  (actsOf[kind] ?? []).flatMap(({ path, text, roles }) =>
    roles === undefined || may(viewer, roles) ? [link(`${here}/${path}`, text)] : [],
  );
