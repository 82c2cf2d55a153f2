import { button, buttonGroup, insetText, link, paragraph } from '../../design/blocks.ts';
import { hidden, textArea } from '../../design/input.ts';
import { valueIn } from '../../forms/form-values.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiEntryPath, entryPath } from '../paths.ts';
import type { Screen } from '../screen.ts';
import {
  askEntry,
  askOwner,
  crumbsOf,
  Entry,
  entryTitle,
  ownerName,
  type RegisterPlace,
  registerAt,
  routeOf,
} from './register-at.ts';

/** Takes an entry out of every total with a reason, or puts it back where it is struck out. */
export const strikeOutScreen = (place: RegisterPlace): Screen => {
  const { register } = place;
  return formScreen({
    path: routeOf(place, '/{entryId}/_strike-out'),
    roles: register.writers,
    asks: (at) => ({ owner: askOwner(at), entry: askEntry(place, at) }),
    versionOf: 'entry',
    reread: (values) => values,
    start: () => ({ reason: '' }),
    nameOf: () => 'Reason',
    show: (answers, at, { above, sending, values, faultOf }) => {
      const owner = ownerName(answers.owner);
      const entry = Entry.parse(answers.entry);
      const name = entryTitle(register, entry);
      const here = entryPath(registerAt(at), register.path, entry.id);
      const { struckOut } = entry;
      return {
        title: struckOut === null ? `Strike out ${name}` : `Put ${name} back`,
        caption: owner,
        crumbs: [...crumbsOf(at, owner, register), { text: name, to: here }],
        body: html`${above}
${
  struckOut === null
    ? paragraph(
        'It will be in no total and no later report. It stays in the record with your reason, published reports stay as they are, and it can be put back.',
      )
    : insetText(`It was struck out: ${struckOut.reason}`)
}
<form method="post" action="${at.path}" novalidate>${sending}${hidden('undo', String(struckOut !== null))}
${textArea({ name: 'reason', label: struckOut === null ? 'Why it should not be there' : 'Why it is put back', value: valueIn(values, 'reason'), rows: 3, fault: faultOf('reason') })}
${buttonGroup(button(struckOut === null ? 'Strike it out' : 'Put it back', { kind: 'warning' }), link(here, 'Cancel'))}</form>`,
      };
    },
    decide: (values, at) => {
      const reason = valueIn(values, 'reason');
      if (reason === '') return { kind: 'faults', faults: new Map([['reason', 'must say why']]) };
      const undo = valueIn(values, 'undo') === 'true';
      const path = `${apiEntryPath(registerAt(at), register.path, at.params.entryId ?? '')}/strike-out`;
      return { kind: 'send', sending: { method: 'POST', path, body: { reason, undo } } };
    },
    done: (at, _, answer) => ({
      path: entryPath(registerAt(at), register.path, at.params.entryId ?? ''),
      notice: Entry.parse(answer).struckOut === null ? 'It was put back.' : 'It was struck out.',
    }),
  });
};
