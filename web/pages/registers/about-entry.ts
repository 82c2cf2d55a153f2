import type { Register } from '#registers/declaration.ts';
import { saving } from '#registers/saving/record.ts';
import type { Html } from '../../html.ts';
import { queriesOfLine } from '../finance/queries.ts';
import type { Entry } from './register-at.ts';

/** What acts have left with an entry, where its page says that in words of its own. */
export const aboutEntry = ({ kind }: Register, entry: Entry): Html | false =>
  kind === saving.kind && queriesOfLine(entry);
