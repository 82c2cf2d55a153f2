import type { Role } from '#schemas/people.ts';
import { button, buttonGroup, insetText, link, paragraph } from '../../design/blocks.ts';
import { hidden, textArea } from '../../design/input.ts';
import { valueIn } from '../../forms/form-values.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import type { Question, Questions } from '../question.ts';
import type { At, Crumb, Screen } from '../screen.ts';

/** What may be struck out, as its page shows it. */
export interface Strikable {
  readonly name: string;
  readonly caption: string;
  readonly crumbs: readonly Crumb[];
  /** Why it was struck out; null where it is not. */
  readonly reason: string | null;
}

/** Takes something out of every total with a reason, or puts it back where it is struck out. */
export const strikeOutForm = <Q extends Questions & { readonly of: Question }>(given: {
  readonly path: string;
  readonly roles: readonly Role[];
  readonly asks: (at: At) => Q;
  readonly shown: (answers: { readonly [N in keyof Q]: unknown }, at: At) => Strikable;
  /** The address of what is struck out, and its address in the API. */
  readonly here: (at: At) => string;
  readonly api: (at: At) => string;
}): Screen =>
  formScreen<Q>({
    path: given.path,
    roles: given.roles,
    asks: given.asks,
    versionOf: 'of',
    dates: 'as-chosen',
    reread: (values) => values,
    start: () => ({ reason: '' }),
    nameOf: () => 'Reason',
    show: (answers, at, { above, sending, values, faultOf }) => {
      const { name, caption, crumbs, reason } = given.shown(answers, at);
      return {
        title: reason === null ? `Strike out ${name}` : `Put ${name} back`,
        caption,
        crumbs,
        body: html`${above}
${
  reason === null
    ? paragraph(
        'It will be in no total and no later report. It stays in the record with your reason, published reports stay as they are, and it can be put back.',
      )
    : insetText(`It was struck out: ${reason}`)
}
<form method="post" action="${at.path}" novalidate>${sending}${hidden('undo', String(reason !== null))}
${textArea({ name: 'reason', label: reason === null ? 'Why it should not be there' : 'Why it is put back', value: valueIn(values, 'reason'), rows: 3, fault: faultOf('reason') })}
${buttonGroup(button(reason === null ? 'Strike it out' : 'Put it back', { kind: 'warning' }), link(given.here(at), 'Cancel'))}</form>`,
      };
    },
    decide: (values, at) => {
      const reason = valueIn(values, 'reason');
      if (reason === '') return { kind: 'faults', faults: new Map([['reason', 'must say why']]) };
      const undo = valueIn(values, 'undo') === 'true';
      return { kind: 'send', sending: { method: 'POST', path: `${given.api(at)}/strike-out`, body: { reason, undo } } };
    },
    done: (at, values) => ({
      path: given.here(at),
      notice: valueIn(values, 'undo') === 'true' ? 'It was put back.' : 'It was struck out.',
    }),
  });
