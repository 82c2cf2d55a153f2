import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { button, buttonGroup, link, paragraph } from '../../design/blocks.ts';
import { hidden } from '../../design/input.ts';
import { jsonIn, valueIn } from '../../forms/form-values.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiEntryPath, entryPath } from '../paths.ts';
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
} from '../registers/register-at.ts';
import type { Screen } from '../screen.ts';
import { changeCard, type ShownChange, titleOfAct } from './change.ts';
import { askLastChange, isUndoable } from './history.ts';

/** The record as it was before a change: what acts made of it stays. */
const recordBefore = (register: Register, entry: Entry, { changes }: ShownChange) => {
  const before = new Map(changes.map((change) => [change.field, change.before]));
  return Object.fromEntries(
    fieldsOf(register.record).flatMap(({ name }) => {
      const value = before.has(name) ? before.get(name) : entry.record[name];
      return value === null || value === undefined ? [] : [[name, value]];
    }),
  );
};

/** Takes one's own last change of an entry back, by a correction from the same instant. */
export const undoScreen = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { register } = place;
  return formScreen({
    path: routeOf(place, '/{entryId}/_undo'),
    roles: register.writers,
    asks: (at) => ({ owner: askOwner(at), entry: askEntry(place, at), last: askLastChange(place, at) }),
    start: () => ({}),
    show: (answers, at, { above, sending }) => {
      const owner = ownerName(answers.owner);
      const entry = Entry.parse(answers.entry);
      const name = entryTitle(register, entry);
      const here = entryPath(registerAt(at), register.path, entry.id);
      const [last] = answers.last.items;
      return {
        title: `Undo your change of ${name}`,
        caption: owner,
        crumbs: [...crumbsOf(at, owner, register), { text: name, to: here }],
        body:
          last === undefined || !isUndoable(last, at.viewer)
            ? html`${paragraph('The last change of it is not yours to undo. In its history you can correct what was wrong.')}${paragraph(link(here, 'Back'))}`
            : html`${above}${paragraph('This is what you recorded. If you undo it, each value becomes what it was before; the history keeps both.')}
${changeCard(last, all, { title: titleOfAct(last) })}
<form method="post" action="${at.path}" novalidate>${sending}${hidden('change', String(last.sequence))}${hidden('from', last.effectiveAt)}${hidden('record', JSON.stringify(recordBefore(register, entry, last)))}
${buttonGroup(button('Undo this change'), link(here, 'Cancel'))}</form>`,
      };
    },
    decide: (values, at, { last }) => {
      const change = Number(valueIn(values, 'change'));
      const [now] = last.items;
      // Pressed twice, the last change is the correction that the first press made.
      return now?.sequence !== change && now?.corrects !== change
        ? { kind: 'faults', faults: new Map([['change', 'somebody has changed it since: nothing was undone']]) }
        : {
            kind: 'send',
            sending: {
              method: 'POST',
              path: `${apiEntryPath(registerAt(at), register.path, at.params.entryId ?? '')}/corrections`,
              body: {
                corrects: change,
                effectiveAt: valueIn(values, 'from'),
                record: jsonIn(values, 'record'),
                reason: 'Entered by mistake',
              },
            },
          };
    },
    done: (at) => ({
      path: entryPath(registerAt(at), register.path, at.params.entryId ?? ''),
      notice: 'Your change was undone.',
    }),
  });
};
