import { button, paragraph } from '../design/blocks.ts';
import { hidden } from '../design/input.ts';
import { type FormValues, filledIn, formKey, formOfPage, formToken } from '../forms/form-values.ts';
import { html } from '../html.ts';
import type { AddsEntry } from './form.ts';
import type { Api } from './question.ts';
import type { At, Reply } from './screen.ts';

/*
 * A form that adds something, or has steps, is a form of its own each time that it is opened: its address says which, so that who goes back to it comes
 * to the same one, with the key that it had (docs/adr/0098-how-the-pages-are-proved.md).
 */

/** The part of the address that says which form it is. */
const which = formOfPage;

/** To the form under an address of its own; undefined where it has one. */
export const toOneForm = (has: boolean, at: At): Reply | undefined =>
  !has || at.query[which] !== undefined || at.kept !== undefined
    ? undefined
    : { kind: 'to', path: `${at.path}?${new URLSearchParams({ ...at.query, [which]: at.newKey().slice(0, 8) })}` };

/** Which form it is, for its key. */
export const formAt = ({ query }: At): string => query[which] ?? '';

/** What is added, by the address to which it is sent. */
export const idIn = (path: string): string => decodeURIComponent(path.split('/').at(-1) ?? '');

/** The form that changes what was added, with what was filled in; it may be added as another one. */
export const changeInstead = async (
  { screen, at: placeOf }: AddsEntry,
  at: At,
  api: Api,
  { sent, id }: { readonly sent: FormValues; readonly id: string },
): Promise<Reply> => {
  const another = { ...sent, [formToken]: at.token, [formKey]: at.newKey() };
  const above = html`<div class="govuk-inset-text">${paragraph('You have added this already, with the form that you went back to. Below is what you filled in now: save it to change what you added. Nothing is changed yet.')}
<form method="post" action="${at.path}" novalidate>${Object.entries(another).map(([name, value]) => hidden(name, value))}
${button('Add it as another one instead', { kind: 'secondary' })}</form></div>`;
  const { kept: _, ...here } = at;
  const reply = await screen.open(
    { ...here, query: {}, ...placeOf(at, id), handedOn: { values: filledIn(sent), above } },
    api,
  );
  return reply.kind === 'page' ? { ...reply, status: 409 } : reply;
};
