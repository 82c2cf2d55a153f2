import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { apiEntryPath, entryHistoryPath } from '../paths.ts';
import {
  askEntry,
  askOwner,
  crumbsOf,
  Entry,
  entryTitle,
  Named,
  ownerName,
  type RegisterPlace,
  registerAt,
  routeOf,
} from '../registers/register-at.ts';
import type { Screen } from '../screen.ts';
import { correctionForm } from './correction-form.ts';

/** Corrects an entry of a register. */
export const correctScreen = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { register } = place;
  return correctionForm({
    path: routeOf(place, '/{entryId}/_correct/{change}'),
    roles: register.writers,
    fields: fieldsOf(register.record),
    all,
    asks: (at, asAt) => ({ owner: askOwner(at), entry: askEntry(place, at, asAt) }),
    shown: (answers, at) => {
      const caption = ownerName(Named.parse(answers.owner));
      const entry = Entry.parse(answers.entry);
      const name = entryTitle(register, entry);
      return { name, caption, crumbs: crumbsOf(at, caption, register), before: entry.record };
    },
    history: (at) => entryHistoryPath(registerAt(at), register.path, at.params.entryId ?? ''),
    api: (at) => apiEntryPath(registerAt(at), register.path, at.params.entryId ?? ''),
  });
};
