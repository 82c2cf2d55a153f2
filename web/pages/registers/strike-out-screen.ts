import { apiEntryPath, entryPath } from '../paths.ts';
import type { Screen } from '../screen.ts';
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
} from './register-at.ts';
import { strikeOutForm } from './strike-out-form.ts';

/** Strikes an entry out, or puts it back. */
export const strikeOutScreen = (place: RegisterPlace): Screen => {
  const { register } = place;
  return strikeOutForm({
    path: routeOf(place, '/{entryId}/_strike-out'),
    roles: register.writers,
    asks: (at) => ({ owner: askOwner(at), of: askEntry(place, at) }),
    shown: (answers, at) => {
      const owner = ownerName(Named.parse(answers.owner));
      const entry = Entry.parse(answers.of);
      const name = entryTitle(register, entry);
      const here = entryPath(registerAt(at), register.path, entry.id);
      return {
        name,
        caption: owner,
        crumbs: [...crumbsOf(at, owner, register), { text: name, to: here }],
        reason: entry.struckOut?.reason ?? null,
      };
    },
    here: (at) => entryPath(registerAt(at), register.path, at.params.entryId ?? ''),
    api: (at) => apiEntryPath(registerAt(at), register.path, at.params.entryId ?? ''),
  });
};
